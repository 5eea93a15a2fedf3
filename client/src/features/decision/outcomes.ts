import { type ItemOutcome, outcomeRefusal } from '@hopso/shared/decision';
import type { Phase } from '@hopso/shared/meeting';
import type { OpenItemView, VoteView } from '@hopso/shared/session';

/** In the order they are offered: what settles the item, what sends it on, what takes it off. */
export const outcomeOrder = [
  'adopted',
  'adoptedRevise',
  'again',
  'slip',
  'noted',
  'deferred',
  'withdrawn',
] as const satisfies readonly ItemOutcome[];

/**
 * Why an outcome cannot be set now: the code the server would refuse with, by the very rule it asks; null when it can.
 * @param votes the votes on this item, oldest first
 */
export function outcomeRefusalOf(
  item: Pick<OpenItemView, 'id' | 'isCollective' | 'isSecret' | 'state'>,
  votes: readonly VoteView[],
  outcome: ItemOutcome,
  phase: Phase,
): string | null {
  const last = votes.findLast((vote) => vote.phase === 'published');
  const reads = {
    phase,
    item: () => ({
      isCollective: item.isCollective,
      isWithdrawn: item.state === 'withdrawn',
      isSecret: item.isSecret,
    }),
    isAdoptedByVote: () =>
      last === undefined || last.isListed ? null : (last.result?.tally.isAdopted ?? null),
    hasUnpublishedVote: () => votes.some((vote) => vote.phase !== 'published'),
  };
  return outcomeRefusal(reads, item.id, item.isCollective, outcome)?.code ?? null;
}
