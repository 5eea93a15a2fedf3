import { useEffect } from 'react';
import { AnnotationProvider } from '#annotation';
import { useTranslation } from '#platform/i18n';
import { MeetingLiveProvider, useLive } from '#platform/live-store';
import { Link, paths, useMeetingParam } from '#platform/navigation';
import { keepAppOnDevice } from '#platform/offline';
import { buttonClass, EmptyState, Skeleton } from '#ui';
import { IconLock } from '#ui/icons';
import { ConnectionPill } from './connection-pill.tsx';
import { Workspace } from './workspace.tsx';
import styles from './workspace-page.module.css';

/** The meeting on a member's tablet. */
export function WorkspacePage() {
  const meeting = useMeetingParam();
  useEffect(keepAppOnDevice, []);
  return (
    <MeetingLiveProvider key={meeting} meeting={meeting}>
      <AnnotationProvider meeting={meeting}>
        <Entry />
      </AnnotationProvider>
    </MeetingLiveProvider>
  );
}

function Entry() {
  const { t } = useTranslation('meeting');
  const hasView = useLive(({ view }) => view !== null);
  const isGone = useLive(({ connection }) => connection === 'gone');
  if (hasView) return <Workspace />;
  return (
    <main id="main" className={styles.waiting}>
      {isGone ? (
        <EmptyState
          icon={<IconLock />}
          action={
            <Link href={paths.home()} className={buttonClass('primary')}>
              {t('rail.back')}
            </Link>
          }
          testId="meeting-gone"
        >
          {t('connection.closed')}
        </EmptyState>
      ) : (
        <>
          <div className={styles.connection}>
            <ConnectionPill />
          </div>
          <Skeleton rows={8} onRetry={() => location.reload()} />
        </>
      )}
    </main>
  );
}
