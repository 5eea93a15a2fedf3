import { curvesOf, type InkPoint, strokeOutline } from '@hopso/shared/annotation';
import type { DrawnNote } from '../document-order.ts';

/** A curve that leaves its chord by less than this part of a point is drawn as the chord: no printer shows it. */
const SEEN = 0.04;
/** Of the longest piece: six numbers of seven digits with sign and space, and an operator. */
const PIECE_BYTES = 6 * 9 + 3;
const HEAD = '0.01 0 0 0.01 0 0 cm\n';
const [SPACE, MINUS, ZERO] = [32, 45, 48];
const [MOVE, LINE, CURVE, FILL] = [109, 108, 99, 102];

/**
 * The filled shape of a stroke, in whole hundredths of a point, of which strokes consist anyway. A long session leaves
 * a hundred thousand such numbers in a paper, so they are written as bytes: as strings they took most of the time.
 */
export function strokeShape({ type, body }: DrawnNote): string {
  const points = (body.points ?? []) as InkPoint[];
  const kind = type === 'marker' ? 'marker' : 'ink';
  const curves = curvesOf(strokeOutline(points, body.width, body.isPressureMeasured ?? false, kind));
  if (curves === null) return '';
  const out = new Numbers((curves.pieces.length + 2) * PIECE_BYTES);
  let fromX = Math.round(curves.from[0] * 100);
  let fromY = Math.round(curves.from[1] * 100);
  out.pair(fromX, fromY);
  out.operator(MOVE);
  for (const piece of curves.pieces) {
    const controlX = piece[0] * 100;
    const controlY = piece[1] * 100;
    const x = Math.round(piece[2] * 100);
    const y = Math.round(piece[3] * 100);
    const isLine = isStraight(fromX, fromY, controlX, controlY, x, y);
    if (!isLine) {
      // PDF knows cubic curves only.
      out.pair(Math.round((fromX + 2 * controlX) / 3), Math.round((fromY + 2 * controlY) / 3));
      out.pair(Math.round((x + 2 * controlX) / 3), Math.round((y + 2 * controlY) / 3));
    }
    out.pair(x, y);
    out.operator(isLine ? LINE : CURVE);
    fromX = x;
    fromY = y;
  }
  out.operator(FILL);
  return HEAD + out.text();
}

/** In hundredths of a point; a quadratic curve strays half as far as its control point. */
function isStraight(
  fromX: number,
  fromY: number,
  controlX: number,
  controlY: number,
  x: number,
  y: number,
): boolean {
  const alongX = x - fromX;
  const alongY = y - fromY;
  const awayX = controlX - fromX;
  const awayY = controlY - fromY;
  const along = alongX * awayX + alongY * awayY;
  const length = alongX * alongX + alongY * alongY;
  if (along < 0 || along > length) return false;
  const area = alongX * awayY - alongY * awayX;
  return area * area <= (2 * 100 * SEEN) ** 2 * length;
}

/** Whole numbers and operators, one after another. */
class Numbers {
  readonly #bytes: Buffer;
  #length = 0;

  constructor(most: number) {
    this.#bytes = Buffer.allocUnsafe(most);
  }

  pair(x: number, y: number): void {
    this.#number(x);
    this.#number(y);
  }

  operator(code: number): void {
    this.#bytes[this.#length++] = code;
    this.#bytes[this.#length++] = SPACE;
  }

  text(): string {
    return this.#bytes.toString('latin1', 0, this.#length - 1);
  }

  #number(value: number): void {
    let rest = Math.abs(value);
    if (value < 0) this.#bytes[this.#length++] = MINUS;
    let digits = 1;
    for (let power = 10; power <= rest; power *= 10) digits += 1;
    for (let at = this.#length + digits - 1; at >= this.#length; at -= 1) {
      this.#bytes[at] = ZERO + (rest % 10);
      rest = Math.floor(rest / 10);
    }
    this.#length += digits;
    this.#bytes[this.#length++] = SPACE;
  }
}
