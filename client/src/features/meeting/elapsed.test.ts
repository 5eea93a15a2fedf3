import { expect, test } from 'vitest';
import { elapsedMs } from './elapsed.ts';

const times = { startedAt: 1_000, pausedAt: null, pausedMs: 0, endedAt: null };

test('breaks do not count, running or over', () => {
  expect(elapsedMs({ ...times, startedAt: null }, 9_000)).toBeNull();
  expect(elapsedMs(times, 9_000)).toBe(8_000);
  expect(elapsedMs({ ...times, pausedMs: 3_000 }, 9_000)).toBe(5_000);
  expect(elapsedMs({ ...times, pausedAt: 6_000, pausedMs: 1_000 }, 9_000)).toBe(4_000);
  expect(elapsedMs({ ...times, pausedMs: 1_000, endedAt: 5_000 }, 9_000)).toBe(3_000);
});
