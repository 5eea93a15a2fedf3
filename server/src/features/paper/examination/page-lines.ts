import type { TextItem, TextMarkedContent, TextStyle } from 'pdfjs-dist/types/src/display/api.js';
import type { TextLine } from './examination.ts';

/** What the engine says of one page's words. */
export interface PageWords {
  readonly items: readonly (TextItem | TextMarkedContent)[];
  readonly styles: { readonly [font: string]: TextStyle };
}

/** Lengths below are in heights of the letters. */
const MOST_SHIFT = 0.5;
const WORD_GAP = 0.25;
/** Farther apart, words are another column or cell. */
const COLUMN_GAP = 3;
const BACKWARDS = -1;
const ASCENT = 0.9;
const DESCENT = -0.25;
/** What a page may hold at most; what lies beyond is no text that anybody reads. */
const MOST_LETTERS = 60_000;

/** Where a piece of text begins and ends on its base line, and which way it runs. */
interface Run {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
  readonly width: number;
  readonly height: number;
  readonly ascent: number;
  readonly descent: number;
}

/**
 * The lines of a page in the order in which its maker wrote them, which is the order of reading in office documents.
 * In NFC, without empty ones; boxes in the PDF's user space, so they hold whichever way the page is turned.
 */
export function linesOf({ items, styles }: PageWords): TextLine[] {
  const lines = new Lines();
  for (const item of items) {
    if (!('str' in item)) continue;
    if (item.str !== '') lines.add(item.str, runOf(item, styles[item.fontName]));
    if (item.hasEOL) lines.end();
  }
  lines.end();
  return lines.found;
}

class Lines {
  readonly found: TextLine[] = [];
  #text = '';
  #runs: Run[] = [];
  #letters = 0;

  add(text: string, run: Run): void {
    const last = this.#runs.at(-1);
    const gap = last === undefined ? null : gapBetween(last, run);
    if (gap === null) this.end();
    else if (gap > WORD_GAP && !this.#text.endsWith(' ') && !/^[\s\p{M}]/u.test(text)) this.#text += ' ';
    this.#text += text;
    // A blank has no place of its own: the next word is measured from the last one.
    if (text.trim() !== '') this.#runs.push(run);
  }

  end(): void {
    const text = cleanLine(this.#text);
    if (text !== '' && this.#runs.length > 0 && this.#letters + text.length <= MOST_LETTERS) {
      this.#letters += text.length;
      this.found.push({ text, box: boxAround(this.#runs) });
    }
    this.#text = '';
    this.#runs = [];
  }
}

/** No control signs and no halves of letters: databases and screens do not take them. */
const cleanLine = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();

function runOf(item: TextItem, style: TextStyle | undefined): Run {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
  const length = Math.hypot(a, b) || 1;
  const height = Math.hypot(c, d) || item.height || 1;
  const within = (value: number | undefined, usual: number, most: number) =>
    value !== undefined && value !== 0 && Math.abs(value) <= most ? value : usual;
  return {
    ...{ x, y, dx: a / length, dy: b / length, height },
    width: Math.max(0, item.width),
    ascent: within(style?.ascent, ASCENT, 1.3) * height,
    descent: within(style?.descent, DESCENT, 0.6) * height,
  };
}

/** How far behind the first the second begins; null when they are not of one line. */
function gapBetween(first: Run, second: Run): number | null {
  const height = Math.max(first.height, second.height);
  const isTurned = first.dx * second.dx + first.dy * second.dy < 0.99;
  const alongX = second.x - first.x;
  const alongY = second.y - first.y;
  const shift = Math.abs(alongY * first.dx - alongX * first.dy) / height;
  const gap = (alongX * first.dx + alongY * first.dy - first.width) / height;
  return isTurned || shift > MOST_SHIFT || gap > COLUMN_GAP || gap < BACKWARDS ? null : gap;
}

function boxAround(runs: readonly Run[]): TextLine['box'] {
  const points = runs.flatMap(({ x, y, dx, dy, width, ascent, descent }) =>
    [0, width].flatMap((along) =>
      [descent, ascent].map((up) => [x + along * dx - up * dy, y + along * dy + up * dx] as const),
    ),
  );
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return [least(xs), least(ys), most(xs), most(ys)];
}

const rounded = (value: number) => Math.round(value * 10) / 10;
const least = (values: readonly number[]) => rounded(values.reduce((a, b) => Math.min(a, b)));
const most = (values: readonly number[]) => rounded(values.reduce((a, b) => Math.max(a, b)));
