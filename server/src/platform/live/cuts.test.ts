import { expect, test } from 'vitest';
import { manualClock } from '#platform/clock';
import { Cuts } from './cuts.ts';

test('what was cut is refused to handshakes that began before, for as long as one may take', () => {
  const clock = manualClock(0);
  const cuts = new Cuts(clock);
  clock.advance(100);
  cuts.note('session a');
  expect(cuts.areNewerThan(50, ['session a', 'person p'])).toBe(true);
  expect(cuts.areNewerThan(100, ['session a'])).toBe(true);
  expect(cuts.areNewerThan(101, ['session a'])).toBe(false);
  expect(cuts.areNewerThan(50, ['session b'])).toBe(false);
  clock.advance(60_000);
  cuts.note('session b');
  expect(cuts.areNewerThan(50, ['session a'])).toBe(false);
});
