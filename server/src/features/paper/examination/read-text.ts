import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageWithText, TextLine } from './examination.ts';
import { linesOf } from './page-lines.ts';

/** The words of pages `first` to `last` (from 1). A page that cannot be read is one without words. */
export async function readText(
  document: PDFDocumentProxy,
  first: number,
  last: number,
): Promise<PageWithText[]> {
  const labels = await realLabels(document);
  const pages: PageWithText[] = [];
  for (let number = first; number <= Math.min(last, document.numPages); number += 1) {
    const { lines, numbers } = await wordsOf(document, number);
    pages.push({ page: number, lines, numbers, label: labels?.[number - 1] || null });
  }
  return pages;
}

async function wordsOf(document: PDFDocumentProxy, number: number) {
  try {
    const page = await document.getPage(number);
    const lines = linesOf(await page.getTextContent());
    const numbers = numbersAtTheEdge(page, lines);
    page.cleanup();
    return { lines, numbers };
  } catch {
    return { lines: [], numbers: [] };
  }
}

const LONGEST_LABEL = 16;

/** Labels that somebody gave the pages; those that only count the sheets say nothing. */
async function realLabels(document: PDFDocumentProxy): Promise<readonly string[] | null> {
  const labels = await document.getPageLabels().catch(() => null);
  if (labels === null) return null;
  const clean = labels.map((label) =>
    label
      .normalize('NFC')
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim(),
  );
  const isCount = clean.every((label, index) => label === String(index + 1));
  return isCount || clean.some((label) => label.length > LONGEST_LABEL) ? null : clean;
}

/** Part of the page's height at the top and at the bottom in which numbers are printed. */
const EDGE = 0.12;
const NUMBER_ALONE = /^[-–—\s.|[(]*(?:trang\s*)?(\d{1,4})(?:\s*\/\s*\d{1,4})?[-–—\s.|\])]*$/iu;

/** Numbers that stand alone at the upper or lower edge of the page as it is shown. */
function numbersAtTheEdge(page: PDFPageProxy, lines: readonly TextLine[]): number[] {
  const viewport = page.getViewport({ scale: 1 });
  return lines.flatMap(({ text, box: [left, bottom, right, top] }) => {
    const number = NUMBER_ALONE.exec(text)?.[1];
    if (number === undefined) return [];
    const [, y = 0] = viewport.convertToViewportPoint((left + right) / 2, (bottom + top) / 2) as number[];
    const part = y / viewport.height;
    return part <= EDGE || part >= 1 - EDGE ? [Number(number)] : [];
  });
}
