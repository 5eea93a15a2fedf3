import type { MeetingView } from '@hopso/shared/session';
import { type FormEvent, useState } from 'react';
import { useOrder } from '#meeting';
import { serverNow } from '#platform/clock';
import { formatTime, useTranslation } from '#platform/i18n';
import { Button } from '#ui';
import { changesOfMeeting, draftOfMeeting, infoOf, meetingFaults } from './meeting-draft.ts';
import { MeetingFields } from './meeting-fields.tsx';
import styles from './prepare.module.css';

/** Title, time, place and form; they may be changed until the session begins. */
export function InfoPanel({ view }: { readonly view: MeetingView }) {
  const { t } = useTranslation('prepare');
  const { meeting } = view;
  const [seen, setSeen] = useState(meeting);
  const [draft, setDraft] = useState(() => draftOfMeeting(meeting));
  const [isTried, setTried] = useState(false);
  const [isStale, setStale] = useState(false);
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const order = useOrder({
    onRefused: ({ code }) => {
      if (code === 'stale') setStale(true);
      return code === 'stale';
    },
  });
  const isOpen = meeting.phase === 'draft' || meeting.phase === 'published' || meeting.phase === 'postponed';
  async function save(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    const info = infoOf(draft);
    if (info === null) return;
    const now = infoOf(draftOfMeeting(meeting));
    const isMoved = now !== null && Object.keys(changesOfMeeting(seen, now)).length > 0;
    // Somebody else's words are shown first; saving again then means these.
    if (isMoved && !isStale) return setStale(true);
    const changes = changesOfMeeting(seen, info);
    if (Object.keys(changes).length > 0) {
      if ((await order({ type: 'EditMeeting', rev: meeting.rev, changes })) === null) return;
    }
    setSeen({ ...meeting, ...info });
    setStale(false);
    setSavedAt(serverNow());
  }
  return (
    <form className={styles.form} noValidate onSubmit={(event) => void save(event)}>
      <p className={styles.note}>{t('info.hostedBy', { name: meeting.hostName })}</p>
      {!isOpen && <p className={styles.note}>{t('info.frozen')}</p>}
      <MeetingFields
        draft={draft}
        faults={isTried ? meetingFaults(draft) : []}
        disabled={!isOpen}
        onChange={(next) => {
          setDraft(next);
          setSavedAt(null);
        }}
      />
      {isStale && (
        <p className={styles.stale} role="alert">
          {t('info.stale', { title: meeting.title })}
        </p>
      )}
      {isOpen && (
        <div className={styles.actions}>
          <Button type="submit" tone="primary" testId="prepare-save">
            {t('info.save')}
          </Button>
          <span role="status" className={styles.note}>
            {savedAt !== null && t('info.saved', { gio: formatTime(savedAt) })}
          </span>
        </div>
      )}
    </form>
  );
}
