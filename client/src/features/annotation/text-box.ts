import type { UserSpaceRect } from '@hopso/shared/annotation';
import type { PageFrame } from '#paper';

/** Of the size of the letters. */
export const lineHeight = 1.4;
const newWidthPt = 240;
/** Width of a letter, on the average, of its size. */
const letterWidth = 0.5;
const edgePx = 4;

/** Where a box of the page stands on the screen, CSS pixels; upright however the page is turned. */
export function onScreen(
  rect: UserSpaceRect | undefined,
  { viewport }: Pick<PageFrame, 'viewport'>,
): { readonly left: number; readonly top: number; readonly width: number } {
  const [left, bottom, right, top] = rect ?? [0, 0, 0, 0];
  const [x1 = 0, y1 = 0] = viewport.convertToViewportPoint(left, bottom) as number[];
  const [x2 = 0, y2 = 0] = viewport.convertToViewportPoint(right, top) as number[];
  return { left: Math.min(x1, x2), top: Math.min(y1, y2), width: Math.abs(x2 - x1) };
}

/** The box between two points of the screen, in user space with two decimals. */
export function onPage(
  { viewport }: Pick<PageFrame, 'viewport'>,
  from: readonly [x: number, y: number],
  to: readonly [x: number, y: number],
): UserSpaceRect {
  const corners = [viewport.convertToPdfPoint(...from), viewport.convertToPdfPoint(...to)] as number[][];
  const xs = corners.map(([x = 0]) => cents(x));
  const ys = corners.map(([, y = 0]) => cents(y));
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/**
 * The box that letters of `size` points need from a corner on the screen, about; no broader than the page, nor than
 * `width` CSS pixels.
 */
export function roomFor(
  text: string,
  size: number,
  { left, top, width }: { readonly left: number; readonly top: number; readonly width?: number },
  frame: Pick<PageFrame, 'viewport'>,
): UserSpaceRect {
  const { viewport } = frame;
  const broad = Math.max(
    size * viewport.scale,
    Math.min(width ?? newWidthPt * viewport.scale, viewport.width - left - edgePx),
  );
  const perLine = Math.max(1, Math.floor(broad / (size * letterWidth * viewport.scale)));
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 0);
  return onPage(frame, [left, top], [left + broad, top + lines * size * lineHeight * viewport.scale]);
}

const cents = (value: number): number => Math.round(value * 100) / 100 + 0;
