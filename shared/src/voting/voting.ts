import type { EventMeta } from '#kernel';
import type { Choice, SeatFact } from '#meeting';

export type BallotSource = 'tablet' | 'clerk';

export type VotingEvent =
  | {
      type: 'VotingOpened';
      vote: string;
      item: string;
      round: number;
      reason: string | null;
      question: string;
      choices: readonly Choice[];
      base: readonly SeatFact[];
      electors: readonly string[];
      durationMs: number | null;
    }
  | { type: 'ElectorAdmitted'; vote: string; person: string }
  | { type: 'BallotCast'; vote: string; person: string; choice: Choice; source: BallotSource }
  | { type: 'RaisedHandAnswered'; vote: string; person: string; isRight: boolean }
  | { type: 'VotingClosed'; vote: string; present: readonly string[] }
  | { type: 'ResultPublished'; vote: string };

export interface Ballot {
  readonly choice: Choice;
  readonly at: number;
  readonly source: BallotSource;
  /** For a clerk's entry: whether the member has said it is right. */
  readonly isConfirmed: boolean | null;
  /** How many ballots of this person were accepted; the last one counts, all are kept in the record. */
  readonly count: number;
}

export interface Vote {
  readonly id: string;
  readonly itemId: string;
  readonly round: number;
  readonly reason: string | null;
  readonly question: string;
  readonly choices: readonly Choice[];
  /** Seats filled that day: the majority is counted over them. */
  readonly base: readonly SeatFact[];
  readonly electors: Set<string>;
  readonly ballots: Map<string, Ballot>;
  readonly phase: 'open' | 'closed' | 'published';
  readonly openedAt: number;
  readonly closedAt: number | null;
  readonly publishedAt: number | null;
  readonly durationMs: number | null;
  /** Members present when the vote was closed, with every elector. */
  readonly present: readonly string[];
  /** Changes with every ballot: what is projected from a vote is memoised by it. */
  readonly rev: number;
}

export interface VotingState {
  readonly rev: number;
  readonly votes: Map<string, Vote>;
  readonly openId: string | null;
}

export const initialVoting = (): VotingState => ({ rev: 0, votes: new Map(), openId: null });

export function evolveVoting(state: VotingState, event: VotingEvent, { at }: EventMeta): VotingState {
  switch (event.type) {
    case 'VotingOpened':
      state.votes.set(event.vote, opened(event, at));
      return { ...state, openId: event.vote, rev: state.rev + 1 };
    case 'ElectorAdmitted':
      return patch(state, event.vote, (vote) => {
        vote.electors.add(event.person);
        return {};
      });
    case 'BallotCast':
      return patch(state, event.vote, (vote) => {
        vote.ballots.set(event.person, ballot(vote, event, at));
        return {};
      });
    case 'RaisedHandAnswered':
      return patch(state, event.vote, (vote) => {
        const given = vote.ballots.get(event.person);
        if (given !== undefined) vote.ballots.set(event.person, { ...given, isConfirmed: event.isRight });
        return {};
      });
    case 'VotingClosed':
      return {
        ...patch(state, event.vote, () => ({ phase: 'closed', closedAt: at, present: event.present })),
        openId: null,
      };
    case 'ResultPublished':
      return patch(state, event.vote, () => ({ phase: 'published', publishedAt: at }));
    default:
      return state;
  }
}

const opened = (event: Extract<VotingEvent, { type: 'VotingOpened' }>, at: number): Vote => ({
  id: event.vote,
  itemId: event.item,
  round: event.round,
  reason: event.reason,
  question: event.question,
  choices: event.choices,
  base: event.base,
  electors: new Set(event.electors),
  ballots: new Map(),
  phase: 'open',
  openedAt: at,
  closedAt: null,
  publishedAt: null,
  durationMs: event.durationMs,
  present: [],
  rev: 0,
});

const ballot = (vote: Vote, event: Extract<VotingEvent, { type: 'BallotCast' }>, at: number): Ballot => ({
  choice: event.choice,
  at,
  source: event.source,
  isConfirmed: null,
  count: (vote.ballots.get(event.person)?.count ?? 0) + 1,
});

function patch(state: VotingState, id: string, change: (vote: Vote) => Partial<Vote>): VotingState {
  const vote = state.votes.get(id);
  if (vote === undefined) return state;
  state.votes.set(id, { ...vote, ...change(vote), rev: vote.rev + 1 });
  return { ...state, rev: state.rev + 1 };
}

/** Votes on an item, oldest round first. */
export const votesOn = (state: VotingState, itemId: string): readonly Vote[] =>
  [...state.votes.values()].filter((vote) => vote.itemId === itemId);

export const isVotingNow = (state: VotingState, personId: string): boolean =>
  state.openId !== null && state.votes.get(state.openId)?.electors.has(personId) === true;
