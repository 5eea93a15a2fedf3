import type { FaceName } from './font-faces.ts';
import { type Line, spaceWidth } from './line-breaking.ts';
import type { TextMark } from './marks.ts';

export type Align = 'justify' | 'left' | 'center' | 'right';

export interface LineBox {
  x: number;
  width: number;
  baseline: number;
  size: number;
  align: Align;
}

/** Turns one broken line into text marks: one mark per stretch of equal face, spaces included in it. */
export function drawLine(line: Line, box: LineBox): TextMark[] {
  const spaces = line.words.length - 1;
  const slack = box.width - line.width;
  const stretch = box.align === 'justify' && !line.lastOfParagraph && spaces > 0;
  const gap = stretch ? slack / spaces : 0;
  let x = box.x + (box.align === 'center' ? slack / 2 : box.align === 'right' ? slack : 0);
  const marks: TextMark[] = [];
  for (const part of mergeFaces(line)) {
    marks.push({
      kind: 'text',
      x,
      y: box.baseline,
      size: box.size,
      face: part.face,
      text: part.text,
      gap,
      gray: 0,
    });
    x += part.width + part.spaces * (spaceWidth(box.size) + gap);
  }
  return marks;
}

interface FacePart {
  face: FaceName;
  text: string;
  /** Width without the spaces between words. */
  width: number;
  spaces: number;
}

function mergeFaces(line: Line): FacePart[] {
  const parts: FacePart[] = [];
  line.words.forEach((word, index) => {
    const previous = parts.at(-1);
    if (index > 0 && previous) {
      previous.text += ' ';
      previous.spaces += 1;
    }
    for (const run of word.runs) {
      const last = parts.at(-1);
      if (last?.face === run.face) {
        last.text += run.text;
        last.width += run.width;
      } else {
        parts.push({ face: run.face, text: run.text, width: run.width, spaces: 0 });
      }
    }
  });
  return parts;
}
