import type { MeetingView, OpenVoteView } from '@hopso/shared/session';

/** What the wall shows; exactly one at a time. */
export type Scene =
  | { readonly kind: 'welcome' | 'break' | 'ended' | 'postponed' }
  | { readonly kind: 'item'; readonly itemId: string }
  | { readonly kind: 'voteOpen' | 'voteClosed' | 'result'; readonly vote: OpenVoteView };

/** The scene a meeting is in. A result stays until the session goes on to another item. */
export function sceneOf(view: Pick<MeetingView, 'meeting' | 'votes' | 'voteOrder'>): Scene {
  const { phase, currentItemId } = view.meeting;
  if (phase === 'ended') return { kind: 'ended' };
  if (phase === 'postponed') return { kind: 'postponed' };
  if (phase === 'paused') return { kind: 'break' };
  if (phase !== 'inSession') return { kind: 'welcome' };
  const vote = lastVoteOn(view, currentItemId);
  if (vote !== null) return { kind: sceneOfVote[vote.phase], vote };
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
