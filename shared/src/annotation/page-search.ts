import { type LineWords, type PageWords, squeezed } from '#paper';
import type { TextAnchor, UserSpaceRect } from './annotation.ts';

/** The words of one page as one run without spaces, and where each letter stands. */
export interface SearchPage {
  readonly page: number;
  readonly words: string;
  readonly lines: readonly LineWords[];
  /** Where each line begins in `words`; one more for the end. */
  readonly starts: readonly number[];
}

export function searchPage({ page, lines }: PageWords): SearchPage {
  const starts = [0];
  let words = '';
  for (const { text } of lines) {
    words += squeezed(text);
    starts.push(words.length);
  }
  return { page, words, lines, starts };
}

/** A run of letters on a page. */
export interface Run {
  readonly from: number;
  readonly until: number;
  /** How many letters around it are those that stood around the quote. */
  readonly context: number;
}

/** [N8] Every place of a quote on a page, with how well its surroundings agree. */
export function runsOf(anchor: TextAnchor, { words }: SearchPage): readonly Run[] {
  const quote = squeezed(anchor.quote);
  if (quote === '') return [];
  const [before, after] = [squeezed(anchor.before), squeezed(anchor.after)];
  const runs: Run[] = [];
  for (let from = words.indexOf(quote); from >= 0; from = words.indexOf(quote, from + 1)) {
    const until = from + quote.length;
    const context = commonEnd(words.slice(Math.max(0, from - before.length), from), before);
    runs.push({ from, until, context: context + commonStart(words.slice(until), after) });
  }
  return runs;
}

function commonEnd(a: string, b: string): number {
  let count = 0;
  while (count < a.length && count < b.length && a.at(-1 - count) === b.at(-1 - count)) count += 1;
  return count;
}

function commonStart(a: string, b: string): number {
  let count = 0;
  while (count < a.length && count < b.length && a[count] === b[count]) count += 1;
  return count;
}

/** A run's part of one line: the letters of the line before and up to its end, and the box they fill. */
export interface RunPart {
  readonly line: number;
  readonly from: number;
  readonly until: number;
  readonly box: UserSpaceRect;
}

/** The boxes of a run, one for each line; letters of a line are taken to be equally wide. */
export function partsOf({ from, until }: Pick<Run, 'from' | 'until'>, page: SearchPage): readonly RunPart[] {
  return page.lines.flatMap((line, index) => {
    const [start = 0, end = 0] = [page.starts[index], page.starts[index + 1]];
    const [first, last] = [Math.max(from, start) - start, Math.min(until, end) - start];
    if (last <= first) return [];
    const [left, bottom, right, top] = line.box;
    const letter = (right - left) / (end - start);
    const box = [left + first * letter, bottom, left + last * letter, top] as const;
    return [{ line: index, from: first, until: last, box: rounded(box) }];
  });
}

export const rounded = ([a, b, c, d]: readonly [number, number, number, number]): UserSpaceRect => [
  round(a),
  round(b),
  round(c),
  round(d),
];
export const round = (value: number): number => Math.round(value * 100) / 100;
