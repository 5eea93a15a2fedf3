import { textWidth } from './font-faces.ts';
import { type Bookmark, type LaidOutDocument, type Mark, MM, type Page } from './marks.ts';

export type Orientation = 'portrait' | 'landscape';

const A4 = { short: 210 * MM, long: 297 * MM };
const MARGIN_TOP = 20 * MM;
const MARGIN_BOTTOM = 20 * MM;
const MARGIN_RIGHT = 15 * MM;
const MARGIN_LEFT: Record<Orientation, number> = { portrait: 30 * MM, landscape: 20 * MM };
const PAGE_NUMBER_SIZE = 14;
const PAGE_NUMBER_BASELINE = 13 * MM;
const NOTICE = 'Dữ liệu minh họa – Họp Số';
const NOTICE_SIZE = 8;
const NOTICE_GRAY = 0.45;

/**
 * The page being filled and the pages before it. Blocks ask for room, then draw at the cursor `y`.
 * Page numbers follow Decree 30/2020: centred in the top margin, hidden on the first page of a section.
 */
export class PageFlow {
  readonly pages: Page[] = [];
  readonly bookmarks: Bookmark[] = [];
  readonly title: string;
  readonly author: string;
  y = MARGIN_TOP;
  #orientation: Orientation = 'portrait';
  #nextNumber = 1;

  constructor(title: string, author: string, orientation: Orientation = 'portrait') {
    this.title = title;
    this.author = author;
    this.#orientation = orientation;
    this.newPage();
  }

  get page(): Page {
    const last = this.pages.at(-1);
    if (!last) throw new Error('A page flow always has a page.');
    return last;
  }

  get left(): number {
    return MARGIN_LEFT[this.#orientation];
  }

  get right(): number {
    return this.page.width - MARGIN_RIGHT;
  }

  get textWidth(): number {
    return this.right - this.left;
  }

  get bottom(): number {
    return this.page.height - MARGIN_BOTTOM;
  }

  get room(): number {
    return this.bottom - this.y;
  }

  get atTop(): boolean {
    return this.y <= MARGIN_TOP;
  }

  put(...marks: Mark[]): void {
    this.page.marks.push(...marks);
  }

  /** Starts a new page unless `height` points still fit on this one. */
  need(height: number): void {
    if (height > this.room + 0.01 && !this.atTop) this.newPage();
  }

  newPage(): void {
    const portrait = this.#orientation === 'portrait';
    const width = portrait ? A4.short : A4.long;
    const height = portrait ? A4.long : A4.short;
    const printedNumber = this.#nextNumber;
    this.#nextNumber += 1;
    this.pages.push({ width, height, marks: [], printedNumber });
    this.y = MARGIN_TOP;
    if (printedNumber > 1) this.#drawPageNumber(String(printedNumber));
    this.#drawNotice();
  }

  /** Turns the paper for the pages that follow; numbering restarts only for a separate annex. */
  startSection(orientation: Orientation, numbering: 'restart' | 'continue'): void {
    this.#orientation = orientation;
    if (numbering === 'restart') this.#nextNumber = 1;
    this.newPage();
  }

  bookmark(title: string, level: number): void {
    this.bookmarks.push({ title, level, page: this.pages.length - 1, y: this.y });
  }

  finish(): LaidOutDocument {
    return { title: this.title, author: this.author, pages: this.pages, bookmarks: this.bookmarks };
  }

  #drawPageNumber(text: string): void {
    const x = this.left + (this.textWidth - textWidth('regular', text, PAGE_NUMBER_SIZE)) / 2;
    this.put({
      kind: 'text',
      x,
      y: PAGE_NUMBER_BASELINE,
      size: PAGE_NUMBER_SIZE,
      face: 'regular',
      text,
      gap: 0,
      gray: 0,
    });
  }

  #drawNotice(): void {
    const x = this.left + (this.textWidth - textWidth('regular', NOTICE, NOTICE_SIZE)) / 2;
    const y = this.page.height - 9 * MM;
    this.put({
      kind: 'text',
      x,
      y,
      size: NOTICE_SIZE,
      face: 'regular',
      text: NOTICE,
      gap: 0,
      gray: NOTICE_GRAY,
    });
  }
}
