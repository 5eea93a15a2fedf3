import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Choice } from '#meeting';
import { type Tally, tally } from './tally.ts';

// A law is tried many times; a busy machine takes longer over it than over a rule.
vi.setConfig({ testTimeout: 30_000 });

/** What became of one member of the committee in a vote. */
const fates = ['absent', 'missing', 'approve', 'disapprove', 'abstain'] as const;
type Fate = (typeof fates)[number];
type Reading = 'strict' | 'literal';

const choiceOf = (fate: Fate | undefined): Choice | undefined =>
  fate === 'absent' || fate === 'missing' ? undefined : fate;

/** The count under test, given what became of each member and who of them holds the Chair's seat. */
function counted(committee: readonly Fate[], chair: number | null, tieReading: Reading): Tally {
  const members = committee.map((_, index) => ({ personId: String(index), isChair: index === chair }));
  const present = new Set<string>();
  for (const { personId } of members) if (committee[Number(personId)] !== 'absent') present.add(personId);
  return tally({
    members,
    present,
    choiceOf: (personId) => choiceOf(committee[Number(personId)]),
    tieReading,
  });
}

/**
 * The same from the words of the law, written without looking at the other: hands are counted one by one,
 * "more than half" is pairing every member for with another member, "a tie" is pairing for with against.
 */
function naive(committee: readonly Fate[], chair: number | null, tieReading: Reading) {
  const hands: { [fate in Fate]: number } = { absent: 0, missing: 0, approve: 0, disapprove: 0, abstain: 0 };
  for (const fate of committee) hands[fate]++;
  const notFor = committee.length - hands.approve;
  const isMajority = hands.approve > notFor;
  const isBalanced = hands.approve > 0 && hands.approve === hands.disapprove;
  const allTookSides = hands.approve + hands.disapprove === committee.length;
  const isTie = isBalanced && (tieReading === 'literal' || allTookSides);
  const chairSaid = chair === null ? 'absent' : committee[chair];
  return { ...hands, isAdopted: isMajority || (isTie && chairSaid === 'approve'), isTie };
}

function* assignments(size: number): Generator<readonly Fate[]> {
  for (let code = 0; code < fates.length ** size; code++) {
    const committee: Fate[] = [];
    for (let rest = code, i = 0; i < size; i++, rest = Math.floor(rest / fates.length))
      committee.push(fates[rest % fates.length] ?? 'absent');
    yield committee;
  }
}

const agrees = (a: Tally, b: ReturnType<typeof naive>): boolean =>
  a.isAdopted === b.isAdopted &&
  a.reason.startsWith('tie') === b.isTie &&
  fates.every((fate) => a[fate] === b[fate]);

/** Every member is in exactly one of the five counts, and there or not there. */
const isWhole = (t: Tally): boolean =>
  t.approve + t.disapprove + t.abstain + t.missing + t.absent === t.total &&
  t.approve + t.disapprove + t.abstain + t.missing === t.present &&
  t.present + t.absent === t.total;

describe('[V7] [V8] [V9] [V10] every committee up to seven seats', () => {
  test.each([0, 1, 2, 3, 4, 5, 6, 7])('of %i', (size) => {
    const chairs = [null, ...Array.from({ length: size }, (_, index) => index)];
    let seen = 0;
    for (const committee of assignments(size)) {
      for (const chair of chairs) {
        for (const reading of ['strict', 'literal'] as const) {
          const got = counted(committee, chair, reading);
          seen++;
          if (agrees(got, naive(committee, chair, reading)) && isWhole(got)) continue;
          expect.fail(`${reading}, chair ${chair}: ${committee.join(' ')} gave ${JSON.stringify(got)}`);
        }
      }
    }
    expect(seen).toBe(fates.length ** size * chairs.length * 2);
  });
});

describe('any committee', () => {
  const committees = fc.array(fc.constantFrom(...fates), { minLength: 1, maxLength: 60 });
  const readings = fc.constantFrom<Reading>('strict', 'literal');

  test('[V7] [V10] agrees with the naive count', () => {
    fc.assert(
      fc.property(committees, fc.nat(), readings, (committee, seat, reading) => {
        const chair = seat % (committee.length + 1);
        const got = counted(committee, chair < committee.length ? chair : null, reading);
        return (
          isWhole(got) && agrees(got, naive(committee, chair < committee.length ? chair : null, reading))
        );
      }),
    );
  });

  test('[V7] the order of the members changes nothing', () => {
    fc.assert(
      fc.property(committees, readings, fc.infiniteStream(fc.nat()), (committee, reading, order) => {
        const shuffled = committee
          .map((fate) => ({ fate, rank: order.next().value ?? 0 }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ fate }) => fate);
        expect(counted(shuffled, null, reading)).toEqual(counted(committee, null, reading));
      }),
    );
  });

  test('[V7] one more vote for never turns an adopted matter down', () => {
    fc.assert(
      fc.property(committees, fc.nat(), (committee, pick) => {
        const index = pick % committee.length;
        if (!counted(committee, 0, 'strict').isAdopted) return;
        const more = committee.map((fate, i) => (i === index ? 'approve' : fate));
        expect(counted(more, 0, 'strict').isAdopted).toBe(true);
      }),
    );
  });

  test('[V9] in the literal reading it can: one for and one against of four, then two for', () => {
    const tied = ['approve', 'disapprove', 'absent', 'absent'] as const;
    expect(counted(tied, 0, 'literal').isAdopted).toBe(true);
    expect(counted(['approve', 'disapprove', 'approve', 'absent'], 0, 'literal').isAdopted).toBe(false);
  });

  test('[V9] the literal reading adopts whatever the strict one does', () => {
    fc.assert(
      fc.property(committees, (committee) => {
        if (counted(committee, 0, 'strict').isAdopted)
          expect(counted(committee, 0, 'literal').isAdopted).toBe(true);
      }),
    );
  });

  test('[V7] what is needed is the smallest number that is more than half', () => {
    for (let size = 0; size <= 200; size++) {
      const { needed } = counted(Array<Fate>(size).fill('absent'), null, 'strict');
      expect(2 * needed > size && 2 * (needed - 1) <= size).toBe(true);
    }
  });
});
