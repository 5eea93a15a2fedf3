import { type ReactNode, useCallback } from 'react';
import type { PageFrame } from './page-frame.ts';
import { PageView } from './page-view.tsx';
import type { PDFDocumentProxy, PDFPageProxy } from './pdf-engine.ts';
import styles from './reader-pages.module.css';
import type { Rotation } from './rotation.ts';
import type { Reader } from './use-reader.ts';
import { useZoomGestures } from './use-zoom-gestures.ts';

interface ReaderPagesProps {
  readonly pdf: PDFDocumentProxy;
  readonly reader: Reader;
  readonly rotation: Rotation;
  readonly title: string;
  /** The pages (from 0) that are there now, for whoever must measure them. */
  readonly loaded: Map<number, PDFPageProxy>;
  readonly overlay?: ((frame: PageFrame) => ReactNode) | undefined;
  /** Hears whenever a page's picture is there, or cannot be made; keep the function the same. */
  readonly onSettled: () => void;
}

/** The pages below one another; only those in view and their neighbours exist. */
export function ReaderPages(props: ReaderPagesProps) {
  const { pdf, reader, rotation, title, loaded, overlay, onSettled } = props;
  useZoomGestures(reader);
  const { layout, drawn, left, scroller, queue, learnRatio } = reader;
  const handleLoaded = useCallback(
    (page: number, proxy: PDFPageProxy | null) => {
      if (proxy === null) {
        loaded.delete(page);
        return;
      }
      loaded.set(page, proxy);
      const { width, height } = proxy.getViewport({ scale: 1 });
      learnRatio(page, height / width);
    },
    [loaded, learnRatio],
  );
  return (
    <section
      ref={scroller}
      className={styles.scroller}
      aria-label={title}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the pages must be scrollable from the keyboard
      tabIndex={0}
      data-testid="paper-pages"
    >
      <div className={styles.stack} style={{ height: layout.height, minWidth: layout.pageWidth + 2 * left }}>
        {drawn.map((page) => (
          <PageView
            key={page}
            {...{ pdf, page, left, rotation, queue, overlay, onSettled }}
            top={layout.tops[page] ?? 0}
            width={layout.pageWidth}
            height={layout.heights[page] ?? 0}
            onLoaded={handleLoaded}
          />
        ))}
      </div>
    </section>
  );
}
