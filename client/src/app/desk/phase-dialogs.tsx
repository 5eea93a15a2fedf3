import type { MeetingView } from '@hopso/shared/session';
import { useEffect, useState } from 'react';
import { AttendanceStatement } from '#attendance';
import { useOrder, useReason } from '#meeting';
import { serverNow } from '#platform/clock';
import { formatTime, meetingWords, useTranslation } from '#platform/i18n';
import { ConfirmDialog } from '#ui';
import { endFacts, startFacts } from './consequences.ts';
import styles from './phase-dialogs.module.css';

interface PhaseDialogProps {
  readonly view: MeetingView;
  readonly onClose: () => void;
}

/** Begins the session; says who is here and what it sets going. Below the quorum it leads to the lawful ways out. */
export function StartDialog({ view, onClose, onShort }: PhaseDialogProps & { readonly onShort: () => void }) {
  const { t } = useTranslation('desk');
  const order = useOrder({
    onRefused: ({ code }) => {
      if (code === 'quorum/short') onShort();
      return code === 'quorum/short';
    },
  });
  const [now] = useState(serverNow);
  const words = meetingWords(view.meeting.gathering);
  const { quorum, present, invited, items, endsAt } = startFacts(view, now);
  async function start() {
    if ((await order({ type: 'StartMeeting' })) !== null) onClose();
  }
  return (
    <ConfirmDialog
      open
      title={t('start.title', { ...words })}
      action={t('act.start', { hop: words.hop })}
      onConfirm={start}
      onClose={onClose}
      testId="desk-start-confirm"
    >
      {quorum === null ? (
        <p>{t('start.present', { p: present, n: invited })}</p>
      ) : (
        <AttendanceStatement view={view} />
      )}
      <ul className={styles.effects}>
        <li>{t('start.items', { n: items, gio: formatTime(endsAt) })}</li>
        <li>{t('start.effect')}</li>
        <li>{t('start.first')}</li>
      </ul>
    </ConfirmDialog>
  );
}

/** A break: the clocks stand. When the session is in a break already, it goes on. */
export function PauseDialog({ view, onClose }: PhaseDialogProps) {
  const { t } = useTranslation('desk');
  const order = useOrder();
  const isPaused = view.meeting.phase === 'paused';
  const reason = useReason(isPaused ? 'ResumeMeeting' : 'PauseMeeting');
  const { hop } = meetingWords(view.meeting.gathering);
  const current = view.meeting.currentItemId === null ? undefined : view.items[view.meeting.currentItemId];
  useEffect(() => {
    if (view.meeting.phase === 'ended') onClose();
  }, [view.meeting.phase, onClose]);
  async function act() {
    if ((await order({ type: isPaused ? 'ResumeMeeting' : 'PauseMeeting' })) !== null) onClose();
  }
  return (
    <ConfirmDialog
      open
      title={isPaused ? t('pause.resumeTitle', { hop }) : t('pause.title')}
      action={isPaused ? t('act.resume', { hop }) : t('act.pause')}
      onConfirm={act}
      onClose={onClose}
      testId="desk-pause-confirm"
    >
      {reason !== null && <p className={styles.reason}>{reason}</p>}
      <ul className={styles.effects}>
        {current !== undefined && (
          <li>{t(isPaused ? 'pause.clockRuns' : 'pause.clockStands', { n: current.number })}</li>
        )}
        <li>{t(isPaused ? 'pause.resumeEffect' : 'pause.effect')}</li>
      </ul>
    </ConfirmDialog>
  );
}

/** Ends the session; names what would stay open, since nothing can be added to the record afterwards. */
export function EndDialog({ view, onClose }: PhaseDialogProps) {
  const { t } = useTranslation('desk');
  const order = useOrder();
  const { hop } = meetingWords(view.meeting.gathering);
  const { held, items, pending, withoutOutcome, withoutConclusion, copiesOut } = endFacts(view);
  async function end() {
    if ((await order({ type: 'EndMeeting' })) !== null) onClose();
  }
  return (
    <ConfirmDialog
      open
      title={t('end.title', { hop })}
      action={t('act.end', { hop })}
      danger
      onConfirm={end}
      onClose={onClose}
      testId="desk-end-confirm"
    >
      <ul className={styles.effects}>
        <li>{t('end.held', { n: held, of: items })}</li>
        {pending.length > 0 && (
          <li className={styles.open}>{t('end.pending', { ds: pending.join(', ') })}</li>
        )}
        {withoutOutcome.length > 0 && (
          <li className={styles.open}>{t('end.withoutOutcome', { ds: withoutOutcome.join(', ') })}</li>
        )}
        {withoutConclusion.length > 0 && (
          <li className={styles.open}>{t('end.withoutConclusion', { ds: withoutConclusion.join(', ') })}</li>
        )}
        {copiesOut.length > 0 && (
          <li className={styles.open} data-testid="end-copies-out">
            {t('end.copiesOut', { ds: copiesOut.map((of) => t('copiesOf', of)).join('; ') })}
          </li>
        )}
        <li>{t('end.effect')}</li>
      </ul>
    </ConfirmDialog>
  );
}
