import type { MeetingView } from '@hopso/shared/session';
import { useQuery } from '@tanstack/react-query';
import { meetingWords, useTranslation } from '#platform/i18n';
import { useMeetingParam } from '#platform/navigation';
import { Skeleton } from '#ui';
import { AttendanceList } from './attendance-list.tsx';
import { AttendanceSummary } from './attendance-summary.tsx';
import { ItemResults } from './item-results.tsx';
import { PrintStamp } from './print-stamp.tsx';
import { ResultActions } from './result-actions.tsx';
import { ResultFacts } from './result-facts.tsx';
import { ResultHeading } from './result-heading.tsx';
import styles from './result-page.module.css';
import { resultQuery } from './result-query.ts';
import { ResultUnavailable } from './result-unavailable.tsx';

/** What a meeting came to: who attended, what was decided and how; on screen and on paper. */
export function ResultPage() {
  const meeting = useMeetingParam();
  const { data: view, error, refetch } = useQuery(resultQuery(meeting));
  if (view !== undefined) return <Result view={view} />;
  return (
    <main id="main" className={styles.page}>
      {error === null ? (
        <Skeleton rows={8} onRetry={() => void refetch()} />
      ) : (
        <ResultUnavailable meeting={meeting} error={error} onRetry={() => void refetch()} />
      )}
    </main>
  );
}

function Result({ view }: { readonly view: MeetingView }) {
  const { t } = useTranslation('result');
  const { title, gathering } = view.meeting;
  const words = meetingWords(gathering);
  return (
    <main id="main" className={styles.page} data-testid="result">
      <title>{`${t('heading', { ...words })} – ${title}`}</title>
      <ResultHeading meeting={view.meeting} words={words} />
      <ResultActions view={view} />
      <ResultFacts view={view} words={words} />
      <AttendanceSummary view={view} />
      <ItemResults view={view} words={words} />
      <AttendanceList view={view} />
      <PrintStamp />
    </main>
  );
}
