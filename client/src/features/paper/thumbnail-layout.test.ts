import { expect, test } from 'vitest';
import { gridOf, spotOf, thumbnailsToDraw, thumbnailsToShow } from './thumbnail-layout.ts';

const ratio = Math.SQRT2;

test('a narrow panel shows one column, a drawer two, each in the middle', () => {
  const narrow = gridOf(300, 176, ratio);
  expect([narrow.columns, narrow.width]).toEqual([1, 136]);
  expect(spotOf(narrow, 176, 0).left).toBe(20);
  const drawer = gridOf(300, 320, ratio);
  expect(drawer.columns).toBe(2);
  expect(spotOf(drawer, 320, 1)).toEqual({ left: 18 + 136 + 12, top: spotOf(drawer, 320, 0).top });
  expect(spotOf(drawer, 320, 2).top).toBe(spotOf(drawer, 320, 0).top + drawer.rowHeight);
});

test('what is near the view is there, never more than eight of it as pictures', () => {
  const grid = gridOf(300, 320, ratio);
  const top = spotOf(grid, 320, 100).top;
  const shown = thumbnailsToShow(grid, 300, top, 700);
  expect(shown[0]).toBe(98);
  const drawn = thumbnailsToDraw(grid, shown, top, 700);
  expect(drawn.size).toBe(8);
  expect(drawn.has(102)).toBe(true);
  expect(drawn.has(98)).toBe(false);
});

test('the last row need not be full', () => {
  const grid = gridOf(5, 320, ratio);
  expect(thumbnailsToShow(grid, 5, 0, 2_000)).toEqual([0, 1, 2, 3, 4]);
});
