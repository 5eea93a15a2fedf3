import { type FaceName, NO_BREAK_SPACE, textWidth } from './font-faces.ts';

/** A stretch of text in one face. */
export interface Run {
  text: string;
  face: FaceName;
}

interface MeasuredRun extends Run {
  width: number;
}

/** What stands between two spaces; it may change face inside. */
export interface Word {
  runs: MeasuredRun[];
  width: number;
}

export interface Line {
  words: Word[];
  /** Width with plain spaces, before justification. */
  width: number;
  lastOfParagraph: boolean;
}

/** Reads `**bold**` and `//italic//`; inside bold text `//` gives bold italic, and the other way round. */
export function parseRuns(markup: string, base: FaceName = 'regular'): Run[] {
  const runs: Run[] = [];
  let bold = base === 'bold' || base === 'boldItalic';
  let italic = base === 'italic' || base === 'boldItalic';
  for (const part of markup.normalize('NFC').split(/(\*\*|\/\/)/)) {
    if (part === '**') bold = !bold;
    else if (part === '//') italic = !italic;
    else if (part !== '') runs.push({ text: part, face: faceOf(bold, italic) });
  }
  return runs;
}

function faceOf(bold: boolean, italic: boolean): FaceName {
  if (bold) return italic ? 'boldItalic' : 'bold';
  return italic ? 'italic' : 'regular';
}

export function spaceWidth(size: number): number {
  return textWidth('regular', ' ', size);
}

/** Splits runs at spaces. A no-break space stays inside its word and is drawn as a plain space. */
export function wordsOf(runs: readonly Run[], size: number): Word[] {
  const words: Word[] = [];
  let open: Word = { runs: [], width: 0 };
  const close = () => {
    if (open.runs.length > 0) words.push(open);
    open = { runs: [], width: 0 };
  };
  for (const run of runs) {
    run.text.split(/[ \n\t]+/).forEach((piece, index) => {
      if (index > 0) close();
      if (piece === '') return;
      const text = piece.replaceAll(NO_BREAK_SPACE, ' ');
      const width = textWidth(run.face, text, size);
      open.runs.push({ text, face: run.face, width });
      open.width += width;
    });
  }
  close();
  return words;
}

/** Breaks words into lines, first fit; `widthOfLine` gives the room on the line of that index, in points. */
export function breakLines(
  words: readonly Word[],
  size: number,
  widthOfLine: (index: number) => number,
): Line[] {
  const space = spaceWidth(size);
  const lines: Line[] = [];
  let current: Word[] = [];
  let width = 0;
  for (const word of words) {
    const extended = current.length === 0 ? word.width : width + space + word.width;
    if (current.length > 0 && extended > widthOfLine(lines.length) + 0.01) {
      lines.push({ words: current, width, lastOfParagraph: false });
      current = [word];
      width = word.width;
    } else {
      current.push(word);
      width = extended;
    }
  }
  if (current.length > 0) lines.push({ words: current, width, lastOfParagraph: true });
  return lines;
}
