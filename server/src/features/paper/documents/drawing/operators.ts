import type { Letters } from './letters.ts';
import type { Box, Matrix } from './page-space.ts';

/** Red, green, blue from 0 to 1. */
export type Colour = readonly [number, number, number];

/** Two decimals of a point: finer than any printer. */
export const num = (value: number): string => String(Math.round(value * 100) / 100 + 0);

/** The parts of a rotation need more digits: an error in them grows along the page. */
export const cm = ([a, b, c, d, e, f]: Matrix): string =>
  `${[a, b, c, d].map((part) => String(Math.round(part * 1e5) / 1e5 + 0)).join(' ')} ${num(e)} ${num(f)} cm`;

export const fillColour = (colour: Colour): string => `${colour.map((part) => num(part)).join(' ')} rg`;

export const filledBox = ([left, bottom, right, top]: Box): string =>
  `${num(left)} ${num(bottom)} ${num(right - left)} ${num(top - bottom)} re f`;

export interface Writing {
  readonly letters: Letters;
  /** Its name in the page's resources. */
  readonly font: string;
  readonly size: number;
}

/** One line of text with its baseline beginning at this point. */
export const shownText = ({ letters, font, size }: Writing, text: string, x: number, y: number): string =>
  `BT /${font} ${num(size)} Tf ${num(x)} ${num(y)} Td ${letters.code(text)} Tj ET`;
