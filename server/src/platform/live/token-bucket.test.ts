import { expect, test } from 'vitest';
import { manualClock } from '#platform/clock';
import { TokenBucket } from './token-bucket.ts';

test('gives so many at once, then so many a second, and never more than its size', () => {
  const clock = manualClock(0);
  const bucket = new TokenBucket(3, 2, clock);
  const taken = (times: number) => Array.from({ length: times }, () => bucket.take());
  expect(taken(4)).toEqual([true, true, true, false]);
  clock.advance(1_000);
  expect(taken(3)).toEqual([true, true, false]);
  clock.advance(60_000);
  expect(taken(4)).toEqual([true, true, true, false]);
});
