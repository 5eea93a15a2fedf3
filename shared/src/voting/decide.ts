import { type Json, ok, type Rejection, type Result, refuse, stale } from '#kernel';
import type { Choice, Context, Phase, RuleProfile, SeatFact } from '#meeting';
import type { VotingCommand } from './commands.ts';
import { type BallotSource, type Vote, type VotingEvent, type VotingState, votesOn } from './voting.ts';

export interface VotingReads {
  readonly phase: Phase;
  readonly profile: RuleProfile | null;
  readonly decidesByVote: boolean;
  readonly item: (itemId: string) => {
    readonly isWithdrawn: boolean;
    readonly isSecret: boolean;
    readonly isOpenTo: (person: string) => boolean;
  } | null;
  readonly currentItemId: string | null;
  /** Whether the item stands as adopted: what was decided is not decided again beside it. */
  readonly isAdopted: (itemId: string) => boolean;
  /** Seat holders present now, over these seats. */
  readonly presentHolders: (seats: readonly SeatFact[]) => readonly SeatFact[];
  readonly needed: (seats: readonly SeatFact[]) => number | null;
}

type Refusal = Rejection | null;
type Decided = Result<readonly VotingEvent[]>;

export const votingGuards = {
  /** V1–V3: a committee in session with its quorum, one vote at a time, on the item it is at. */
  open: (state: VotingState, reads: VotingReads, itemId: string, seats: readonly SeatFact[]): Refusal => {
    if (reads.phase !== 'inSession') return { code: 'meeting/not-in-session' };
    if (!reads.decidesByVote) return { code: 'voting/not-in-this-meeting' };
    if (state.openId !== null) return { code: 'meeting/vote-open' };
    if (reads.currentItemId !== itemId) return { code: 'voting/not-current-item' };
    if (reads.item(itemId)?.isSecret === true) return { code: 'item/secret' };
    if (votesOn(state, itemId).some((vote) => vote.phase === 'closed'))
      return { code: 'meeting/result-unpublished' };
    if (reads.isAdopted(itemId)) return { code: 'voting/already-adopted' };
    return quorumRefusal(reads, seats);
  },
  cast: (vote: Vote, personId: string): Refusal => {
    if (vote.phase !== 'open') return { code: 'voting/closed' };
    return vote.electors.has(personId) ? null : { code: 'voting/not-elector' };
  },
  answer: (vote: Vote, personId: string): Refusal => {
    if (vote.ballots.get(personId)?.source !== 'clerk') return { code: 'voting/no-raised-hand' };
    return vote.phase === 'published' ? { code: 'voting/published' } : null;
  },
} as const;

function quorumRefusal(reads: VotingReads, seats: readonly SeatFact[]): Refusal {
  const needed = reads.needed(seats);
  const present = reads.presentHolders(seats).length;
  if (needed === null || present >= needed) return null;
  return {
    code: 'quorum/short',
    params: { present, needed, total: seats.length, missing: needed - present },
  };
}

export function decideVoting(
  state: VotingState,
  reads: VotingReads,
  command: VotingCommand,
  context: Context,
): Decided {
  switch (command.type) {
    case 'OpenVoting':
      return openVoting(state, reads, command, context);
    case 'AdmitElector':
      return onVote(state, command, (vote) => admitElector(reads, vote, command.person));
    case 'CastBallot':
      return onVote(state, command, (vote) =>
        castBallot(
          vote,
          { person: context.actor.personId, choice: command.choice, source: 'tablet' },
          command.replaces,
        ),
      );
    case 'RecordRaisedHand':
      return onVote(state, command, (vote) =>
        castBallot(
          vote,
          { person: command.person, choice: command.choice, source: 'clerk' },
          command.replaces,
        ),
      );
    case 'AnswerRaisedHand':
      return onVote(state, command, (vote) =>
        answerRaisedHand(vote, context.actor.personId, command.isRight),
      );
    case 'CloseVoting':
      return onVote(state, command, (vote) => closeVoting(reads, vote));
    case 'PublishResult':
      return onVote(state, command, publishResult);
  }
}

function onVote(
  state: VotingState,
  command: { readonly vote: string; readonly round?: number },
  then: (vote: Vote) => Decided,
): Decided {
  const vote = state.votes.get(command.vote);
  if (vote === undefined) return refuse('voting/unknown');
  if (command.round !== undefined && command.round !== vote.round) return stale({ round: vote.round });
  return then(vote);
}

/** V2: two sets: `base` for the majority, `electors` who may vote; both are copied into the event. */
function openVoting(
  state: VotingState,
  reads: VotingReads,
  command: Extract<VotingCommand, { type: 'OpenVoting' }>,
  context: Context,
): Decided {
  const { seats } = context.facts;
  const [voteId] = context.ids;
  if (seats === undefined || voteId === undefined || reads.profile === null)
    return refuse('meeting/not-in-session');
  const item = reads.item(command.item);
  if (item === null) return refuse('item/unknown');
  if (item.isWithdrawn) return refuse('item/withdrawn');
  const refusal = votingGuards.open(state, reads, command.item, seats);
  if (refusal !== null) return { ok: false, error: refusal };
  const rounds = votesOn(state, command.item).length;
  if (command.round !== rounds + 1) return stale({ round: rounds + 1 } as Json);
  if (rounds > 0 && command.reason === null) return refuse('voting/reason-needed');
  const electors = reads.presentHolders(seats).map((seat) => seat.personId);
  if (!electors.every((personId) => item.isOpenTo(personId))) return refuse('voting/item-restricted');
  return ok([
    {
      type: 'VotingOpened',
      vote: voteId,
      item: command.item,
      round: command.round,
      reason: command.reason,
      question: command.question,
      choices: reads.profile.choices,
      base: seats,
      electors,
      durationMs: command.durationMs,
    },
  ]);
}

/** V3, V4: the desk admits a late member until closing, if they may see the item; the record says so. */
function admitElector(reads: VotingReads, vote: Vote, person: string): Decided {
  if (vote.phase !== 'open') return refuse('voting/closed');
  if (vote.electors.has(person)) return ok([]);
  const isPresent = reads.presentHolders(vote.base).some((seat) => seat.personId === person);
  if (!isPresent) return refuse('voting/not-present-member');
  if (reads.item(vote.itemId)?.isOpenTo(person) !== true) return refuse('voting/item-restricted');
  return ok([{ type: 'ElectorAdmitted', vote: vote.id, person }]);
}

/** V5: the last accepted ballot counts; replacing one that came another way is said aloud first. */
function castBallot(
  vote: Vote,
  cast: { readonly person: string; readonly choice: Choice; readonly source: BallotSource },
  replaces: BallotSource | undefined,
): Decided {
  const refusal = votingGuards.cast(vote, cast.person);
  if (refusal !== null) return { ok: false, error: refusal };
  if (!vote.choices.includes(cast.choice)) return refuse('voting/unknown-choice');
  const given = vote.ballots.get(cast.person);
  if (given !== undefined && given.source !== cast.source && replaces !== given.source)
    return refuse('voting/replaces-other-source', { source: given.source });
  return ok([{ type: 'BallotCast', vote: vote.id, ...cast }]);
}

/** V6: "Thư ký đã ghi: … · Đúng · Báo sai". */
function answerRaisedHand(vote: Vote, person: string, isRight: boolean): Decided {
  const refusal = votingGuards.answer(vote, person);
  if (refusal !== null) return { ok: false, error: refusal };
  if (vote.ballots.get(person)?.isConfirmed === isRight) return ok([]);
  return ok([{ type: 'RaisedHandAnswered', vote: vote.id, person, isRight }]);
}

/** Idempotent for two desks that press together: closing what is closed changes nothing. */
function closeVoting(reads: VotingReads, vote: Vote): Decided {
  if (vote.phase !== 'open') return ok([]);
  const present = reads.presentHolders(vote.base).map((seat) => seat.personId);
  const counted = [...new Set([...present, ...vote.electors])];
  return ok([{ type: 'VotingClosed', vote: vote.id, present: counted }]);
}

function publishResult(vote: Vote): Decided {
  if (vote.phase === 'open') return refuse('voting/still-open');
  return vote.phase === 'published' ? ok([]) : ok([{ type: 'ResultPublished', vote: vote.id }]);
}
