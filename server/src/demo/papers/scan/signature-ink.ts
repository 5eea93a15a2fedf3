import { textWidth } from '../layout/font-faces.ts';
import type { SignatureKind } from '../layout/marks.ts';
import type { Random } from '../random.ts';
import { cover } from './coverage.ts';
import { type InkSheet, inkCoverage, inkDot } from './ink.ts';
import { glyphOutline } from './outlines.ts';

const SEAL_RADIUS_MM = 18;
const SEAL_STRENGTH = 0.5;
const PEN_STRENGTH = 0.8;
const SEAL_TEXT = '• DỮ LIỆU MINH HỌA • HỌP SỐ ';
const SEAL_MIDDLE = 'MẪU';

/** Inks a hand signature around (x, y); if sealed, a round sample seal covers about a third of its left side. */
export function inkSignature(
  sheet: InkSheet,
  kind: SignatureKind,
  x: number,
  y: number,
  pixelsPerMm: number,
  random: Random,
): void {
  inkHandwriting(sheet, x, y, pixelsPerMm, random);
  if (kind === 'pen') return;
  inkSeal(
    sheet,
    x - 22 * pixelsPerMm,
    y - 4 * pixelsPerMm,
    SEAL_RADIUS_MM * pixelsPerMm,
    random.next() * 0.3 - 0.15,
  );
}

/** A looped line through random points, drawn as a pen would: smooth, thinner where it is fast. */
function inkHandwriting(sheet: InkSheet, x: number, y: number, scale: number, random: Random): void {
  const points = Array.from({ length: 13 }, (_, index) => ({
    x: x + (index * 3.6 - 22) * scale + (random.next() - 0.5) * 6 * scale,
    y: y + (index % 2 === 0 ? -1 : 1) * (2 + random.next() * 5) * scale,
  }));
  for (let index = 1; index < points.length - 2; index += 1) {
    const [a, b, c, d] = points.slice(index - 1, index + 3);
    if (!a || !b || !c || !d) continue;
    const steps = Math.ceil(Math.hypot(c.x - b.x, c.y - b.y) * 2);
    for (let step = 0; step < steps; step += 1) {
      const t = step / steps;
      const radius = (0.16 + 0.1 * Math.sin(Math.PI * t)) * scale;
      inkDot(sheet, spline(a.x, b.x, c.x, d.x, t), spline(a.y, b.y, c.y, d.y, t), radius, PEN_STRENGTH);
    }
  }
}

/** Catmull–Rom: passes through `b` and `c`. */
function spline(a: number, b: number, c: number, d: number, t: number): number {
  return (
    0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t)
  );
}

function inkSeal(sheet: InkSheet, x: number, y: number, radius: number, turn: number): void {
  ring(sheet, x, y, radius, radius * 0.03);
  ring(sheet, x, y, radius * 0.94, radius * 0.012);
  ring(sheet, x, y, radius * 0.6, radius * 0.018);
  const size = radius * 0.24;
  const total = textWidth('bold', SEAL_TEXT, size);
  let along = 0;
  for (const character of SEAL_TEXT) {
    const advance = textWidth('bold', character, size);
    const angle = turn + ((along + advance / 2) / total) * 2 * Math.PI;
    inkTurnedGlyph(
      sheet,
      character,
      size,
      x + Math.sin(angle) * radius * 0.68,
      y - Math.cos(angle) * radius * 0.68,
      angle,
      advance,
    );
    along += advance;
  }
  const middle = radius * 0.34;
  let left = x - textWidth('bold', SEAL_MIDDLE, middle) / 2;
  for (const character of SEAL_MIDDLE) {
    const advance = textWidth('bold', character, middle);
    inkTurnedGlyph(sheet, character, middle, left + advance / 2, y + middle * 0.33, turn * 0.3, advance);
    left += advance;
  }
}

function ring(sheet: InkSheet, x: number, y: number, radius: number, half: number): void {
  const steps = Math.ceil(radius * 2 * Math.PI);
  for (let step = 0; step < steps; step += 1) {
    const angle = (step / steps) * 2 * Math.PI;
    inkDot(sheet, x + Math.cos(angle) * radius, y + Math.sin(angle) * radius, half, SEAL_STRENGTH);
  }
}

function inkTurnedGlyph(
  sheet: InkSheet,
  character: string,
  size: number,
  x: number,
  y: number,
  angle: number,
  advance: number,
): void {
  const [cos, sin] = [Math.cos(angle) * size, Math.sin(angle) * size];
  const back = advance / 2 / size;
  const place = { xx: cos, xy: sin, yx: sin, yy: -cos, dx: x - cos * back, dy: y - sin * back };
  inkCoverage(sheet, cover(glyphOutline('bold', character), place), 0, 0, SEAL_STRENGTH);
}
