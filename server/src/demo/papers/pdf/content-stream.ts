import type { FaceName } from '../layout/font-faces.ts';
import type { FillMark, Page, RuleMark, TextMark } from '../layout/marks.ts';

/** Gives the two-byte code of a character in the embedded font of a face, as four hex digits. */
export type GlyphCode = (face: FaceName, character: string) => string;

/** Resource names of the faces: constant, so that every page shares one resource dictionary. */
export const FONT_KEYS: Record<FaceName, string> = {
  regular: 'F1',
  bold: 'F2',
  italic: 'F3',
  boldItalic: 'F4',
};

/** Returns the page's content stream: fills first, then rules, then text. */
export function contentStream(page: Page, glyphCode: GlyphCode): string {
  const fills: string[] = [];
  const rules: string[] = [];
  const texts: string[] = [];
  for (const mark of page.marks) {
    if (mark.kind === 'fill') fills.push(fillOperators(mark, page.height));
    else if (mark.kind === 'rule') rules.push(ruleOperators(mark, page.height));
    else texts.push(textOperators(mark, page.height, glyphCode));
  }
  return `${fills.join('\n')}\n${rules.join('\n')}\nBT\n${texts.join('\n')}\nET\n`;
}

function fillOperators(mark: FillMark, pageHeight: number): string {
  const y = num(pageHeight - mark.y - mark.height);
  return `${num(mark.gray)} g ${num(mark.x)} ${y} ${num(mark.width)} ${num(mark.height)} re f 0 g`;
}

function ruleOperators(mark: RuleMark, pageHeight: number): string {
  const from = `${num(mark.x1)} ${num(pageHeight - mark.y1)} m`;
  return `${num(mark.thickness)} w ${from} ${num(mark.x2)} ${num(pageHeight - mark.y2)} l S`;
}

/** Word spacing (`Tw`) has no effect on two-byte codes, so justified spaces are widened inside `TJ`. */
function textOperators(mark: TextMark, pageHeight: number, glyphCode: GlyphCode): string {
  const codes = (text: string) => Array.from(text, (character) => glyphCode(mark.face, character)).join('');
  const widen = num((-mark.gap * 1000) / mark.size);
  const words = mark.text.split(' ');
  const shown =
    mark.gap === 0
      ? `<${codes(mark.text)}> Tj`
      : `[${words.map((word, index) => `<${codes(index < words.length - 1 ? `${word} ` : word)}>`).join(widen)}] TJ`;
  const place = `1 0 0 1 ${num(mark.x)} ${num(pageHeight - mark.y)} Tm`;
  const color = mark.gray === 0 ? '' : `${num(mark.gray)} g `;
  const black = mark.gray === 0 ? '' : ' 0 g';
  return `/${FONT_KEYS[mark.face]} ${num(mark.size)} Tf ${color}${place} ${shown}${black}`;
}

function num(value: number): string {
  return String(Math.round(value * 100) / 100);
}
