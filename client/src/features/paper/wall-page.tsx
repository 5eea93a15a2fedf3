import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { PaperFile } from './pdf-engine.ts';
import { usePaperDocument } from './use-paper-document.ts';
import styles from './wall-page.module.css';

interface WallPageProps {
  readonly file: PaperFile;
  /** From 1. */
  readonly page: number;
  readonly label: string;
  /** Laid over the page; told how its own points come to CSS pixels from its upper left corner. */
  readonly overlay?: (transform: readonly number[]) => ReactNode;
}

/** How a page stands on the wall, in CSS pixels. */
interface Standing {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly transform: readonly number[];
}

/** One page as large as its place allows. The page before stays until the next one is drawn: a wall never goes blank. */
export function WallPage({ file, page, label, overlay }: WallPageProps) {
  const document = usePaperDocument(file);
  const holder = useRef<HTMLDivElement>(null);
  const [standing, setStanding] = useState<Standing | null>(null);
  const pdf = document.status === 'ready' ? document.pdf : null;
  useEffect(() => {
    const target = holder.current;
    if (target === null || pdf === null) return;
    const abort = new AbortController();
    pdf
      .getPage(Math.min(pdf.numPages, page))
      .then(async (proxy) => {
        abort.signal.throwIfAborted();
        const natural = proxy.getViewport({ scale: 1 });
        const fits = Math.min(target.clientWidth / natural.width, target.clientHeight / natural.height);
        const shown = proxy.getViewport({ scale: fits });
        const viewport = proxy.getViewport({ scale: fits * Math.min(2, devicePixelRatio) });
        const canvas = globalThis.document.createElement('canvas');
        canvas.width = Math.floor(viewport.width);
        canvas.height = Math.floor(viewport.height);
        canvas.style.width = `${shown.width}px`;
        canvas.style.height = `${shown.height}px`;
        const task = proxy.render({ canvas, viewport });
        abort.signal.addEventListener('abort', () => task.cancel());
        await task.promise;
        const before = target.querySelector('canvas');
        target.replaceChildren(canvas);
        if (before !== null) before.width = 0;
        const { width, height, transform } = shown;
        setStanding({ page, width, height, transform });
      })
      .catch(() => {
        // Overtaken by the next page, or a page that cannot be read: what is on the wall stays.
      });
    return () => abort.abort();
  }, [pdf, page]);
  return (
    <div role="img" aria-label={label} className={styles.page} data-testid="hall-page" data-page={page}>
      <div ref={holder} className={styles.sheet} />
      {overlay !== undefined && standing?.page === page && (
        <div className={styles.over} style={{ width: standing.width, height: standing.height }}>
          {overlay(standing.transform)}
        </div>
      )}
    </div>
  );
}
