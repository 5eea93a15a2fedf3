import type { ListedMeeting } from '@hopso/shared/meeting';
import { useQuery } from '@tanstack/react-query';
import { myMeetingsQuery } from '#meeting';
import { asProblem } from '#platform/api';
import { formatDateTime, meetingWords, problemText, useTranslation } from '#platform/i18n';
import { Link, paths } from '#platform/navigation';
import { buttonClass, EmptyState, FailurePanel } from '#ui';
import { IconClock, IconLock } from '#ui/icons';

interface ResultUnavailableProps {
  readonly meeting: string;
  readonly error: unknown;
  readonly onRetry: () => void;
}

/**
 * Why there is nothing to show. A result that does not exist yet and one that is not for this person answer
 * alike; that the meeting has not begun is known from the person's own list.
 */
export function ResultUnavailable({ meeting, error, onRetry }: ResultUnavailableProps) {
  const { t } = useTranslation('result');
  const { data: meetings = [] } = useQuery(myMeetingsQuery);
  const problem = asProblem(error);
  if (problem.code !== 'not-found') {
    return (
      <FailurePanel
        title={problemText(problem)}
        code={t('error.code', { ns: 'common', code: problem.correlationId ?? problem.code })}
        action={{ label: t('action.retry', { ns: 'common' }), onClick: onRetry }}
      />
    );
  }
  const planned = meetings.find(({ id, startedAt }) => id === meeting && startedAt === null);
  return planned === undefined ? <Hidden /> : <NotBegun meeting={planned} />;
}

function NotBegun({ meeting }: { readonly meeting: ListedMeeting }) {
  const { t } = useTranslation('result');
  const { id, title, gathering, startsAt, phase, capacity } = meeting;
  const { Hop } = meetingWords(gathering);
  const canRead = phase === 'published' && capacity !== null;
  return (
    <EmptyState
      icon={<IconClock />}
      action={
        canRead ? (
          <Link href={paths.meeting(id)} className={buttonClass('primary')} testId="result-papers">
            {t('papersBefore')}
          </Link>
        ) : (
          <BackHome />
        )
      }
      testId="result-not-begun"
    >
      {phase === 'postponed'
        ? t('notBegunPostponed', { Hop, title })
        : t('notBegun', { Hop, title, luc: formatDateTime(startsAt) })}
    </EmptyState>
  );
}

function Hidden() {
  const { t } = useTranslation('result');
  return (
    <EmptyState icon={<IconLock />} action={<BackHome />} testId="result-hidden">
      {t('hidden')} {t('hiddenWho')}
    </EmptyState>
  );
}

function BackHome() {
  const { t } = useTranslation('result');
  return (
    <Link href={paths.home()} className={buttonClass('primary')} testId="result-back">
      {t('back')}
    </Link>
  );
}
