import { PAPER_SOURCES } from './contents/paper-list.ts';
import type { DemoPaper, PaperSource } from './paper.ts';
import { textPdf } from './pdf/text-pdf.ts';
import { scanPages } from './scan/scan-pages.ts';
import { scannedPdf } from './scan/scanned-pdf.ts';

/** Sets and writes all papers; takes seconds, so callers go through the cache. */
export async function buildPapers(): Promise<DemoPaper[]> {
  return Promise.all(PAPER_SOURCES.map(buildPaper));
}

/** Sets and writes one paper. The same sources give the same bytes. */
export async function buildPaper({ card, compose }: PaperSource): Promise<DemoPaper> {
  const laidOut = compose();
  const createdAt = new Date(`${card.documentDate}T00:00:00Z`);
  const bytes =
    card.form === 'scan'
      ? await scannedPdf(laidOut, await scanPages(laidOut.pages), createdAt)
      : await textPdf(laidOut, createdAt);
  return { ...card, bytes, pages: laidOut.pages.length };
}
