import type { LedPlace } from '@hopso/shared/protocol';
import type { MeetingView, OpenVoteView, PaperView } from '@hopso/shared/session';

/** What the wall shows; exactly one at a time. */
export type Scene =
  | { readonly kind: 'welcome' | 'break' | 'ended' | 'postponed' }
  | { readonly kind: 'item'; readonly itemId: string }
  /** A secret item: nothing is shown (agenda A10). */
  | { readonly kind: 'blank' }
  | { readonly kind: 'paper'; readonly paper: PaperView; readonly place: LedPlace }
  | { readonly kind: 'voteOpen' | 'voteClosed' | 'result'; readonly vote: OpenVoteView };

/**
 * The scene a meeting is in. A result stays until the session goes on to another item. `place`: the page somebody
 * leads to; a vote goes before it.
 */
export function sceneOf(
  view: Pick<MeetingView, 'meeting' | 'items' | 'papers' | 'votes' | 'voteOrder'>,
  place: LedPlace | null = null,
): Scene {
  const { phase, currentItemId } = view.meeting;
  if (phase === 'ended') return { kind: 'ended' };
  if (phase === 'postponed') return { kind: 'postponed' };
  if (phase === 'paused') return { kind: 'break' };
  if (phase !== 'inSession') return { kind: 'welcome' };
  const item = currentItemId === null ? undefined : view.items[currentItemId];
  if (item?.isListed === false && item.isSecret) return { kind: 'blank' };
  const vote = lastVoteOn(view, currentItemId);
  if (vote !== null) return { kind: sceneOfVote[vote.phase], vote };
  const paper = place === null ? undefined : view.papers[place.paper];
  if (place !== null && paper !== undefined) return { kind: 'paper', paper, place };
  return currentItemId === null ? { kind: 'welcome' } : { kind: 'item', itemId: currentItemId };
}

const sceneOfVote = { open: 'voteOpen', closed: 'voteClosed', published: 'result' } as const;

function lastVoteOn(
  view: Pick<MeetingView, 'votes' | 'voteOrder'>,
  itemId: string | null,
): OpenVoteView | null {
  for (const id of [...view.voteOrder].reverse()) {
    const vote = view.votes[id];
    if (vote !== undefined && !vote.isListed && vote.itemId === itemId) return vote;
  }
  return null;
}
