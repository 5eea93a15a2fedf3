import { expect, test } from 'vitest';
import { pageRanges } from './page-ranges.ts';

test.each([
  [[], ''],
  [[4], '4'],
  [[2, 5, 7, 8, 9], '2, 5, 7–9'],
  [[1, 2], '1–2'],
])('%j', (pages, text) => {
  expect(pageRanges(pages)).toBe(text);
});
