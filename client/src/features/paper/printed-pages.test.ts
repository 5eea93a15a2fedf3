import { expect, test } from 'vitest';
import { labelOf, pagesMeant } from './printed-pages.ts';

/** A cover, a table of contents, four pages, an annex that counts anew. */
const labels = [null, 'i', '1', '2', '3', '4', '1', '2'];

test('a printed number leads to its sheet, and the sheet of that number is the second choice', () => {
  expect(pagesMeant('4', labels, 8)).toEqual([
    { page: 6, label: '4' },
    { page: 4, label: '2' },
  ]);
});

test('a number printed twice offers both sheets', () => {
  expect(pagesMeant('2', labels, 8).map(({ page }) => page)).toEqual([4, 8, 2]);
});

test('other numerals are found as they are printed, nothing else is made up', () => {
  expect(pagesMeant(' I ', labels, 8)).toEqual([{ page: 2, label: 'i' }]);
  expect(pagesMeant('9', labels, 8)).toEqual([]);
  expect(pagesMeant('', labels, 8)).toEqual([]);
});

test('without printed numbers the sheets count', () => {
  expect(pagesMeant('7', null, 8)).toEqual([{ page: 7, label: null }]);
  expect(pagesMeant('0', null, 8)).toEqual([]);
});

test('a label that only repeats the number of the sheet is not shown', () => {
  expect(labelOf(['1', '2'], 2)).toBeNull();
  expect(labelOf(labels, 6)).toBe('4');
  expect(labelOf(null, 6)).toBeNull();
});
