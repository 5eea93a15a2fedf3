import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { type PageFrame, PresentedStrokes } from '#paper';
import { problemText } from '#platform/i18n';
import { inkKey, useLive, usePageLeadActs } from '#platform/live-store';
import { showToast } from '#ui';
import styles from './pointer-layer.module.css';
import { PresentedPen } from './presented-pen.ts';

interface PresentedInkLayerProps {
  readonly frame: PageFrame;
  readonly paperId: string;
  readonly version: number;
  readonly isDrawing: boolean;
}

/** Over a page: what was drawn on it for everybody, and for the leader the surface to draw on. */
export function PresentedInkLayer({ frame, paperId, version, isDrawing }: PresentedInkLayerProps) {
  const drawn = useLive(({ ink }) => ink[inkKey(paperId, version)])?.strokes ?? [];
  const { pen, unsent } = usePen(paperId, version);
  const own = new Set(unsent.map(({ id }) => id));
  const strokes = [...drawn.filter(({ id }) => !own.has(id)), ...unsent].filter(
    ({ page }) => page === frame.page,
  );
  return (
    <>
      {strokes.length > 0 && <PresentedStrokes strokes={strokes} transform={frame.viewport.transform} />}
      {isDrawing && <DrawingSurface frame={frame} pen={pen} />}
    </>
  );
}

/** The pen of one page; what it holds is brought to the server even when the page is left. */
function usePen(paper: string, version: number) {
  const { draw } = usePageLeadActs();
  const frameId = useRef(0);
  const [unsent, setUnsent] = useState<PresentedPen['unsent']>([]);
  const [pen] = useState(
    (): PresentedPen =>
      new PresentedPen({
        on: { paper, version },
        send: draw,
        onRefused: (code) => showToast(problemText({ code })),
        // At most one drawing a frame, however fast the pen is.
        onChange: () => {
          cancelAnimationFrame(frameId.current);
          frameId.current = requestAnimationFrame(() => setUnsent([...pen.unsent]));
        },
        wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      }),
  );
  useEffect(
    () => () => {
      pen.end();
      cancelAnimationFrame(frameId.current);
    },
    [pen],
  );
  return { pen, unsent };
}

/** A hand beside a pen that was seen here draws nothing. */
let hasPen = false;

function DrawingSurface({ frame, pen }: { readonly frame: PageFrame; readonly pen: PresentedPen }) {
  const drawing = useRef<number | null>(null);
  function take(event: PointerEvent<HTMLDivElement>) {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const { nativeEvent } = event;
    const parts = nativeEvent.getCoalescedEvents?.() ?? [];
    for (const { clientX, clientY, pressure } of parts.length > 0 ? parts : [nativeEvent]) {
      const [x, y] = frame.viewport.convertToPdfPoint(clientX - left, clientY - top) as [number, number];
      pen.add(x, y, pressure);
    }
  }
  function handleDown(event: PointerEvent<HTMLDivElement>) {
    if (event.pointerType === 'pen') hasPen = true;
    const isPalm = event.pointerType === 'touch' && hasPen;
    if (isPalm || drawing.current !== null || event.button !== 0) return;
    drawing.current = event.pointerId;
    event.currentTarget.setPointerCapture(event.pointerId);
    pen.begin(frame.page, event.pointerType === 'pen');
    take(event);
  }
  function handleMove(event: PointerEvent<HTMLDivElement>) {
    if (drawing.current === event.pointerId) take(event);
  }
  function handleUp(event: PointerEvent<HTMLDivElement>) {
    if (drawing.current !== event.pointerId) return;
    drawing.current = null;
    pen.end();
  }
  return (
    <div
      className={styles.surface}
      onPointerDown={handleDown}
      onPointerMove={handleMove}
      onPointerUp={handleUp}
      onPointerCancel={handleUp}
      data-testid={`drawing-${frame.page}`}
    />
  );
}
