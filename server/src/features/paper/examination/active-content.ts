import { type PdfDictionary, PdfName, type PdfValue, unescapedName } from './object-reader.ts';

export type ActiveKind = 'javascript' | 'launch' | 'embedded-file' | 'rich-media' | 'xfa';

/** What an action does, by its `S`. */
const ACTIONS = new Map<string, ActiveKind>([
  ['JavaScript', 'javascript'],
  ['Launch', 'launch'],
  ['ImportData', 'embedded-file'],
  ['RichMediaExecute', 'rich-media'],
]);

/** Names that give an object away even where its structure cannot be read. */
const TELLING = new Map<string, ActiveKind>([
  ['JavaScript', 'javascript'],
  ['Launch', 'launch'],
  ['EmbeddedFile', 'embedded-file'],
  ['RichMedia', 'rich-media'],
]);

/** Everything in this object that would do something by itself or carry something unexamined. */
export function* activeKinds(value: PdfValue): Generator<ActiveKind> {
  // An action may name its kind through a reference; a bare name as an object of its own serves nothing else.
  if (value instanceof PdfName) yield* known(ACTIONS.get(value.text));
  const open: PdfValue[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next instanceof Map) yield* kindsOf(next);
    if (Array.isArray(next) || next instanceof Map) for (const inner of next.values()) open.push(inner);
  }
}

/** The same for bytes that only a lenient reader would take for an object. */
export function* tellingNames(raw: Buffer): Generator<ActiveKind> {
  for (const [, name = ''] of raw.toString('latin1').matchAll(/\/([^\0\t\n\f\r ()<>[\]{}/%]+)/g)) {
    yield* known(TELLING.get(unescapedName(name)));
  }
}

function* kindsOf(dictionary: PdfDictionary): Generator<ActiveKind> {
  yield* known(ACTIONS.get(nameIn(dictionary, 'S')));
  if (nameIn(dictionary, 'S') === 'Rendition' && dictionary.has('JS')) yield 'javascript';
  if (isFileWithContent(dictionary)) yield 'embedded-file';
  if (nameIn(dictionary, 'Subtype') === 'RichMedia') yield 'rich-media';
  if (dictionary.has('XFA') && dictionary.has('Fields')) yield 'xfa';
}

const isFileWithContent = (dictionary: PdfDictionary) =>
  nameIn(dictionary, 'Type') === 'EmbeddedFile' ||
  (dictionary.has('EF') && (dictionary.has('F') || dictionary.has('UF')));

function nameIn(dictionary: PdfDictionary, key: string): string {
  const value = dictionary.get(key);
  return value instanceof PdfName ? value.text : '';
}

function* known(kind: ActiveKind | undefined): Generator<ActiveKind> {
  if (kind !== undefined) yield kind;
}
