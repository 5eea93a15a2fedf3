import { type Json, ok, type Rejection, type Result, refuse, stale } from '#kernel';
import { dayOf, isValidOn } from '#organisation';
import type { MeetingCommand } from './commands.ts';
import type { Actor, Context, SeatFact } from './context.ts';
import {
  announcedRefusal,
  gatheringOf,
  type MeetingEvent,
  type MeetingInfo,
  type MeetingInfoChanges,
  type MeetingState,
} from './meeting.ts';

/** What the meeting slice must know of the others to move from phase to phase. */
export interface MeetingReads {
  readonly itemCount: number;
  readonly participantCount: number;
  readonly isParticipant: (personId: string) => boolean;
  /** Whether a person takes part in their own right, and so may preside. */
  readonly sitsAsMember: (personId: string) => boolean;
  /** An item whose list names nobody who takes part: published like that, it would be lost to all. */
  readonly itemForNobody: string | null;
  /** Head count over these seats now. `needed` is null where the profile asks for no quorum. */
  readonly attendance: (seats: readonly SeatFact[]) => {
    readonly present: number;
    readonly needed: number | null;
  };
  /** Who leads the session at publication: the participant with the capacity chair. */
  readonly chairId: string | null;
  readonly openVoteId: string | null;
  readonly unpublishedVoteId: string | null;
  /** Whether a vote was ever opened in this meeting. */
  readonly hasVoted: boolean;
}

type Refusal = Rejection | null;
const only = (allowed: boolean, code: string, params?: Rejection['params']): Refusal =>
  allowed ? null : params === undefined ? { code } : { code, params };

export const meetingGuards = {
  publish: (s: MeetingState, r: MeetingReads): Refusal =>
    only(s.phase === 'draft', 'meeting/already-published') ??
    only(r.itemCount > 0, 'meeting/no-items') ??
    only(r.participantCount > 0, 'meeting/no-participants') ??
    only(r.chairId !== null, 'meeting/no-chair') ??
    (r.itemForNobody === null
      ? null
      : { code: 'agenda/list-names-nobody', params: { item: r.itemForNobody } }),

  /** M6: a committee's session is held only with its quorum; there is no override. */
  start: (s: MeetingState, r: MeetingReads, seats: readonly SeatFact[]): Refusal =>
    startable(s) ?? (s.isConverted ? null : quorumRefusal(r, seats)),

  pause: (s: MeetingState, r: MeetingReads): Refusal =>
    only(s.phase === 'inSession', 'meeting/not-in-session') ??
    only(r.openVoteId === null, 'meeting/vote-open'),

  resume: (s: MeetingState): Refusal => only(s.phase === 'paused', 'meeting/not-paused'),

  /** M7: nothing may stay undecided behind a closed door: votes are closed and published first. */
  end: (s: MeetingState, r: MeetingReads): Refusal =>
    only(s.phase === 'inSession' || s.phase === 'paused', 'meeting/not-in-session') ??
    only(r.openVoteId === null, 'meeting/vote-open') ??
    only(r.unpublishedVoteId === null, 'meeting/result-unpublished'),

  postpone: (s: MeetingState): Refusal => (s.phase === 'postponed' ? null : startable(s)),

  /** M8: the lawful way out below the quorum; a session that has it, or has voted, stays a session. */
  convert: (s: MeetingState, r: MeetingReads, seats: readonly SeatFact[]): Refusal =>
    (s.phase === 'inSession' ? null : startable(s)) ??
    only(s.profile?.quorum != null && !s.isConverted, 'meeting/no-quorum-rule') ??
    only(!r.hasVoted, 'meeting/has-voted') ??
    only(quorumRefusal(r, seats) !== null, 'meeting/quorum-met'),

  handOver: (s: MeetingState): Refusal => announcedRefusal(s.phase),

  edit: (s: MeetingState): Refusal =>
    only(
      s.phase === 'draft' || s.phase === 'published' || s.phase === 'postponed',
      'meeting/already-started',
    ),

  takeOver: (s: MeetingState): Refusal => only(s.phase !== 'ended', 'meeting/ended'),
} as const;

/** M1: what stands between a meeting and its start, by its phase. */
const startable = ({ phase }: MeetingState): Refusal =>
  announcedRefusal(phase) ?? only(phase === 'published', 'meeting/already-started');

function quorumRefusal(reads: MeetingReads, seats: readonly SeatFact[]): Refusal {
  const { present, needed } = reads.attendance(seats);
  if (needed === null || present >= needed) return null;
  return {
    code: 'quorum/short',
    params: { present, needed, total: seats.length, missing: needed - present },
  };
}

export function decideMeeting(
  state: MeetingState,
  reads: MeetingReads,
  command: MeetingCommand,
  context: Context,
): Result<readonly MeetingEvent[]> {
  const seats = context.facts.seats ?? state.seats;
  const guarded = (refusal: Refusal, event: MeetingEvent): Result<readonly MeetingEvent[]> =>
    refusal === null ? ok([event]) : { ok: false, error: refusal };
  switch (command.type) {
    case 'EditMeeting':
      return editMeeting(state, command.rev, stated(command.changes));
    case 'PublishMeeting':
      return publish(state, reads, context);
    case 'StartMeeting':
      return guarded(meetingGuards.start(state, reads, seats), {
        type: 'MeetingStarted',
        seats,
        ...reads.attendance(seats),
        deskName: context.actor.name,
      });
    case 'PauseMeeting':
      return guarded(meetingGuards.pause(state, reads), { type: 'MeetingPaused' });
    case 'ResumeMeeting':
      return guarded(meetingGuards.resume(state), { type: 'MeetingResumed' });
    case 'EndMeeting':
      return guarded(meetingGuards.end(state, reads), { type: 'MeetingEnded' });
    case 'PostponeMeeting':
      return guarded(meetingGuards.postpone(state) ?? otherRulesRefusal(state, command.startsAt), {
        type: 'MeetingPostponed',
        reason: command.reason,
        startsAt: command.startsAt,
      });
    case 'ConvertToDiscussion': {
      const { present, needed } = reads.attendance(seats);
      return guarded(meetingGuards.convert(state, reads, seats), {
        type: 'ConvertedToDiscussion',
        reason: command.reason,
        present,
        needed: needed ?? 0,
      });
    }
    case 'HandOverChair':
      return handOver(state, reads, command.from, command.to);
    case 'TakeOverDesk':
      return takeOver(state, command.from, context.actor);
  }
}

/** Fields that were sent; an absent one is not a change. */
function stated(
  changes: { readonly [K in keyof MeetingInfoChanges]?: MeetingInfoChanges[K] | undefined },
): MeetingInfoChanges {
  return Object.fromEntries(
    Object.entries(changes).filter(([, value]) => value !== undefined),
  ) as MeetingInfoChanges;
}

function editMeeting(
  state: MeetingState,
  rev: number,
  changes: MeetingInfoChanges,
): Result<readonly MeetingEvent[]> {
  if (state.info === null) return refuse('meeting/unknown');
  const refusal = meetingGuards.edit(state);
  if (refusal !== null) return { ok: false, error: refusal };
  if (rev !== state.rev) return stale({ rev: state.rev, info: state.info as unknown as Json });
  // A new time is what ends a postponement: it is given by postponing to it, with its reason (M1).
  if (state.phase === 'postponed' && changes.startsAt !== undefined) return refuse('meeting/postponed');
  const info: MeetingInfo = { ...state.info, ...changes };
  if (info.endsAt !== null && info.endsAt <= info.startsAt) return refuse('meeting/ends-before-start');
  if (state.phase !== 'draft' && gatheringOf(info.kind) !== gatheringOf(state.info.kind))
    return refuse('meeting/profile-frozen');
  const otherRules = otherRulesRefusal(state, changes.startsAt ?? null);
  if (otherRules !== null) return { ok: false, error: otherRules };
  return ok([{ type: 'MeetingEdited', changes }]);
}

/** M5: the rules of the day of publication go into the record; a day under other rules needs a new preparation. */
function otherRulesRefusal(state: MeetingState, startsAt: number | null): Refusal {
  if (state.profile === null || startsAt === null) return null;
  return only(isValidOn(state.profile, dayOf(startsAt)), 'meeting/profile-frozen');
}

/** M5: the profile, with its content, and the seats of the day are frozen into the record. */
function publish(
  state: MeetingState,
  reads: MeetingReads,
  context: Context,
): Result<readonly MeetingEvent[]> {
  const { profile, seats, announced } = context.facts;
  const refusal = meetingGuards.publish(state, reads);
  if (refusal !== null) return { ok: false, error: refusal };
  if (state.info === null || profile === undefined || seats === undefined || reads.chairId === null)
    return refuse('meeting/unknown');
  if (announced !== undefined && !isAnnouncedAs(state.info, announced))
    return stale({ rev: state.rev, info: state.info as unknown as Json });
  if (profile.quorum !== null && seats.length === 0) return refuse('meeting/no-seats');
  return ok([{ type: 'MeetingPublished', info: state.info, profile, seats, presidingId: reads.chairId }]);
}

/** Rules and seats are those of a kind, a body and a day: looked up for others they would be frozen wrongly. */
const isAnnouncedAs = (info: MeetingInfo, seen: NonNullable<Context['facts']['announced']>): boolean =>
  info.kind === seen.kind && info.hostUnitId === seen.hostUnitId && info.startsAt === seen.startsAt;

function handOver(
  state: MeetingState,
  reads: MeetingReads,
  from: string,
  to: string,
): Result<readonly MeetingEvent[]> {
  const refusal = meetingGuards.handOver(state);
  if (refusal !== null) return { ok: false, error: refusal };
  if (from !== state.presidingId) return stale({ presidingId: state.presidingId });
  if (!reads.isParticipant(to)) return refuse('participant/unknown');
  if (to === from) return ok([]);
  if (!reads.sitsAsMember(to)) return refuse('participant/cannot-preside');
  return ok([{ type: 'ChairHandedOver', from, to }]);
}

function takeOver(
  state: MeetingState,
  from: string | null,
  { personId, name }: Actor,
): Result<readonly MeetingEvent[]> {
  const refusal = meetingGuards.takeOver(state);
  if (refusal !== null) return { ok: false, error: refusal };
  if (from !== state.deskHolderId)
    return stale({ deskHolderId: state.deskHolderId, deskHolderName: state.deskHolderName });
  if (from === personId) return ok([]);
  return ok([{ type: 'DeskTakenOver', from, to: personId, name }]);
}
