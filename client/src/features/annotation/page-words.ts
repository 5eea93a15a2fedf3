import type { TextAnchor, UserSpaceRect } from '@hopso/shared/annotation';

/** A piece of text as pdf.js reads it from a page: `transform` places its baseline in user space. */
export interface TextPiece {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

/** A word with the box it stands in, measured along its line and across it. */
interface Word {
  readonly text: string;
  /** Direction of the line, radians; 0 reads to the right in user space. */
  readonly angle: number;
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
}

/** Part of the letters' height below the baseline. */
const descent = 0.22;
const mostQuote = 2_000;
const mostContext = 64;

/** The words of a page in their reading order. */
export function wordsOf(pieces: readonly TextPiece[]): readonly Word[] {
  return pieces.flatMap(wordsIn);
}

/**
 * What a drag from one point to another covers, both in user space: one box for each line, and the words by which the
 * place is found again. Null where the page has no words, or the drag was beside all of them.
 */
export function coveredBy(
  words: readonly Word[],
  [fromX, fromY]: readonly [number, number],
  [toX, toY]: readonly [number, number],
): { readonly boxes: UserSpaceRect[]; readonly anchor: TextAnchor } | null {
  const one = nearest(words, fromX, fromY);
  const other = nearest(words, toX, toY);
  if (one === null || other === null) return null;
  const first = Math.min(one, other);
  const last = Math.max(one, other);
  return {
    boxes: linesOf(words.slice(first, last + 1)).map(boxOf),
    anchor: {
      quote: textOf(words.slice(first, last + 1)).slice(0, mostQuote),
      before: textOf(words.slice(Math.max(0, first - mostContext), first))
        .slice(-mostContext)
        .trim(),
      after: textOf(words.slice(last + 1, last + 1 + mostContext))
        .slice(0, mostContext)
        .trim(),
    },
  };
}

function wordsIn({ str, transform, width, height }: TextPiece): Word[] {
  const [a = 1, b = 0, , , x = 0, y = 0] = transform;
  if (str.trim() === '' || width <= 0) return [];
  const angle = Math.atan2(b, a);
  const size = height > 0 ? height : Math.hypot(transform[2] ?? 0, transform[3] ?? 0);
  const along = x * Math.cos(angle) + y * Math.sin(angle);
  const across = y * Math.cos(angle) - x * Math.sin(angle);
  const weights = [...str].map(weightOf);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const before = (letters: number) =>
    along + (width * weights.slice(0, letters).reduce((sum, weight) => sum + weight, 0)) / total;
  let letters = 0;
  return str
    .split(/(\s+)/)
    .flatMap((text) => {
      const from = before(letters);
      letters += [...text].length;
      return text.trim() === '' ? [] : [{ text, from, to: before(letters) }];
    })
    .map((word) => ({ ...word, angle, low: across - size * descent, high: across + size * (1 - descent) }));
}

/** How wide a letter is, roughly: pdf.js tells the width of a piece, not of its words. */
const weightOf = (letter: string): number =>
  /[iljtfrI.,;:'|!()]|\s/.test(letter)
    ? 0.55
    : /[mwMW]/.test(letter)
      ? 1.5
      : /\p{Lu}/u.test(letter)
        ? 1.3
        : 1;

/** The word at a point or beside it on the same line; null where the point is far from any line. */
function nearest(words: readonly Word[], x: number, y: number): number | null {
  let best: number | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const [index, { angle, from, to, low, high }] of words.entries()) {
    const along = x * Math.cos(angle) + y * Math.sin(angle);
    const across = y * Math.cos(angle) - x * Math.sin(angle);
    const beside = Math.max(from - along, 0, along - to);
    const off = Math.max(low - across, 0, across - high);
    if (off > 3 * (high - low)) continue;
    // Another line costs more than any distance within the line.
    const cost = off * 20 + beside;
    if (cost >= bestCost) continue;
    best = index;
    bestCost = cost;
  }
  return best;
}

/** Words of one line in one group: the same direction, and more than half of their heights in common. */
function linesOf(words: readonly Word[]): Word[][] {
  const lines: Word[][] = [];
  for (const word of words) {
    const line = lines.at(-1);
    const last = line?.at(-1);
    const shared = last && Math.min(last.high, word.high) - Math.max(last.low, word.low);
    const isSame =
      last !== undefined &&
      shared !== undefined &&
      Math.abs(last.angle - word.angle) < 0.02 &&
      shared > 0.5 * Math.min(last.high - last.low, word.high - word.low) &&
      word.from > last.from;
    if (isSame) line?.push(word);
    else lines.push([word]);
  }
  return lines;
}

function boxOf(line: readonly Word[]): UserSpaceRect {
  const angle = line[0]?.angle ?? 0;
  const along = line.flatMap(({ from, to }) => [from, to]);
  const across = line.flatMap(({ low, high }) => [low, high]);
  const corners = [Math.min(...along), Math.max(...along)].flatMap((s) =>
    [Math.min(...across), Math.max(...across)].map((n) => ({
      x: s * Math.cos(angle) - n * Math.sin(angle),
      y: s * Math.sin(angle) + n * Math.cos(angle),
    })),
  );
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  return [cents(Math.min(...xs)), cents(Math.min(...ys)), cents(Math.max(...xs)), cents(Math.max(...ys))];
}

const textOf = (words: readonly Word[]): string =>
  words
    .map(({ text }) => text)
    .join(' ')
    .normalize('NFC');

const cents = (value: number): number => Math.round(value * 100) / 100 + 0;
