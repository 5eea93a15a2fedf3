import type { FaceName } from '../layout/font-faces.ts';
import { type Coverage, cover } from './coverage.ts';
import { glyphOutline } from './outlines.ts';

/** The sheet before it is scanned: how much ink lies on each pixel, 0–255. */
export interface InkSheet {
  width: number;
  height: number;
  ink: Uint8Array;
}

const SUBPIXELS = 4;

const bitmaps = new Map<string, Coverage>();

export function blankSheet(width: number, height: number): InkSheet {
  return { width, height, ink: new Uint8Array(width * height) };
}

/** Inks one character with its origin at (x, y) in pixels; bitmaps are shared at quarter-pixel steps. */
export function inkGlyph(
  sheet: InkSheet,
  face: FaceName,
  character: string,
  size: number,
  x: number,
  y: number,
): void {
  const whole = Math.floor(x);
  const step = Math.round((x - whole) * SUBPIXELS);
  const key = `${face}/${character}/${size.toFixed(2)}/${step}`;
  let bitmap = bitmaps.get(key);
  if (!bitmap) {
    bitmap = cover(glyphOutline(face, character), {
      xx: size,
      xy: 0,
      yx: 0,
      yy: -size,
      dx: step / SUBPIXELS,
      dy: 0,
    });
    bitmaps.set(key, bitmap);
  }
  inkCoverage(sheet, bitmap, whole, Math.round(y), 1);
}

/** Lays a shape on the sheet at an offset; `strength` below 1 is a paler ink. */
export function inkCoverage(
  sheet: InkSheet,
  shape: Coverage,
  dx: number,
  dy: number,
  strength: number,
): void {
  for (let row = 0; row < shape.height; row += 1) {
    const y = shape.top + dy + row;
    if (y < 0 || y >= sheet.height) continue;
    const target = y * sheet.width + shape.left + dx;
    const source = row * shape.width;
    for (let column = 0; column < shape.width; column += 1) {
      const value = shape.data[source + column] ?? 0;
      const x = shape.left + dx + column;
      if (value === 0 || x < 0 || x >= sheet.width) continue;
      const index = target + column;
      sheet.ink[index] = Math.max(sheet.ink[index] ?? 0, value * strength);
    }
  }
}

/** Inks a filled rectangle given in pixels, edges softened by the part of a pixel they cover. */
export function inkBox(
  sheet: InkSheet,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  strength: number,
): void {
  for (let y = Math.max(0, Math.floor(y1)); y < Math.min(sheet.height, Math.ceil(y2)); y += 1) {
    const tall = Math.min(y + 1, y2) - Math.max(y, y1);
    for (let x = Math.max(0, Math.floor(x1)); x < Math.min(sheet.width, Math.ceil(x2)); x += 1) {
      const wide = Math.min(x + 1, x2) - Math.max(x, x1);
      const index = y * sheet.width + x;
      sheet.ink[index] = Math.max(sheet.ink[index] ?? 0, 255 * strength * tall * wide);
    }
  }
}

/** Inks a round dot; drawn along a path it makes a pen stroke. */
export function inkDot(sheet: InkSheet, x: number, y: number, radius: number, strength: number): void {
  const reach = Math.ceil(radius + 1);
  for (let py = Math.floor(y) - reach; py <= Math.floor(y) + reach; py += 1) {
    for (let px = Math.floor(x) - reach; px <= Math.floor(x) + reach; px += 1) {
      if (px < 0 || py < 0 || px >= sheet.width || py >= sheet.height) continue;
      const inside = Math.min(1, Math.max(0, radius + 0.5 - Math.hypot(px + 0.5 - x, py + 0.5 - y)));
      if (inside === 0) continue;
      const index = py * sheet.width + px;
      sheet.ink[index] = Math.max(sheet.ink[index] ?? 0, 255 * strength * inside);
    }
  }
}
