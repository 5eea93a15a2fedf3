import { useSearch } from '@tanstack/react-router';
import { AccountPanel, isAdministrator, useMe } from '#identity';
import { CommitteePanel, UnitPanel } from '#organisation';
import { useTranslation } from '#platform/i18n';
import { Link, paths, useGo } from '#platform/navigation';
import { buttonClass, EmptyState, Tabs } from '#ui';
import { IconLock } from '#ui/icons';
import styles from './admin-page.module.css';
import { type AdminSearch, type AdminTab, adminHref } from './admin-search.ts';

/** Accounts, units and committees, for administrators. */
export function AdminPage() {
  const { t } = useTranslation('admin');
  const me = useMe();
  return (
    <main id="main" className={styles.page} data-testid="admin">
      <title>{t('title')}</title>
      <h1 className={styles.title}>{t('title')}</h1>
      {isAdministrator(me) ? <Administration /> : <Denied />}
    </main>
  );
}

function Administration() {
  const { t } = useTranslation('admin');
  const { tab = 'accounts', unit } = useSearch({ strict: false }) as AdminSearch;
  const go = useGo();
  const show = (next: AdminTab, unitId?: string | null) => go(adminHref(next, unitId), { replace: true });
  return (
    <Tabs
      label={t('tabs.label')}
      value={tab}
      onChange={(next) => show(next)}
      tabs={[
        {
          key: 'accounts',
          label: t('tabs.accounts'),
          panel: <AccountPanel />,
          testId: 'admin-tab-accounts',
        },
        {
          key: 'units',
          label: t('tabs.units'),
          panel: <UnitPanel onCommittee={(unitId) => show('committees', unitId)} />,
          testId: 'admin-tab-units',
        },
        {
          key: 'committees',
          label: t('tabs.committees'),
          panel: <CommitteePanel unitId={unit ?? null} onUnit={(unitId) => show('committees', unitId)} />,
          testId: 'admin-tab-committees',
        },
      ]}
    />
  );
}

function Denied() {
  const { t } = useTranslation('admin');
  return (
    <EmptyState
      icon={<IconLock />}
      action={
        <Link href={paths.home()} className={buttonClass('primary')}>
          {t('home')}
        </Link>
      }
      testId="admin-denied"
    >
      {t('denied')}
    </EmptyState>
  );
}
