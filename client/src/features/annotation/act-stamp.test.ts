import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actIdAt } from './act-stamp.ts';

test('[N7] ids of acts are UUIDs whose text sorts by the time of the act', () => {
  const instant = fc.nat({ max: 2 ** 45 });
  fc.assert(
    fc.property(instant, instant, (a, b) => {
      const [first, second] = [actIdAt(a), actIdAt(b)];
      expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      if (a !== b) expect(first < second).toBe(a < b);
    }),
  );
});
