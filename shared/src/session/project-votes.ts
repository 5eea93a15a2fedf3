import type { LegalSource, RuleProfile } from '#meeting';
import { presentAt, type Tally, type Vote, verdict } from '#voting';
import type { Audience } from './standing.ts';
import type { SessionState } from './state.ts';
import type { ListedVoteView, OpenVoteView, VoteResultView, VoteView } from './view.ts';

/** Votes as an audience is told of them. Choices are in no view before publication (voting V11). */
export function projectVote(state: SessionState, vote: Vote, audience: Audience): VoteView | null {
  if (state.agenda.items.get(vote.itemId)?.openTo === 'all')
    return openVote(vote, audience, state.meeting.profile);
  return audience === 'desk' || audience === 'member' ? listedVote(vote) : null;
}

const listedVote = (vote: Vote): ListedVoteView => ({
  id: vote.id,
  itemId: vote.itemId,
  isListed: true,
  round: vote.round,
  phase: vote.phase,
  electorCount: vote.electors.size,
  votedCount: vote.ballots.size,
});

export function openVote(vote: Vote, audience: Audience, profile: RuleProfile | null): OpenVoteView {
  const view: OpenVoteView = {
    id: vote.id,
    itemId: vote.itemId,
    isListed: false,
    round: vote.round,
    reason: vote.reason,
    question: vote.question,
    choices: vote.choices,
    phase: vote.phase,
    openedAt: vote.openedAt,
    closedAt: vote.closedAt,
    durationMs: vote.durationMs,
    totalCount: vote.base.length,
    electorCount: vote.electors.size,
    votedCount: vote.ballots.size,
    result: vote.phase === 'published' ? result(vote, audience, profile) : null,
  };
  return audience === 'desk' ? { ...view, ...whoVoted(vote) } : view;
}

/** Who, never what. */
function whoVoted(vote: Vote): Required<Pick<OpenVoteView, 'electors' | 'voted'>> {
  const electors: { [personId: string]: true } = {};
  for (const personId of vote.electors) electors[personId] = true;
  const voted: { [personId: string]: { source: 'tablet' | 'clerk'; isConfirmed: boolean | null } } = {};
  for (const [personId, { source, isConfirmed }] of vote.ballots) voted[personId] = { source, isConfirmed };
  return { electors, voted };
}

/** The rule the verdict rests on: a tie is not decided by the article of the majority. */
const sourceOf = ({ reason }: Tally, { sources }: RuleProfile): LegalSource =>
  reason === 'majority' || reason === 'noMajority' ? sources.majority : sources.tie;

function result(vote: Vote, audience: Audience, profile: RuleProfile | null): VoteResultView | null {
  if (profile === null) return null;
  const counted = verdict(vote, profile);
  const source = sourceOf(counted, profile);
  const shown: VoteResultView = {
    tally: counted,
    publishedAt: vote.publishedAt ?? 0,
    article: source.confirmed ? source.text : null,
    tieReading: profile.tieReading,
  };
  if (audience !== 'desk' && audience !== 'member') return shown;
  const ballots: {
    [personId: string]: { choice: 'approve' | 'disapprove' | 'abstain'; source: 'tablet' | 'clerk' };
  } = {};
  for (const [personId, { choice, source }] of vote.ballots) ballots[personId] = { choice, source };
  const present = presentAt(vote);
  const members = vote.base.map(({ personId, name }) => ({
    personId,
    name,
    wasPresent: present.has(personId),
  }));
  return { ...shown, ballots, members };
}
