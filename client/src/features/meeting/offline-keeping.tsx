import type { ListedMeeting } from '@hopso/shared/meeting';
import type { MeetingView, PaperView } from '@hopso/shared/session';
import { useEffect, useState } from 'react';
import { useMe } from '#identity';
import { useTranslation } from '#platform/i18n';
import { useLive } from '#platform/live-store';
import { Button, ProgressBar } from '#ui';
import { IconAlertTriangle, IconCircleCheck, IconDownload, IconRefresh } from '#ui/icons';
import { useKeeping } from './keeping.ts';
import styles from './offline-keeping.module.css';
import { forgetOtherMeetings, keepMeeting, keepPapersOf } from './offline-papers.ts';

const againAfterMs = 60_000;

/** On the home page: keeps the meeting that comes next, and says how far that is. */
export function LeadKeeping({
  meeting,
  all,
}: {
  readonly meeting: string;
  readonly all: readonly ListedMeeting[];
}) {
  const { personId } = useMe();
  const [attempt, retry] = useAttempts(useKeeping(meeting).trouble === 'network');
  const known = all.map(({ id }) => id).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` begins anew
  useEffect(() => {
    // Without network the next attempt finds out again.
    keepMeeting(personId, meeting).catch(() => {});
  }, [personId, meeting, attempt]);
  useEffect(() => {
    forgetOtherMeetings(personId, known.split(' ')).catch(() => {});
  }, [personId, known]);
  return <KeepingLine meeting={meeting} onAgain={retry} />;
}

/** In the rail: keeps the papers that the live view has, and says how far that is. */
export function RailKeeping({ view }: { readonly view: MeetingView }) {
  const { personId } = useMe();
  const live = useLive((state) => state.view);
  const isLive = useLive(({ connection }) => connection === 'live');
  const meeting = view.meeting.id;
  const [attempt, retry] = useAttempts(useKeeping(meeting).trouble === 'network');
  const papers = live?.papers;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` and the connection begin anew; of the view the papers alone count
  useEffect(() => {
    if (live !== null) void keepPapersOf(personId, live);
  }, [personId, papers, isLive, attempt]);
  return (
    <div className={styles.rail}>
      <KeepingLine meeting={meeting} onAgain={retry} />
    </div>
  );
}

/** Counts attempts: again by itself after a while where the network was missing, and when the person says so. */
function useAttempts(isBroken: boolean): readonly [number, () => void] {
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (!isBroken) return;
    const again = () => setAttempt((count) => count + 1);
    const timer = setInterval(again, againAfterMs);
    addEventListener('online', again);
    return () => {
      clearInterval(timer);
      removeEventListener('online', again);
    };
  }, [isBroken]);
  return [attempt, () => setAttempt((count) => count + 1)];
}

function KeepingLine({ meeting, onAgain }: { readonly meeting: string; readonly onAgain: () => void }) {
  const { t } = useTranslation('offline');
  const { kept, total, trouble, papers } = useKeeping(meeting);
  if (total === 0) return null;
  const counts = { n: kept, tong: total };
  const hasFailed = trouble !== null || [...papers.values()].includes('failed');
  if (kept === total) {
    return (
      <p className={styles.line} data-testid="kept-total" data-kept={kept} data-total={total}>
        <IconCircleCheck className={styles.good} aria-hidden="true" />
        {t('kept', counts)}
      </p>
    );
  }
  const words = trouble === 'device' ? 'noRoom' : trouble === 'network' ? 'paused' : 'keeping';
  return (
    <div className={styles.keeping}>
      <p className={styles.line} data-testid="kept-total" data-kept={kept} data-total={total}>
        {hasFailed ? (
          <IconAlertTriangle className={styles.notice} aria-hidden="true" />
        ) : (
          <IconDownload aria-hidden="true" />
        )}
        {t(words, counts)}
      </p>
      {hasFailed ? (
        <Button tone="soft" icon={<IconRefresh aria-hidden="true" />} onClick={onAgain} testId="keep-again">
          {t('again')}
        </Button>
      ) : (
        <ProgressBar label={t('keeping', counts)} value={kept / total} />
      )}
    </div>
  );
}

/** Beside a paper in the rail: whether it can be read without network. */
export function KeptMark({ meeting, paper }: { readonly meeting: string; readonly paper: PaperView }) {
  const { t } = useTranslation('offline');
  const state = useKeeping(meeting).papers.get(paper.id);
  if (state === undefined) return null;
  return (
    <span
      className={styles.mark}
      data-testid={`kept-${paper.id}`}
      data-state={state}
      title={t(`paper.${state}`)}
    >
      {state === 'kept' ? (
        <IconCircleCheck className={styles.good} aria-hidden="true" />
      ) : (
        <IconDownload className={styles.pending} aria-hidden="true" />
      )}
      <span className="visually-hidden">{t(`paper.${state}`)}</span>
    </span>
  );
}
