import type { PaperComparison } from '@hopso/shared/paper';
import { useTranslation } from '#platform/i18n';
import { Button, Dialog, EmptyState } from '#ui';
import styles from './versions.module.css';

interface PageStripProps {
  readonly compared: PaperComparison | null;
  readonly version: number;
  readonly onPage: (page: number) => void;
  readonly onRetry: () => void;
  readonly onClose: () => void;
}

/** Every page of the newest version, changed or not; each leads to the page. */
export function PageStrip({ compared, version, onPage, onRetry, onClose }: PageStripProps) {
  const { t } = useTranslation('version');
  return (
    <Dialog
      open
      size="wide"
      title={t('strip.title', { n: version, older: compared?.older ?? version - 1 })}
      onClose={onClose}
      testId="version-strip"
    >
      {compared === null ? (
        <>
          <EmptyState>{t('strip.waiting')}</EmptyState>
          <div className={styles.acts}>
            <Button onClick={onRetry}>{t('strip.retry')}</Button>
          </div>
        </>
      ) : (
        <ul className={styles.strip}>
          {compared.pages.map(({ page, from, kind }) => (
            <li key={page}>
              <button
                type="button"
                className={styles.page}
                data-kind={kind}
                data-testid={`version-page-${page}`}
                onClick={() => onPage(page)}
              >
                <span className={styles.number}>{page}</span>
                <span>{t(`strip.kind.${kind}`, { from: from ?? 0 })}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
