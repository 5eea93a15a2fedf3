/** The numbers printed on the pages, in their order; null where a page has none. */
export type PageLabels = readonly (string | null)[];

export interface PageChoice {
  /** The sheet, from 1. */
  readonly page: number;
  /** What is printed on it; null where nothing is known. */
  readonly label: string | null;
}

const mostChoices = 4;

/**
 * The pages that somebody may mean by what they typed: those on which it is printed, then the sheet of that number.
 * Numbers start again in annexes, so there may be several.
 */
export function pagesMeant(typed: string, labels: PageLabels | null, count: number): readonly PageChoice[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return [];
  const printed = (labels ?? []).flatMap((label, index) =>
    label !== null && label.toLowerCase() === wanted ? [{ page: index + 1, label }] : [],
  );
  const sheet = /^\d+$/.test(wanted) ? Number(wanted) : 0;
  const isNamed = printed.some(({ page }) => page === sheet);
  const bySheet =
    sheet >= 1 && sheet <= count && !isNamed ? [{ page: sheet, label: labels?.[sheet - 1] ?? null }] : [];
  return [...printed.slice(0, mostChoices - 1), ...bySheet];
}

/** What is printed on a sheet where that differs from its number; otherwise the number says it all. */
export function labelOf(labels: PageLabels | null, page: number): string | null {
  const label = labels?.[page - 1] ?? null;
  return label === String(page) ? null : label;
}
