import { type NormalForm, normalFormOf } from './normal-form.ts';

/** What somebody looks for, taken apart (F2). */
export interface SearchQuery {
  /** Each stands on the page as consecutive words. */
  readonly phrases: readonly NormalForm[];
  /** All of them, one after another; null when there is one phrase only, or quotation marks said how they belong. */
  readonly whole: NormalForm | null;
}

/** A longer question is not asked. */
export const MOST_QUERY_LETTERS = 200;

const QUOTED = /["“”„«»]([^"“”„«»]*)["“”„«»]/g;

/** Null when the text holds nothing that can be looked for. */
export function parseQuery(text: string): SearchQuery | null {
  const asked = text.slice(0, MOST_QUERY_LETTERS);
  const quoted = [...asked.matchAll(QUOTED)].map(([, inside = '']) => inside);
  const free = asked.replace(QUOTED, ' ').split(/\s+/u);
  const parts = [...quoted, ...free].map(normalFormOf).filter(({ folded }) => folded !== ' ');
  if (parts.length === 0) return null;
  const isFree = quoted.length === 0 && parts.length > 1;
  return { phrases: distinct(parts), whole: isFree ? normalFormOf(asked) : null };
}

const distinct = (phrases: readonly NormalForm[]): NormalForm[] => [
  ...new Map(phrases.map((phrase) => [phrase.exact, phrase])).values(),
];
