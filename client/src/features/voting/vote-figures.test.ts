import type { OpenVoteView, ParticipantView } from '@hopso/shared/session';
import { expect, test } from 'vitest';
import { admissibleTo, electorsOf, missingVoters, timeLeftOf, voteInHand } from './vote-figures.ts';

const vote = (changes: Partial<OpenVoteView> = {}): OpenVoteView => ({
  id: 'v1',
  itemId: 'i1',
  isListed: false,
  round: 1,
  reason: null,
  question: '',
  choices: [],
  phase: 'open',
  openedAt: 1_000,
  closedAt: null,
  durationMs: 60_000,
  totalCount: 4,
  electorCount: 2,
  votedCount: 1,
  electors: { a: true, b: true },
  voted: { a: { source: 'tablet', isConfirmed: null } },
  result: null,
  ...changes,
});
const person = (personId: string, changes: Partial<ParticipantView> = {}): ParticipantView => ({
  personId,
  name: personId,
  post: '',
  unit: '',
  capacity: 'member',
  hasSeat: true,
  isChairSeat: false,
  status: 'room',
  ...changes,
});
const view = {
  participants: {
    a: person('a'),
    b: person('b'),
    late: person('late', { status: 'online' }),
    away: person('away', { status: 'excused' }),
    substitute: person('substitute', { capacity: 'substitute', hasSeat: false }),
  },
  participantOrder: ['b', 'a', 'late', 'away', 'substitute'],
};

test('the announced time runs out and stays at nought; without one there is none', () => {
  expect(timeLeftOf(vote(), 31_000)).toBe(30_000);
  expect(timeLeftOf(vote(), 999_000)).toBe(0);
  expect(timeLeftOf(vote({ durationMs: null }), 0)).toBeNull();
});

test('those who have not voted are electors without a ballot', () => {
  expect(electorsOf(view, vote()).map((p) => p.personId)).toEqual(['b', 'a']);
  expect(missingVoters(view, vote()).map((p) => p.personId)).toEqual(['b']);
});

test('only a member who is here and not yet an elector can be let in', () => {
  expect(admissibleTo(view, vote()).map((p) => p.personId)).toEqual(['late']);
});

test('an open vote comes before one that waits for publication', () => {
  const votes = {
    v1: vote({ phase: 'closed' }),
    v2: vote({ id: 'v2' }),
    v0: vote({ id: 'v0', phase: 'published' }),
  };
  expect(voteInHand({ votes, voteOrder: ['v0', 'v1', 'v2'] })?.id).toBe('v2');
  expect(voteInHand({ votes, voteOrder: ['v0', 'v1'] })?.id).toBe('v1');
  expect(voteInHand({ votes, voteOrder: ['v0'] })).toBeNull();
});
