import { ok, type Rejection, type Result, refuse, stale } from '#kernel';
import { announcedRefusal, type Context, type PersonCard, type Phase } from '#meeting';
import {
  type AttendanceEvent,
  type AttendanceState,
  type AttendanceStatus,
  isPresent,
  type Participant,
  type ParticipantRecord,
  sitsAsMember,
} from './attendance.ts';
import type { AttendanceCommand } from './commands.ts';

/** Members may check in themselves from this long before the announced start. */
export const CHECK_IN_OPENS_MS = 60 * 60_000;

export interface AttendanceReads {
  readonly phase: Phase;
  readonly startsAt: number;
  readonly presidingId: string | null;
  readonly sites: readonly string[];
  /** Whether this person is an elector of a vote that is open now. */
  readonly isVotingNow: (personId: string) => boolean;
  /** Whether this person was an elector of any vote of this meeting, closed or not. */
  readonly hasVoted: (personId: string) => boolean;
  /** Whether this person presided at any time since the session began. */
  readonly hasPresided: (personId: string) => boolean;
}

type Refusal = Rejection | null;
type Decided = Result<readonly AttendanceEvent[]>;
type CommandNamed<T extends AttendanceCommand['type']> = Extract<AttendanceCommand, { type: T }>;

export const attendanceGuards = {
  change: (reads: AttendanceReads): Refusal => (reads.phase === 'ended' ? { code: 'meeting/ended' } : null),
  /** Who is there is a fact of the announced meeting: a preparation has none, and a record that ended keeps its. */
  record: (reads: AttendanceReads): Refusal => announcedRefusal(reads.phase),
  checkIn: (reads: AttendanceReads, now: number): Refusal => {
    const refusal = announcedRefusal(reads.phase);
    if (refusal !== null || reads.phase !== 'published') return refusal;
    const opensAt = reads.startsAt - CHECK_IN_OPENS_MS;
    return now >= opensAt ? null : { code: 'attendance/too-early', params: { opensAt } };
  },
  answer: (reads: AttendanceReads): Refusal =>
    reads.phase === 'published' || reads.phase === 'postponed' ? null : { code: 'attendance/answer-closed' },
} as const;

export function decideAttendance(
  state: AttendanceState,
  reads: AttendanceReads,
  command: AttendanceCommand,
  context: Context,
): Decided {
  const self = context.actor.personId;
  switch (command.type) {
    case 'AddParticipants':
      return addParticipants(state, reads, command, context);
    case 'AddCommittee':
      return addCommittee(state, reads, context);
    case 'RemoveParticipant':
      return removeParticipant(state, reads, command.person);
    case 'ChangeCapacity':
      return changeCapacity(state, reads, command);
    case 'AnswerInvitation':
      return answerInvitation(state, reads, command, self);
    case 'CheckIn':
      return checkIn(state, reads, command, context);
    case 'RecordAttendance':
      return recordAttendance(state, reads, command);
    case 'RecordLeft':
      return recordLeft(state, reads, command.person);
    case 'RecordReturned':
      return recordReturned(state, reads, command);
    case 'JoinOnDevice':
      return joinOnDevice(state, reads, self, command.device);
  }
}

function known(state: AttendanceState, personId: string, then: (p: Participant) => Decided): Decided {
  const participant = state.participants.get(personId);
  return participant === undefined ? refuse('participant/unknown') : then(participant);
}

function addParticipants(
  state: AttendanceState,
  reads: AttendanceReads,
  command: CommandNamed<'AddParticipants'>,
  context: Context,
): Decided {
  const refusal = attendanceGuards.change(reads);
  if (refusal !== null) return { ok: false, error: refusal };
  const seatOf = new Map((context.facts.seats ?? []).map((seat) => [seat.personId, seat.seatId]));
  const records: ParticipantRecord[] = [];
  for (const [index, wanted] of command.participants.entries()) {
    const card = cardOf(context, wanted.personId);
    if (card === null) return refuse('participant/unknown');
    // Named twice in one order is named once: the first is meant, as with somebody listed before.
    const isNamedBefore = command.participants.findIndex((p) => p.personId === wanted.personId) < index;
    if (isNamedBefore || state.participants.has(wanted.personId)) continue;
    const isNamed = (personId: string) =>
      personId !== wanted.personId &&
      (state.participants.has(personId) || command.participants.some((other) => other.personId === personId));
    if (wanted.capacity === 'substitute' && wanted.substitutesFor === undefined)
      return refuse('attendance/substitute-for-whom');
    if (wanted.substitutesFor !== undefined && !isNamed(wanted.substitutesFor))
      return refuse('participant/unknown');
    records.push({
      ...card,
      capacity: wanted.capacity,
      seatId: wanted.capacity === 'substitute' ? null : (seatOf.get(wanted.personId) ?? null),
      site: wanted.site ?? null,
      substitutesFor: wanted.substitutesFor ?? null,
    });
  }
  return ok(records.length === 0 ? [] : [{ type: 'ParticipantsAdded', participants: records }]);
}

/** Own entries only: an id may spell the name of something every object inherits. */
function cardOf({ facts }: Context, personId: string): PersonCard | null {
  const { persons = {} } = facts;
  return Object.hasOwn(persons, personId) ? (persons[personId] ?? null) : null;
}

/** The holder of the Chair's seat presides unless somebody else already does. */
function addCommittee(state: AttendanceState, reads: AttendanceReads, context: Context): Decided {
  const refusal = attendanceGuards.change(reads);
  if (refusal !== null) return { ok: false, error: refusal };
  const hasChair = [...state.participants.values()].some((p) => p.capacity === 'chair');
  const records = (context.facts.seats ?? [])
    .filter((seat) => !state.participants.has(seat.personId))
    .map(
      (seat): ParticipantRecord => ({
        personId: seat.personId,
        name: seat.name,
        post: seat.post,
        unit: seat.unit,
        capacity: seat.isChair && !hasChair ? 'chair' : 'member',
        seatId: seat.seatId,
        site: null,
        substitutesFor: null,
      }),
    );
  return ok(records.length === 0 ? [] : [{ type: 'ParticipantsAdded', participants: records }]);
}

/** T7: who has taken part is part of the record; only somebody who has not can be taken off the list. */
function removeParticipant(state: AttendanceState, reads: AttendanceReads, personId: string): Decided {
  const refusal = attendanceGuards.change(reads);
  if (refusal !== null) return { ok: false, error: refusal };
  return known(state, personId, (p) => {
    if (personId === reads.presidingId) return refuse('participant/presiding');
    if (p.arrivedAt !== null || reads.hasVoted(personId) || reads.hasPresided(personId))
      return refuse('participant/has-taken-part');
    return ok([{ type: 'ParticipantRemoved', person: personId }]);
  });
}

function changeCapacity(
  state: AttendanceState,
  reads: AttendanceReads,
  command: CommandNamed<'ChangeCapacity'>,
): Decided {
  const refusal = attendanceGuards.change(reads);
  if (refusal !== null) return { ok: false, error: refusal };
  return known(state, command.person, (p) => {
    if (p.capacity !== command.from) return stale({ capacity: p.capacity });
    if (command.from === command.to) return ok([]);
    if (command.to === 'substitute' && p.substitutesFor === null)
      return refuse('attendance/substitute-for-whom');
    if (p.personId === reads.presidingId && !sitsAsMember({ capacity: command.to }))
      return refuse('participant/presiding');
    if (reads.isVotingNow(p.personId)) return refuse('meeting/vote-open');
    return ok([{ type: 'CapacityChanged', person: p.personId, from: command.from, to: command.to }]);
  });
}

function answerInvitation(
  state: AttendanceState,
  reads: AttendanceReads,
  command: CommandNamed<'AnswerInvitation'>,
  self: string,
): Decided {
  const refusal = attendanceGuards.answer(reads);
  if (refusal !== null) return { ok: false, error: refusal };
  if (command.answer === 'declined' && command.reason === null) return refuse('attendance/reason-needed');
  return known(state, self, () =>
    ok([{ type: 'InvitationAnswered', person: self, answer: command.answer, reason: command.reason }]),
  );
}

/** T4: a tap from home never makes the quorum: presence in the room needs the hall's code. */
function checkIn(
  state: AttendanceState,
  reads: AttendanceReads,
  command: CommandNamed<'CheckIn'>,
  context: Context,
): Decided {
  const refusal = attendanceGuards.checkIn(reads, context.now);
  if (refusal !== null) return { ok: false, error: refusal };
  if (command.mode === 'room' && context.facts.hallCodeValid !== true) {
    return refuse(
      command.hallCode === undefined ? 'attendance/hall-code-needed' : 'attendance/hall-code-wrong',
    );
  }
  const { mode } = command;
  return known(state, context.actor.personId, (p) => {
    const site = siteOf(mode, command.site, p);
    if (isSiteUnknown(reads, mode, site)) return refuse('attendance/site-unknown');
    const isSaid = p.status === mode && p.site === site;
    return ok(isSaid ? [] : [{ type: 'CheckedIn', person: p.personId, mode, site }]);
  });
}

/** Where a person is counted: the site they name when they are at one, else the one they were listed for. */
const siteOf = (mode: AttendanceStatus, named: string | null | undefined, p: Participant): string | null =>
  mode === 'site' ? (named ?? p.site) : p.site;

const isSiteUnknown = (reads: AttendanceReads, mode: AttendanceStatus, site: string | null): boolean =>
  mode === 'site' && (site === null || !reads.sites.includes(site));

/** T7, T8: an elector was there; their presence is corrected to another mode, never taken back. */
function recordAttendance(
  state: AttendanceState,
  reads: AttendanceReads,
  command: CommandNamed<'RecordAttendance'>,
): Decided {
  const refusal = attendanceGuards.record(reads);
  if (refusal !== null) return { ok: false, error: refusal };
  return known(state, command.person, (p) => {
    if (p.status !== command.from) return stale({ status: p.status });
    if (!isPresent(command.to) && reads.isVotingNow(p.personId)) return refuse('meeting/vote-open');
    if (!isPresent(command.to) && reads.hasVoted(p.personId)) return refuse('participant/has-taken-part');
    const site = siteOf(command.to, command.site, p);
    if (isSiteUnknown(reads, command.to, site)) return refuse('attendance/site-unknown');
    return ok([{ type: 'AttendanceRecorded', person: p.personId, status: command.to, site }]);
  });
}

/** T8: who leaves during a vote is an elector until it is closed; the leaving is entered then. */
function recordLeft(state: AttendanceState, reads: AttendanceReads, person: string): Decided {
  const refusal = attendanceGuards.record(reads);
  if (refusal !== null) return { ok: false, error: refusal };
  return known(state, person, (p) => {
    if (!isPresent(p.status)) return refuse('attendance/not-present');
    if (reads.isVotingNow(person)) return refuse('meeting/vote-open');
    return ok([{ type: 'ParticipantLeft', person }]);
  });
}

function recordReturned(
  state: AttendanceState,
  reads: AttendanceReads,
  { person, mode }: CommandNamed<'RecordReturned'>,
): Decided {
  const refusal = attendanceGuards.record(reads);
  if (refusal !== null) return { ok: false, error: refusal };
  return known(state, person, (p) => {
    if (p.status !== 'left') return refuse('attendance/not-left');
    if (isSiteUnknown(reads, mode, p.site)) return refuse('attendance/site-unknown');
    return ok([{ type: 'ParticipantReturned', person, mode }]);
  });
}

/** Once per person and meeting, and only while there is something to take part in: adoption is counted by it. */
function joinOnDevice(state: AttendanceState, reads: AttendanceReads, self: string, device: string): Decided {
  const isOn = announcedRefusal(reads.phase) === null;
  return known(state, self, (p) =>
    ok(p.joinedOnDevice || !isOn ? [] : [{ type: 'JoinedOnDevice', person: self, device }]),
  );
}
