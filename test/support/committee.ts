import { type FactSources, factLookUp } from '@hopso/server/features/meeting';
import type { Actor, NewMeeting, SeatFact, UploadFact } from '@hopso/shared/meeting';
import type { CommandOf } from '@hopso/shared/session';
import { HOST_UNIT } from './meetings.ts';

/** The people of the tests, by what they are in the meeting. Ids are what the record and the wire carry. */
export const chair = 'chu-tich';
export const viceChair = 'pho-chu-tich';
export const members = ['uy-vien-1', 'uy-vien-2', 'uy-vien-3', 'uy-vien-4', 'uy-vien-5'] as const;
export const secretary = 'thu-ky';
export const guest = 'khach-moi';
export const presenter = 'trinh-bay';
/** Signed in, and with no part in any meeting. */
export const stranger = 'nguoi-la';

/** The seven who hold a seat, the Chair's first. */
export const seatHolders: readonly string[] = [chair, viceChair, ...members];
export const everybody: readonly string[] = [...seatHolders, secretary, guest, presenter];

export const actorOf = (personId: string): Actor => ({
  personId,
  name: `Ông ${personId}`,
  post: 'Ủy viên',
  unit: 'UBND tỉnh Long An',
  secretaryOfUnits: personId === secretary ? [HOST_UNIT] : [],
});

export const seats: readonly SeatFact[] = seatHolders.map((personId) => ({
  seatId: `ghe-${personId}`,
  title: personId === chair ? 'Chủ tịch Ủy ban nhân dân' : 'Ủy viên Ủy ban nhân dân',
  isChair: personId === chair,
  personId,
  name: actorOf(personId).name,
  post: 'Ủy viên',
  unit: 'UBND tỉnh Long An',
}));

export const HALL_CODE = '246810';
/** 28 April 2021, 8:00 in Tân An. */
export const START = Date.UTC(2021, 3, 28, 1);

export const uploadOf = (uploadId: string): UploadFact => ({
  uploadId,
  fileName: 'to-trinh.pdf',
  sha256: 'ab'.repeat(32),
  bytes: 120_000,
  pages: 12,
  hasText: true,
});

/** Facts as the product looks them up, from people and papers that the tests hold in memory. */
export function committeeFacts(now: () => number, drafts: FactSources['conclusionDraft']) {
  return factLookUp({
    seatsOn: async () => seats,
    personCards: async (ids) => Object.fromEntries(ids.map((id) => [id, actorOf(id)])),
    uploadFact: async (uploadId) => uploadOf(uploadId),
    conclusionDraft: drafts,
    hallCode: {
      code: () => ({ code: HALL_CODE, validUntil: now() }),
      check: (_meeting, _person, code) => code === HALL_CODE,
    },
    now,
  });
}

export const newSession: NewMeeting = {
  title: 'Phiên họp thường kỳ tháng 4',
  kind: 'regular',
  form: 'inPerson',
  place: 'Phòng họp số 1',
  startsAt: START,
  endsAt: null,
  sites: [],
  hostUnitId: HOST_UNIT,
};

type ItemContent = CommandOf<'AddItem'>['content'];

export const itemContent = (title: string, content: Partial<ItemContent> = {}): ItemContent => ({
  title,
  kind: 'decision',
  submittingBody: 'Sở Tài chính',
  presenters: [],
  presiderId: null,
  isCollective: false,
  plannedMinutes: 20,
  openTo: 'all',
  ...content,
});
