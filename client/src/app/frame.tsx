import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { installationQuery } from '#identity';
import { useTranslation } from '#platform/i18n';
import { SkipLink } from '#ui';
import styles from './frame.module.css';

/** Around every page: the way past the header, and what must be known of this installation. */
export function Frame() {
  const { t } = useTranslation();
  const { data: installation } = useQuery(installationQuery);
  return (
    <div className={styles.frame}>
      <SkipLink>{t('skipToMain')}</SkipLink>
      {installation?.isDemo && (
        <p className={styles.banner} data-testid="demo-banner">
          {t('demoBanner')}
        </p>
      )}
      {installation?.isPlainHttp && <p className={styles.banner}>{t('plainHttpBanner')}</p>}
      <div className={styles.page}>
        <Outlet />
      </div>
    </div>
  );
}
