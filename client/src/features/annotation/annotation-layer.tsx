import type { Annotation } from '@hopso/shared/annotation';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from '#platform/i18n';
import { classes, showToast } from '#ui';
import styles from './annotation-layer.module.css';
import { listenToHands, type SurfaceContext } from './drawing-surface.ts';
import { isHit } from './hit.ts';
import { NoteDrawing } from './note-drawing.tsx';
import { changeOf, type Notebook } from './notebook.ts';
import { PageBookmark, Pins, Texts } from './page-marks.tsx';
import { PageNoteList } from './page-note-list.tsx';
import type { PageTarget, PaperTarget } from './paper-target.ts';
import { onScreen, roomFor } from './text-box.ts';
import { usePageWords } from './use-page-words.ts';
import { toolBox, useToolState } from './use-tool-state.ts';

interface AnnotationLayerProps extends PageTarget {
  readonly notebook: Notebook;
}

/** CSS pixels around a finger. */
const tapReachPx = 12;

/** Everything that was written on one page, and the surface to write on it. */
export function AnnotationLayer({ notebook, paperId, version, frame, isReadOnly }: AnnotationLayerProps) {
  const { t } = useTranslation('annotation');
  const { tool: chosen, isPenOnly } = useToolState();
  // A tool that was chosen on another paper writes nothing here.
  const tool = isReadOnly ? 'view' : chosen;
  const notes = usePageNotes(notebook, { paperId, version }, frame.page);
  const root = useRef<HTMLDivElement>(null);
  const ink = useRef<SVGPathElement>(null);
  const marker = useRef<SVGPathElement>(null);
  const tip = useRef<SVGCircleElement>(null);
  const words = usePageWords(frame.proxy, tool === 'highlight');
  const now = useRef<SurfaceContext>(null);
  now.current = {
    notebook,
    target: { paperId, version, frame, isReadOnly },
    words,
    onNoWords: () => showToast(t('highlight.noWords')),
  };
  useEffect(() => {
    if (isReadOnly) return;
    if (root.current === null || ink.current === null || marker.current === null || tip.current === null)
      return;
    const parts = { ink: ink.current, marker: marker.current, tip: tip.current };
    return listenToHands(root.current, parts, toolBox, () => now.current as SurfaceContext);
  }, [isReadOnly]);
  useTaps(root, tool === 'view', (x, y) => {
    const [pdfX = 0, pdfY = 0] = frame.viewport.convertToPdfPoint(x, y) as number[];
    const reach = tapReachPx / frame.viewport.scale;
    const hit = notes.findLast((note) => note.type !== 'note' && isHit(note, pdfX, pdfY, reach));
    if (hit === undefined) return;
    const place = onScreen(hit.body?.rect, frame);
    const fit = (text: string) => roomFor(text, hit.body?.width ?? 0, place, frame);
    notebook.open({ note: hit, change: changeOf(hit), ...(hit.type === 'text' && { fit }) });
  });
  const isWriting = tool !== 'view';
  const matrix = `matrix(${frame.viewport.transform.join(' ')})`;
  return (
    <div
      ref={root}
      className={classes(styles.layer, isWriting && styles.writing, isWriting && isPenOnly && styles.penOnly)}
      data-testid={`notes-page-${frame.page}`}
      data-strokes={notes.length}
    >
      <svg className={classes(styles.drawing, styles.marks)} aria-hidden="true">
        <g transform={matrix}>
          <NoteDrawing notes={notes} of="marker" />
          <path ref={marker} className={styles.drawn} />
        </g>
      </svg>
      <svg className={styles.drawing} aria-hidden="true">
        <g transform={matrix}>
          <NoteDrawing notes={notes} of="ink" />
          <path ref={ink} className={styles.drawn} />
        </g>
        <circle ref={tip} className={styles.tip} r="0" />
      </svg>
      <Texts notes={notes} frame={frame} />
      <Pins notes={notes} frame={frame} notebook={notebook} />
      <PageBookmark {...{ notes, notebook, paperId, version, isReadOnly }} page={frame.page} />
      <PageNoteList notes={notes} page={frame.page} />
    </div>
  );
}

function usePageNotes(
  notebook: Notebook,
  { paperId, version }: PaperTarget,
  page: number,
): readonly Annotation[] {
  return useSyncExternalStore(
    (listener) => notebook.store.subscribe(listener),
    () => notebook.onPage(paperId, version, page),
  );
}

/**
 * A tap on the page while nothing writes. Heard on the page itself, so that words and links under the layer stay
 * within reach; a tap that chose words or followed a link is theirs.
 */
function useTaps(
  root: { readonly current: HTMLElement | null },
  isOn: boolean,
  onTap: (x: number, y: number) => void,
): void {
  const tap = useRef(onTap);
  tap.current = onTap;
  useEffect(() => {
    const layer = root.current;
    const page = layer?.closest<HTMLElement>('[data-page]');
    if (layer === null || !page || !isOn) return;
    function handleClick(event: MouseEvent) {
      const target = event.target as Element;
      if (target.closest('a, button') !== null || getSelection()?.isCollapsed === false) return;
      const { left, top } = (layer as HTMLElement).getBoundingClientRect();
      tap.current(event.clientX - left, event.clientY - top);
    }
    page.addEventListener('click', handleClick);
    return () => page.removeEventListener('click', handleClick);
  }, [root, isOn]);
}
