import { inflateSync } from 'node:zlib';
import {
  latin1,
  ObjectReader,
  type PdfDictionary,
  PdfName,
  type PdfValue,
  UnreadableObject,
} from './object-reader.ts';
import { NotTaken } from './verdict.ts';

export type Found =
  | { readonly kind: 'value'; readonly value: PdfValue; readonly number: number | null }
  /** `data` runs from the stream's first byte to the end of the file: packed data end by themselves. */
  | { readonly kind: 'stream'; readonly value: PdfDictionary; readonly data: Buffer }
  | { readonly kind: 'trailer'; readonly value: PdfDictionary }
  /** Something that announces itself as an object but is none by the rules; a lenient reader may make one of it. */
  | { readonly kind: 'unreadable'; readonly raw: Buffer }
  /** A stream of objects that cannot be unpacked here. */
  | { readonly kind: 'sealed' };

/** More than any producer puts into one stream of objects. */
const LARGEST_OBJECT_STREAM = 64 * 1024 * 1024;

/**
 * Every object that any reader could come to: whatever follows `obj`, wherever it stands. Nothing is looked up in
 * the cross-reference table, for it may point a reader at other objects than an honest one would.
 * @throws NotTaken `paper/too-complex` for a stream of objects that unfolds without measure.
 */
export function* objectsIn(bytes: Buffer): Generator<Found> {
  for (const start of occurrences(bytes, 'trailer')) {
    const value = readAt(bytes, start);
    if (value instanceof Map) yield { kind: 'trailer', value };
  }
  for (const start of occurrences(bytes, 'obj')) {
    if (latin1(bytes, start - 6, start) === 'endobj') continue;
    yield* objectAt(bytes, start);
  }
}

/** Where the bytes after each occurrence of the keyword begin. */
function* occurrences(bytes: Buffer, keyword: string): Generator<number> {
  for (let at = bytes.indexOf(keyword); at !== -1; at = bytes.indexOf(keyword, at + 1))
    yield at + keyword.length;
}

function* objectAt(bytes: Buffer, start: number): Generator<Found> {
  const reader = new ObjectReader(bytes, start);
  const number = objectNumber(bytes, start);
  const value = attempt(reader);
  if (value === undefined) {
    if (number !== null) yield { kind: 'unreadable', raw: untilEnd(bytes, start) };
    return;
  }
  const data = value instanceof Map ? streamData(reader) : null;
  if (!(value instanceof Map) || data === null) {
    yield { kind: 'value', value, number };
    return;
  }
  yield { kind: 'stream', value, data };
  if (holdsObjects(value)) yield* objectsInStream(value, data);
}

const readAt = (bytes: Buffer, start: number) => attempt(new ObjectReader(bytes, start));

/** Undefined where no object can be read. */
function attempt(reader: ObjectReader): PdfValue | undefined {
  try {
    return reader.read();
  } catch (cause) {
    if (cause instanceof UnreadableObject) return undefined;
    throw cause;
  }
}

/** The number in `12 0 obj`; null where the word stands alone, as it may inside a picture's data. */
function objectNumber(bytes: Buffer, start: number): number | null {
  const before = latin1(bytes, Math.max(0, start - 40), start);
  const match = /(\d+)[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]*obj$/.exec(before);
  return match === null ? null : Number(match[1]);
}

function untilEnd(bytes: Buffer, start: number): Buffer {
  const end = bytes.indexOf('endobj', start);
  return bytes.subarray(start, end === -1 ? bytes.length : end);
}

/** The data behind the keyword `stream`, when the reader stands before it. */
function streamData({ bytes, at }: ObjectReader): Buffer | null {
  const reader = new ObjectReader(bytes, at);
  reader.skipBlank();
  if (latin1(bytes, reader.at, reader.at + 6) !== 'stream') return null;
  let start = reader.at + 6;
  if (bytes[start] === 13) start += 1;
  if (bytes[start] === 10) start += 1;
  return bytes.subarray(start);
}

/** By its form, as readers judge it, not by its `Type`. */
const holdsObjects = (dictionary: PdfDictionary) =>
  typeof dictionary.get('N') === 'number' && typeof dictionary.get('First') === 'number';

function* objectsInStream(dictionary: PdfDictionary, data: Buffer): Generator<Found> {
  const unpacked = unpack(dictionary, data);
  if (unpacked === null) {
    yield { kind: 'sealed' };
    return;
  }
  const index = new ObjectReader(unpacked);
  const first = Number(dictionary.get('First'));
  for (let left = Number(dictionary.get('N')); left > 0; left -= 1) {
    const [number, offset] = [attempt(index), attempt(index)];
    if (typeof number !== 'number' || typeof offset !== 'number') return;
    const value = readAt(unpacked, first + offset);
    if (value === undefined) yield { kind: 'unreadable', raw: unpacked.subarray(first + offset) };
    else yield { kind: 'value', value, number };
  }
}

/** Null for a packing that no producer uses for objects, and for damaged data. */
function unpack(dictionary: PdfDictionary, data: Buffer): Buffer | null {
  const filter = dictionary.get('Filter');
  const [only, ...more] = Array.isArray(filter) ? filter : [filter];
  if (only === undefined || only === null) return data;
  const isDeflated = only instanceof PdfName && (only.text === 'FlateDecode' || only.text === 'Fl');
  if (!isDeflated || more.length > 0 || isPredicted(dictionary.get('DecodeParms'))) return null;
  try {
    return inflateSync(data, { maxOutputLength: LARGEST_OBJECT_STREAM });
  } catch (cause) {
    if (cause instanceof RangeError) throw new NotTaken('paper/too-complex');
    return null;
  }
}

const isPredicted = (parameters: PdfValue | undefined) =>
  parameters instanceof Map && Number(parameters.get('Predictor') ?? 1) > 1;
