import type { OpenVoteView } from '@hopso/shared/session';
import { expect, test } from 'vitest';
import { outcomeRefusalOf } from './outcomes.ts';

const vote = (phase: OpenVoteView['phase'], isAdopted: boolean): OpenVoteView =>
  ({
    id: 'v',
    itemId: 'i',
    isListed: false,
    phase,
    result: phase === 'published' ? { tally: { isAdopted } } : null,
  }) as unknown as OpenVoteView;
const collective = { id: 'i', isCollective: true, isSecret: false, state: 'current' } as const;
const other = { ...collective, isCollective: false };
const refusal = (
  ...[item, votes, outcome]: [
    typeof collective | typeof other,
    OpenVoteView[],
    'adopted' | 'adoptedRevise' | 'again' | 'deferred' | 'noted',
  ]
) => outcomeRefusalOf(item, votes, outcome, 'inSession');

test('[D1] a collective item is not adopted without a vote; another one may be', () => {
  expect(refusal(collective, [], 'adopted')).toBe('decision/vote-needed');
  expect(refusal(collective, [], 'deferred')).toBeNull();
  expect(refusal(other, [], 'adoptedRevise')).toBeNull();
});

test('[D4] no outcome is set while a vote is open or unpublished', () => {
  expect(refusal(collective, [vote('open', true)], 'noted')).toBe('decision/vote-pending');
  expect(refusal(collective, [vote('closed', true)], 'adopted')).toBe('decision/vote-pending');
});

test('[D2] the last published verdict binds', () => {
  const votes = [vote('published', false), vote('published', true)];
  expect(refusal(collective, votes, 'adopted')).toBeNull();
  expect(refusal(collective, votes.toReversed(), 'adopted')).toBe('decision/not-adopted-by-vote');
  expect(refusal(collective, votes.toReversed(), 'again')).toBeNull();
});
