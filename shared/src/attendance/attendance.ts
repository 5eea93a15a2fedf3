import type { EventMeta } from '#kernel';
import type { PersonCard, RuleProfile, SeatFact } from '#meeting';

export const capacities = [
  'chair',
  'secretary',
  'member',
  'substitute',
  'presenter',
  'guest',
  'observer',
] as const;
export type Capacity = (typeof capacities)[number];
export const presentModes = ['room', 'online', 'site'] as const;
export type PresentMode = (typeof presentModes)[number];
export type AttendanceStatus = PresentMode | 'unknown' | 'left' | 'excused' | 'unexcused';
export type InvitationAnswer = 'none' | 'accepted' | 'declined';

export type ParticipantRecord = PersonCard & {
  readonly capacity: Capacity;
  readonly seatId: string | null;
  readonly site: string | null;
  /** The absent member a substitute came for. */
  readonly substitutesFor: string | null;
};

export type AttendanceEvent =
  | { type: 'ParticipantsAdded'; participants: readonly ParticipantRecord[] }
  | { type: 'ParticipantRemoved'; person: string }
  | { type: 'CapacityChanged'; person: string; from: Capacity; to: Capacity }
  | { type: 'InvitationAnswered'; person: string; answer: 'accepted' | 'declined'; reason: string | null }
  | { type: 'CheckedIn'; person: string; mode: PresentMode; site: string | null }
  | {
      type: 'AttendanceRecorded';
      person: string;
      status: Exclude<AttendanceStatus, 'left'>;
      site: string | null;
    }
  | { type: 'ParticipantLeft'; person: string }
  | { type: 'ParticipantReturned'; person: string; mode: PresentMode }
  | { type: 'JoinedOnDevice'; person: string; device: string };

type PublicationEvent = { type: 'MeetingPublished'; participants: readonly ParticipantRecord[] };
type StartEvent = { type: 'MeetingStarted' };
type PostponementEvent = { type: 'MeetingPostponed' };

export interface Participant extends ParticipantRecord {
  readonly status: AttendanceStatus;
  readonly statusAt: number | null;
  readonly arrivedAt: number | null;
  /** Whether the first arrival came after the session was opened. */
  readonly isLate: boolean;
  readonly leftAt: number | null;
  readonly invitation: InvitationAnswer;
  readonly declineReason: string | null;
  readonly joinedOnDevice: boolean;
}

export interface AttendanceState {
  readonly rev: number;
  readonly participants: Map<string, Participant>;
  readonly isStarted: boolean;
}

export const initialAttendance = (): AttendanceState => ({
  rev: 0,
  participants: new Map(),
  isStarted: false,
});

export const isPresent = (status: AttendanceStatus): status is PresentMode =>
  status === 'room' || status === 'online' || status === 'site';

type Handled = AttendanceEvent | PublicationEvent | StartEvent | PostponementEvent;

export function evolveAttendance(state: AttendanceState, event: Handled, { at }: EventMeta): AttendanceState {
  switch (event.type) {
    case 'MeetingPublished': {
      const participants = new Map(
        event.participants.map((record) => [record.personId, newParticipant(record)]),
      );
      return { ...state, participants, rev: state.rev + 1 };
    }
    case 'MeetingStarted':
      return { ...state, isStarted: true, rev: state.rev + 1 };
    case 'MeetingPostponed':
      for (const p of state.participants.values())
        state.participants.set(p.personId, { ...p, ...notArrived });
      return bumped(state);
    case 'ParticipantsAdded':
      for (const record of event.participants)
        state.participants.set(record.personId, newParticipant(record));
      return bumped(state);
    case 'ParticipantRemoved':
      state.participants.delete(event.person);
      return bumped(state);
    case 'CapacityChanged':
      return patch(state, event.person, () => ({ capacity: event.to }));
    case 'InvitationAnswered':
      return patch(state, event.person, () => ({ invitation: event.answer, declineReason: event.reason }));
    case 'CheckedIn':
      return patch(state, event.person, (p) => arrived(state, p, event.mode, event.site, at));
    case 'AttendanceRecorded':
      return patch(state, event.person, (p) => recorded(state, p, event, at));
    case 'ParticipantLeft':
      return patch(state, event.person, () => ({ status: 'left', statusAt: at, leftAt: at }));
    case 'ParticipantReturned':
      return patch(state, event.person, () => ({ status: event.mode, statusAt: at, leftAt: null }));
    case 'JoinedOnDevice':
      return patch(state, event.person, () => ({ joinedOnDevice: true }));
    default:
      return state;
  }
}

/** Nobody has come yet. Whoever came on a day that was given up has not come on the next one (RULES T9). */
const notArrived = {
  status: 'unknown',
  statusAt: null,
  arrivedAt: null,
  isLate: false,
  leftAt: null,
} as const;

const newParticipant = (record: ParticipantRecord): Participant => ({
  ...record,
  ...notArrived,
  invitation: 'none',
  declineReason: null,
  joinedOnDevice: false,
});

const bumped = (state: AttendanceState): AttendanceState => ({ ...state, rev: state.rev + 1 });

function patch(
  state: AttendanceState,
  id: string,
  change: (p: Participant) => Partial<Participant>,
): AttendanceState {
  const participant = state.participants.get(id);
  if (participant === undefined) return state;
  state.participants.set(id, { ...participant, ...change(participant) });
  return bumped(state);
}

function arrived(
  state: AttendanceState,
  p: Participant,
  mode: PresentMode,
  site: string | null,
  at: number,
): Partial<Participant> {
  const first = p.arrivedAt === null;
  return {
    status: mode,
    statusAt: at,
    site: site ?? p.site,
    leftAt: null,
    arrivedAt: p.arrivedAt ?? at,
    isLate: first ? state.isStarted : p.isLate,
  };
}

/** A correction to "not here" also takes back the arrival: the person never came. */
function recorded(
  state: AttendanceState,
  p: Participant,
  event: Extract<AttendanceEvent, { type: 'AttendanceRecorded' }>,
  at: number,
): Partial<Participant> {
  if (isPresent(event.status)) return arrived(state, p, event.status, event.site, at);
  return { ...notArrived, status: event.status, statusAt: at };
}

export interface Quorum {
  /** Members of the committee with a seat on the day. */
  readonly total: number;
  readonly present: number;
  readonly needed: number;
  readonly isMet: boolean;
}

/** The state is replaced with every change, so a count over it stands as long as it does. */
const counted = new WeakMap<
  AttendanceState,
  { seats: unknown; profile: unknown; holders: readonly SeatFact[] }
>();

/** Seat holders who are present in person: a substitute or guest never counts (RULES T3). */
export function presentHolders(
  state: AttendanceState,
  seats: readonly SeatFact[],
  profile: RuleProfile,
): readonly SeatFact[] {
  const known = counted.get(state);
  if (known !== undefined && known.seats === seats && known.profile === profile) return known.holders;
  const holders = countedHolders(state, seats, profile);
  counted.set(state, { seats, profile, holders });
  return holders;
}

function countedHolders(
  state: AttendanceState,
  seats: readonly SeatFact[],
  profile: RuleProfile,
): readonly SeatFact[] {
  return seats.filter((seat) => {
    const p = state.participants.get(seat.personId);
    if (p === undefined || !isPresent(p.status) || !sitsAsMember(p)) return false;
    return p.status === 'room' || profile.remoteCountsForQuorum;
  });
}

/** In their own right: not as somebody's substitute, and not as a guest of the session. */
export const sitsAsMember = (p: Pick<Participant, 'capacity'>): boolean =>
  p.capacity === 'chair' || p.capacity === 'member' || p.capacity === 'secretary';

/**
 * The quorum now, or null where the profile asks for none. Exact integer arithmetic, rounded up (RULES T2).
 * A body without a filled seat has no quorum: none present is not enough of none.
 */
export function quorumOf(
  state: AttendanceState,
  seats: readonly SeatFact[],
  profile: RuleProfile,
): Quorum | null {
  if (profile.quorum === null) return null;
  const { numerator, denominator } = profile.quorum;
  const present = presentHolders(state, seats, profile).length;
  const needed = Math.max(1, Math.floor((seats.length * numerator + denominator - 1) / denominator));
  return { total: seats.length, present, needed, isMet: present >= needed };
}

/** People who run the meeting from the desk. */
export const isDeskCapacity = (capacity: Capacity): boolean =>
  capacity === 'chair' || capacity === 'secretary';
