import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { asProblem, Problem } from '#platform/api';
import { problemText, useTranslation } from '#platform/i18n';
import { Link, paths } from '#platform/navigation';
import { buttonClass, FailurePanel, Skeleton } from '#ui';
import styles from './page-states.module.css';

export function PagePending() {
  return (
    <main id="main" className={styles.page}>
      <Skeleton rows={6} onRetry={() => location.reload()} />
    </main>
  );
}

/** The name under which a failed import of a page's chunk arrives differs by browser. */
const isMissingChunk = (error: unknown): boolean =>
  error instanceof TypeError && /dynamically imported module|importing a module script/i.test(error.message);

/** What happened, what is kept, what to do, and the code for the helpdesk. */
export function PageFailure({ error }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  if (isMissingChunk(error)) {
    return (
      <main id="main" className={styles.page}>
        <FailurePanel
          title={t('error.staleTitle')}
          action={{ label: t('action.reload'), onClick: () => location.reload() }}
        >
          <p>{t('error.stale')}</p>
        </FailurePanel>
      </main>
    );
  }
  const problem = asProblem(error);
  const isOurs = !(error instanceof Problem);
  const code = problem.correlationId ?? (isOurs ? describe(error) : problem.code);
  return (
    <main id="main" className={styles.page}>
      <FailurePanel
        title={isOurs ? t('error.title') : problemText(problem)}
        code={t('error.code', { code })}
        action={{ label: t('action.retry'), onClick: () => void router.invalidate() }}
      >
        <p>{t('error.kept')}</p>
        <p>{t('error.advice')}</p>
      </FailurePanel>
    </main>
  );
}

/** Enough for a developer to find the place: the error's own words, cut to a line. */
const describe = (error: unknown): string =>
  error instanceof Error ? error.message.slice(0, 120) : 'unknown';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <main id="main" className={styles.page}>
      <h1 className={styles.title}>{t('error.notFoundTitle')}</h1>
      <p>{t('error.notFound')}</p>
      <Link href={paths.home()} className={buttonClass('primary')}>
        {t('action.backHome')}
      </Link>
    </main>
  );
}
