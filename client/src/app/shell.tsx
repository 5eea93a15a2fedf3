import { Outlet } from '@tanstack/react-router';
import { useTranslation } from '#platform/i18n';
import { Link, paths } from '#platform/navigation';
import styles from './shell.module.css';
import { UserMenu } from './user-menu.tsx';

/** The common header: where this is, and who is signed in. */
export function Shell() {
  const { t } = useTranslation();
  return (
    <div className={styles.shell}>
      <header className={styles.header}>
        <Link href={paths.home()} className={styles.brand}>
          <img src="/favicon.svg" alt="" width={36} height={36} className={styles.mark} />
          {t('product')}
        </Link>
        <UserMenu />
      </header>
      <Outlet />
    </div>
  );
}
