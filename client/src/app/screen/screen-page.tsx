import { problemText, useTranslation } from '#platform/i18n';
import { MeetingLiveProvider, useLive } from '#platform/live-store';
import { classes } from '#ui';
import styles from './hall.module.css';
import { HallPicture } from './hall-picture.tsx';
import { useHallMeeting, useHallToken, useRestingCursor, useWakeLock } from './use-hall.ts';

/** The screen of the hall: a device link, no sign-in, nothing to press. */
export function ScreenPage() {
  const token = useHallToken();
  const isResting = useRestingCursor();
  useWakeLock();
  const { data, error } = useHallMeeting(token);
  return (
    <main id="main" data-surface="hall" className={classes(styles.hall, isResting && styles.resting)}>
      {data !== undefined ? (
        <MeetingLiveProvider key={`${data.meeting} ${token}`} meeting={data.meeting} screen={token}>
          <Wall meeting={data.meeting} token={token} />
        </MeetingLiveProvider>
      ) : (
        <Notice isUnknown={token === '' || error !== null} />
      )}
    </main>
  );
}

/** The last picture stays while the connection is lost: a dark wall would stop the session. */
function Wall({ meeting, token }: { readonly meeting: string; readonly token: string }) {
  const { t } = useTranslation('screen');
  const view = useLive((live) => live.view);
  const connection = useLive((live) => live.connection);
  const problem = useLive((live) => live.problem);
  if (problem !== null) return <p className={styles.notice}>{problemText(problem)}</p>;
  if (view === null) return <Notice isUnknown={false} />;
  return (
    <>
      <HallPicture view={view} meeting={meeting} token={token} />
      {connection !== 'live' && (
        <span className={styles.dot} role="status" data-testid="hall-offline">
          <span className="visually-hidden">{t('offline')}</span>
        </span>
      )}
    </>
  );
}

function Notice({ isUnknown }: { readonly isUnknown: boolean }) {
  const { t } = useTranslation('screen');
  return (
    <p className={styles.notice} data-testid="hall-notice">
      {isUnknown ? t('unknownLink') : t('connecting')}
    </p>
  );
}
