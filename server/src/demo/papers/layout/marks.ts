import type { FaceName } from './font-faces.ts';

/** Points per millimetre. All layout is in points, origin at the top left, y downwards. */
export const MM = 72 / 25.4;

/** A line of text in one face, `y` on the baseline. `gap` is added after each space to justify the line. */
export interface TextMark {
  kind: 'text';
  x: number;
  y: number;
  size: number;
  face: FaceName;
  text: string;
  gap: number;
  /** 0 is black, 1 is white. */
  gray: number;
  /** Stands for a hand signature: a scan shows pen ink here, with or without a seal, instead of the words. */
  signature?: SignatureKind;
}

export type SignatureKind = 'pen' | 'sealed';

export interface RuleMark {
  kind: 'rule';
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  thickness: number;
}

export interface FillMark {
  kind: 'fill';
  x: number;
  y: number;
  width: number;
  height: number;
  gray: number;
}

export type Mark = TextMark | RuleMark | FillMark;

export interface Page {
  width: number;
  height: number;
  marks: Mark[];
  /** The number printed on the page, counted within its section. */
  printedNumber: number;
}

/** An entry of the outline; `page` counts from 0, `y` is in layout points. */
export interface Bookmark {
  title: string;
  level: number;
  page: number;
  y: number;
}

export interface LaidOutDocument {
  title: string;
  author: string;
  pages: Page[];
  bookmarks: Bookmark[];
}
