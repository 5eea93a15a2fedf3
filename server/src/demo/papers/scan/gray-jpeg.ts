import { BitSink } from './jpeg-bits.ts';
import { forwardDct } from './jpeg-dct.ts';
import { AC_TABLE, codesOf, DC_TABLE, type HuffmanCodes, LUMINANCE, ZIGZAG } from './jpeg-tables.ts';
import type { GrayImage } from './scanner.ts';

/** Returns the image as a baseline JPEG with one (gray) component; `quality` as usual, 1–100. */
export function grayJpeg(image: GrayImage, quality: number, dpi: number): Uint8Array<ArrayBuffer> {
  const quantisers = scaledQuantisers(quality);
  const sink = new BitSink(image.width * image.height);
  writeHeaders(sink, image, quantisers, dpi);
  writeScan(sink, image, quantisers);
  return sink.finish();
}

function scaledQuantisers(quality: number): Uint8Array {
  const scale = quality < 50 ? 5000 / quality : 200 - quality * 2;
  return Uint8Array.from(LUMINANCE, (value) =>
    Math.min(255, Math.max(1, Math.floor((value * scale + 50) / 100))),
  );
}

function writeHeaders(sink: BitSink, image: GrayImage, quantisers: Uint8Array, dpi: number): void {
  const { width, height } = image;
  const two = (value: number) => [value >> 8, value & 255];
  sink.bytes([0xff, 0xd8]);
  sink.segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 1, ...two(dpi), ...two(dpi), 0, 0]);
  sink.segment(0xdb, [0, ...ZIGZAG.map((natural) => quantisers[natural] ?? 1)]);
  sink.segment(0xc0, [8, ...two(height), ...two(width), 1, 1, 0x11, 0]);
  sink.segment(0xc4, [0x00, ...DC_TABLE.counts, ...DC_TABLE.symbols]);
  sink.segment(0xc4, [0x10, ...AC_TABLE.counts, ...AC_TABLE.symbols]);
  sink.segment(0xda, [1, 1, 0x00, 0, 63, 0]);
}

function writeScan(sink: BitSink, image: GrayImage, quantisers: Uint8Array): void {
  const dc = codesOf(DC_TABLE);
  const ac = codesOf(AC_TABLE);
  const divisors = Float32Array.from(quantisers, (value) => 1 / value);
  const samples = new Float32Array(64);
  const coefficients = new Int32Array(64);
  let previous = 0;
  for (let y = 0; y < image.height; y += 8) {
    for (let x = 0; x < image.width; x += 8) {
      readBlock(image, x, y, samples);
      forwardDct(samples);
      quantise(samples, divisors, coefficients);
      previous = writeBlock(sink, coefficients, previous, dc, ac);
    }
  }
}

/** Copies an 8×8 block, centred on zero; beyond the image the last row and column repeat. */
function readBlock(image: GrayImage, x: number, y: number, samples: Float32Array): void {
  const { width, height, pixels } = image;
  for (let row = 0; row < 8; row += 1) {
    const base = Math.min(y + row, height - 1) * width;
    for (let column = 0; column < 8; column += 1) {
      samples[row * 8 + column] = (pixels[base + Math.min(x + column, width - 1)] ?? 0) - 128;
    }
  }
}

function quantise(samples: Float32Array, divisors: Float32Array, coefficients: Int32Array): void {
  for (let i = 0; i < 64; i += 1) {
    const natural = ZIGZAG[i] ?? 0;
    const value = (samples[natural] ?? 0) * (divisors[natural] ?? 1);
    coefficients[i] = value < 0 ? Math.ceil(value - 0.5) : Math.floor(value + 0.5);
  }
}

function writeBlock(
  sink: BitSink,
  block: Int32Array,
  previous: number,
  dc: HuffmanCodes,
  ac: HuffmanCodes,
): number {
  const level = block[0] ?? 0;
  writeValue(sink, dc, 0, level - previous);
  let run = 0;
  for (let i = 1; i < 64; i += 1) {
    const value = block[i] ?? 0;
    if (value === 0) {
      run += 1;
      continue;
    }
    for (; run > 15; run -= 16) sink.bits(ac.code[0xf0] ?? 0, ac.length[0xf0] ?? 0);
    writeValue(sink, ac, run << 4, value);
    run = 0;
  }
  if (run > 0) sink.bits(ac.code[0] ?? 0, ac.length[0] ?? 0);
  return level;
}

/** Writes the code of run and size, then the value's own bits; a negative value is written as its complement. */
function writeValue(sink: BitSink, codes: HuffmanCodes, run: number, value: number): void {
  const size = 32 - Math.clz32(value < 0 ? -value : value);
  sink.bits(codes.code[run | size] ?? 0, codes.length[run | size] ?? 0);
  if (size > 0) sink.bits(value < 0 ? value + (1 << size) - 1 : value, size);
}
