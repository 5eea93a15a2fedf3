import { type CSSProperties, memo, type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from '#platform/i18n';
import type { DrawQueue } from './draw-queue.ts';
import { PageCanvas } from './page-canvas.tsx';
import type { PageFrame } from './page-frame.ts';
import styles from './page-view.module.css';
import type { PDFDocumentProxy, PDFPageProxy } from './pdf-engine.ts';
import { naturalSize, type Rotation, viewportOf } from './rotation.ts';
import { usePage } from './use-page.ts';

interface PageViewProps {
  readonly pdf: PDFDocumentProxy;
  /** From 0. */
  readonly page: number;
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
  readonly rotation: Rotation;
  readonly queue: DrawQueue;
  /** Hears the page when it is there, and null when it leaves the screen's neighbourhood. */
  readonly onLoaded: (page: number, proxy: PDFPageProxy | null) => void;
  /** Hears when the page's picture is there, or cannot be made. */
  readonly onSettled: () => void;
  readonly overlay?: ((frame: PageFrame) => ReactNode) | undefined;
}

/** One page with what is laid over it; drawn again only when its own place, size or layers change. */
export const PageView = memo(function PageView(props: PageViewProps) {
  const { pdf, page, top, left, width, height, rotation, queue, onLoaded, onSettled, overlay } = props;
  const { t } = useTranslation('meeting');
  const proxy = usePage(pdf, page);
  useEffect(() => {
    if (proxy === null) return;
    onLoaded(page, proxy);
    return () => onLoaded(page, null);
  }, [page, proxy, onLoaded]);
  const frame = useMemo(
    () => (proxy === null ? null : frameOf(proxy, width, rotation)),
    [proxy, width, rotation],
  );
  // What is laid over a page comes after its picture: the page is what is waited for.
  const [isDrawn, setDrawn] = useState(false);
  const handleSettled = useCallback(() => {
    setDrawn(true);
    onSettled();
  }, [onSettled]);
  const layers = useMemo(
    () => (frame === null || !isDrawn ? null : overlay?.(frame)),
    [frame, isDrawn, overlay],
  );
  const box: CSSProperties = { top, left, width, height };
  return (
    <div className={styles.page} style={box} data-page={page + 1}>
      <div
        role="img"
        aria-label={t('paper.pageOf', { n: page + 1, total: pdf.numPages })}
        className={styles.picture}
      >
        {frame !== null && (
          <PageCanvas proxy={frame.proxy} viewport={frame.viewport} queue={queue} onSettled={handleSettled} />
        )}
      </div>
      {layers && <div className={styles.overlay}>{layers}</div>}
    </div>
  );
});

function frameOf(proxy: PDFPageProxy, width: number, rotation: Rotation): PageFrame {
  const viewport = viewportOf(proxy, rotation, width / naturalSize(proxy, rotation).width);
  return { page: proxy.pageNumber, width, height: viewport.height, viewport, proxy };
}
