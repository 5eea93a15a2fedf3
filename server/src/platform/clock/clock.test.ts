import { expect, test } from 'vitest';
import { demoClock, manualClock, systemClock } from './clock.ts';

test('the demo clock starts at its instant and ticks in whole milliseconds', () => {
  const start = Date.UTC(2021, 3, 28, 0, 30);
  const clock = demoClock(start);
  const began = clock.monotonic();
  const first = clock.now();
  while (clock.monotonic() - began < 3);
  const second = clock.now();
  expect(first).toBeGreaterThanOrEqual(start);
  expect(first).toBeLessThan(start + 1000);
  expect(second).toBeGreaterThanOrEqual(first + 2);
  expect(Number.isInteger(second)).toBe(true);
});

test('the manual clock moves only when told, and setting it leaves the monotonic reading alone', () => {
  const clock = manualClock(1_000);
  clock.advance(250);
  expect([clock.now(), clock.monotonic()]).toEqual([1_250, 250]);
  clock.set(500);
  expect([clock.now(), clock.monotonic()]).toEqual([500, 250]);
});

test('the monotonic reading of the machine never goes back', () => {
  const readings = Array.from({ length: 1_000 }, () => systemClock.monotonic());
  expect(readings).toEqual(readings.toSorted((a, b) => a - b));
});
