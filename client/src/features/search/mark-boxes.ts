import type { PageText } from '@hopso/shared/paper';
import type { Mark } from '@hopso/shared/search';

/** Left, bottom, right and top edge in the PDF's user space. */
export type Box = readonly [left: number, bottom: number, right: number, top: number];

/**
 * Where the marks of a page stand: one box for each line of each mark. How far along its line a word stands is measured
 * with `widthOf`, in any unit. Lines that run upwards or downwards are marked whole.
 */
export function markBoxes(
  { text, boxes }: Pick<PageText, 'text' | 'boxes'>,
  marks: readonly Mark[],
  widthOf: (text: string) => number,
): Box[] {
  const found: Box[] = [];
  let start = 0;
  text.split('\n').forEach((line, index) => {
    const end = start + line.length;
    const box = boxes[index];
    for (const [from, to] of marks) {
      if (box !== undefined && from < end && to > start) {
        found.push(
          partOf(box, line, [Math.max(0, from - start), Math.min(line.length, to - start)], widthOf),
        );
      }
    }
    start = end + 1;
  });
  return found;
}

function partOf(box: Box, line: string, [from, to]: Mark, widthOf: (text: string) => number): Box {
  const [left, bottom, right, top] = box;
  const width = right - left;
  const isUpright = line.length > 2 && top - bottom > width;
  const total = widthOf(line);
  if (isUpright || total <= 0) return box;
  const at = (letters: number) => left + (width * widthOf(line.slice(0, letters))) / total;
  return [at(from), bottom, at(to), top];
}
