import type { EventMeta, Rejection } from '#kernel';
import type { SeatFact } from './context.ts';
import type { RuleProfile } from './profile.ts';

export const meetingKinds = [
  'regular',
  'thematic',
  'urgent',
  'briefing',
  'advisory',
  'workSettling',
  'professional',
  'interimReview',
  'finalReview',
  'conference',
] as const;
export type MeetingKind = (typeof meetingKinds)[number];
export const meetingForms = ['inPerson', 'online', 'hybrid'] as const;
export type MeetingForm = (typeof meetingForms)[number];
export type Gathering = 'session' | 'meeting' | 'conference';
export type Phase = 'draft' | 'published' | 'inSession' | 'paused' | 'ended' | 'postponed';

/** The noun of the meeting (terms.md §0.1): phiên họp, cuộc họp, hội nghị. */
export function gatheringOf(kind: MeetingKind): Gathering {
  if (kind === 'regular' || kind === 'thematic' || kind === 'urgent') return 'session';
  if (kind === 'conference' || kind === 'interimReview' || kind === 'finalReview') return 'conference';
  return 'meeting';
}

export type MeetingInfo = {
  readonly title: string;
  readonly kind: MeetingKind;
  readonly form: MeetingForm;
  readonly place: string;
  readonly startsAt: number;
  readonly endsAt: number | null;
  readonly hostUnitId: string;
  readonly hostName: string;
  readonly sites: readonly string[];
};

export type MeetingInfoChanges = Partial<Omit<MeetingInfo, 'hostUnitId' | 'hostName'>>;

export type MeetingEvent =
  | { type: 'MeetingPrepared'; info: MeetingInfo }
  | { type: 'MeetingEdited'; changes: MeetingInfoChanges }
  | {
      type: 'MeetingPublished';
      info: MeetingInfo;
      profile: RuleProfile;
      seats: readonly SeatFact[];
      presidingId: string;
    }
  | {
      type: 'MeetingStarted';
      seats: readonly SeatFact[];
      present: number;
      needed: number | null;
      /** Who opened it leads from the desk; named here, since a secretary of the host need not be on the list. */
      deskName: string;
    }
  | { type: 'MeetingPaused' }
  | { type: 'MeetingResumed' }
  | { type: 'MeetingEnded' }
  | { type: 'MeetingPostponed'; reason: string; startsAt: number | null }
  | { type: 'ConvertedToDiscussion'; reason: string; present: number; needed: number }
  | { type: 'ChairHandedOver'; from: string; to: string }
  | { type: 'DeskTakenOver'; from: string | null; to: string; name: string }
  | { type: 'ClockJumped'; from: number; to: number };

export interface MeetingState {
  /** Version of what was announced (`info`); events that only some may know of do not count in it. */
  readonly rev: number;
  readonly info: MeetingInfo | null;
  readonly phase: Phase;
  readonly profile: RuleProfile | null;
  /** Seats filled on the day: at publication, then again at the start. The majority is counted over them. */
  readonly seats: readonly SeatFact[];
  readonly presidingId: string | null;
  /** Who presided, each from when on: the first from the publication (M10). */
  readonly presided: readonly { readonly personId: string; readonly since: number }[];
  readonly deskHolderId: string | null;
  readonly deskHolderName: string | null;
  readonly publishedAt: number | null;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly pausedAt: number | null;
  readonly pausedMs: number;
  /** Finished breaks, in their order. */
  readonly breaks: readonly { readonly from: number; readonly to: number }[];
  /** The quorum at the moment the session was opened; null where none was asked for. */
  readonly opening: { readonly present: number; readonly needed: number; readonly total: number } | null;
  readonly postponed: { readonly reason: string; readonly startsAt: number | null } | null;
  /** Held as a discussion without votes because the quorum was missing (RULES M8). */
  readonly isConverted: boolean;
}

export function initialMeeting(): MeetingState {
  return {
    rev: 0,
    info: null,
    phase: 'draft',
    profile: null,
    seats: [],
    presidingId: null,
    presided: [],
    deskHolderId: null,
    deskHolderName: null,
    publishedAt: null,
    startedAt: null,
    endedAt: null,
    pausedAt: null,
    pausedMs: 0,
    breaks: [],
    opening: null,
    postponed: null,
    isConverted: false,
  };
}

export function evolveMeeting(state: MeetingState, event: MeetingEvent, meta: EventMeta): MeetingState {
  const next = changeOf(state, event, meta);
  if (next === null) return state;
  return { ...state, ...next, rev: next.info === undefined ? state.rev : state.rev + 1 };
}

function changeOf(
  state: MeetingState,
  event: MeetingEvent,
  { at, actorId }: EventMeta,
): Partial<MeetingState> | null {
  switch (event.type) {
    case 'MeetingPrepared':
      return { info: event.info, phase: 'draft' };
    case 'MeetingEdited':
      return { info: { ...(state.info as MeetingInfo), ...event.changes } };
    case 'MeetingPublished':
      return {
        info: event.info,
        profile: event.profile,
        seats: event.seats,
        presidingId: event.presidingId,
        presided: [{ personId: event.presidingId, since: at }],
        phase: 'published',
        publishedAt: at,
      };
    case 'MeetingStarted':
      return {
        phase: 'inSession',
        startedAt: at,
        seats: event.seats,
        opening:
          // Turned into a discussion before it began, it was opened without a quorum (M8).
          event.needed === null || state.isConverted
            ? null
            : { present: event.present, needed: event.needed, total: event.seats.length },
        deskHolderId: state.deskHolderId ?? actorId,
        deskHolderName: state.deskHolderName ?? event.deskName,
      };
    case 'MeetingPaused':
      return { phase: 'paused', pausedAt: at };
    case 'MeetingResumed':
      return { phase: 'inSession', ...resumed(state, at) };
    case 'MeetingEnded':
      return { phase: 'ended', endedAt: at, ...resumed(state, at) };
    case 'MeetingPostponed':
      return postponedTo(state, event.reason, event.startsAt);
    case 'ConvertedToDiscussion':
      return { isConverted: true };
    case 'ChairHandedOver':
      return {
        presidingId: event.to,
        presided: [...state.presided, { personId: event.to, since: at }],
      };
    case 'DeskTakenOver':
      return { deskHolderId: event.to, deskHolderName: event.name };
    case 'ClockJumped':
      return null;
    default:
      return null;
  }
}

function resumed({ pausedAt, pausedMs, breaks }: MeetingState, at: number): Partial<MeetingState> {
  if (pausedAt === null) return {};
  return {
    pausedAt: null,
    pausedMs: pausedMs + at - pausedAt,
    breaks: [...breaks, { from: pausedAt, to: at }],
  };
}

/** With a new time the meeting stays announced, as long as it was; without one it waits for it. */
function postponedTo(state: MeetingState, reason: string, startsAt: number | null): Partial<MeetingState> {
  const postponed = { reason, startsAt };
  if (startsAt === null || state.info === null) return { phase: 'postponed', postponed };
  const endsAt = state.info.endsAt === null ? null : state.info.endsAt + startsAt - state.info.startsAt;
  return { phase: 'published', postponed, info: { ...state.info, startsAt, endsAt } };
}

/** Null while the meeting is announced or under way: what has no draft, no given-up day and no end behind it. */
export function announcedRefusal(phase: Phase): Rejection | null {
  if (phase === 'draft') return { code: 'meeting/not-published' };
  if (phase === 'postponed') return { code: 'meeting/postponed' };
  return phase === 'ended' ? { code: 'meeting/ended' } : null;
}

/** Whether the meeting decides by vote: a committee's session that was not turned into a discussion. */
export const decidesByVote = (state: MeetingState): boolean =>
  state.profile?.quorum != null && !state.isConverted;
