import type { Database } from '@hopso/server/platform/database';
import type { EventLog } from '@hopso/server/platform/event-log';
import type { Choice } from '@hopso/shared/meeting';
import { committeeProfiles, type SeatFact } from '@hopso/shared/meeting';
import type { SessionEvent } from '@hopso/shared/session';

/** A committee far larger than any in the law, so that the machine has something to do. */
export interface Hall {
  readonly meetingId: string;
  readonly voteId: string;
  readonly seats: readonly SeatFact[];
}

export const personOf = (index: number): string => `person-${index}`;
export const choiceOf = (index: number): Choice => (index % 3 === 0 ? 'disapprove' : 'approve');

const seatsOf = (count: number): SeatFact[] =>
  Array.from({ length: count }, (_, index) => ({
    seatId: `seat-${index}`,
    title: index === 0 ? 'Chủ tịch Ủy ban nhân dân' : 'Ủy viên Ủy ban nhân dân',
    isChair: index === 0,
    personId: personOf(index),
    name: `Thành viên thứ ${index}`,
    post: 'Ủy viên',
    unit: 'Đơn vị thử tải',
  }));

export const SECRETARY = 'person-secretary';
const day = Date.UTC(2021, 3, 28, 1);

function eventsOf(hall: Hall, hasVote: boolean): SessionEvent[] {
  const profile = committeeProfiles[0];
  if (profile === undefined) throw new Error('The committee profile is missing.');
  const cards = hall.seats.map(({ seatId, personId, name, post, unit, isChair }) => ({
    personId,
    name,
    post,
    unit,
    capacity: isChair ? ('chair' as const) : ('member' as const),
    seatId,
    site: null,
    substitutesFor: null,
  }));
  const secretary = {
    personId: SECRETARY,
    name: 'Thư ký thử tải',
    post: 'Chuyên viên',
    unit: 'Văn phòng',
    capacity: 'secretary' as const,
    seatId: null,
    site: null,
    substitutesFor: null,
  };
  const items = Array.from({ length: 7 }, (_, index) => ({
    id: `item-${index}`,
    parentId: null,
    title: `Nội dung thử tải ${index + 1}`,
    kind: 'decision' as const,
    submittingBody: 'Sở Kế hoạch và Đầu tư',
    presenters: [],
    presiderId: null,
    isCollective: true,
    plannedMinutes: 30,
    openTo: 'all' as const,
  }));
  return [
    {
      type: 'MeetingPublished',
      info: {
        title: 'Phiên họp thử tải',
        kind: 'regular',
        form: 'inPerson',
        place: 'Hội trường',
        startsAt: day,
        endsAt: null,
        hostUnitId: 'unit',
        hostName: 'UBND tỉnh',
        sites: [],
      },
      profile,
      seats: hall.seats,
      presidingId: personOf(0),
      items,
      participants: [secretary, ...cards],
      papers: [],
    },
    ...hall.seats.map(
      ({ personId }): SessionEvent => ({ type: 'CheckedIn', person: personId, mode: 'room', site: null }),
    ),
    {
      type: 'MeetingStarted',
      seats: hall.seats,
      present: hall.seats.length,
      needed: 1,
      deskName: SECRETARY,
    },
    { type: 'DeskTakenOver', from: null, to: SECRETARY, name: SECRETARY },
    { type: 'CurrentItemMoved', from: null, to: 'item-0' },
    { type: 'PaperAdded', paper: thePaper },
    ...(hasVote ? [votingOpened(hall)] : []),
  ];
}

const thePaper = {
  id: 'paper-0',
  itemId: 'item-0',
  title: 'Tờ trình thử tải',
  fileName: 'to-trinh.pdf',
  sha256: 'ab'.repeat(32),
  bytes: 120_000,
  pages: 100,
  hasText: true,
} as const;

const votingOpened = (hall: Hall): SessionEvent => ({
  type: 'VotingOpened',
  vote: hall.voteId,
  item: 'item-0',
  round: 1,
  reason: null,
  question: 'Thông qua nội dung thử tải?',
  choices: ['approve', 'disapprove', 'abstain'],
  base: hall.seats,
  electors: hall.seats.map(({ personId }) => personId),
  durationMs: null,
});

/** Writes a meeting in session of `electors` members, all present, straight into the log; with or without an open vote. */
export async function seatHall(
  log: EventLog,
  meetingId: string,
  electors: number,
  hasVote = true,
): Promise<Hall> {
  const hall = { meetingId, voteId: `vote-${meetingId}`, seats: seatsOf(electors) };
  await log.create({
    id: meetingId,
    unitId: 'unit',
    kind: 'regular',
    title: 'Phiên họp thử tải',
    place: 'Hội trường',
    startsAt: day,
    createdBy: SECRETARY,
    createdAt: day,
  });
  const events = eventsOf(hall, hasVote).map((event) => ({ at: day, data: event as never }));
  await log.transact(meetingId, 0, ['seed'], () => ({
    publishes: true,
    meeting: { phase: 'inSession' },
    accepted: [{ command: { id: 'seed', actorId: SECRETARY, bodyHash: '', answer: null }, events }],
  }));
  return hall;
}

/** The unit that the meetings of a bench belong to. */
export async function storeUnit({ db }: Pick<Database, 'db'>): Promise<void> {
  const dates = { validFrom: '1975-04-30', validTo: null };
  await db.write(async (q) => {
    await q.insert(db.t.units).values({
      id: 'unit',
      code: '80',
      name: 'UBND tỉnh',
      level: 'province',
      parentId: null,
      ...dates,
      sortKey: '80',
    });
  });
}
