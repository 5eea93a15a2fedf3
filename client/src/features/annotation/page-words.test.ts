import { expect, test } from 'vitest';
import { coveredBy, type TextPiece, wordsOf } from './page-words.ts';

const piece = (str: string, x: number, y: number, turn = 0): TextPiece => ({
  str,
  transform: [12 * Math.cos(turn), 12 * Math.sin(turn), -12 * Math.sin(turn), 12 * Math.cos(turn), x, y],
  width: str.length * 6,
  height: 12,
  hasEOL: true,
});
const page = wordsOf([
  piece('Ủy ban nhân dân tỉnh Long An', 72, 700),
  piece('trình phương án giá đất năm 2021', 72, 680),
  piece('để xem xét, quyết định.', 72, 660),
]);

test('a drag within a line covers its words in one box, with what stands around them', () => {
  const covered = coveredBy(page, [112, 705], [160, 702]);
  expect(covered?.anchor).toEqual({
    quote: 'nhân dân',
    before: 'Ủy ban',
    after: 'tỉnh Long An trình phương án giá đất năm 2021 để xem xét, quyết',
  });
  expect(covered?.boxes).toHaveLength(1);
  const [left = 0, bottom = 0, right = 0, top = 0] = covered?.boxes[0] ?? [];
  expect(left).toBeGreaterThan(105);
  expect(right).toBeLessThan(175);
  expect([bottom, top]).toEqual([697.36, 709.36]);
});

test('a drag over lines covers the words between as they are read, backwards too', () => {
  const covered = coveredBy(page, [200, 702], [120, 661]);
  expect(covered?.anchor.quote).toMatch(/^Long An trình .* 2021 để xem xét,?/);
  expect(covered?.boxes).toHaveLength(3);
  expect(coveredBy(page, [120, 661], [200, 702])).toEqual(covered);
});

test('beside a line, its nearest word; far from all, nothing; without words, nothing', () => {
  expect(coveredBy(page, [10, 681], [10, 681])?.anchor.quote).toBe('trình');
  expect(coveredBy(page, [100, 200], [200, 200])).toBeNull();
  expect(coveredBy([], [100, 700], [200, 700])).toBeNull();
});

test('on a page that is turned, boxes stand upright beside each other', () => {
  const turned = wordsOf([piece('Ủy ban nhân dân', 300, 100, Math.PI / 2)]);
  const covered = coveredBy(turned, [295, 102], [295, 188]);
  expect(covered?.anchor.quote).toBe('Ủy ban nhân dân');
  const [left = 0, bottom = 0, right = 0, top = 0] = covered?.boxes[0] ?? [];
  expect(right - left).toBeCloseTo(12, 1);
  expect(top - bottom).toBeCloseTo(90, 1);
});
