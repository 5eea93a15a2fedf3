import { expect, test } from 'vitest';
import { StrokeInWork } from './stroke-in-work.ts';

test('points are kept with two decimals; those that stand still are dropped', () => {
  const stroke = new StrokeInWork();
  stroke.add(10.123_456, 20.987_654, 0.333_33);
  stroke.add(10.13, 20.99, 0.9);
  stroke.add(12, 21, 1.4);
  expect(stroke.points).toEqual([
    [10.12, 20.99, 0.33],
    [12, 21, 1],
  ]);
});

test('a stroke beyond 5,000 points ends and goes on as another from the same point', () => {
  const stroke = new StrokeInWork();
  const full = Array.from({ length: 12_000 }, (_, index) => stroke.add(index, 50, 0.5)).filter(
    (finished) => finished !== null,
  );
  expect(full.map((points) => points.length)).toEqual([5_000, 5_000]);
  expect(full[1]?.[0]).toEqual(full[0]?.at(-1));
  expect(stroke.points[0]).toEqual(full[1]?.at(-1));
  expect(stroke.points.at(-1)).toEqual([11_999, 50, 0.5]);
});
