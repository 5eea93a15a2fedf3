import { formatTime, useTranslation } from '#platform/i18n';
import { useLive } from '#platform/live-store';
import { Pill } from '#ui';
import { IconRefresh, IconWifi, IconWifiOff } from '#ui/icons';

/** Whether what is on the screen holds: connected, catching up, or offline since when. */
export function ConnectionPill() {
  const { t } = useTranslation('meeting');
  const connection = useLive((state) => state.connection);
  const offlineSince = useLive((state) => state.offlineSince);
  if (connection === 'offline') {
    return (
      <Pill icon={<IconWifiOff aria-hidden="true" />} dot="notice" compact testId="connection">
        {t('connection.offline', { gio: formatTime(offlineSince ?? 0) })}
      </Pill>
    );
  }
  if (connection === 'live') {
    return (
      <Pill icon={<IconWifi aria-hidden="true" />} compact testId="connection">
        {t('connection.live')}
      </Pill>
    );
  }
  return (
    <Pill icon={<IconRefresh aria-hidden="true" />} compact testId="connection">
      {t(`connection.${connection}`)}
    </Pill>
  );
}
