import { expect, test } from 'vitest';
import { anchorAt, gap, heightOf, layoutOf, pageAt, pagesInView, pagesToDraw } from './page-layout.ts';

const portrait = Math.SQRT2;
const layout = layoutOf([portrait, portrait, 1 / portrait, portrait], 1_000);

test('pages stand below one another, each as wide as the others', () => {
  expect(layout.heights).toEqual([1414, 1414, 707, 1414]);
  expect(layout.tops).toEqual([gap, 1414 + 2 * gap, 2 * 1414 + 3 * gap, 2 * 1414 + 707 + 4 * gap]);
  expect(layout.height).toBe(3 * 1414 + 707 + 5 * gap);
});

test('every height belongs to a page', () => {
  expect(pageAt(layout, 0)).toBe(0);
  expect(pageAt(layout, 1414 + 2 * gap)).toBe(1);
  expect(pageAt(layout, 1_000_000)).toBe(3);
});

test('a place is found again at another zoom', () => {
  const wide = layoutOf([portrait, portrait, 1 / portrait, portrait], 1_600);
  const anchor = anchorAt(layout, 2_000);
  const found = anchorAt(wide, heightOf(wide, anchor));
  expect(found.page).toBe(anchor.page);
  expect(found.fraction).toBeCloseTo(anchor.fraction, 9);
});

test('pages in view are drawn with the next and the one before, no more than four', () => {
  expect(pagesInView(layout, 0, 800)).toEqual([0]);
  expect(pagesInView(layout, 1_300, 800)).toEqual([0, 1]);
  expect(pagesToDraw(layout, [0])).toEqual([0, 1]);
  expect(pagesToDraw(layout, [1])).toEqual([0, 1, 2]);
  expect(pagesToDraw(layout, [3])).toEqual([2, 3]);
  const many = layoutOf(
    Array.from({ length: 300 }, () => 0.2),
    400,
  );
  const first = pageAt(many, 5_000);
  expect(pagesToDraw(many, pagesInView(many, 5_000, 800))).toEqual([first, first + 1, first + 2, first + 3]);
});
