import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { isAdministrator, isSecretary, useMe } from '#identity';
import { asProblem } from '#platform/api';
import { useNow } from '#platform/clock';
import { problemText, useTranslation } from '#platform/i18n';
import { Link, paths } from '#platform/navigation';
import { buttonClass, EmptyState, FailurePanel, Skeleton, Tabs } from '#ui';
import { IconCalendarEvent, IconPlus } from '#ui/icons';
import styles from './home-page.module.css';
import { LeadCard } from './lead-card.tsx';
import { MeetingDays } from './meeting-days.tsx';
import { myMeetingsQuery, scheduleOf } from './my-meetings.ts';
import { MeetingAhead } from './offline-parts.tsx';

const HomeScreenCard = lazy(async () => ({
  default: (await import('./offline-home-screen.tsx')).HomeScreenCard,
}));

/** "Lịch họp của tôi": the session that runs or comes next, then the others by day. */
export function HomePage() {
  const { t } = useTranslation('home');
  const me = useMe();
  return (
    <main id="main" className={styles.page}>
      <div className={styles.heading}>
        <h1 className={styles.title}>{t('title')}</h1>
        {isSecretary(me) && (
          <Link href={paths.newMeeting()} className={buttonClass('soft')} testId="meeting-new">
            <IconPlus aria-hidden="true" />
            {t('create')}
          </Link>
        )}
      </div>
      <Suspense fallback={null}>
        <HomeScreenCard />
      </Suspense>
      <MyMeetings />
    </main>
  );
}

function MyMeetings() {
  const { t } = useTranslation(['home', 'common']);
  const me = useMe();
  const { data, error, refetch } = useQuery(myMeetingsQuery);
  const now = useNow(60_000);
  if (data === undefined) {
    if (error === null) return <Skeleton rows={5} onRetry={() => void refetch()} />;
    return (
      <FailurePanel
        title={problemText(asProblem(error))}
        action={{ label: t('action.retry', { ns: 'common' }), onClick: () => void refetch() }}
      />
    );
  }
  if (data.length === 0) {
    return (
      <EmptyState
        icon={<IconCalendarEvent />}
        // Who only administers is invited to no meeting: their work lies elsewhere.
        action={
          isAdministrator(me) && (
            <Link href={paths.admin()} className={buttonClass('primary')} testId="home-admin">
              {t('common:menu.administration')}
            </Link>
          )
        }
        testId="home-empty"
      >
        {t('empty')}
      </EmptyState>
    );
  }
  const { lead, upcoming, past } = scheduleOf(data, now);
  return (
    <>
      {lead && (
        <LeadCard meeting={lead}>
          <MeetingAhead meeting={lead} all={data} now={now} />
        </LeadCard>
      )}
      <Others upcoming={upcoming} past={past} />
    </>
  );
}

type OthersProps = Pick<ReturnType<typeof scheduleOf>, 'upcoming' | 'past'>;

function Others({ upcoming, past }: OthersProps) {
  const { t } = useTranslation('home');
  const [shown, setShown] = useState<'upcoming' | 'past'>('upcoming');
  return (
    <Tabs
      label={t('title')}
      value={shown}
      onChange={setShown}
      tabs={[
        {
          key: 'upcoming',
          label: t('upcoming'),
          panel: <MeetingDays meetings={upcoming} empty={t('emptyUpcoming')} />,
          testId: 'home-tab-upcoming',
        },
        {
          key: 'past',
          label: t('past'),
          panel: <MeetingDays meetings={past} empty={t('emptyPast')} />,
          testId: 'home-tab-past',
        },
      ]}
    />
  );
}
