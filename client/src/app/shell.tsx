import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from '#platform/i18n';
import { Link, paths } from '#platform/navigation';
import { keepAppOnDevice } from '#platform/offline';
import styles from './shell.module.css';
import { UserMenu } from './user-menu.tsx';

const UpdateOffer = lazy(async () => ({
  default: (await import('#pages/meeting/offline-update')).UpdateOffer,
}));

/** The common header: where this is, and who is signed in. */
export function Shell() {
  const { t } = useTranslation();
  useEffect(keepAppOnDevice, []);
  return (
    <div className={styles.shell}>
      <header className={styles.header}>
        <Link href={paths.home()} className={styles.brand}>
          <img src="/favicon.svg" alt="" width={36} height={36} className={styles.mark} />
          {t('product')}
        </Link>
        <UserMenu />
      </header>
      <Suspense fallback={null}>
        <UpdateOffer />
      </Suspense>
      <Outlet />
    </div>
  );
}
