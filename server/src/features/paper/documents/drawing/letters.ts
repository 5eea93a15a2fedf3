import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import type { PDFDocument, PDFFont, PDFRef } from 'pdf-lib';

export type Face = 'regular' | 'bold';

const require = createRequire(import.meta.url);

/** Tinos has the measures of Times New Roman, which Decree 30/2020 asks for, and every Vietnamese letter. */
const FILES: { readonly [F in Face]: string } = {
  regular: '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  bold: '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf',
};
interface OpenedFont {
  readonly bytes: Uint8Array;
  readonly font: fontkit.Font;
}

/** Opened once: that costs as much as copying a hundred pages, and every document takes its letters from the same. */
const opened = new Map<Face, OpenedFont>();

function openedFont(face: Face): OpenedFont {
  const known = opened.get(face);
  if (known !== undefined) return known;
  const bytes = readFileSync(require.resolve(FILES[face]));
  const font = fontkit.create(bytes);
  if (!('glyphForCodePoint' in font)) throw new Error('The typeface is a collection, not one font.');
  const made = { bytes, font };
  opened.set(face, made);
  return made;
}

/** Stands for what the typeface does not have: an emoji in a note. */
const MISSING = '□';

/** Of one glyph's code. */
const DIGITS = 4;
/** Letters are taken one by one: none may melt into its neighbour. */
const APART = { liga: false, clig: false, dlig: false, calt: false, ccmp: false, kern: false };
const codePointOf = (letter: string): number => letter.codePointAt(0) ?? 0;

/** One cut of the document typeface inside one PDF; only the letters that were used are kept in the file. */
export class Letters {
  readonly #font: PDFFont;
  readonly #source: fontkit.Font;
  readonly #characters: ReadonlySet<number>;
  readonly #known = new Map<string, { readonly code: string; readonly advance: number }>();

  constructor(font: PDFFont, source: fontkit.Font) {
    this.#font = font;
    this.#source = source;
    this.#characters = new Set(font.getCharacterSet());
  }

  get ref(): PDFRef {
    return this.#font.ref;
  }

  /** The operand of `Tj` for this text, in hexadecimal. */
  code(text: string): string {
    const letters = this.#learned(text);
    return `<${letters.map((letter) => this.#known.get(letter)?.code ?? '').join('')}>`;
  }

  /** In points at this size. */
  width(text: string, size: number): number {
    let thousandths = 0;
    for (const letter of this.#learned(text)) thousandths += this.#known.get(letter)?.advance ?? 0;
    return (thousandths * size) / 1_000;
  }

  /** The letters of the text, each of which is known now. The font's shaper runs once for all that are new. */
  #learned(text: string): string[] {
    const letters = Array.from(text.normalize('NFC'));
    const fresh = [...new Set(letters.filter((letter) => !this.#known.has(letter)))];
    if (fresh.length === 0) return letters;
    const shown = fresh.map((letter) => (this.#characters.has(codePointOf(letter)) ? letter : MISSING));
    const together = this.#font.encodeText(shown.join('')).asString();
    const isOneEach = together.length === DIGITS * fresh.length;
    for (const [index, letter] of fresh.entries()) {
      const drawn = shown[index] ?? MISSING;
      const glyph = this.#source.glyphForCodePoint(codePointOf(drawn));
      // What it is read back as. A glyph that came in as a part of another (the o of ô) knows no letter of its own.
      glyph.codePoints = [codePointOf(drawn)];
      const code = isOneEach
        ? together.slice(DIGITS * index, DIGITS * (index + 1))
        : this.#font.encodeText(drawn).asString();
      this.#known.set(letter, { code, advance: (glyph.advanceWidth * 1_000) / this.#source.unitsPerEm });
    }
    return letters;
  }
}

export type Typeface = { readonly [F in Face]: Letters };

/**
 * Puts the typeface into a PDF. `plain`: one cut does for both, for a document without sheets of our own; a cut of
 * which no letter is used would be a font without content.
 */
export async function embedTypeface(doc: PDFDocument, extent: 'plain' | 'whole'): Promise<Typeface> {
  const embed = async (face: Face) => {
    const { bytes, font } = openedFont(face);
    doc.registerFontkit({ create: () => font });
    const options = { subset: true, features: APART, customName: `HOPSOD+Tinos-${face}` };
    return new Letters(await doc.embedFont(bytes, options), font);
  };
  const regular = await embed('regular');
  return { regular, bold: extent === 'plain' ? regular : await embed('bold') };
}
