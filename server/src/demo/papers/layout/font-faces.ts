import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';

export type FaceName = 'regular' | 'bold' | 'italic' | 'boldItalic';

/** One cut of the document typeface: the file to embed and the measures the layout needs. */
export interface FontFace {
  name: FaceName;
  bytes: Uint8Array;
  font: fontkit.Font;
  /** Advance of each character seen so far, in thousandths of the size. */
  advances: Map<string, number>;
}

const require = createRequire(import.meta.url);

// Tinos has the metrics of Times New Roman, which Decree 30/2020 asks for, and every Vietnamese letter.
const FILES: Record<FaceName, string> = {
  regular: require.resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf'),
  italic: require.resolve('@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf'),
  boldItalic: require.resolve('@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf'),
};

export const ASCENT = 1825 / 2048;
export const DESCENT = 443 / 2048;
export const NO_BREAK_SPACE = '\u00a0';

const loaded = new Map<FaceName, FontFace>();

/** Returns the face of that name, read from the font package once per process. */
export function fontFace(name: FaceName): FontFace {
  const known = loaded.get(name);
  if (known) return known;
  const bytes = readFileSync(FILES[name]);
  const face: FontFace = { name, bytes, font: openFont(bytes), advances: new Map() };
  loaded.set(name, face);
  return face;
}

function openFont(bytes: Buffer): fontkit.Font {
  const opened = fontkit.create(bytes);
  if (!('glyphForCodePoint' in opened))
    throw new Error('The document typeface is a collection, not one font.');
  return opened;
}

/** Returns the advance width of the text in points. Kerning is left off, as word processors leave it for Times. */
export function textWidth(name: FaceName, text: string, size: number): number {
  const face = fontFace(name);
  let thousandths = 0;
  for (const character of text) thousandths += face.advances.get(character) ?? measure(face, character);
  return (thousandths * size) / 1000;
}

function measure(face: FontFace, character: string): number {
  const codePoint = character.codePointAt(0) ?? 0;
  if (!face.font.hasGlyphForCodePoint(codePoint)) {
    throw new Error(`The document typeface has no glyph for "${character}" (U+${codePoint.toString(16)}).`);
  }
  const advance = (face.font.glyphForCodePoint(codePoint).advanceWidth * 1000) / face.font.unitsPerEm;
  face.advances.set(character, advance);
  return advance;
}
