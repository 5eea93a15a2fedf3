import type { PaperView } from '@hopso/shared/session';
import type { ReactNode, Ref } from 'react';
import { useTranslation } from '#platform/i18n';
import { FailurePanel, ProgressBar, Skeleton } from '#ui';
import { drawAhead } from './first-picture.ts';
import { paperFileOf } from './kept-paper.ts';
import { useOpenPaperPart } from './open-paper-part.ts';
import type { PageFrame, ReaderHandle } from './page-frame.ts';
import styles from './paper-reader.module.css';
import type { PDFDocumentProxy } from './pdf-engine.ts';
import bar from './reader-bar.module.css';
import type { SplitControl, WordActions } from './reader-toolbar.tsx';
import { useReadingPlace } from './reading-place.ts';
import { rememberedRotation } from './rotation.ts';
import { usePaperDocument } from './use-paper-document.ts';

interface PaperReaderProps {
  readonly meeting: string;
  readonly paper: Pick<PaperView, 'id' | 'title' | 'bytes'>;
  /** What stands at the left of the tools: the papers to choose from. */
  readonly beside: ReactNode;
  /** An older version of the paper; without it the newest is read. */
  readonly version?: number | undefined;
  /**
   * A layer over each drawn page. Keep the function the same between renders (`useCallback`): a page's layer is
   * made again only when the function or the page's frame changes. It takes the pointer only where it sets
   * `pointer-events` itself.
   */
  readonly overlay?: ((frame: PageFrame) => ReactNode) | undefined;
  /** What stands at the right edge of the pages, under them on a narrow screen. */
  readonly tools?: ReactNode;
  /** Moves and watches the open paper; null while it is loading. */
  readonly handle?: Ref<ReaderHandle> | undefined;
  /** Pages (from 1) with notes of the reader's own; keep the set the same while it holds the same. */
  readonly markedPages?: ReadonlySet<number> | undefined;
  /** Offered where a second paper may stand beside this one; comes from `PaperSplit`. */
  readonly split?: SplitControl | null | undefined;
  /** Searching the paper, reading it as text, selecting its words; comes from `useFinder`. */
  readonly words?: WordActions | undefined;
  /** Whether copies to take along are offered. */
  readonly isDownloadable?: boolean | undefined;
}

/** One paper to read. Give it a `key` of the paper's id (and version). */
export function PaperReader({ meeting, paper, version, isDownloadable = true, ...rest }: PaperReaderProps) {
  const { t } = useTranslation('meeting');
  const { place, remember } = useReadingPlace(meeting, paper.id);
  function handleOpened(pdf: PDFDocumentProxy) {
    const page = Math.min(pdf.numPages, place?.page ?? 1);
    const rotation = rememberedRotation(paper.id);
    pdf.getPage(page).then(
      (proxy) => drawAhead(proxy, rotation),
      () => {},
    );
  }
  const document = usePaperDocument({ ...paperFileOf(meeting, paper, version), onOpened: handleOpened });
  const { OpenPaper, hasFailed, retry } = useOpenPaperPart();
  if (document.status === 'ready' && place !== null && OpenPaper !== null) {
    const { pdf, firstRatio } = document;
    return (
      <OpenPaper
        {...{ pdf, firstRatio, place, remember, paper }}
        copies={{ meeting, version, isDownloadable }}
        {...rest}
      />
    );
  }
  function handleRetry() {
    if (document.status === 'failed') document.retry();
    retry();
  }
  return (
    <>
      <div className={bar.bar}>{rest.beside}</div>
      <div className={styles.body}>
        {document.status === 'failed' || hasFailed ? (
          <div className={styles.state}>
            <FailurePanel
              title={t('paper.failed')}
              action={{ label: t('action.retry', { ns: 'common' }), onClick: handleRetry }}
            >
              <p>{t('paper.failedKept')}</p>
            </FailurePanel>
          </div>
        ) : (
          <div className={styles.state}>
            {document.status === 'loading' && document.part > 0 && (
              <ProgressBar label={t('paper.loading')} value={document.part} />
            )}
            <Skeleton rows={8} />
          </div>
        )}
      </div>
    </>
  );
}
