import { paperLimits } from '@hopso/shared/paper';
import {
  getDocument,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageRun, PdfFacts } from './examination.ts';
import { linesOf } from './page-lines.ts';
import { isSecretMarking } from './secret-marking.ts';
import { NotTaken } from './verdict.ts';

/** So many pages are searched for text before a paper counts as a scan. */
const PAGES_SEARCHED = 20;
/** 200 inches, the largest page the format knows without enlarging its unit. */
const LONGEST_SIDE = 14_400;

/**
 * Opens every page with the engine that will show it.
 * @throws NotTaken `paper/broken`, `paper/encrypted`, `paper/no-pages`, `paper/too-many-pages`, `paper/too-complex`,
 *   `upload/secret-marking`
 */
export async function openPages(bytes: Buffer): Promise<PdfFacts> {
  const loading = openDocument(bytes);
  try {
    const document = await loading.promise;
    const facts = { pages: pageCount(document), sizes: await pageSizes(document) };
    await refuseMarked(document);
    return { ...facts, hasText: await hasText(document) };
  } catch (cause) {
    throw cause instanceof NotTaken ? cause : refusalFor(cause);
  } finally {
    await loading.destroy();
  }
}

/** Begins to open a file with the engine that will show it. The bytes are the engine's from here on. */
export function openDocument(bytes: Buffer): PDFDocumentLoadingTask {
  return getDocument({
    data: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length),
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
  });
}

function pageCount({ numPages }: PDFDocumentProxy): number {
  if (numPages === 0) throw new NotTaken('paper/no-pages');
  if (numPages > paperLimits.pages) throw new NotTaken('paper/too-many-pages', { most: paperLimits.pages });
  return numPages;
}

async function pageSizes(document: PDFDocumentProxy): Promise<PageRun[]> {
  const runs: PageRun[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    if (!isShowable(width) || !isShowable(height)) throw new NotTaken('paper/too-complex');
    addPage(runs, rounded(width), rounded(height));
  }
  return runs;
}

const isShowable = (side: number) => side >= 1 && side <= LONGEST_SIDE;
const rounded = (side: number) => Math.round(side * 100) / 100;

function addPage(runs: PageRun[], width: number, height: number): void {
  const last = runs.at(-1);
  const isSame = last !== undefined && last.width === width && last.height === height;
  if (isSame) runs[runs.length - 1] = { ...last, pages: last.pages + 1 };
  else runs.push({ pages: 1, width, height });
}

/** State secrets are not kept here, whatever the upload is called. */
async function refuseMarked(document: PDFDocumentProxy): Promise<void> {
  const page = await document.getPage(1);
  const lines = linesOf(await page.getTextContent());
  if (lines.some(({ text }) => isSecretMarking(text))) throw new NotTaken('upload/secret-marking');
}

async function hasText(document: PDFDocumentProxy): Promise<boolean> {
  const last = Math.min(document.numPages, PAGES_SEARCHED);
  for (let number = 1; number <= last; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    page.cleanup();
    if (items.some((item) => 'str' in item && item.str.trim() !== '')) return true;
  }
  return false;
}

/** The engine's errors, told apart by name; whatever else went wrong, no member could open this file. */
function refusalFor(cause: unknown): NotTaken {
  const isLocked = cause instanceof Error && cause.name === 'PasswordException';
  return new NotTaken(isLocked ? 'paper/encrypted' : 'paper/broken');
}
