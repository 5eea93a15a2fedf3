/** One line of a page with its left, bottom, right and top edge in the PDF's user space. */
export interface LineWords {
  readonly text: string;
  readonly box: readonly [left: number, bottom: number, right: number, top: number];
}

/** What is known of one page of a file. */
export interface PageWords {
  /** From 1. */
  readonly page: number;
  readonly lines: readonly LineWords[];
  /** What the page is painted with, as a hash: the same for the same scan. Null where it is not known. */
  readonly picture: string | null;
}

/** Words without the spaces between them: how a line is spaced and broken says nothing (NFC, soft hyphens left out). */
export const squeezed = (text: string): string => text.normalize('NFC').replace(/[\s\u00ad\u200b]+/gu, '');

/** A number that counts pages: `7`, `- 7 -`, `7/12`, `Trang 7`. */
const pageNumber = /^[-–—.\s]*(?:trang|page)?\s*\d{1,4}(?:\s*\/\s*\d{1,4})?[-–—.\s]*$/iu;

/** The lines of a page without the number printed at its head or foot, which changes when pages are inserted before it. */
export function withoutPageNumber(lines: readonly LineWords[]): readonly LineWords[] {
  const filled = lines.filter(({ text }) => squeezed(text) !== '');
  const first = filled.length > 1 && pageNumber.test(filled[0]?.text ?? '') ? 1 : 0;
  const last =
    filled.length > 1 && pageNumber.test(filled.at(-1)?.text ?? '') ? filled.length - 1 : filled.length;
  return filled.slice(first, Math.max(first, last));
}
