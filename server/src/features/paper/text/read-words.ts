import type { PageWithText } from '../examination/examination.ts';
import type { Examiner } from '../examination/examiner.ts';
import { printedNumbers } from './printed-numbers.ts';
import type { PageWords } from './text-rows.ts';

/** Between two groups of pages an upload that waits to be examined is let in. */
const PAGES_AT_ONCE = 40;
/** After so many pages that cannot be read the rest of the paper counts as without words. */
const MOST_UNREADABLE = 3;

/**
 * The words of every page of a file, with the printed numbers. A page that cannot be read within the limits is one
 * without words: that never stands in the way of the paper.
 * @throws the signal's reason once it is aborted; ExaminationFailedError, ProcessStartError
 */
export async function readWords(
  examiner: Examiner,
  { file, pages }: { readonly file: string; readonly pages: number },
  signal: AbortSignal,
): Promise<PageWords[]> {
  const found: PageWithText[] = [];
  let unreadable = 0;
  for (let first = 1; first <= pages; first += PAGES_AT_ONCE) {
    const last = Math.min(pages, first + PAGES_AT_ONCE - 1);
    const group = await examiner.readText({ file, first, last }, signal);
    if (group !== null) found.push(...group);
    // One by one: the page at fault must not take its neighbours along.
    for (let page = first; group === null && page <= last && unreadable < MOST_UNREADABLE; page += 1) {
      const [alone] = (await examiner.readText({ file, first: page, last: page }, signal)) ?? [];
      if (alone === undefined) unreadable += 1;
      else found.push(alone);
    }
    if (unreadable >= MOST_UNREADABLE) break;
  }
  return complete(found, pages);
}

function complete(found: readonly PageWithText[], pages: number): PageWords[] {
  const byPage = new Map(found.map((page) => [page.page, page]));
  const labels = printedNumbers(found);
  return Array.from({ length: pages }, (_, index) => {
    const page = index + 1;
    const lines = byPage.get(page)?.lines ?? [];
    return { page, label: labels.get(page) ?? null, text: lines.map(({ text }) => text).join('\n'), lines };
  });
}
