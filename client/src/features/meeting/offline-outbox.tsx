import type { AnnotationAct } from '@hopso/shared/annotation';
import type { MeetingView } from '@hopso/shared/session';
import { useEffect, useState } from 'react';
import { unsentActs, useSyncStatus } from '#annotation';
import { useMe } from '#identity';
import { formatTime, problemText, useTranslation } from '#platform/i18n';
import { openVault } from '#platform/offline';
import { Dialog, Pill } from '#ui';
import { IconClock } from '#ui/icons';
import styles from './offline-outbox.module.css';

/** A stroke is sent within a second: only what waits longer is worth a word. */
const worthSayingMs = 2_000;

export function UnsentPill({ waiting, onOpen }: { readonly waiting: number; readonly onOpen: () => void }) {
  const { t } = useTranslation('offline');
  const [isSaid, setSaid] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSaid(true), worthSayingMs);
    return () => clearTimeout(timer);
  }, []);
  if (!isSaid) return null;
  return (
    <Pill dot="notice" icon={<IconClock aria-hidden="true" />} onClick={onOpen} testId="outbox">
      <span aria-hidden="true">{t('outbox.count', { n: waiting })}</span>
      <span className="visually-hidden">{t('outbox.open', { n: waiting })}</span>
    </Pill>
  );
}

interface OutboxDialogProps {
  readonly view: MeetingView;
  readonly onClose: () => void;
}

/** What was written here and the server has not taken yet. */
export function OutboxDialog({ view, onClose }: OutboxDialogProps) {
  const { t } = useTranslation('offline');
  const { isDurable, refused, waiting } = useSyncStatus();
  const acts = useUnsent(view.meeting.id, waiting);
  return (
    <Dialog open title={t('outbox.title')} onClose={onClose} testId="outbox-dialog">
      <p>{t(isDurable ? 'outbox.waits' : 'outbox.notKept')}</p>
      {refused.length > 0 && (
        <p className={styles.refused}>
          {t('outbox.refused', { n: refused.length })}:{' '}
          {refused.map((code) => problemText({ code })).join(' ')}
        </p>
      )}
      {acts.length === 0 ? (
        <p>{t('outbox.empty')}</p>
      ) : (
        <ul className={styles.list}>
          {acts.map((act) => (
            <li key={act.actId} className={styles.act} data-testid="outbox-act">
              <IconClock aria-hidden="true" />
              <span className={styles.what}>
                {t(act.body === null ? 'outbox.deleted' : `outbox.${act.type}`)}
                <span className={styles.where}>
                  {view.papers[act.paperId]?.title} · {t('outbox.page', { n: act.page })} ·{' '}
                  {formatTime(act.at)}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}

/** Read anew whenever their number changes; empty where the device keeps nothing. */
function useUnsent(meeting: string, waiting: number): readonly AnnotationAct[] {
  const { personId } = useMe();
  const [acts, setActs] = useState<readonly AnnotationAct[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `waiting` says when to read again
  useEffect(() => {
    let isLeft = false;
    openVault(personId)
      .then((vault) => unsentActs(vault, meeting))
      .then(
        (found) => isLeft || setActs(found),
        () => isLeft || setActs([]),
      );
    return () => {
      isLeft = true;
    };
  }, [personId, meeting, waiting]);
  return acts;
}
