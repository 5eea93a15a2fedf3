import { includesRight } from '@hopso/shared/paper';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { PaperReader } from '#paper';
import { asProblem } from '#platform/api';
import { problemText, useTranslation } from '#platform/i18n';
import { Link, paths, useMeetingParam } from '#platform/navigation';
import { buttonClass, FailurePanel, Skeleton } from '#ui';
import { IconArrowLeft } from '#ui/icons';
import styles from './result-paper-page.module.css';
import { resultQuery } from './result-query.ts';

/** A paper of a meeting that was held, opened from its result. */
export function ResultPaperPage() {
  const { t } = useTranslation('result');
  const meeting = useMeetingParam();
  const { paper: paperId = '' } = useParams({ strict: false }) as { readonly paper?: string };
  const { data: view, error } = useQuery(resultQuery(meeting));
  const paper = view?.papers[paperId];
  const back = (
    <Link href={paths.result(meeting)} className={buttonClass('plain')} testId="result-paper-back">
      <IconArrowLeft aria-hidden="true" />
      {t('paper.back')}
    </Link>
  );
  if (paper !== undefined) {
    const beside = (
      <div className={styles.beside}>
        {back}
        <h1 className={styles.title}>{paper.title}</h1>
      </div>
    );
    return (
      <main id="main" className={styles.page}>
        <title>{paper.title}</title>
        <PaperReader
          key={paper.id}
          meeting={meeting}
          paper={paper}
          beside={beside}
          isDownloadable={includesRight(view?.rights[paper.id] ?? 'print', 'download')}
        />
      </main>
    );
  }
  return (
    <main id="main" className={styles.state}>
      {back}
      {view === undefined && error === null && <Skeleton rows={8} onRetry={() => location.reload()} />}
      {view !== undefined && <FailurePanel title={t('paper.unknown')} />}
      {error !== null && view === undefined && <FailurePanel title={problemText(asProblem(error))} />}
    </main>
  );
}
