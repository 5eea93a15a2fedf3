import type { PaperRefusal } from '@hopso/shared/paper';
import { type ActiveKind, activeKinds, tellingNames } from './active-content.ts';
import { latin1, type PdfDictionary, PdfName, PdfReference, type PdfValue } from './object-reader.ts';
import { type Found, objectsIn } from './pdf-objects.ts';
import { checkStreamSizes, type Packed, packedOf } from './stream-size.ts';
import { NotTaken } from './verdict.ts';

/** An honest file ends with the place of its cross-reference table; a copy that broke off does not. */
const TAIL_BYTES = 2_048;

/**
 * Looks at the objects of a PDF before any engine opens it.
 * @throws NotTaken `paper/not-pdf`, `paper/broken`, `paper/encrypted`, `paper/active-content`, `paper/too-complex`
 */
export async function inspect(bytes: Buffer): Promise<void> {
  if (latin1(bytes, 0, 5) !== '%PDF-') throw new NotTaken('paper/not-pdf');
  if (!/startxref|%%EOF/.test(latin1(bytes, bytes.length - TAIL_BYTES, bytes.length)))
    throw new NotTaken('paper/broken');
  const seen = new Sight();
  for (const found of objectsIn(bytes)) seen.take(found);
  const refusal = seen.refusal();
  if (refusal !== null) throw refusal;
  await checkStreamSizes(seen.streams, (value) => seen.lookUp(value));
}

class Sight {
  readonly streams: Packed[] = [];
  readonly #kinds = new Set<ActiveKind>();
  /** Names and lists that are objects of their own: a stream may name its packing through one. */
  readonly #named = new Map<number, PdfValue>();
  #isEncrypted = false;
  #isSealed = false;

  take(found: Found): void {
    if (found.kind === 'sealed') this.#isSealed = true;
    else if (found.kind === 'unreadable') this.#note(tellingNames(found.raw));
    else this.#note(activeKinds(found.value));
    if (found.kind === 'trailer' && found.value.has('Encrypt')) this.#isEncrypted = true;
    if (found.kind === 'stream') this.#takeStream(found.value, found.data);
    if (found.kind === 'value') this.#keepNamed(found.number, found.value);
  }

  /** Encryption comes first: it makes everything else unreadable. */
  refusal(): NotTaken | null {
    const refuse = (code: PaperRefusal) => new NotTaken(code);
    if (this.#isEncrypted) return refuse('paper/encrypted');
    if (this.#isSealed) return refuse('paper/broken');
    if (this.#kinds.size === 0) return null;
    return new NotTaken('paper/active-content', { kinds: [...this.#kinds].sort() });
  }

  lookUp(value: PdfValue): PdfValue {
    return value instanceof PdfReference ? (this.#named.get(value.object) ?? null) : value;
  }

  #takeStream(dictionary: PdfDictionary, data: Buffer): void {
    const type = dictionary.get('Type');
    const isIndex = type instanceof PdfName && type.text === 'XRef';
    if (isIndex && dictionary.has('Encrypt')) this.#isEncrypted = true;
    this.streams.push(packedOf(dictionary, data));
  }

  #keepNamed(number: number | null, value: PdfValue): void {
    const isFilter =
      value instanceof PdfName || (Array.isArray(value) && value.every((v) => v instanceof PdfName));
    if (number !== null && isFilter) this.#named.set(number, value);
  }

  #note(kinds: Iterable<ActiveKind>): void {
    for (const kind of kinds) this.#kinds.add(kind);
  }
}
