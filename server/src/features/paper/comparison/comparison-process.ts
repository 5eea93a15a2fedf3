/** The process in which two versions of a paper are compared: hundreds of pages against hundreds, away from the votes. */
import { comparePages, type PageWords } from '@hopso/shared/paper';
import type { ComparedFile, ComparisonOrder, ComparisonReport } from './comparison-work.ts';
import { picturesOf } from './page-pictures.ts';

const report = (message: ComparisonReport) => void process.send?.(message);
const isSilent = ({ lines }: ComparedFile['pages'][number]) => lines.every(({ text }) => text.trim() === '');

/** Files are opened only where words do not tell the pages apart. */
async function wordsOf({ file, pages }: ComparedFile): Promise<PageWords[]> {
  const pictures = pages.some(isSilent) ? await picturesOf(file) : null;
  return pages.map(({ page, lines }) => ({ page, lines, picture: pictures?.get(page) ?? null }));
}

async function compare({ older, newer }: ComparisonOrder): Promise<void> {
  report({ kind: 'compared', compared: comparePages(await wordsOf(older), await wordsOf(newer)) });
}

process.on('message', (order: ComparisonOrder) => void compare(order));
process.on('disconnect', () => process.exit());
report({ kind: 'ready' });
