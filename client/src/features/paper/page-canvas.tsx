import { useEffect, useRef, useState } from 'react';
import styles from './page-canvas.module.css';
import type { PDFDocumentProxy, PDFPageProxy } from './pdf-engine.ts';

interface PageCanvasProps {
  readonly pdf: PDFDocumentProxy;
  /** From 0. */
  readonly page: number;
  readonly width: number;
  readonly onRatio: (page: number, ratio: number) => void;
}

/** Above this a page is drawn coarser: canvases of a tablet share a small, fixed amount of memory. */
const mostPixels = 6_000_000;

/** One page as a picture. At a new width the old picture is stretched until the new one is drawn. */
export function PageCanvas({ pdf, page, width, onRatio }: PageCanvasProps) {
  const holder = useRef<HTMLDivElement>(null);
  const loaded = usePage(pdf, page, onRatio);
  useEffect(() => {
    const target = holder.current;
    if (loaded === null || target === null || width === 0) return;
    const { canvas, task } = draw(loaded, width);
    task.promise.then(
      () => release(target, canvas),
      () => {
        // Cancelled by a newer width or by scrolling away; anything else leaves the blank page visible.
        canvas.width = 0;
      },
    );
    return () => task.cancel();
  }, [loaded, width]);
  useEffect(() => {
    const target = holder.current;
    return () => {
      if (target !== null) release(target, null);
      loaded?.cleanup();
    };
  }, [loaded]);
  return <div ref={holder} className={styles.canvas} />;
}

function usePage(
  pdf: PDFDocumentProxy,
  page: number,
  onRatio: PageCanvasProps['onRatio'],
): PDFPageProxy | null {
  const [loaded, setLoaded] = useState<PDFPageProxy | null>(null);
  useEffect(() => {
    let isWanted = true;
    pdf.getPage(page + 1).then(
      (proxy) => {
        if (!isWanted) return;
        const { width, height } = proxy.getViewport({ scale: 1 });
        onRatio(page, height / width);
        setLoaded(proxy);
      },
      () => {
        // The document was closed, or this one page cannot be read: it stays blank and the others can be read.
      },
    );
    return () => {
      isWanted = false;
    };
  }, [pdf, page, onRatio]);
  return loaded;
}

function draw(page: PDFPageProxy, cssWidth: number) {
  const natural = page.getViewport({ scale: 1 });
  const cssScale = cssWidth / natural.width;
  const cssPixels = cssWidth * natural.height * cssScale;
  const density = Math.min(window.devicePixelRatio, 2, Math.sqrt(mostPixels / cssPixels));
  const viewport = page.getViewport({ scale: cssScale * density });
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  return { canvas, task: page.render({ canvas, viewport }) };
}

/** Puts a canvas in place of the old one, whose memory Safari only gives back at size 0. */
function release(holder: HTMLDivElement, next: HTMLCanvasElement | null): void {
  const old = holder.querySelector('canvas');
  if (next === null) holder.replaceChildren();
  else holder.replaceChildren(next);
  if (old !== null) old.width = 0;
}
