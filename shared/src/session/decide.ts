import { type AgendaCommand, agendaCommandSchemas, decideAgenda, isItemOpenTo, numberedItems } from '#agenda';
import {
  type AttendanceCommand,
  attendanceCommandSchemas,
  decideAttendance,
  type ParticipantRecord,
  presentHolders,
  quorumOf,
  sitsAsMember,
} from '#attendance';
import { type CopiesReads, type CopyCommand, copyCommandSchemas, decideCopies } from '#copies';
import {
  type DecisionCommand,
  type DecisionReads,
  decideDecision,
  decisionCommandSchemas,
  isAdopted,
} from '#decision';
import { ok, type Result } from '#kernel';
import {
  type Context,
  decideMeeting,
  decidesByVote,
  type MeetingCommand,
  type MeetingReads,
  presidingTerms,
  type SeatFact,
} from '#meeting';
import { decidePaper, type PaperCommand, type PaperRecord, paperCommandSchemas, papersOf } from '#paper';
import {
  decideVoting,
  isVotingNow,
  type VotingCommand,
  type VotingReads,
  verdict,
  votesOn,
  votingCommandSchemas,
} from '#voting';
import type { Command } from './commands.ts';
import { permissionRefusal } from './permissions.ts';
import type { PublishedEvent, SessionEvent, SessionState } from './state.ts';

/**
 * What a command makes of a meeting: events, or a refusal with a stable code.
 * Pure; permission is asked before anything else, so a stranger learns nothing from the answer.
 */
export function decide(
  state: SessionState,
  command: Command,
  context: Context,
): Result<readonly SessionEvent[]> {
  const refusal = permissionRefusal(state, command, context.actor);
  if (refusal !== null) return { ok: false, error: refusal };
  if (command.type in agendaCommandSchemas)
    return decideAgenda(state.agenda, agendaReads(state), command as AgendaCommand, context);
  if (command.type in attendanceCommandSchemas)
    return decideAttendance(state.attendance, attendanceReads(state), command as AttendanceCommand, context);
  if (command.type in paperCommandSchemas)
    return decidePaper(state.paper, paperReads(state), command as PaperCommand, context);
  if (command.type in votingCommandSchemas)
    return decideVoting(state.voting, votingReads(state), command as VotingCommand, context);
  if (command.type in decisionCommandSchemas)
    return decideDecision(state.decision, decisionReads(state), command as DecisionCommand, context);
  if (command.type in copyCommandSchemas)
    return decideCopies(state.copies, copiesReads(state), command as CopyCommand);
  return decideOnMeeting(state, command as MeetingCommand, context);
}

function decideOnMeeting(
  state: SessionState,
  command: MeetingCommand,
  context: Context,
): Result<readonly SessionEvent[]> {
  const decided = decideMeeting(state.meeting, meetingReads(state), command, context);
  if (!decided.ok) return decided;
  return ok(
    decided.value.map((event) => (event.type === 'MeetingPublished' ? foldedInto(event, state) : event)),
  );
}

/** The first item whose list names only people who are not, or no longer, participants. */
function itemForNobody(state: SessionState): string | null {
  for (const { item } of numberedItems(state.agenda)) {
    if (item.openTo === 'all') continue;
    if (!item.openTo.some((personId) => state.attendance.participants.has(personId))) return item.id;
  }
  return null;
}

function foldedInto(
  event: Extract<SessionEvent, { type: 'MeetingPublished' }> | { readonly type: 'MeetingPublished' },
  state: SessionState,
): PublishedEvent {
  const items = numberedItems(state.agenda).map(({ item }) => ({
    id: item.id,
    parentId: item.parentId,
    title: item.title,
    kind: item.kind,
    submittingBody: item.submittingBody,
    presenters: item.presenters,
    presiderId: item.presiderId,
    isCollective: item.isCollective,
    plannedMinutes: item.plannedMinutes,
    openTo: item.openTo,
    ...(item.isSecret === true ? { isSecret: true } : {}),
  }));
  return {
    ...(event as PublishedEvent),
    items,
    participants: participantRecords(state),
    papers: paperRecords(state, items),
  };
}

const participantRecords = (state: SessionState): readonly ParticipantRecord[] =>
  [...state.attendance.participants.values()].map(
    ({ personId, name, post, unit, capacity, seatId, site, substitutesFor }) => ({
      personId,
      name,
      post,
      unit,
      capacity,
      seatId,
      site,
      substitutesFor,
    }),
  );

const paperRecords = (
  state: SessionState,
  items: readonly { readonly id: string }[],
): readonly PaperRecord[] =>
  items.flatMap(({ id }) =>
    (state.paper.byItem.get(id) ?? []).flatMap((paperId) => {
      const paper = state.paper.papers.get(paperId);
      if (paper === undefined || paper.withdrawn !== null) return [];
      const { itemId, title, fileName, sha256, bytes, pages, hasText } = paper;
      const access = paper.access === null ? {} : { access: paper.access };
      return [{ id: paper.id, itemId, title, fileName, sha256, bytes, pages, hasText, ...access }];
    }),
  );

const holdersOf = (state: SessionState) => (seats: readonly SeatFact[]) =>
  state.meeting.profile === null ? [] : presentHolders(state.attendance, seats, state.meeting.profile);

const quorumOver = (state: SessionState) => (seats: readonly SeatFact[]) =>
  state.meeting.profile === null ? null : quorumOf(state.attendance, seats, state.meeting.profile);

/** What takes a walk over the participants or votes is found only when it is asked for. */
export function meetingReads(state: SessionState): MeetingReads {
  const { participants } = state.attendance;
  const { votes } = state.voting;
  return {
    itemCount: state.agenda.items.size,
    participantCount: participants.size,
    isParticipant: (personId) => participants.has(personId),
    sitsAsMember: (personId) => {
      const participant = participants.get(personId);
      return participant !== undefined && sitsAsMember(participant);
    },
    attendance: (seats) => {
      const quorum = quorumOver(state)(seats);
      return { present: quorum?.present ?? holdersOf(state)(seats).length, needed: quorum?.needed ?? null };
    },
    get itemForNobody() {
      return itemForNobody(state);
    },
    get chairId() {
      return [...participants.values()].find((p) => p.capacity === 'chair')?.personId ?? null;
    },
    openVoteId: state.voting.openId,
    get unpublishedVoteId() {
      return [...votes.values()].find((vote) => vote.phase === 'closed')?.id ?? null;
    },
    hasVoted: votes.size > 0,
  };
}

export const agendaReads = (state: SessionState) => ({
  phase: state.meeting.phase,
  openVoteId: state.voting.openId,
  isSettled: (itemId: string) =>
    votesOn(state.voting, itemId).length > 0 ||
    state.decision.conclusions.has(itemId) ||
    state.decision.outcomes.has(itemId),
  isParticipant: (personId: string) => state.attendance.participants.has(personId),
  hasPapers: (itemId: string) => papersOf(state.paper, itemId).length > 0,
});

export const attendanceReads = (state: SessionState) => ({
  phase: state.meeting.phase,
  startsAt: state.meeting.info?.startsAt ?? 0,
  presidingId: state.meeting.presidingId,
  sites: state.meeting.info?.sites ?? [],
  isVotingNow: (personId: string) => isVotingNow(state.voting, personId),
  hasVoted: (personId: string) =>
    [...state.voting.votes.values()].some((vote) => vote.electors.has(personId)),
  hasPresided: (personId: string) => presidingTerms(state.meeting).some((term) => term.personId === personId),
});

export const paperReads = (state: SessionState) => ({
  phase: state.meeting.phase,
  item: (itemId: string) => {
    const item = state.agenda.items.get(itemId);
    return item === undefined
      ? null
      : { isWithdrawn: item.withdrawn !== null, isSecret: item.isSecret === true };
  },
  isParticipant: (personId: string) => state.attendance.participants.has(personId),
});

export const copiesReads = (state: SessionState): CopiesReads => ({
  phase: state.meeting.phase,
  item: (itemId) => {
    const item = state.agenda.items.get(itemId);
    return item === undefined
      ? null
      : { isSecret: item.isSecret === true, isWithdrawn: item.withdrawn !== null };
  },
  nameOf: (personId) => state.attendance.participants.get(personId)?.name ?? null,
  isItemOpenTo: (itemId, personId) => isItemOpenTo(state.agenda, itemId, personId),
});

export const votingReads = (state: SessionState): VotingReads => ({
  phase: state.meeting.phase,
  profile: state.meeting.profile,
  decidesByVote: decidesByVote(state.meeting),
  item: (itemId) => {
    const item = state.agenda.items.get(itemId);
    if (item === undefined) return null;
    return {
      isWithdrawn: item.withdrawn !== null,
      isSecret: item.isSecret === true,
      isOpenTo: (personId) => isItemOpenTo(state.agenda, itemId, personId),
    };
  },
  currentItemId: state.agenda.currentId,
  isAdopted: (itemId) => isAdopted(state.decision, itemId),
  presentHolders: holdersOf(state),
  needed: (seats) => quorumOver(state)(seats)?.needed ?? null,
});

export const decisionReads = (state: SessionState): DecisionReads => ({
  phase: state.meeting.phase,
  item: (itemId) => {
    const item = state.agenda.items.get(itemId);
    return item === undefined
      ? null
      : {
          isCollective: item.isCollective,
          isWithdrawn: item.withdrawn !== null,
          isSecret: item.isSecret === true,
        };
  },
  isAdoptedByVote: (itemId) => {
    const { profile } = state.meeting;
    const published = votesOn(state.voting, itemId).filter((vote) => vote.phase === 'published');
    const last = published.at(-1);
    return last === undefined || profile === null ? null : verdict(last, profile).isAdopted;
  },
  hasUnpublishedVote: (itemId) => votesOn(state.voting, itemId).some((vote) => vote.phase !== 'published'),
});
