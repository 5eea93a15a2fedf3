import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from '#platform/i18n';
import { PageCanvas } from './page-canvas.tsx';
import type { PDFDocumentProxy } from './pdf-engine.ts';
import styles from './reader-pages.module.css';
import { leftOf, type Reader } from './use-reader.ts';
import { useZoomGestures } from './use-zoom-gestures.ts';

/** A drawn page, for what is laid over it. */
interface PageFrame {
  /** From 1. */
  readonly page: number;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

interface ReaderPagesProps {
  readonly pdf: PDFDocumentProxy;
  readonly reader: Reader;
  readonly title: string;
  /** A layer over each drawn page, in the page's own coordinates (notes, highlights). */
  readonly overlay?: (frame: PageFrame) => ReactNode;
}

/** The pages below one another; only those in view and their neighbours exist. */
export function ReaderPages({ pdf, reader, title, overlay }: ReaderPagesProps) {
  const { t } = useTranslation('meeting');
  useZoomGestures(reader);
  const { layout, drawn, scroller, learnRatio } = reader;
  const left = leftOf(layout, scroller.current?.clientWidth ?? 0);
  const stackWidth = layout.pageWidth + 2 * left;
  return (
    <section
      ref={scroller}
      className={styles.scroller}
      aria-label={title}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the pages must be scrollable from the keyboard
      tabIndex={0}
      data-testid="paper-pages"
    >
      <div className={styles.stack} style={{ height: layout.height, minWidth: stackWidth }}>
        {drawn.map((page) => (
          <div key={page} className={styles.page} style={boxOf(reader, page, left)} data-page={page + 1}>
            <div
              role="img"
              aria-label={t('paper.pageOf', { n: page + 1, total: reader.count })}
              className={styles.picture}
            >
              <PageCanvas pdf={pdf} page={page} width={layout.pageWidth} onRatio={learnRatio} />
            </div>
            {overlay && (
              <div className={styles.overlay}>
                {overlay({ page: page + 1, width: layout.pageWidth, height: layout.heights[page] ?? 0 })}
              </div>
            )}
          </div>
        ))}
      </div>
    </section>
  );
}

const boxOf = ({ layout }: Reader, page: number, left: number): CSSProperties => ({
  top: layout.tops[page] ?? 0,
  left,
  width: layout.pageWidth,
  height: layout.heights[page] ?? 0,
});
