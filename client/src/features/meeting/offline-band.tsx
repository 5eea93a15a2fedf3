import { formatTime, useTranslation } from '#platform/i18n';
import { useLive } from '#platform/live-store';
import styles from './offline-band.module.css';

/** What still works and what does not while the connection is lost. */
export function OfflineBand() {
  const { t } = useTranslation('meeting');
  const isOffline = useLive(({ connection }) => connection === 'offline');
  const since = useLive(({ offlineSince }) => offlineSince);
  if (!isOffline) return null;
  return (
    <p className={styles.band} role="status" data-testid="offline-band">
      {t('connection.offlineBand', { gio: formatTime(since ?? 0) })}
    </p>
  );
}
