import type { MeetingView, OpenVoteView, ParticipantView, VoteView } from '@hopso/shared/session';

/** Milliseconds left of the announced time, null where none was announced. Time alone never closes a vote. */
export const timeLeftOf = (
  vote: Pick<OpenVoteView, 'openedAt' | 'durationMs'>,
  now: number,
): number | null => (vote.durationMs === null ? null : Math.max(0, vote.openedAt + vote.durationMs - now));

/** Members who may vote and have not, in the order of the list. */
export function missingVoters(
  view: Pick<MeetingView, 'participants' | 'participantOrder'>,
  vote: OpenVoteView,
) {
  return electorsOf(view, vote).filter(({ personId }) => vote.voted?.[personId] === undefined);
}

/** Who may vote, in the order of the list. */
export const electorsOf = (
  { participants, participantOrder }: Pick<MeetingView, 'participants' | 'participantOrder'>,
  vote: OpenVoteView,
): readonly ParticipantView[] =>
  participantOrder.flatMap((id) => (vote.electors?.[id] === true ? (participants[id] ?? []) : []));

/** Members here in their own right who came after the opening and are not yet let in to the vote. */
export const admissibleTo = (
  { participants, participantOrder }: Pick<MeetingView, 'participants' | 'participantOrder'>,
  vote: OpenVoteView,
): readonly ParticipantView[] =>
  participantOrder.flatMap((id) => {
    const person = participants[id];
    if (person === undefined || !person.hasSeat || person.capacity === 'substitute') return [];
    const isHere = person.status === 'room' || person.status === 'online' || person.status === 'site';
    return isHere && vote.electors?.[id] !== true ? [person] : [];
  });

/** Votes on an item in the order they were opened. */
export const votesOnItem = (
  { votes, voteOrder }: Pick<MeetingView, 'votes' | 'voteOrder'>,
  itemId: string,
): readonly VoteView[] => voteOrder.flatMap((id) => (votes[id]?.itemId === itemId ? (votes[id] ?? []) : []));

/** The vote a desk is occupied with: the open one, else one closed whose result is not public yet. */
export function voteInHand({ votes, voteOrder }: Pick<MeetingView, 'votes' | 'voteOrder'>): VoteView | null {
  for (const phase of ['open', 'closed'] as const) {
    const found = voteOrder.find((id) => votes[id]?.phase === phase);
    if (found !== undefined) return votes[found] ?? null;
  }
  return null;
}
