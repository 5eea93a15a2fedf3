import type { PageText } from '@hopso/shared/paper';

/** Farther from an edge (as part of the page's text width) a line was set apart: it is short, or stands in the middle. */
const SHORT = 0.12;
/** "1.", "a)", "- ", "Điều 5": here something new begins. */
const BEGINNING =
  /^(?:[-–+•*]\s|\(?[\p{L}\d]{1,3}[.)]\s|(?:điều|khoản|chương|mục|phần|phụ lục)\s+[\dIVXLC])/iu;

/** The lines of a page put together to what can be read on a narrow screen. */
export function paragraphsOf({ text, boxes }: Pick<PageText, 'text' | 'boxes'>): string[] {
  const left = Math.min(...boxes.map(([edge]) => edge));
  const right = Math.max(...boxes.map(([, , edge]) => edge));
  const paragraphs: string[] = [];
  let goesOn = false;
  text.split('\n').forEach((line, index) => {
    if (line === '') return;
    const last = paragraphs.length - 1;
    const [from, , to] = boxes[index] ?? [left, 0, left];
    const room = SHORT * (right - left);
    const isSetApart = from - left > room;
    if (goesOn && !isSetApart && !BEGINNING.test(line)) paragraphs[last] = `${paragraphs[last]} ${line}`;
    else paragraphs.push(line);
    goesOn = !isSetApart && right - to <= room;
  });
  return paragraphs;
}
