import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from '#platform/i18n';
import { classes } from '#ui';
import { IconPencil } from '#ui/icons';
import { DrawQueue } from './draw-queue.ts';
import type { PDFDocumentProxy } from './pdf-engine.ts';
import { naturalSize, type Rotation, viewportOf } from './rotation.ts';
import styles from './thumbnails.module.css';
import { whenIdle } from './when-idle.ts';

interface ThumbnailProps {
  readonly pdf: PDFDocumentProxy;
  /** From 0. */
  readonly index: number;
  readonly width: number;
  readonly ratio: number;
  readonly rotation: Rotation;
  readonly name: ReactNode;
  readonly isDrawn: boolean;
  readonly isCurrent: boolean;
  readonly isMarked: boolean;
  readonly onPress: () => void;
}

const mostDensity = 1.5;
/** One small picture at a time for all papers, and only while nothing else is to be done. */
const queue = new DrawQueue();

export function Thumbnail(props: ThumbnailProps) {
  const { pdf, index, width, ratio, rotation, name, isDrawn, isCurrent, isMarked, onPress } = props;
  const { t } = useTranslation('reader');
  const holder = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const target = holder.current;
    if (!isDrawn || target === null) return;
    const abort = new AbortController();
    const takeBack = queue.add(index, async () => {
      await whenIdle();
      if (!abort.signal.aborted) await draw({ pdf, index, width, rotation }, target, abort.signal);
    });
    return () => {
      takeBack();
      abort.abort();
      const canvas = target.querySelector('canvas');
      target.replaceChildren();
      // Safari gives a canvas's memory back at size 0 only.
      if (canvas !== null) canvas.width = 0;
    };
  }, [pdf, index, width, rotation, isDrawn]);
  return (
    <button
      type="button"
      className={classes(styles.thumbnail, isCurrent && styles.current)}
      aria-current={isCurrent ? 'page' : undefined}
      data-testid={`thumbnail-${index + 1}`}
      onClick={onPress}
    >
      <span ref={holder} className={styles.picture} style={{ width, height: Math.round(width * ratio) }} />
      {isMarked && (
        <span className={styles.mark} data-testid={`thumbnail-mark-${index + 1}`}>
          <IconPencil aria-hidden="true" />
          <span className="visually-hidden">{t('thumbnails.marked')}</span>
        </span>
      )}
      <span className={styles.name}>{name}</span>
    </button>
  );
}

async function draw(
  { pdf, index, width, rotation }: Pick<ThumbnailProps, 'pdf' | 'index' | 'width' | 'rotation'>,
  target: HTMLElement,
  signal: AbortSignal,
): Promise<void> {
  const proxy = await pdf.getPage(index + 1);
  if (signal.aborted) return;
  const density = Math.min(window.devicePixelRatio, mostDensity);
  const viewport = viewportOf(proxy, rotation, (width * density) / naturalSize(proxy, rotation).width);
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  const task = proxy.render({ canvas, viewport });
  signal.addEventListener('abort', () => task.cancel());
  try {
    await task.promise;
    if (signal.aborted) canvas.width = 0;
    else target.replaceChildren(canvas);
  } catch {
    // Scrolled away meanwhile, or a page that cannot be drawn: it keeps its number.
    canvas.width = 0;
  }
}
