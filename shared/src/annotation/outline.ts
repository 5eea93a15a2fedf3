import { getStroke } from 'perfect-freehand';
import type { InkPoint } from './annotation.ts';

/** How much of the width the pressure decides. */
const thinning = 0.6;

/** The area a stroke covers, as a closed polygon in the PDF's user space; filled by the non-zero rule. */
export interface StrokeOutline {
  readonly points: ReadonlyArray<readonly [x: number, y: number]>;
}

/** A smooth closed line: begins at `from`, each piece is a quadratic curve with one control point. */
export interface Curves {
  readonly from: readonly [x: number, y: number];
  readonly pieces: ReadonlyArray<readonly [controlX: number, controlY: number, x: number, y: number]>;
}

/**
 * The outline of a stroke, the same for the same stroke on every device and on the server (two decimals of a point).
 * Without a measured pressure it is made up from the distances between the points. A marker is as wide everywhere.
 * `width` is the pen's, in points. A stroke of one point is a dot; without points the outline is empty. [N6]
 */
export function strokeOutline(
  points: readonly InkPoint[],
  width: number,
  isPressureMeasured: boolean,
  type: 'ink' | 'marker',
): StrokeOutline {
  const outline = getStroke(points as InkPoint[], {
    size: width,
    thinning: type === 'ink' ? thinning : 0,
    simulatePressure: type === 'ink' && !isPressureMeasured,
    smoothing: 0.5,
    streamline: 0.4,
    last: true,
  });
  return { points: outline.map(([x, y]) => [rounded(x), rounded(y)]) };
}

/** Rounds the polygon's corners off: the curve touches each side in its middle. Null for an empty outline. */
export function curvesOf({ points }: StrokeOutline): Curves | null {
  const last = points.at(-1);
  const first = points[0];
  if (first === undefined || last === undefined) return null;
  const pieces = points.map(([x, y], index) => {
    const [nextX, nextY] = points[index + 1] ?? first;
    return [x, y, rounded((x + nextX) / 2), rounded((y + nextY) / 2)] as const;
  });
  return { from: [rounded((last[0] + first[0]) / 2), rounded((last[1] + first[1]) / 2)], pieces };
}

/** The same curves as the `d` of an SVG path, in user space; empty for an empty outline. */
export function pathOf(outline: StrokeOutline): string {
  const curves = curvesOf(outline);
  if (curves === null) return '';
  const [x, y] = curves.from;
  return `M${x} ${y}${curves.pieces.map((piece) => `Q${piece.join(' ')}`).join('')}Z`;
}

const rounded = (value: number): number => Math.round(value * 100) / 100 + 0;
