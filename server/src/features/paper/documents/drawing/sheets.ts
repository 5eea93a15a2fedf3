import { type PDFDocument, PDFName, type PDFPage, type PDFRef } from 'pdf-lib';
import type { Face, Typeface } from './letters.ts';
import { brokenLines } from './line-breaks.ts';
import { num, shownText } from './operators.ts';
import type { LayerNames } from './page-layer.ts';

const MM = 72 / 25.4;
/** A4, with the margins of Decree 30/2020 (Annex I): top and bottom 20, left 30, right 15 millimetres. */
const WIDTH = 210 * MM;
const HEIGHT = 297 * MM;
const LEFT = 30 * MM;
const RIGHT = WIDTH - 15 * MM;
const TOP = HEIGHT - 20 * MM;
const BOTTOM = 20 * MM;

export interface Paragraph {
  readonly text: string;
  readonly size: number;
  readonly face?: Face;
  readonly align?: 'left' | 'centre';
  /** Part of the width between the margins, from 0 to 1; all of it unless said otherwise. */
  readonly columns?: readonly [from: number, to: number];
  /** Free height above, in points. */
  readonly above?: number;
}

interface Sheet {
  readonly operators: string[];
  readonly links: { readonly box: readonly number[]; readonly to: PDFRef }[];
}

/** Sheets of our own: a cover, an agenda, a list of notes. Written from top to bottom. */
export class Sheets {
  readonly #typeface: Typeface;
  readonly #names: LayerNames;
  readonly #sheets: Sheet[] = [];
  #y = TOP;

  constructor(typeface: Typeface, names: LayerNames) {
    this.#typeface = typeface;
    this.#names = names;
    this.next();
  }

  /** How far down the sheet the next line would begin, in points from the upper margin. */
  get used(): number {
    return TOP - this.#y;
  }

  /** Begins another sheet. */
  next(): void {
    this.#sheets.push({ operators: [], links: [] });
    this.#y = TOP;
  }

  /** Leaves room, up to this far below the upper margin at least. */
  downTo(used: number): void {
    this.#y = Math.min(this.#y, TOP - used);
  }

  /** Writes a paragraph, over as many sheets as it needs; `to` makes a link of it. */
  write(paragraph: Paragraph, to: PDFRef | null = null): void {
    const { text, size, face = 'regular', align = 'left', columns = [0, 1], above = 0 } = paragraph;
    const letters = this.#typeface[face];
    const [left, right] = columns.map((part) => LEFT + part * (RIGHT - LEFT)) as [number, number];
    const height = size * 1.3;
    this.#y -= above;
    for (const line of brokenLines(letters, text, size, right - left)) {
      if (this.#y - height < BOTTOM) this.next();
      this.#y -= height;
      const free = align === 'centre' ? (right - left - letters.width(line, size)) / 2 : 0;
      const y = this.#y + size * 0.3;
      const writing = { letters, font: this.#names.font[face], size };
      this.#last.operators.push(shownText(writing, line, left + free, y));
      if (to !== null) this.#last.links.push({ box: [left, this.#y, right, this.#y + height], to });
    }
  }

  /** Writes paragraphs beside one another; the next line follows below the longest. They stay on one sheet. */
  beside(columns: readonly (readonly Paragraph[])[], to: PDFRef | null = null): void {
    const height = Math.max(...columns.map((column) => this.#heightOf(column)));
    if (this.#y - height < BOTTOM && height < TOP - BOTTOM) this.next();
    const [sheet, start] = [this.#sheets.length, this.#y];
    let lowest = start;
    for (const column of columns) {
      if (this.#sheets.length === sheet) this.#y = start;
      for (const paragraph of column) this.write(paragraph, to);
      lowest = this.#sheets.length === sheet ? Math.min(lowest, this.#y) : this.#y;
    }
    this.#y = lowest;
  }

  /** A thin line across these parts of the width, this far below what was written. */
  rule(columns: readonly [from: number, to: number] = [0, 1], below = 4): void {
    const [left, right] = columns.map((part) => LEFT + part * (RIGHT - LEFT)) as [number, number];
    this.#y -= below;
    this.#last.operators.push(`0.6 w ${num(left)} ${num(this.#y)} m ${num(right)} ${num(this.#y)} l S`);
  }

  /** Adds the sheets to the end of the document; what is written on them is given back with each page. */
  addTo(doc: PDFDocument): { readonly page: PDFPage; readonly operators: string }[] {
    return this.#sheets.map(({ operators, links }) => {
      const page = doc.addPage([WIDTH, HEIGHT]);
      const annotations = links.map(({ box, to }) =>
        doc.context.register(
          doc.context.obj({
            ...{ Type: 'Annot', Subtype: 'Link', Rect: [...box], Border: [0, 0, 0] },
            Dest: [to, 'Fit'],
          }),
        ),
      );
      if (annotations.length > 0) page.node.set(PDFName.of('Annots'), doc.context.obj(annotations));
      return { page, operators: `q 0 g 0 G\n${operators.join('\n')}\nQ\n` };
    });
  }

  get #last(): Sheet {
    const last = this.#sheets.at(-1);
    if (last === undefined) throw new Error('There is always a sheet.');
    return last;
  }

  #heightOf(column: readonly Paragraph[]): number {
    return column.reduce((sum, { text, size, face = 'regular', columns = [0, 1], above = 0 }) => {
      const width = (columns[1] - columns[0]) * (RIGHT - LEFT);
      return sum + above + brokenLines(this.#typeface[face], text, size, width).length * size * 1.3;
    }, 0);
  }
}
