import { expect, test } from 'vitest';
import { markBoxes } from './mark-boxes.ts';

const page = {
  text: 'Nghị quyết số 12\nvề ngưỡng chịu tải',
  boxes: [
    [100, 700, 260, 712],
    [100, 680, 280, 692],
  ] as const,
};
const byLetters = (text: string) => text.length;

test('[F4] a mark is a box on its line, as far along as its letters are', () => {
  expect(markBoxes(page, [[5, 10]], byLetters)).toEqual([[150, 700, 200, 712]]);
});

test('[F4] a mark over a line end has a box on each line', () => {
  expect(markBoxes(page, [[14, 19]], byLetters)).toEqual([
    [240, 700, 260, 712],
    [100, 680, 120, 692],
  ]);
});

test('a line that runs upwards is marked whole', () => {
  const turned = { text: 'Phụ lục', boxes: [[10, 10, 22, 80]] as const };
  expect(markBoxes(turned, [[4, 7]], byLetters)).toEqual([[10, 10, 22, 80]]);
});

test('words without a box are marked nowhere', () => {
  expect(markBoxes({ text: 'Phụ lục', boxes: [] }, [[0, 3]], byLetters)).toEqual([]);
});
