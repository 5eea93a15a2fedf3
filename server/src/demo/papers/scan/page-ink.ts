import { textWidth } from '../layout/font-faces.ts';
import { MM, type Page, type TextMark } from '../layout/marks.ts';
import { seededRandom } from '../random.ts';
import { blankSheet, type InkSheet, inkBox, inkGlyph } from './ink.ts';
import { inkSignature } from './signature-ink.ts';

/** Returns the ink of a laid-out page at that resolution. Where a copy says "signed", the scan shows the signature. */
export function inkPage(page: Page, dpi: number, seed: number): InkSheet {
  const scale = dpi / 72;
  const sheet = blankSheet(Math.round(page.width * scale), Math.round(page.height * scale));
  for (const mark of page.marks) {
    if (mark.kind === 'fill') {
      const [x2, y2] = [mark.x + mark.width, mark.y + mark.height];
      inkBox(sheet, mark.x * scale, mark.y * scale, x2 * scale, y2 * scale, (1 - mark.gray) * 0.8);
    } else if (mark.kind === 'rule') {
      const half = Math.max(mark.thickness * scale, 1.4) / 2;
      inkBox(
        sheet,
        mark.x1 * scale - half,
        mark.y1 * scale - half,
        mark.x2 * scale + half,
        mark.y2 * scale + half,
        1,
      );
    } else if (mark.signature) {
      const middle = mark.x + textWidth(mark.face, mark.text, mark.size) / 2;
      inkSignature(
        sheet,
        mark.signature,
        middle * scale,
        mark.y * scale,
        MM * scale,
        seededRandom(seed + Math.round(mark.x)),
      );
    } else {
      inkText(sheet, mark, scale);
    }
  }
  return sheet;
}

function inkText(sheet: InkSheet, mark: TextMark, scale: number): void {
  let x = mark.x;
  for (const character of mark.text) {
    if (character === ' ') x += mark.gap;
    else inkGlyph(sheet, mark.face, character, mark.size * scale, x * scale, mark.y * scale);
    x += textWidth(mark.face, character, mark.size);
  }
}
