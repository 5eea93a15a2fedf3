import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream';
import { createBrotliDecompress, createInflate } from 'node:zlib';
import { type PdfDictionary, PdfName, type PdfValue } from './object-reader.ts';
import { NotTaken } from './verdict.ts';

const MIB = 1024 * 1024;
/** A stream that is no picture: drawing instructions, fonts, colour profiles. */
const LARGEST_PLAIN = 64 * MIB;
/** All of them together. */
const LARGEST_PLAIN_SUM = 1024 * MIB;
/** A map of A0 scanned at 300 dots per inch is just below. */
const MOST_PIXELS = 12_000 ** 2;
/** In how many colours a pixel may be printed. */
const MOST_COLOURS = 4;

/** Five times faster than the default of 16 KiB. */
const CHUNK = MIB / 4;

/** What has to be known of a stream to tell how far it unfolds, without keeping the stream. */
export interface Packed {
  readonly data: Buffer;
  readonly filter: PdfValue;
  /** How many pixels and how many bytes a picture has by its own account; null for other streams. */
  readonly picture: { readonly pixels: number; readonly bytes: number } | null;
}

const SHORT_NAMES = new Map([
  ['Fl', 'FlateDecode'],
  ['LZW', 'LZWDecode'],
  ['RL', 'RunLengthDecode'],
  ['A85', 'ASCII85Decode'],
  ['AHx', 'ASCIIHexDecode'],
]);
const PACKERS = new Set([...SHORT_NAMES.values(), 'BrotliDecode']);

/** The parts of a stream's dictionary that this judgement needs. */
export function packedOf(dictionary: PdfDictionary, data: Buffer): Packed {
  const subtype = dictionary.get('Subtype');
  const isPicture = subtype instanceof PdfName && subtype.text === 'Image';
  const filter = dictionary.get('Filter') ?? dictionary.get('F') ?? null;
  return { data, filter, picture: isPicture ? pictureSize(dictionary) : null };
}

function pictureSize(dictionary: PdfDictionary) {
  const size = (long: string, short: string, otherwise: number) => {
    const value = dictionary.get(long) ?? dictionary.get(short);
    return typeof value === 'number' ? value : otherwise;
  };
  const pixels = size('Width', 'W', 0) * size('Height', 'H', 0);
  const deep = size('BitsPerComponent', 'BPC', 8) > 8 ? 2 : 1;
  return { pixels, bytes: pixels * MOST_COLOURS * deep };
}

/**
 * Unfolds every stream without keeping what comes out, and stops at the first that outgrows all measure: two
 * kilobytes can stand for a gigabyte, which no tablet survives.
 * `lookUp` finds a value that stands as an object of its own.
 * @throws NotTaken `paper/too-complex`
 */
export async function checkStreamSizes(
  streams: readonly Packed[],
  lookUp: (value: PdfValue) => PdfValue,
): Promise<void> {
  let left = LARGEST_PLAIN_SUM;
  for (const { data, filter, picture } of streams) {
    if (picture !== null && picture.pixels > MOST_PIXELS) throw new NotTaken('paper/too-complex');
    const limit = picture === null ? Math.min(LARGEST_PLAIN, left) : Math.max(LARGEST_PLAIN, picture.bytes);
    const length = await unfoldedLength(data, packersOf(filter, lookUp), limit);
    if (length > limit) throw new NotTaken('paper/too-complex');
    if (picture === null) left -= length;
  }
}

/** The filters up to the first that is a picture's own coding: how far that unfolds, its pixels say. */
function packersOf(filter: PdfValue, lookUp: (value: PdfValue) => PdfValue): string[] {
  const whole = lookUp(filter);
  const names = (Array.isArray(whole) ? whole : [whole]).map(lookUp).map((value) => {
    const name = value instanceof PdfName ? value.text : '';
    return SHORT_NAMES.get(name) ?? name;
  });
  const end = names.findIndex((name) => !PACKERS.has(name));
  return end === -1 ? names : names.slice(0, end);
}

/** How many bytes come out, counted to just beyond the limit. */
function unfoldedLength(data: Buffer, packers: readonly string[], limit: number): Promise<number> | number {
  if (packers.length === 0) return 0;
  const isCommon = packers.every((name) => name === 'FlateDecode' || name === 'BrotliDecode');
  return isCommon ? countedLength(data, packers, limit) : decodedLength(data, packers, limit);
}

async function countedLength(data: Buffer, packers: readonly string[], limit: number): Promise<number> {
  const stages: Transform[] = packers.map((name) =>
    name === 'FlateDecode'
      ? createInflate({ chunkSize: CHUNK })
      : createBrotliDecompress({ chunkSize: CHUNK }),
  );
  let length = 0;
  try {
    stages[0]?.end(data);
    for await (const chunk of chained(stages)) {
      length += chunk.length;
      if (length > limit) break;
    }
  } catch {
    // Damaged data: a reader too goes no further than here.
  } finally {
    for (const stage of stages) stage.destroy();
  }
  return length;
}

function chained([first, ...rest]: readonly Transform[]): Transform {
  if (first === undefined) throw new TypeError('A chain has at least one stage.');
  return rest.reduce((source, stage) => pipeline(source, stage, () => {}), first);
}

/** Old and rare packings, unpacked whole; the limit of this process's memory guards what the library does not. */
async function decodedLength(data: Buffer, packers: readonly string[], limit: number): Promise<number> {
  const { PDFContext, PDFRawStream, decodePDFRawStream } = await import('pdf-lib');
  const end = data.indexOf('endstream');
  const dictionary = PDFContext.create().obj({ Filter: [...packers] });
  const stream = PDFRawStream.of(dictionary, end === -1 ? data : data.subarray(0, end));
  try {
    return decodePDFRawStream(stream).getBytes(limit + 1).length;
  } catch {
    return 0;
  }
}
