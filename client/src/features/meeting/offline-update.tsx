import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '#platform/i18n';
import { takeNewVersion, useAppCopy } from '#platform/offline';
import { Button } from '#ui';
import { IconRefresh } from '#ui/icons';
import { isLive, myMeetingsQuery } from './my-meetings.ts';
import styles from './offline-update.module.css';

/** Offers a new build. Never while one of the person's meetings is on: it is then taken with the next start. */
export function UpdateOffer() {
  const { t } = useTranslation('offline');
  const { hasNewVersion } = useAppCopy();
  const { data: meetings } = useQuery({ ...myMeetingsQuery, enabled: hasNewVersion });
  if (!hasNewVersion || meetings === undefined || meetings.some(isLive)) return null;
  return (
    <div className={styles.offer} role="status" data-testid="update-offer">
      <span>{t('update.title')}</span>
      <Button
        tone="primary"
        icon={<IconRefresh aria-hidden="true" />}
        onClick={takeNewVersion}
        testId="update"
      >
        {t('update.action')}
      </Button>
    </div>
  );
}
