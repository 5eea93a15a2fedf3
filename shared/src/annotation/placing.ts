import type { AnnotationBody, UserSpaceRect } from './annotation.ts';
import type { AnnotationType } from './limits.ts';
import { partsOf, type Run, type RunPart, round, rounded, type SearchPage } from './page-search.ts';

/** What of a note decides where it stands. */
export interface CarriedNote {
  readonly page: number;
  readonly type: AnnotationType;
  readonly body: AnnotationBody;
}

/** How far something stands from where it stood, in points. */
export interface Shift {
  readonly x: number;
  readonly y: number;
}

/** Everything a note covers; null for one without geometry. */
export function extentOf({ body }: Pick<CarriedNote, 'body'>): UserSpaceRect | null {
  const corners = [
    ...(body.boxes ?? []).flatMap(([l, b, r, t]) => [[l, b] as const, [r, t] as const]),
    ...(body.rect === undefined
      ? []
      : [[body.rect[0], body.rect[1]] as const, [body.rect[2], body.rect[3]] as const]),
    ...(body.points ?? []).map(([x, y]) => [x, y] as const),
  ];
  if (corners.length === 0) return null;
  return corners.reduce<UserSpaceRect>(
    ([l, b, r, t], [x, y]) => [Math.min(l, x), Math.min(b, y), Math.max(r, x), Math.max(t, y)],
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}

/** The same body a little further on; less than half a point is where it was. */
export function movedBy(body: AnnotationBody, { x, y }: Shift): AnnotationBody {
  if (Math.abs(x) < 0.5 && Math.abs(y) < 0.5) return body;
  const box = ([l, b, r, t]: UserSpaceRect) => rounded([l + x, b + y, r + x, t + y]);
  return {
    ...body,
    ...(body.points && {
      points: body.points.map(([px, py, pressure]) => [round(px + x), round(py + y), pressure]),
    }),
    ...(body.boxes && { boxes: body.boxes.map(box) }),
    ...(body.rect && { rect: box(body.rect) }),
  };
}

interface Place {
  readonly page: SearchPage;
  readonly run: Run | null;
}

/**
 * The body at the words' new place. Where they stand in the same lines as before, every box goes with its line; else a
 * highlight gets boxes made of the new lines, and anything else goes with the first of its words.
 */
export function movedAlong(
  { body }: CarriedNote,
  was: Place,
  is: Place & { readonly run: Run },
): AnnotationBody {
  const now = partsOf(is.run, is.page);
  const before = was.run === null ? [] : partsOf(was.run, was.page);
  const shifts = lineShifts(before, now);
  const [first] = now;
  if (shifts !== null) return withBoxes(body, before, shifts);
  if (body.boxes !== undefined && first !== undefined) {
    const from = body.boxes[0] ?? first.box;
    const shift = { x: first.box[0] - from[0], y: first.box[1] - from[1] };
    return { ...movedBy(body, shift), boxes: now.map(({ box }) => box) };
  }
  const [old] = before;
  if (first === undefined || old === undefined) return body;
  return movedBy(body, { x: first.box[0] - old.box[0], y: first.box[1] - old.box[1] });
}

/** How far each part went; null where the words are broken into lines otherwise, or stand elsewhere in their line. */
function lineShifts(before: readonly RunPart[], now: readonly RunPart[]): readonly Shift[] | null {
  if (before.length === 0 || before.length !== now.length) return null;
  const shifts: Shift[] = [];
  for (const [index, old] of before.entries()) {
    const part = now[index];
    if (part === undefined || part.until - part.from !== old.until - old.from) return null;
    const isAsWide = Math.abs(part.box[2] - part.box[0] - (old.box[2] - old.box[0])) < 1;
    if (part.from !== old.from && !isAsWide) return null;
    shifts.push({ x: part.box[0] - old.box[0], y: part.box[1] - old.box[1] });
  }
  return shifts;
}

function withBoxes(
  body: AnnotationBody,
  before: readonly RunPart[],
  shifts: readonly Shift[],
): AnnotationBody {
  const [first = { x: 0, y: 0 }] = shifts;
  const whole = movedBy(body, first);
  if (body.boxes === undefined) return whole;
  const boxes = body.boxes.map((box) => {
    const shift = shifts[partNearest(box, before)] ?? first;
    return movedBy({ ...body, boxes: [box] }, shift).boxes?.[0] ?? box;
  });
  return { ...whole, boxes };
}

function partNearest(box: UserSpaceRect, parts: readonly RunPart[]): number {
  const middle = (box[1] + box[3]) / 2;
  const away = parts.map(({ box: [, b, , t] }) => Math.abs((b + t) / 2 - middle));
  return away.indexOf(Math.min(...away));
}

/** The lines a drawn note goes with: those it touches, or the nearest one. */
export interface Beside {
  /** Their words, one after the other. */
  readonly words: string;
  readonly from: number;
  /** Long enough not to be found elsewhere by chance. */
  readonly isTelling: boolean;
}

const TELLING = 20;
/** As far as a stroke in the margin or between two paragraphs may stand from its line, in points. */
const NEAR = 40;

export function besideWords([, bottom, , top]: UserSpaceRect, page: SearchPage): Beside | null {
  const away = page.lines.map(({ box: [, b, , t] }) => Math.max(0, b - top, bottom - t));
  const least = Math.min(...away);
  if (!(least <= NEAR)) return null;
  const near = away.flatMap((each, index) => (each === least ? [index] : []));
  const [first = 0, last = first] = [near[0], near.at(-1)];
  const [from = 0, until = 0] = [page.starts[first], page.starts[last + 1]];
  const words = page.words.slice(from, until);
  return words === '' ? null : { words, from, isTelling: words.length >= TELLING };
}

/** How far the lines beside a note went on another page; null where they do not stand there, or not only once. */
export function shiftBeside({ words, from }: Beside, was: SearchPage, page: SearchPage): Shift | null {
  const places: number[] = [];
  for (let at = page.words.indexOf(words); at >= 0; at = page.words.indexOf(words, at + 1)) places.push(at);
  const own = places.includes(from) ? from : places[0];
  if (own === undefined || (places.length > 1 && own !== from)) return null;
  const [old] = partsOf({ from, until: from + words.length }, was);
  const [now] = partsOf({ from: own, until: own + words.length }, page);
  if (old === undefined || now === undefined) return null;
  return { x: now.box[0] - old.box[0], y: now.box[1] - old.box[1] };
}
