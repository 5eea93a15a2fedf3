import { promisify } from 'node:util';
import { deflate, type ZlibOptions } from 'node:zlib';
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFPage,
  PDFRawStream,
  PDFRef,
} from 'pdf-lib';
import type { Face, Typeface } from './letters.ts';

/** Names under which our fonts and states stand in every page's resources. */
export interface LayerNames {
  readonly font: { readonly [F in Face]: string };
  /** Light, for what lies over the whole page. */
  readonly faint: string;
  /** Lets the words under it shine through. */
  readonly multiply: string;
  /** White that is put behind small print. */
  readonly backing: string;
}

const deflated = promisify<Buffer, ZlibOptions, Buffer>(deflate);
/** Bytes; setting a packer up takes longer than a few strokes are worth. */
const WORTH_PACKING = 16_384;
/** A small window: setting one up costs more than packing a page into it. */
const PACKING = { level: 1, windowBits: 13, memLevel: 6 };
const CATEGORIES = ['Font', 'ExtGState'] as const;

/**
 * Draws over pages that others made. What they drew is fenced off (`q … Q`), their resources are left as they are: a
 * document shares one dictionary over all its pages, and a font added to it once per page made a file fifteen times
 * as large (pdf.md §3.1). So our fonts have constant names that the document does not use, in one copy for each
 * dictionary it has.
 */
export class PageLayer {
  readonly names: LayerNames;
  readonly #context: PDFContext;
  readonly #entries: { readonly [C in (typeof CATEGORIES)[number]]: ReadonlyMap<string, PDFRef> };
  readonly #prepared = new Map<PDFDict | null, PDFRef>();
  readonly #packing: Promise<void>[] = [];
  readonly #before: PDFRef;
  readonly #after: PDFRef;

  /** `pages`: all that others made and that will be drawn over. */
  constructor({ context }: PDFDocument, typeface: Typeface, pages: readonly PDFPage[]) {
    this.#context = context;
    const prefix = freePrefix(pages);
    const [regular, bold] = [`${prefix}R`, `${prefix}B`];
    this.names = {
      font: { regular, bold },
      faint: `${prefix}F`,
      multiply: `${prefix}M`,
      backing: `${prefix}W`,
    };
    const state = (entries: { readonly [key: string]: number | string }) =>
      context.register(context.obj({ Type: 'ExtGState', ...entries }));
    this.#entries = {
      Font: new Map([
        [regular, typeface.regular.ref],
        [bold, typeface.bold.ref],
      ]),
      ExtGState: new Map([
        [this.names.faint, state({ ca: 0.2 })],
        [this.names.multiply, state({ BM: 'Multiply', ca: 0.45 })],
        [this.names.backing, state({ ca: 0.75 })],
      ]),
    };
    this.#before = this.stream('q\n');
    this.#after = this.stream('\nQ\n');
  }

  /** A piece of content that may be put onto any number of pages. Whole once `settled` has resolved. */
  stream(operators: string): PDFRef {
    const ref = this.#context.nextRef();
    const bytes = Buffer.from(operators, 'latin1');
    if (bytes.length < WORTH_PACKING) this.#assign(ref, bytes, {});
    else {
      // The library packs in JavaScript, which took a third of the time of a whole copy.
      const packing = deflated(bytes, PACKING).then((packed) =>
        this.#assign(ref, packed, { Filter: 'FlateDecode' }),
      );
      this.#packing.push(packing);
    }
    return ref;
  }

  /** Resolves when every piece of content is packed: before the document is written. */
  async settled(): Promise<void> {
    await Promise.all(this.#packing.splice(0));
  }

  #assign(ref: PDFRef, bytes: Uint8Array, entries: { readonly Filter?: string }): void {
    const dict = this.#context.obj({ Length: bytes.length, ...entries });
    this.#context.assign(ref, PDFRawStream.of(dict, bytes));
  }

  /** Puts pieces of content over what the page shows. */
  put(page: PDFPage, pieces: readonly PDFRef[]): void {
    const { node } = page;
    const contents = this.#context.obj([this.#before, ...this.#contentsOf(page), this.#after, ...pieces]);
    const resources = node.Resources();
    node.set(PDFName.of('Contents'), contents);
    node.set(PDFName.of('Resources'), this.#resources(resources ?? null));
  }

  #contentsOf({ node }: PDFPage): PDFRef[] {
    const direct = node.get(PDFName.of('Contents'));
    const found = this.#context.lookup(direct);
    if (found instanceof PDFArray) return found.asArray().filter((part) => part instanceof PDFRef);
    return direct instanceof PDFRef && found !== undefined ? [direct] : [];
  }

  #resources(original: PDFDict | null): PDFRef {
    const known = this.#prepared.get(original);
    if (known !== undefined) return known;
    const copy = original === null ? this.#context.obj({}) : original.clone(this.#context);
    for (const category of CATEGORIES) {
      const name = PDFName.of(category);
      const before = copy.lookup(name);
      const entries = before instanceof PDFDict ? before.clone(this.#context) : this.#context.obj({});
      for (const [key, ref] of this.#entries[category]) entries.set(PDFName.of(key), ref);
      copy.set(name, entries);
    }
    const ref = this.#context.register(copy);
    this.#prepared.set(original, ref);
    return ref;
  }
}

/** `Hs0`, `Hs1` …: the first with which no font or state of the document begins. One of our own copies has one. */
function freePrefix(pages: readonly PDFPage[]): string {
  const used = new Set<string>();
  const looked = new Set<PDFDict>();
  for (const { node } of pages) {
    const resources = node.Resources();
    if (resources === undefined || looked.has(resources)) continue;
    looked.add(resources);
    for (const category of CATEGORIES) {
      const entries = resources.lookup(PDFName.of(category));
      if (!(entries instanceof PDFDict)) continue;
      for (const key of entries.keys()) used.add(/^Hs\d+/.exec(key.decodeText())?.[0] ?? '');
    }
  }
  let number = 0;
  while (used.has(`Hs${number}`)) number += 1;
  return `Hs${number}`;
}
