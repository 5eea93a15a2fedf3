import { foldText } from '#kernel';

/**
 * A text made ready for searching: its words in lower case with one space before, between and after them. Punctuation
 * and line ends are gone; `folded` is without marks, `exact` with them, and both have the same words.
 */
export interface NormalForm {
  readonly folded: string;
  readonly exact: string;
}

/** For each character of `folded`, where in the text it came from: from `starts[i]` up to `ends[i]`. */
export interface Positions {
  readonly folded: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** What one character of a text is to a search: its letters without marks, its own form, or nothing but a gap. */
interface Letter {
  readonly folded: string;
  readonly exact: string;
}

const SPACE = ' ';
const isWordPart = /[\p{L}\p{N}]/u;
/** Marks and invisible signs inside words (joiners, soft hyphens): they neither part words nor can be searched for. */
const isSilent = /^[\p{M}\p{Cf}]+$/u;
/** A text has few different characters; folding each of them once is what makes this fast. */
const letters = new Map<string, Letter>();
const MOST_LETTERS = 8_192;

/** The normal form of a text, in time linear to its length. */
export function normalFormOf(text: string): NormalForm {
  let folded = SPACE;
  let exact = SPACE;
  // Asked of the text itself, its last character would have it copied each time.
  let isGap = true;
  for (const character of text.normalize('NFC')) {
    const letter = letterOf(character);
    const isSpace = letter.folded === SPACE;
    if (isGap && (isSpace || letter.folded === '')) continue;
    folded += letter.folded;
    exact += letter.exact;
    isGap = isSpace;
  }
  return isGap ? { folded, exact } : { folded: folded + SPACE, exact: exact + SPACE };
}

/** The folded form with the way back to the text as given, which should be in NFC as every stored text is (F4). */
export function positionsIn(text: string): Positions {
  const starts: number[] = [0];
  const ends: number[] = [0];
  let folded = SPACE;
  let isGap = true;
  let at = 0;
  const add = (part: string, end: number) => {
    folded += part;
    isGap = part === SPACE;
    for (let index = 0; index < part.length; index += 1) {
      starts.push(at);
      ends.push(end);
    }
  };
  for (const character of text) {
    const end = at + character.length;
    const { folded: part } = letterOf(character);
    if (part !== '' && (part !== SPACE || !isGap)) add(part, end);
    // A mark of its own belongs to the letter before it.
    else if (part === '' && !isGap) ends[ends.length - 1] = end;
    at = end;
  }
  if (!isGap) add(SPACE, at);
  return { folded, starts, ends };
}

function letterOf(character: string): Letter {
  const known = letters.get(character);
  if (known !== undefined) return known;
  const letter = foldLetter(character);
  if (letters.size < MOST_LETTERS) letters.set(character, letter);
  return letter;
}

function foldLetter(character: string): Letter {
  if (isSilent.test(character)) return { folded: '', exact: character.replace(/\p{Cf}/gu, '') };
  // Some signs stand for several letters ("㎡", "№"); one that is taken apart into more than letters counts as a gap.
  const folded = foldText(character);
  const isLetter = folded !== '' && [...folded].every((part) => isWordPart.test(part));
  return isLetter ? { folded, exact: character.toLowerCase() } : { folded: SPACE, exact: SPACE };
}
