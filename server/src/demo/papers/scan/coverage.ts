import type { Outline } from './outlines.ts';

/** How much of each pixel a shape covers, 0–255; `left` and `top` place it on the sheet. */
export interface Coverage {
  left: number;
  top: number;
  width: number;
  height: number;
  data: Uint8Array;
}

/** Maps outline points to pixels: x' = xx·x + xy·y + dx, y' = yx·x + yy·y + dy, y' downwards. */
export interface Placement {
  xx: number;
  xy: number;
  yx: number;
  yy: number;
  dx: number;
  dy: number;
}

/** Returns the coverage of a closed outline. Signed areas are summed along each row, so any winding works. */
export function cover(outline: Outline, place: Placement): Coverage {
  const points = new Float32Array(outline.length);
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < outline.length; i += 2) {
    const [x, y] = [outline[i] ?? 0, outline[i + 1] ?? 0];
    const px = place.xx * x + place.xy * y + place.dx;
    const py = place.yx * x + place.yy * y + place.dy;
    points[i] = px;
    points[i + 1] = py;
    minX = Math.min(minX, px);
    maxX = Math.max(maxX, px);
    minY = Math.min(minY, py);
    maxY = Math.max(maxY, py);
  }
  if (points.length === 0) return { left: 0, top: 0, width: 0, height: 0, data: new Uint8Array(0) };
  const [left, top] = [Math.floor(minX), Math.floor(minY)];
  const [width, height] = [Math.ceil(maxX) - left + 2, Math.ceil(maxY) - top + 1];
  const areas = new Float32Array(width * height + 2);
  for (let i = 0; i < points.length; i += 4) {
    addSegment(
      areas,
      width,
      (points[i] ?? 0) - left,
      (points[i + 1] ?? 0) - top,
      (points[i + 2] ?? 0) - left,
      (points[i + 3] ?? 0) - top,
    );
  }
  return { left, top, width, height, data: integrate(areas, width * height) };
}

function integrate(areas: Float32Array, size: number): Uint8Array {
  const data = new Uint8Array(size);
  let sum = 0;
  for (let i = 0; i < size; i += 1) {
    sum += areas[i] ?? 0;
    data[i] = Math.min(255, Math.round(Math.abs(sum) * 255));
  }
  return data;
}

/** Adds what one segment contributes to the pixels right of it, row by row. */
function addSegment(
  areas: Float32Array,
  width: number,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
): void {
  if (y0 === y1) return;
  const direction = y0 < y1 ? 1 : -1;
  const [topX, topY, bottomX, bottomY] = direction > 0 ? [x0, y0, x1, y1] : [x1, y1, x0, y0];
  const slope = (bottomX - topX) / (bottomY - topY);
  let x = topX;
  for (let row = Math.floor(topY); row < bottomY; row += 1) {
    const height = Math.min(row + 1, bottomY) - Math.max(row, topY);
    if (height <= 0) continue;
    const next = x + slope * height;
    addRow(areas, row * width, direction * height, Math.min(x, next), Math.max(x, next));
    x = next;
  }
}

function addRow(areas: Float32Array, base: number, signed: number, from: number, to: number): void {
  const first = Math.floor(from);
  const last = Math.ceil(to);
  if (last <= first + 1) {
    const middle = (from + to) / 2 - first;
    add(areas, base + first, signed * (1 - middle));
    add(areas, base + first + 1, signed * middle);
    return;
  }
  const perPixel = 1 / (to - from);
  const enter = 1 - (from - first);
  const firstArea = 0.5 * perPixel * enter * enter;
  const leave = to - last + 1;
  const lastArea = 0.5 * perPixel * leave * leave;
  add(areas, base + first, signed * firstArea);
  if (last === first + 2) {
    add(areas, base + first + 1, signed * (1 - firstArea - lastArea));
  } else {
    const second = perPixel * (1.5 - (from - first));
    add(areas, base + first + 1, signed * (second - firstArea));
    for (let i = first + 2; i < last - 1; i += 1) add(areas, base + i, signed * perPixel);
    const before = second + (last - first - 3) * perPixel;
    add(areas, base + last - 1, signed * (1 - before - lastArea));
  }
  add(areas, base + last, signed * lastArea);
}

function add(areas: Float32Array, index: number, value: number): void {
  areas[index] = (areas[index] ?? 0) + value;
}
