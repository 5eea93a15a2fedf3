import { type Random, seededRandom } from '../random.ts';
import type { InkSheet } from './ink.ts';

/** What the scanner makes of a sheet: gray pixels, row by row. */
export interface GrayImage {
  width: number;
  height: number;
  pixels: Uint8ClampedArray;
}

const FIXED = 65536;
const GRAIN_SIZE = 1 << 18;

let grainCache: Int8Array | undefined;

/** Sensor noise, drawn once and read from a different place for each row. */
function grain(): Int8Array {
  if (grainCache) return grainCache;
  const random = seededRandom(773);
  const values = new Int8Array(GRAIN_SIZE);
  for (let i = 0; i < GRAIN_SIZE; i += 1) {
    const bell = random.next() + random.next() + random.next() + random.next() - 2;
    values[i] = Math.round(bell * 6);
  }
  grainCache = values;
  return values;
}

interface Exposure {
  /** Turn of the sheet in the feeder, radians. */
  skew: number;
  shiftX: number;
  shiftY: number;
  paper: number;
  black: number;
  /** Fall of brightness from left to right. */
  fall: number;
}

function exposureFor(random: Random): Exposure {
  return {
    skew: (random.next() - 0.5) * 0.02,
    shiftX: (random.next() - 0.5) * 14,
    shiftY: (random.next() - 0.5) * 14,
    paper: 234 + random.next() * 10,
    black: 26 + random.next() * 26,
    fall: (random.next() - 0.5) * 12,
  };
}

/** Returns the scanned image of a sheet: slightly turned and shifted, off-white, grainy, with a few specks. */
export function scanSheet(sheet: InkSheet, seed: number): GrayImage {
  const random = seededRandom(seed);
  const exposure = exposureFor(random);
  const image = expose(sheet, exposure, random);
  addSpecks(image, random);
  addEdgeShadow(image, random.integer(2, 7));
  return image;
}

function expose(sheet: InkSheet, exposure: Exposure, random: Random): GrayImage {
  const { width, height, ink } = sheet;
  const pixels = new Uint8ClampedArray(width * height);
  const noise = grain();
  const shade = new Float32Array(width);
  const stepX = Math.round(Math.cos(exposure.skew) * FIXED);
  const stepY = Math.round(Math.sin(exposure.skew) * FIXED);
  for (let y = 0; y < height; y += 1) {
    const [fromX, fromY] = rowStart(sheet, exposure, y);
    let sx = Math.round(fromX * FIXED);
    let sy = Math.round(fromY * FIXED);
    for (let x = 0; x < width; x += 1) {
      shade[x] = sampled(ink, width, height, sx, sy);
      sx += stepX;
      sy += stepY;
    }
    const offset = random.integer(0, GRAIN_SIZE - width - 1);
    for (let x = 0; x < width; x += 1) {
      const paper = exposure.paper + exposure.fall * (x / width - 0.5);
      const value = paper - ((shade[x] ?? 0) / 255) * (paper - exposure.black) + (noise[offset + x] ?? 0);
      pixels[y * width + x] = value;
    }
  }
  return { width, height, pixels };
}

function rowStart(sheet: InkSheet, { skew, shiftX, shiftY }: Exposure, y: number): [x: number, y: number] {
  const [middleX, middleY] = [sheet.width / 2, sheet.height / 2];
  const [dx, dy] = [-middleX, y - middleY];
  const x = Math.cos(skew) * dx - Math.sin(skew) * dy + middleX + shiftX;
  return [x, Math.sin(skew) * dx + Math.cos(skew) * dy + middleY + shiftY];
}

/** Ink between four pixels, coordinates in 16.16 fixed point; none beyond the sheet. */
function sampled(ink: Uint8Array, width: number, height: number, sx: number, sy: number): number {
  const x = sx >> 16;
  const y = sy >> 16;
  if (x < 0 || y < 0 || x >= width - 1 || y >= height - 1) return 0;
  const index = y * width + x;
  const [a = 0, b = 0, c = 0, d = 0] = [
    ink[index],
    ink[index + 1],
    ink[index + width],
    ink[index + width + 1],
  ];
  if ((a | b | c | d) === 0) return 0;
  const fx = (sx & 0xffff) / FIXED;
  const fy = (sy & 0xffff) / FIXED;
  return (a * (1 - fx) + b * fx) * (1 - fy) + (c * (1 - fx) + d * fx) * fy;
}

function addSpecks(image: GrayImage, random: Random): void {
  for (let count = random.integer(12, 45); count > 0; count -= 1) {
    const x = random.integer(2, image.width - 4);
    const y = random.integer(2, image.height - 4);
    const size = random.integer(1, 2);
    const tone = random.integer(60, 190);
    for (let dy = 0; dy < size; dy += 1) {
      for (let dx = 0; dx < size; dx += 1) image.pixels[(y + dy) * image.width + x + dx] = tone;
    }
  }
}

/** The sheet's left edge throws a shadow on the scanner's lid. */
function addEdgeShadow(image: GrayImage, reach: number): void {
  for (let y = 0; y < image.height; y += 1) {
    for (let x = 0; x < reach; x += 1) {
      const index = y * image.width + x;
      image.pixels[index] = (image.pixels[index] ?? 0) * (0.55 + (0.45 * x) / reach);
    }
  }
}
