import { CHECK_IN_OPENS_MS, quorumOf } from '#attendance';
import { decidesByVote, gatheringOf, presidingTerms } from '#meeting';
import type { Vote } from '#voting';
import { type AgendaView, projectAgenda } from './project-agenda.ts';
import { projectRegisters } from './project-copies.ts';
import { type PeopleView, projectPeople } from './project-people.ts';
import { projectVote } from './project-votes.ts';
import type { Audience } from './standing.ts';
import type { SessionState } from './state.ts';
import type { MeetingHeader, MeetingView, QuorumView, VoteView } from './view.ts';

/**
 * What an audience sees of a meeting. A function of the state and nothing else.
 * Two states that differ only in what the audience may not see give equal views (law, `views.law.test.ts`).
 */
export function project(state: SessionState, meetingId: string, audience: Audience): MeetingView {
  const agenda = agendaOf(state);
  const people = peopleOf(state, audience);
  const { votes, voteOrder } = votesOf(state, audience);
  return {
    meeting: header(state, meetingId, audience, votes),
    quorum: quorum(state),
    items: agenda.items,
    itemOrder: state.agenda.order,
    papers: agenda.papers,
    ...people,
    votes,
    voteOrder,
    ...(audience === 'desk' ? { copies: projectRegisters(state) } : {}),
  };
}

/**
 * Slices are replaced whenever they change, so a projected part stands for as long as its slices do.
 * The caches hold nothing alive: they go with the slice.
 */
const agendaViews = new WeakMap<object, { readonly of: readonly object[]; readonly view: AgendaView }>();
const peopleViews = new WeakMap<
  object,
  Map<Audience, { readonly of: readonly object[]; readonly view: PeopleView }>
>();
const voteViews = new WeakMap<Vote, Map<string, VoteView | null>>();

const same = (a: readonly object[], b: readonly object[]): boolean =>
  a.every((part, index) => part === b[index]);

function agendaOf(state: SessionState): AgendaView {
  const of = [state.agenda, state.paper, state.decision, state.attendance, state.meeting];
  const known = agendaViews.get(state.agenda);
  if (known !== undefined && same(known.of, of)) return known.view;
  const view = projectAgenda(state);
  agendaViews.set(state.agenda, { of, view });
  return view;
}

function peopleOf(state: SessionState, audience: Audience): PeopleView {
  const of = [state.attendance, state.meeting.seats];
  const byAudience = peopleViews.get(state.attendance) ?? new Map();
  peopleViews.set(state.attendance, byAudience);
  const known = byAudience.get(audience);
  if (known !== undefined && same(known.of, of)) return known.view;
  const view = projectPeople(state, audience);
  byAudience.set(audience, { of, view });
  return view;
}

function votesOf(state: SessionState, audience: Audience): Pick<MeetingView, 'votes' | 'voteOrder'> {
  const votes: { [voteId: string]: VoteView } = {};
  for (const vote of state.voting.votes.values()) {
    const view = voteOf(state, vote, audience);
    if (view !== null) votes[vote.id] = view;
  }
  return { votes, voteOrder: Object.keys(votes) };
}

function voteOf(state: SessionState, vote: Vote, audience: Audience): VoteView | null {
  const key = `${audience} ${state.agenda.items.get(vote.itemId)?.openTo === 'all'}`;
  const known = voteViews.get(vote) ?? new Map<string, VoteView | null>();
  voteViews.set(vote, known);
  const cached = known.get(key);
  if (cached !== undefined) return cached;
  const view = projectVote(state, vote, audience);
  known.set(key, view);
  return view;
}

function quorum(state: SessionState): QuorumView | null {
  const { profile, seats, isConverted } = state.meeting;
  return profile === null || isConverted ? null : quorumOf(state.attendance, seats, profile);
}

function header(
  state: SessionState,
  id: string,
  audience: Audience,
  votes: MeetingView['votes'],
): MeetingHeader {
  const { meeting, agenda, voting } = state;
  const { info } = meeting;
  if (info === null) throw new Error('A meeting without its preparation cannot be shown.');
  const atDesk = audience === 'desk';
  const { lastMove } = agenda;
  const { kind, title, form, place, sites, hostName, hostUnitId, startsAt, endsAt } = info;
  const nameOf = (personId: string) => state.attendance.participants.get(personId)?.name;
  return {
    id,
    rev: meeting.rev,
    ...{ title, kind, form, place, sites, hostName, hostUnitId, startsAt, endsAt },
    gathering: gatheringOf(kind),
    phase: meeting.phase,
    publishedAt: meeting.publishedAt,
    startedAt: meeting.startedAt,
    pausedAt: meeting.pausedAt,
    pausedMs: meeting.pausedMs,
    breaks: meeting.breaks,
    opening: meeting.opening,
    endedAt: meeting.endedAt,
    postponed: meeting.postponed,
    isConverted: meeting.isConverted,
    hasVoting: decidesByVote(meeting),
    choices: meeting.profile?.choices ?? [],
    presidingId: meeting.presidingId,
    presidingName: meeting.presidingId === null ? null : (nameOf(meeting.presidingId) ?? null),
    presided: presidingTerms(meeting).map((term) => ({ ...term, name: nameOf(term.personId) ?? '' })),
    currentItemId: agenda.currentId,
    openVoteId: voting.openId !== null && votes[voting.openId] !== undefined ? voting.openId : null,
    lastMove:
      atDesk && lastMove !== null
        ? { seq: lastMove.seq, at: lastMove.at, from: lastMove.from, to: lastMove.to }
        : null,
    deskHolderId: atDesk ? meeting.deskHolderId : null,
    deskHolderName: atDesk ? meeting.deskHolderName : null,
    checkInOpensAt: startsAt - CHECK_IN_OPENS_MS,
  };
}
