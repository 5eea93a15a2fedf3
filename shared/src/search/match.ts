import { type NormalForm, type Positions, positionsIn } from './normal-form.ts';
import type { SearchQuery } from './query.ts';

/** From a position of the text up to another one, as `slice` takes them. */
export type Mark = readonly [start: number, end: number];

/** How well a page answers: the lower, the earlier it is shown (F3). */
export type Rank = 0 | 1 | 2 | 3;

export interface PageMatch {
  readonly rank: Rank;
  /** How many places are marked on the page. */
  readonly places: number;
}

/** Whether and how a page answers; null when it does not. Linear in the page's length. */
export function matchPage(page: NormalForm, query: SearchQuery): PageMatch | null {
  const phrases = phrasesOn(page.folded, query);
  if (phrases === null) return null;
  const places = phrases.reduce((sum, { folded }) => sum + placesOf(page.folded, folded).length, 0);
  const isExact = phrases.every(({ exact }) => page.exact.includes(exact));
  const areTogether = phrases.length === 1;
  return { rank: ((areTogether ? 0 : 2) + (isExact ? 0 : 1)) as Rank, places };
}

/** Where a page's text answers, in the order of the text; none where it does not (F4). */
export function marksIn(text: string, query: SearchQuery): readonly Mark[] {
  const positions = positionsIn(text);
  const phrases = phrasesOn(positions.folded, query) ?? [];
  const marks = phrases.flatMap(({ folded }) =>
    placesOf(positions.folded, folded).map((place) => markOf(positions, place, folded.length)),
  );
  return marks.sort((a, b) => a[0] - b[0] || b[1] - a[1]).filter(isFirstThere);
}

/** The phrases to mark on the page: all together where they stand so, else each; null when one is missing. */
function phrasesOn(folded: string, { whole, phrases }: SearchQuery): readonly NormalForm[] | null {
  if (whole !== null && folded.includes(whole.folded)) return [whole];
  return phrases.every((phrase) => folded.includes(phrase.folded)) ? phrases : null;
}

/** Where a phrase begins; two places may share the space between them but no word. */
function placesOf(folded: string, phrase: string): number[] {
  const found: number[] = [];
  let at = folded.indexOf(phrase);
  while (at !== -1) {
    found.push(at);
    at = folded.indexOf(phrase, at + phrase.length - 1);
  }
  return found;
}

/** A phrase has a space before and after it, which are not marked. */
function markOf({ starts, ends }: Positions, place: number, length: number): Mark {
  return [starts[place + 1] ?? 0, ends[place + length - 2] ?? 0];
}

function isFirstThere([start]: Mark, index: number, all: readonly Mark[]): boolean {
  return index === 0 || start >= (all[index - 1]?.[1] ?? 0);
}
