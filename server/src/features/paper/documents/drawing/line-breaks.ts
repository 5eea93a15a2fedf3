import type { Letters } from './letters.ts';

/** The text in lines no wider than `width` points; its own line breaks stay. A word too long is cut. */
export function brokenLines(letters: Letters, text: string, size: number, width: number): string[] {
  return text
    .normalize('NFC')
    .split(/\r\n|\r|\n/)
    .flatMap((paragraph) => paragraphLines(letters, paragraph, size, width));
}

function paragraphLines(letters: Letters, paragraph: string, size: number, width: number): string[] {
  const fits = (text: string) => letters.width(text, size) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(/[ \t]+/).flatMap((whole) => cutWord(whole, fits))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

function cutWord(word: string, fits: (text: string) => boolean): string[] {
  if (fits(word)) return [word];
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && !fits(part + letter)) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}
