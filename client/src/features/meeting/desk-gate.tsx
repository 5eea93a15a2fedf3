import type { ReactNode } from 'react';
import { problemText, useTranslation } from '#platform/i18n';
import { useLive } from '#platform/live-store';
import { Link, paths, useMeetingParam } from '#platform/navigation';
import { buttonClass, FailurePanel, Skeleton } from '#ui';
import styles from './desk-gate.module.css';

/** Lets in whoever conducts or prepares the meeting, once there is something to show. */
export function DeskGate({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation(['desk', 'common']);
  const meeting = useMeetingParam();
  const problem = useLive((live) => live.problem);
  const audience = useLive((live) => live.audience);
  const isReady = useLive((live) => live.view !== null && live.mine !== null);
  if (problem !== null) {
    return (
      <Page>
        <FailurePanel title={problemText(problem)} code={problem.code} />
        <Link href={paths.home()} className={buttonClass('outline')}>
          {t('common:action.backHome')}
        </Link>
      </Page>
    );
  }
  if (!isReady) {
    return (
      <Page>
        <Skeleton rows={8} onRetry={() => location.reload()} />
      </Page>
    );
  }
  if (audience === 'desk') return children;
  return (
    <Page>
      <FailurePanel title={t('gate.notDesk')}>
        <p>{t('gate.who')}</p>
      </FailurePanel>
      <Link href={paths.meeting(meeting)} className={buttonClass('primary')}>
        {t('gate.enter')}
      </Link>
    </Page>
  );
}

const Page = ({ children }: { readonly children: ReactNode }) => (
  <main id="main" className={styles.page}>
    {children}
  </main>
);
