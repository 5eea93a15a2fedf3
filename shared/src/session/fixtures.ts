import type { ItemRecord } from '#agenda';
import type { ParticipantRecord } from '#attendance';
import {
  type Actor,
  committeeProfiles,
  discussionProfile,
  type MeetingInfo,
  type PersonCard,
  type RuleProfile,
  type SeatFact,
} from '#meeting';
import type { PaperRecord } from '#paper';
import type { CommandOf } from './commands.ts';
import type { PublishedEvent, SessionEvent } from './state.ts';

/** 28 April 2021, 07:30 in Việt Nam: the announced start. */
export const START = 1_619_569_800_000;
export const MINUTE = 60_000;
export const HOST = 'ubnd';

export const profile: RuleProfile = committeeProfiles[0] ?? discussionProfile;
export const literalTies: RuleProfile = { ...profile, tieReading: 'literal' };

export const card = (personId: string): PersonCard => ({
  personId,
  name: `Name of ${personId}`,
  post: `Post of ${personId}`,
  unit: 'Ủy ban nhân dân tỉnh',
});

/** A committee of `n` filled seats: `m1` … `mn`; `m1` holds the Chair's seat unless it is vacant. */
export const committee = (n: number, chairSeat: number | null = 1): readonly SeatFact[] =>
  Array.from({ length: n }, (_, index) => ({
    seatId: `seat-${index + 1}`,
    title: 'Ủy viên',
    isChair: chairSeat === index + 1,
    ...card(`m${index + 1}`),
  }));

export const participant = (
  personId: string,
  record: Partial<ParticipantRecord> = {},
): ParticipantRecord => ({
  ...card(personId),
  capacity: 'member',
  seatId: null,
  site: null,
  substitutesFor: null,
  ...record,
});

/** Who is there besides the committee: a secretary, and one of each who does not vote. */
export const others: readonly ParticipantRecord[] = [
  participant('clerk', { capacity: 'secretary' }),
  participant('clerk2', { capacity: 'secretary' }),
  participant('sub', { capacity: 'substitute', substitutesFor: 'm2' }),
  participant('presenter', { capacity: 'presenter' }),
  participant('guest', { capacity: 'guest' }),
  participant('observer', { capacity: 'observer' }),
];

export const participantsOf = (seats: readonly SeatFact[]): readonly ParticipantRecord[] => [
  ...seats.map((seat, index) =>
    participant(seat.personId, { seatId: seat.seatId, capacity: index === 0 ? 'chair' : 'member' }),
  ),
  ...others,
];

/** `office` prepares the host's meetings and takes part in none; `stranger` has nothing to do with it. */
export const actor = (personId: string): Actor => ({
  ...card(personId),
  secretaryOfUnits: personId === 'office' ? [HOST] : [],
});

type ItemContent = CommandOf<'AddItem'>['content'];

export const itemContent = (content: Partial<ItemContent> = {}): ItemContent => ({
  title: 'Kế hoạch đầu tư công',
  kind: 'decision',
  submittingBody: 'Sở Kế hoạch và Đầu tư',
  presenters: ['Giám đốc Sở'],
  presiderId: null,
  isCollective: false,
  plannedMinutes: 20,
  openTo: 'all',
  ...content,
});

export const item = (id: string, record: Partial<ItemRecord> = {}): ItemRecord => ({
  ...itemContent(),
  parentId: null,
  ...record,
  id,
});

export const paper = (id: string, itemId: string, record: Partial<PaperRecord> = {}): PaperRecord => ({
  id,
  itemId,
  title: `Title of ${id}`,
  fileName: `${id}.pdf`,
  sha256: 'ab'.repeat(32),
  bytes: 1_000,
  pages: 10,
  hasText: true,
  ...record,
});

export const info = (changes: Partial<MeetingInfo> = {}): MeetingInfo => ({
  title: 'Phiên họp thường kỳ tháng 4 năm 2021',
  kind: 'regular',
  form: 'inPerson',
  place: 'Phòng họp số 1',
  startsAt: START,
  endsAt: START + 240 * MINUTE,
  hostUnitId: HOST,
  hostName: 'Ủy ban nhân dân tỉnh Long An',
  sites: ['Bến Lức', 'Tân An'],
  ...changes,
});

/** `i1` and `i3` are open to all, `i1.1` stands below `i1`, `i2` is collective, `secret` is open to a list. */
export const items: readonly ItemRecord[] = [
  item('i1'),
  item('i1a', { parentId: 'i1' }),
  item('i2', { isCollective: true }),
  item('i3', { kind: 'information' }),
  item('secret', { title: 'Nội dung hạn chế', openTo: ['m1', 'm2', 'clerk'] }),
];

export interface Published extends Partial<Omit<PublishedEvent, 'type'>> {
  readonly size?: number;
}

/** The record's first event: a committee of `size` seats (22), its meeting and agenda. */
export function published({ size = 22, ...changes }: Published = {}): PublishedEvent {
  const seats = changes.seats ?? committee(size);
  return {
    type: 'MeetingPublished',
    info: info(),
    profile,
    seats,
    presidingId: 'm1',
    items,
    participants: participantsOf(seats),
    papers: [paper('p1', 'i1'), paper('ps', 'secret')],
    ...changes,
  };
}

export const arrived = (...people: readonly string[]): readonly SessionEvent[] =>
  people.map((person) => ({ type: 'CheckedIn', person, mode: 'room', site: null }));

export const members = (n: number): readonly string[] =>
  Array.from({ length: n }, (_, index) => `m${index + 1}`);

export const started = (seats: readonly SeatFact[], present: number): SessionEvent => ({
  type: 'MeetingStarted',
  seats,
  present,
  needed: Math.ceil((seats.length * 2) / 3),
  deskName: 'Name of clerk',
});

/** A committee of `size` in session with the first `present` members there; the secretary leads. */
export function inSession({ size = 22, present = size, ...changes }: Published & { present?: number } = {}) {
  const opening = published({ size, ...changes });
  return [opening, ...arrived(...members(present)), started(opening.seats, present)] as const;
}

export const movedTo = (to: string, from: string | null = null): SessionEvent => ({
  type: 'CurrentItemMoved',
  from,
  to,
});

export const votingOpened = (
  present: number,
  changes: Partial<Extract<SessionEvent, { type: 'VotingOpened' }>> = {},
): SessionEvent => ({
  type: 'VotingOpened',
  vote: 'v1',
  item: 'i1',
  round: 1,
  reason: null,
  question: 'Thông qua kế hoạch?',
  choices: profile.choices,
  base: committee(22),
  electors: members(present),
  durationMs: null,
  ...changes,
});

/** In session on item `i1` with an open vote `v1`; `present` of 22 members are there. */
export const voting = (
  present = 22,
  changes: Parameters<typeof votingOpened>[1] = {},
): readonly SessionEvent[] => [
  ...inSession({ present }),
  movedTo(changes.item ?? 'i1'),
  votingOpened(present, changes),
];

export const cast = (
  person: string,
  choice: 'approve' | 'disapprove' | 'abstain',
  source: 'tablet' | 'clerk' = 'tablet',
  vote = 'v1',
): SessionEvent => ({ type: 'BallotCast', vote, person, choice, source });

export const closed = (present: readonly string[], vote = 'v1'): SessionEvent => ({
  type: 'VotingClosed',
  vote,
  present,
});
export const resultPublished = (vote = 'v1'): SessionEvent => ({ type: 'ResultPublished', vote });
