import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Sharing } from './annotation.ts';
import { arrived, isVisibleTo, merged, timeOfAct, wins } from './merge.ts';

interface Act {
  readonly id: string;
  readonly actId: string;
  readonly at: number;
  readonly body: string | null;
}

const noteId = fc.constantFrom('a', 'b', 'c');
/** Few instants, so that acts of one instant are common. No two acts have one id. */
const acts = fc.uniqueArray(
  fc.record({
    id: noteId,
    actId: fc.uuid(),
    at: fc.nat({ max: 6 }),
    body: fc.option(fc.string({ maxLength: 3 })),
  }),
  { selector: ({ actId }) => actId, maxLength: 30 },
);
const inAnyOrder = acts.chain((given) =>
  fc.record({
    given: fc.constant(given),
    shuffled: fc.shuffledSubarray(given, { minLength: given.length, maxLength: given.length }),
  }),
);
const none = new Map<string, Act>();
const plain = (notes: ReadonlyMap<string, Act>) => Object.fromEntries(notes);

describe('[N3] last writer wins', () => {
  test('of two acts exactly one wins, and of three the winner does not depend on who meets first', () => {
    fc.assert(
      fc.property(acts, (given) => {
        for (const a of given) {
          expect(wins(a, a)).toBe(false);
          for (const b of given) if (a !== b) expect(wins(a, b)).toBe(!wins(b, a));
        }
      }),
    );
  });

  test('the order of arrival does not matter', () => {
    fc.assert(
      fc.property(inAnyOrder, ({ given, shuffled }) => {
        expect(plain(merged(none, shuffled))).toEqual(plain(merged(none, given)));
      }),
    );
  });

  test('an older act changes nothing', () => {
    const kept = new Map([['a', { id: 'a', actId: 'x', at: 5, body: 'kept' }]]);
    expect(merged(kept, [{ id: 'a', actId: 'z', at: 4, body: 'older' }])).toEqual(kept);
    expect(merged(kept, [{ id: 'a', actId: 'w', at: 5, body: 'lesser id' }])).toEqual(kept);
    expect(merged(kept, [{ id: 'a', actId: 'y', at: 5, body: 'greater id' }]).get('a')?.body).toBe(
      'greater id',
    );
  });
});

test('[N7] acts sent again count once', () => {
  fc.assert(
    fc.property(acts, acts, (given, more) => {
      const once = merged(none, given);
      expect(plain(merged(once, given))).toEqual(plain(once));
      expect(plain(merged(merged(once, more), given))).toEqual(plain(merged(once, more)));
    }),
  );
});

test('[N7] devices that were apart hold the same once each has heard the other', () => {
  fc.assert(
    fc.property(acts, acts, acts, (before, here, there) => {
      const start = merged(none, before);
      const [left, right] = [merged(start, here), merged(start, there)];
      const joined = plain(merged(left, right.values()));
      expect(plain(merged(right, left.values()))).toEqual(joined);
      expect(joined).toEqual(plain(merged(none, [...there, ...here, ...before])));
    }),
  );
});

test('[N4] a tombstone is an act like any other: what is older stays gone, a later act brings the note back', () => {
  fc.assert(
    fc.property(acts, noteId, fc.uuid(), (given, id, actId) => {
      const gone = { id, actId, at: 7, body: null };
      const deleted = merged(merged(none, given), [gone]);
      expect(merged(deleted, given).get(id)).toEqual(gone);
      const back = { id, actId: fc.sample(fc.uuid(), 1)[0] ?? '', at: 8, body: 'again' };
      expect(merged(deleted, [back]).get(id)).toEqual(back);
    }),
  );
});

test('[N7] an act counts by its own time, never later than its arrival', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (at, now) => {
      expect(arrived({ at, actId: 'x' }, now).at).toBe(Math.min(at, now));
    }),
  );
});

test('[N7] however the clock goes, an act is later than what its author has done and seen', () => {
  fc.assert(
    fc.property(fc.nat(), fc.array(fc.nat()), (now, seen) => {
      const at = timeOfAct(now + 0.7, ...seen);
      expect(at).toBeGreaterThanOrEqual(now);
      for (const before of seen) expect(at).toBeGreaterThan(before);
    }),
  );
});

describe('who sees a note', () => {
  const note = (sharing: Sharing) => ({ ownerId: 'an', sharing });

  test('[N1] a private one its owner alone', () => {
    expect(isVisibleTo(note('private'), 'an', 'all')).toBe(true);
    expect(isVisibleTo(note('private'), 'binh', 'all')).toBe(false);
  });

  test('[N5] a shared one those who are named, or everybody who may see the paper', () => {
    expect(isVisibleTo(note(['binh']), 'binh', 'all')).toBe(true);
    expect(isVisibleTo(note(['binh']), 'chi', 'all')).toBe(false);
    expect(isVisibleTo(note('all'), 'chi', 'all')).toBe(true);
    expect(isVisibleTo(note('all'), 'chi', undefined)).toBe(false);
  });

  test('[N12] of a withdrawn paper the own ones alone, of a closed one none', () => {
    expect(isVisibleTo(note('all'), 'an', 'own')).toBe(true);
    expect(isVisibleTo(note('all'), 'binh', 'own')).toBe(false);
    expect(isVisibleTo(note(['binh']), 'binh', 'own')).toBe(false);
    expect(isVisibleTo(note('all'), 'an', undefined)).toBe(false);
  });
});
