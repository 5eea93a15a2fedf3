import type { Mark } from './match.ts';

/** A piece of a page around what was found in it. The marks are positions in `text`. */
export interface Snippet {
  readonly text: string;
  readonly marks: readonly Mark[];
}

const BEFORE = 60;
const LENGTH = 200;
const MORE = '…';

/** The piece around the first mark, cut between words, in one line. */
export function snippetOf(text: string, marks: readonly Mark[]): Snippet {
  const [first] = marks;
  if (first === undefined) return { text: '', marks: [] };
  const from = first[0] <= BEFORE ? 0 : nextWord(text, first[0] - BEFORE, first[0]);
  const to = Math.max(first[1], lastWord(text, Math.min(text.length, from + LENGTH)));
  const before = from === 0 ? '' : MORE;
  const shift = before.length - from;
  return {
    // A line end is one character as a space is: the positions stay.
    text: before + text.slice(from, to).replace(/\s/gu, ' ') + (to === text.length ? '' : MORE),
    marks: marks.flatMap(([start, end]): Mark[] => (end <= to ? [[start + shift, end + shift]] : [])),
  };
}

function nextWord(text: string, from: number, latest: number): number {
  const gap = text.slice(from, latest).search(/\s/u);
  return gap === -1 ? latest : from + gap + 1;
}

function lastWord(text: string, to: number): number {
  if (to === text.length) return to;
  const gap = text.slice(0, to).search(/\s\S*$/u);
  return gap === -1 ? to : gap;
}
