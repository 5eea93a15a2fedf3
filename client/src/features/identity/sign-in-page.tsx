import { readCodeLink, type SignedIn } from '@hopso/shared/identity';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from '#platform/i18n';
import { paths, useGo } from '#platform/navigation';
import { Tabs } from '#ui';
import { CodeSignIn } from './code-sign-in.tsx';
import { installationQuery } from './installation.ts';
import { PasswordSignIn } from './password-sign-in.tsx';
import styles from './sign-in-page.module.css';

/** Where a fresh sign-in leads: to its one meeting, to the change of the first password, or to where it was asked for. */
function destination(me: SignedIn, next: string | undefined): string {
  if (me.passwordChangeRequired) return paths.password();
  if (me.meetingScope !== null) return paths.meeting(me.meetingScope);
  // Only an address of this application: "//elsewhere" would leave it.
  return next?.startsWith('/') && !next.startsWith('//') ? next : paths.home();
}

export function SignInPage() {
  const { t } = useTranslation('auth');
  const { next, ended } = useSearch({ strict: false }) as SignInSearch;
  const scanned = readCodeLink(useLocation().hash);
  const [way, setWay] = useState<'password' | 'code'>(scanned === null ? 'password' : 'code');
  const { data: installation } = useQuery(installationQuery);
  const go = useGo();
  const handleSignedIn = (me: SignedIn) => go(destination(me, next), { replace: true });
  return (
    <main id="main" className={styles.page}>
      <div className={styles.card}>
        <header className={styles.brand}>
          <img src="/favicon.svg" alt="" width={56} height={56} />
          <div>
            <h1 className={styles.product}>{t('product', { ns: 'common' })}</h1>
            <p className={styles.purpose}>{t('productPurpose', { ns: 'common' })}</p>
          </div>
        </header>
        {ended && <p className={styles.notice}>{t('signedOut')}</p>}
        {installation?.hasAdministrator === false && (
          <div className={styles.notice}>
            <p>{t('emptyInstallation')}</p>
            <code className={styles.command}>npm run hopso -- create-admin</code>
          </div>
        )}
        <Tabs
          label={t('method')}
          value={way}
          onChange={setWay}
          tabs={[
            {
              key: 'password',
              label: t('byPassword'),
              panel: <PasswordSignIn onSignedIn={handleSignedIn} />,
              testId: 'sign-in-tab-password',
            },
            {
              key: 'code',
              label: t('meetingCode'),
              panel: <CodeSignIn scanned={scanned} onSignedIn={handleSignedIn} />,
              testId: 'sign-in-tab-code',
            },
          ]}
        />
      </div>
    </main>
  );
}

/** `next`: where to go afterwards; `ended`: the sign-in ran out. */
export interface SignInSearch {
  readonly next?: string;
  readonly ended?: boolean;
}
