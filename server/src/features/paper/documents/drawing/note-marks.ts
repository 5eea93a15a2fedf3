import type { AnnotationColour } from '@hopso/shared/annotation';
import type { DrawnNote } from '../document-order.ts';
import type { Typeface } from './letters.ts';
import { brokenLines } from './line-breaks.ts';
import { type Colour, cm, fillColour, filledBox, num, shownText } from './operators.ts';
import type { PageLayer } from './page-layer.ts';
import { type Box, type PageSpace, shownBox, shownPoint } from './page-space.ts';
import { strokeShape } from './stroke-shape.ts';

const colour = (hex: string): Colour =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as unknown as Colour;

/** The tablet's inks (`annotation-layer.module.css`), which do not change with the theme. */
const INKS: { readonly [C in AnnotationColour]: Colour } = {
  blue: colour('#1a4fd6'),
  red: colour('#c62828'),
  green: colour('#0b7a3e'),
  amber: colour('#d98200'),
};
/** For what lies over words. */
const LIGHTS: typeof INKS = { ...INKS, amber: colour('#ffb300') };
/** Of a note written on the page, as on the tablet: of the size of its letters. */
const LINE_HEIGHT = 1.4;
const FIRST_BASELINE = 1.06;
const PIN_RADIUS = 7;

/**
 * What a note draws on its page. Lines and boxes are written with the very numbers they were stored with, whatever
 * the page's rotation and CropBox (N6); only words are turned to read upright. `number`: of the note in the list at
 * the end, for notes that have words there.
 */
export function noteMarks(
  layer: PageLayer,
  { regular }: Typeface,
  space: PageSpace,
  { note, number }: { readonly note: DrawnNote; readonly number: number | null },
): string {
  const { type, body } = note;
  const parts: string[] = [];
  if (type === 'ink') parts.push(`q ${fillColour(INKS[body.colour])}`, strokeShape(note), 'Q');
  if (type === 'marker') {
    parts.push(`q /${layer.names.multiply} gs ${fillColour(LIGHTS[body.colour])}`, strokeShape(note), 'Q');
  }
  if (type === 'highlight') {
    const boxes = (body.boxes ?? []).map(filledBox);
    parts.push(`q /${layer.names.multiply} gs ${fillColour(LIGHTS[body.colour])}`, ...boxes, 'Q');
  }
  if (type === 'text' && body.rect !== undefined) parts.push(...words(body.rect, body.text ?? ''));
  if (type === 'bookmark') parts.push(ribbon());
  const at = pinPlace(note);
  if (number !== null && at !== null) parts.push(pin(at, number));
  return `${parts.join('\n')}\n`;

  function words(rect: Box, text: string): string[] {
    const [left, , right, top] = shownBox(space, rect);
    const size = body.width;
    const writing = { letters: regular, font: layer.names.font.regular, size };
    const lines = brokenLines(regular, text, size, Math.max(size, right - left));
    const shown = lines.map((line, index) =>
      shownText(writing, line, left, top - size * (FIRST_BASELINE + index * LINE_HEIGHT)),
    );
    const bottom = top - size * lines.length * LINE_HEIGHT;
    const ground = `q /${layer.names.backing} gs 1 g ${filledBox([left, bottom, right, top])} Q`;
    return ['q', cm(space.toUser), ground, fillColour(INKS[body.colour]), ...shown, 'Q'];
  }

  function pin([x, y]: readonly [number, number], shownNumber: number): string {
    const [centreX, centreY] = shownPoint(space, x, y);
    const text = String(shownNumber);
    const size = text.length > 2 ? 6.5 : 8;
    const start = centreX - regular.width(text, size) / 2;
    const label = { letters: regular, font: layer.names.font.regular, size };
    return [
      'q',
      cm(space.toUser),
      `${fillColour(INKS[body.colour])} ${circle(centreX, centreY, PIN_RADIUS)}`,
      `1 g ${shownText(label, text, start, centreY - size * 0.33)}`,
      'Q',
    ].join('\n');
  }

  function ribbon(): string {
    const [x, y] = [space.width - 40, space.height];
    const shape = [`${num(x)} ${num(y)} m`, line(x + 14, y), line(x + 14, y - 30), line(x + 7, y - 23)];
    return `q ${cm(space.toUser)} ${fillColour(INKS[body.colour])} ${shape.join(' ')} ${line(x, y - 30)} f Q`;
  }
}

/** Where a number is pinned: at the note itself, or where what it was written to ends. */
function pinPlace({ type, body }: DrawnNote): readonly [number, number] | null {
  if (type === 'note' && body.rect !== undefined) return [body.rect[0], body.rect[1]];
  const last = body.boxes?.at(-1);
  return last === undefined ? null : [last[2], last[3]];
}

const line = (x: number, y: number): string => `${num(x)} ${num(y)} l`;

/** Four curves; 0.5523 makes them round. */
function circle(x: number, y: number, radius: number): string {
  const k = radius * 0.5523;
  const curve = (...points: readonly number[]) => `${points.map(num).join(' ')} c`;
  return [
    `${num(x + radius)} ${num(y)} m`,
    curve(x + radius, y + k, x + k, y + radius, x, y + radius),
    curve(x - k, y + radius, x - radius, y + k, x - radius, y),
    curve(x - radius, y - k, x - k, y - radius, x, y - radius),
    curve(x + k, y - radius, x + radius, y - k, x + radius, y),
    'f',
  ].join(' ');
}
