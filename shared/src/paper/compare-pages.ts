import { longestCommon, mostAlike } from './page-matching.ts';
import { type PageWords, squeezed, withoutPageNumber } from './page-words.ts';

/**
 * - `same`: the same words (or, without words, the same picture) as on page `from`, in the same order of pages
 * - `changed`: takes the place of page `from`; `moved`: the page `from` itself, at another place among the others
 * - `new`: answers to no page
 */
export type PageKind = 'same' | 'changed' | 'moved' | 'new';

/** One page of the newer version. */
export type ComparedPage = {
  readonly page: number;
  /** The page of the older version that it answers to; null for a new one. */
  readonly from: number | null;
  readonly kind: PageKind;
};

export type PagesCompared = {
  readonly pages: readonly ComparedPage[];
  /** Pages of the older version that answer to none. */
  readonly gone: readonly number[];
};

/** Pages with fewer words in common than this are different pages, not one page that was changed. */
const LEAST_ALIKE = 0.3;

/**
 * [P11] Which page of a newer version answers to which of the older one. First the same pages in the same order, as many
 * as there can be; between them those that are most alike; last the same pages at another place. Each page answers once.
 */
export function comparePages(older: readonly PageWords[], newer: readonly PageWords[]): PagesCompared {
  const [old, now] = [older.map(keyOf), newer.map(keyOf)];
  const found = new Map<number, { readonly from: number; readonly kind: PageKind }>();
  const taken = new Set<number>();
  const match = (from: number, to: number, kind: PageKind) => {
    taken.add(from);
    found.set(to, { from, kind });
  };
  const fixed = longestCommon(
    old.map(({ key }) => key),
    now.map(({ key }) => key),
  );
  for (const [from, to] of fixed) match(from, to, 'same');
  for (const gap of gapsBetween(fixed, old.length, now.length))
    for (const [from, to] of alikeIn(gap, old, now)) match(from, to, 'changed');
  for (const [to, { key }] of now.entries()) {
    if (found.has(to) || key === null) continue;
    const from = old.findIndex((each, index) => each.key === key && !taken.has(index));
    if (from >= 0) match(from, to, 'moved');
  }
  return {
    pages: newer.map(({ page }, index) => {
      const answer = found.get(index);
      if (answer === undefined) return { page, from: null, kind: 'new' };
      return { page, from: older[answer.from]?.page ?? null, kind: answer.kind };
    }),
    gone: older.filter((_, index) => !taken.has(index)).map(({ page }) => page),
  };
}

interface Keyed {
  /** Equal keys are equal pages; null: nothing is known of the page, it equals none. */
  readonly key: string | null;
  readonly shingles: ReadonlySet<string>;
}

function keyOf({ lines, picture }: PageWords): Keyed {
  const words = squeezed(
    withoutPageNumber(lines)
      .map(({ text }) => text)
      .join(' '),
  );
  if (words !== '') return { key: `w${words}`, shingles: shinglesOf(words) };
  return { key: picture === null ? null : `p${picture}`, shingles: new Set() };
}

const SHINGLE = 12;
/** Beyond so many letters a page is told by a quarter of its runs. */
const SHORT = 1_000;

/** Runs of letters; which of a long page's is decided by the run itself, so that the same one counts wherever it stands. */
function shinglesOf(words: string): ReadonlySet<string> {
  const shingles = new Set<string>();
  for (let at = 0; at + SHINGLE <= words.length; at += 1) {
    const run = words.slice(at, at + SHINGLE);
    const isTaken = (run.charCodeAt(0) + run.charCodeAt(5) * 7 + run.charCodeAt(11) * 13) % 4 === 0;
    if (isTaken || words.length <= SHORT) shingles.add(run);
  }
  return shingles;
}

interface Gap {
  readonly old: readonly [from: number, until: number];
  readonly now: readonly [from: number, until: number];
}

function gapsBetween(
  fixed: ReadonlyArray<readonly [number, number]>,
  oldCount: number,
  nowCount: number,
): Gap[] {
  const gaps: Gap[] = [];
  let [old, now] = [0, 0];
  for (const [from, to] of [...fixed, [oldCount, nowCount] as const]) {
    if (from > old && to > now) gaps.push({ old: [old, from], now: [now, to] });
    [old, now] = [from + 1, to + 1];
  }
  return gaps;
}

function alikeIn(
  { old, now }: Gap,
  olds: readonly Keyed[],
  nows: readonly Keyed[],
): Array<readonly [number, number]> {
  const [a, b] = [olds.slice(...old), nows.slice(...now)];
  const isPictures =
    a.every(({ shingles }) => shingles.size === 0) && b.every(({ shingles }) => shingles.size === 0);
  // A scan that was scanned again: page for page, where their number is the same.
  const pairs =
    isPictures && a.length === b.length
      ? a.map((_, index) => [index, index] as const)
      : mostAlike(a.length, b.length, (i, j) => alike(a[i]?.shingles, b[j]?.shingles));
  return pairs.map(([i, j]) => [old[0] + i, now[0] + j] as const);
}

/** Share of the runs of both pages that both have; 0 where that is too little. */
function alike(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): number {
  if (a.size + b.size === 0) return 0;
  let common = 0;
  for (const run of a) if (b.has(run)) common += 1;
  const share = (2 * common) / (a.size + b.size);
  return share < LEAST_ALIKE ? 0 : share;
}
