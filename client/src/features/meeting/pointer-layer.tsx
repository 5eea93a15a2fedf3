import { type PointerEvent, useEffect, useRef, useState } from 'react';
import type { PageFrame } from '#paper';
import { useLive, usePageLeadActs } from '#platform/live-store';
import styles from './pointer-layer.module.css';

interface PointerLayerProps {
  readonly frame: PageFrame;
  readonly paperId: string;
  readonly isPointing: boolean;
}

/** Messages a second stay below the server's measure of ten. */
const everyMs = 110;
/** A dot that does not move any more is taken off: the word that it left may be lost. */
const fadesAfterMs = 3_000;

/** Over a page: the leader's dot, and for the leader the surface that takes the pointing hand. */
export function PointerLayer({ frame, paperId, isPointing }: PointerLayerProps) {
  return isPointing ? <PointingSurface frame={frame} /> : <Dot frame={frame} paperId={paperId} />;
}

function Dot({ frame, paperId }: Omit<PointerLayerProps, 'isPointing'>) {
  const pointer = useLive((live) =>
    live.pointer?.paper === paperId && live.pointer.page === frame.page ? live.pointer : null,
  );
  const [faded, setFaded] = useState<typeof pointer>(null);
  useEffect(() => {
    if (pointer === null) return;
    const timer = setTimeout(() => setFaded(pointer), fadesAfterMs);
    return () => clearTimeout(timer);
  }, [pointer]);
  if (pointer === null || pointer.at === null || pointer === faded) return null;
  return <DotAt frame={frame} at={pointer.at} />;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function DotAt({ frame, at }: { readonly frame: PageFrame; readonly at: Point }) {
  const [left, top] = frame.viewport.convertToViewportPoint(at.x, at.y) as [number, number];
  return <span className={styles.dot} style={{ left, top }} data-testid="leader-pointer" />;
}

function PointingSurface({ frame }: { readonly frame: PageFrame }) {
  const { point } = usePageLeadActs();
  const [at, setAt] = useState<Point | null>(null);
  const toldAt = useRef(Number.NEGATIVE_INFINITY);
  function handleMove(event: PointerEvent<HTMLDivElement>) {
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = frame.viewport.convertToPdfPoint(event.clientX - box.left, event.clientY - box.top) as [
      number,
      number,
    ];
    const next = { x: rounded(x), y: rounded(y) };
    setAt(next);
    if (performance.now() - toldAt.current < everyMs) return;
    toldAt.current = performance.now();
    point(next);
  }
  function handleLeave() {
    setAt(null);
    point(null);
  }
  return (
    <div
      className={styles.surface}
      onPointerMove={handleMove}
      onPointerDown={handleMove}
      onPointerLeave={handleLeave}
      onPointerCancel={handleLeave}
      data-testid={`pointing-${frame.page}`}
    >
      {at !== null && <DotAt frame={frame} at={at} />}
    </div>
  );
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
