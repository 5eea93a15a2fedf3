import { useEffect, useRef } from 'react';
import type { DrawQueue } from './draw-queue.ts';
import { drawPicture } from './first-picture.ts';
import styles from './page-canvas.module.css';
import type { PageViewport, PDFPageProxy } from './pdf-engine.ts';

interface PageCanvasProps {
  readonly proxy: PDFPageProxy;
  /** As the page stands on the screen, CSS pixels. */
  readonly viewport: PageViewport;
  readonly queue: DrawQueue;
  /** The picture is there, or cannot be made. */
  readonly onSettled: () => void;
}

/** A size that is only passed through, in a pinch or while a window is dragged, is not drawn. */
const settlesAfterMs = 120;

/** One page as a picture. At a new size the old picture is stretched until the new one is drawn. */
export function PageCanvas({ proxy, viewport, queue, onSettled }: PageCanvasProps) {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const target = holder.current;
    if (target === null) return;
    const abort = new AbortController();
    const begin = () => {
      const takeBack = queue.add(proxy.pageNumber - 1, async () => {
        await draw(proxy, viewport, target, abort.signal);
        if (!abort.signal.aborted) onSettled();
      });
      abort.signal.addEventListener('abort', takeBack);
    };
    const timer = target.firstChild === null ? undefined : setTimeout(begin, settlesAfterMs);
    if (timer === undefined) begin();
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [proxy, viewport, queue, onSettled]);
  useEffect(() => {
    const target = holder.current;
    return () => {
      if (target !== null) putIn(target, null);
      proxy.cleanup();
    };
  }, [proxy]);
  return <div ref={holder} className={styles.canvas} />;
}

async function draw(
  proxy: PDFPageProxy,
  viewport: PageViewport,
  holder: HTMLElement,
  signal: AbortSignal,
): Promise<void> {
  const { canvas, task } = drawPicture(proxy, viewport);
  signal.addEventListener('abort', () => task.cancel());
  try {
    await task.promise;
    putIn(holder, canvas);
  } catch {
    // Cancelled by a newer size or by scrolling away; anything else leaves the blank page visible.
    canvas.width = 0;
  }
}

/** Puts a canvas in place of the old one, whose memory Safari only gives back at size 0. */
function putIn(holder: HTMLElement, next: HTMLCanvasElement | null): void {
  const old = holder.querySelector('canvas');
  if (next === null) holder.replaceChildren();
  else holder.replaceChildren(next);
  if (old !== null) old.width = 0;
}
