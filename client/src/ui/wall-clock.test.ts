import { expect, test } from 'vitest';
import { instantOf, wallClockOf } from './wall-clock.ts';

test('a Vietnamese wall clock does not depend on where the machine stands', () => {
  const morning = Date.UTC(2021, 3, 28, 1, 0);
  expect(wallClockOf(morning)).toEqual({ date: '2021-04-28', time: '08:00' });
  expect(instantOf({ date: '2021-04-28', time: '08:00' })).toBe(morning);
});

test('a day ends at midnight in Vietnam, not in Greenwich', () => {
  expect(wallClockOf(Date.UTC(2021, 3, 27, 17, 0))).toEqual({ date: '2021-04-28', time: '00:00' });
});

test('half a moment is no moment', () => {
  expect(instantOf({ date: null, time: '08:00' })).toBeNull();
  expect(instantOf({ date: '2021-04-28', time: '' })).toBeNull();
  expect(wallClockOf(null)).toEqual({ date: null, time: '' });
});
