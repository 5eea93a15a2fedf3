import { type PageAddress, pageAddressText } from '@hopso/shared/paper';
import type { Typeface } from './letters.ts';
import { cm, fillColour, filledBox, shownText } from './operators.ts';
import type { PageLayer } from './page-layer.ts';
import { type Box, type PageSpace, shownBox } from './page-space.ts';
import { EDGE } from './watermark.ts';

const INK = [0.13, 0.23, 0.42] as const;
const SIZE = 7.5;
const PADDING = 2;
/** So far from a corner: what printers cut off stays free. */
const INSET = 18;

/**
 * The page's address in a corner where no words stand, so that no printed number is hidden. `lines`: the boxes of
 * the words of the page in user space; empty where none are known.
 */
export function addressStamp(
  layer: PageLayer,
  { regular }: Typeface,
  space: PageSpace,
  { address, lines }: { readonly address: PageAddress; readonly lines: readonly Box[] },
): string {
  const text = pageAddressText(address);
  const perPoint = regular.width(text, 1);
  const size = Math.min(SIZE, (space.width * 0.45) / perPoint);
  const wide = perPoint * size;
  const [x, y] = freeCorner(space, [wide, size], lines);
  const { font, backing } = layer.names;
  const frame: Box = [x - PADDING, y - PADDING - size * 0.2, x + wide + PADDING, y + size];
  return [
    'q',
    cm(space.toUser),
    `q /${backing} gs 1 g ${filledBox(frame)} Q`,
    fillColour(INK),
    shownText({ letters: regular, font: font.regular, size }, text, x, y),
    'Q\n',
  ].join('\n');
}

/** Where the baseline begins, in the page as shown. At the lower left stands the watermark's small print. */
function freeCorner(space: PageSpace, [wide, high]: readonly [number, number], lines: readonly Box[]) {
  const taken = lines.map((line) => shownBox(space, line));
  const [right, top] = [space.width - INSET - wide, space.height - INSET - high];
  const corners = [
    [right, EDGE],
    [right, top],
    [INSET, top],
    [INSET, EDGE + 12],
  ] as const;
  const isFree = ([x, y]: readonly [number, number]) => {
    const wanted: Box = [x - 4, y - 4, x + wide + 4, y + high + 4];
    return !taken.some((line) => overlap(line, wanted));
  };
  return corners.find(isFree) ?? ([right, EDGE / 3] as const);
}

const overlap = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
