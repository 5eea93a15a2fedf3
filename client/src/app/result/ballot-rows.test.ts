import type { VoteResultView } from '@hopso/shared/session';
import { expect, test } from 'vitest';
import { ballotRows } from './ballot-rows.ts';

const members = ['a', 'b', 'c'].map((personId) => ({
  personId,
  name: personId.toUpperCase(),
  wasPresent: personId !== 'c',
}));
const counted: VoteResultView = {
  tally: {
    total: 3,
    present: 2,
    approve: 1,
    disapprove: 0,
    abstain: 0,
    missing: 1,
    absent: 1,
    needed: 2,
    isAdopted: false,
    reason: 'noMajority',
  },
  publishedAt: 0,
  article: null,
  tieReading: 'strict',
};

test('who was there without a ballot has not voted; who was not there was absent', () => {
  const rows = ballotRows({
    result: { ...counted, members, ballots: { a: { choice: 'approve', source: 'tablet' } } },
  });
  expect(rows?.map(({ recorded }) => recorded)).toEqual(['approve', 'missing', 'absent']);
});

test('an entry of the clerk is marked', () => {
  const rows = ballotRows({
    result: { ...counted, members, ballots: { a: { choice: 'approve', source: 'clerk' } } },
  });
  expect(rows?.map(({ isByClerk }) => isByClerk)).toEqual([true, false, false]);
});

test('without names there are no rows', () => {
  expect(ballotRows({ result: null })).toBeNull();
  expect(ballotRows({ result: counted })).toBeNull();
});
