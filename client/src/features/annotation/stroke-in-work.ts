import { annotationLimits, type InkPoint } from '@hopso/shared/annotation';

/** Nearer than this to the point before, a point says nothing new. Points of 1/72 inch. */
const nearestPt = 0.15;

/**
 * The stroke under the pen, in user space with two decimals. A stroke never gets longer than the server takes: `add`
 * then gives back the full one, and the next goes on from its last point.
 */
export class StrokeInWork {
  #points: InkPoint[] = [];
  readonly #most: number;

  constructor(most: number = annotationLimits.points) {
    this.#most = most;
  }

  get points(): readonly InkPoint[] {
    return this.#points;
  }

  /** Takes a point; the finished stroke where this one became full, else null. */
  add(x: number, y: number, pressure: number): readonly InkPoint[] | null {
    const last = this.#points.at(-1);
    const point: InkPoint = [cents(x), cents(y), cents(Math.min(1, Math.max(0, pressure)))];
    if (last !== undefined && Math.hypot(point[0] - last[0], point[1] - last[1]) < nearestPt) return null;
    this.#points.push(point);
    if (this.#points.length < this.#most) return null;
    const full = this.#points;
    this.#points = [point];
    return full;
  }
}

const cents = (value: number): number => Math.round(value * 100) / 100 + 0;
