import { type FaceName, fontFace } from '../layout/font-faces.ts';

/** Straight segments `x0 y0 x1 y1 …` of a closed outline, y upwards, one em is 1. */
export type Outline = Float32Array;

const QUADRATIC_STEPS = 4;
const CUBIC_STEPS = 6;

const known = new Map<string, Outline>();

/** Returns the outline of a character, curves flattened to segments. */
export function glyphOutline(face: FaceName, character: string): Outline {
  const key = `${face}/${character}`;
  const found = known.get(key);
  if (found) return found;
  const outline = flatten(face, character);
  known.set(key, outline);
  return outline;
}

function flatten(faceName: FaceName, character: string): Outline {
  const { font } = fontFace(faceName);
  const em = font.unitsPerEm;
  const pen = new Pen();
  for (const { command, args } of font.glyphForCodePoint(character.codePointAt(0) ?? 0).path.commands) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args.map((value) => value / em);
    if (command === 'moveTo') pen.moveTo(a, b);
    else if (command === 'lineTo') pen.lineTo(a, b);
    else if (command === 'quadraticCurveTo') pen.quadraticTo(a, b, c, d);
    else if (command === 'bezierCurveTo') pen.cubicTo(a, b, c, d, e, f);
    else pen.close();
  }
  return Float32Array.from(pen.segments);
}

class Pen {
  readonly segments: number[] = [];
  #startX = 0;
  #startY = 0;
  #x = 0;
  #y = 0;

  moveTo(x: number, y: number): void {
    this.#startX = x;
    this.#startY = y;
    this.#x = x;
    this.#y = y;
  }

  lineTo(x: number, y: number): void {
    this.segments.push(this.#x, this.#y, x, y);
    this.#x = x;
    this.#y = y;
  }

  quadraticTo(cx: number, cy: number, x: number, y: number): void {
    const [x0, y0] = [this.#x, this.#y];
    for (let step = 1; step <= QUADRATIC_STEPS; step += 1) {
      const t = step / QUADRATIC_STEPS;
      const u = 1 - t;
      this.lineTo(u * u * x0 + 2 * u * t * cx + t * t * x, u * u * y0 + 2 * u * t * cy + t * t * y);
    }
  }

  cubicTo(c1x: number, c1y: number, c2x: number, c2y: number, x: number, y: number): void {
    const [x0, y0] = [this.#x, this.#y];
    for (let step = 1; step <= CUBIC_STEPS; step += 1) {
      const t = step / CUBIC_STEPS;
      const u = 1 - t;
      const [p, q, r, s] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
      this.lineTo(p * x0 + q * c1x + r * c2x + s * x, p * y0 + q * c1y + r * c2y + s * y);
    }
  }

  close(): void {
    if (this.#x !== this.#startX || this.#y !== this.#startY) this.lineTo(this.#startX, this.#startY);
  }
}
