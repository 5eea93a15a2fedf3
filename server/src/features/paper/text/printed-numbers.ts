import type { PageWithText } from '../examination/examination.ts';

/** Sheets without a number that a count runs over: a divider, a picture, the first page of a part. */
const MOST_SILENT = 2;

type Numbered = Pick<PageWithText, 'page' | 'numbers' | 'label'>;

/**
 * The number printed on each page, by the page; null where there is none. What the file itself says goes first. Else it
 * is a number alone at the edge that goes on as the pages do: a year or the total of a table does not. An annex that
 * begins anew at 1 counts for itself.
 */
export function printedNumbers(pages: readonly Numbered[]): Map<number, string | null> {
  const lengths = runLengths(pages);
  return new Map(
    pages.map(({ page, numbers, label }) => [page, label ?? numberOf(page, numbers, lengths.get(page))]),
  );
}

/** How far the number runs ahead of the sheet's own → on how many pages in a row it does. */
type Runs = ReadonlyMap<number, number>;

function runLengths(pages: readonly Numbered[]): Map<number, Runs> {
  const byOffset = Map.groupBy(
    pages.flatMap(({ page, numbers }) =>
      [...new Set(numbers)].map((number) => ({ page, offset: number - page })),
    ),
    ({ offset }) => offset,
  );
  const lengths = new Map<number, Map<number, number>>();
  for (const [offset, places] of byOffset) {
    for (const run of consecutive(places.map(({ page }) => page))) {
      for (const page of run) {
        const own = lengths.get(page) ?? new Map<number, number>();
        lengths.set(page, own.set(offset, run.length));
      }
    }
  }
  return lengths;
}

function consecutive(pages: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const page of pages) {
    const run = runs.at(-1);
    if (run !== undefined && page - (run.at(-1) ?? 0) <= MOST_SILENT + 1) run.push(page);
    else runs.push([page]);
  }
  return runs;
}

function numberOf(page: number, numbers: readonly number[], runs: Runs = new Map()): string | null {
  const [best] = numbers
    .map((number) => ({ number, length: runs.get(number - page) ?? 0 }))
    // A paper of two pages has a single number, on the second: it counts the sheets.
    .filter(({ number, length }) => length > 1 || number === page)
    .sort((a, b) => b.length - a.length);
  return best === undefined ? null : String(best.number);
}
