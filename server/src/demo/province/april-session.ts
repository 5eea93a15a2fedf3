import type { NewMeeting } from '@hopso/shared/meeting';
import type { DemoPaper } from '#demo/papers';
import type { Conducted } from './conduct.ts';
import { at } from './demo-time.ts';
import { addItem, item } from './items.ts';
import { GUESTS } from './people.ts';

/** The session that runs when the demonstration is opened: seven items, the third to be voted on. */
export const APRIL_SESSION: Omit<NewMeeting, 'hostUnitId'> = {
  title: 'Phiên họp thường kỳ tháng 4 năm 2021 của UBND tỉnh',
  kind: 'regular',
  form: 'hybrid',
  place: 'Phòng họp số 1, Trụ sở UBND tỉnh',
  startsAt: at('2021-04-28 07:00'),
  endsAt: at('2021-04-28 10:30'),
  sites: ['Huyện Đức Hòa', 'Huyện Cần Giuộc'],
};

const inTheRoom = [
  'chair',
  'standingViceChair',
  'viceChair',
  'chiefOfOffice',
  'homeAffairs',
  'justice',
  'planning',
  'finance',
  'trade',
  'agriculture',
  'construction',
  'environment',
  'information',
  'labour',
  'education',
];

/** Takes a file in; answers the upload's id. */
export type TakeIn = (session: Conducted, paper: DemoPaper) => Promise<string>;

/** Prepares and announces the session; answers the items' ids by the papers' keys. */
export async function announceAprilSession(
  session: Conducted,
  papers: readonly DemoPaper[],
  takeIn: TakeIn,
): Promise<ReadonlyMap<string, string>> {
  session.when('2021-04-22 16:00');
  await session.desk({ type: 'AddCommittee' });
  await session.desk({ type: 'AddParticipants', participants: othersOf(session) });
  const items = await addAgenda(session);
  const laid = new Map<string, string>();
  for (const paper of papers.filter(({ replaces }) => replaces === undefined)) {
    const item = items.get(paper.itemKey);
    if (item === undefined) throw new Error(`No item for the paper ${paper.key}.`);
    const upload = await takeIn(session, paper);
    laid.set(paper.key, await session.deskCreates({ type: 'AddPaper', item, upload, title: paper.title }));
  }
  await session.when('2021-04-23 08:00').desk({ type: 'PublishMeeting' });
  session.when('2021-04-26 09:00');
  await session.as('standingViceChair', { type: 'AnswerInvitation', answer: 'accepted', reason: null });
  await session.as('transport', {
    type: 'AnswerInvitation',
    answer: 'declined',
    reason: 'Đi công tác tại Bộ Giao thông vận tải, cử Phó Giám đốc dự thay',
  });
  session.when('2021-04-26 10:30');
  for (const paper of papers) {
    const id = laid.get(paper.replaces ?? '');
    if (id === undefined) continue;
    const upload = await takeIn(session, paper);
    await session.desk({ type: 'AddPaperVersion', paper: id, rev: 1, upload });
  }
  return items;
}

function othersOf(session: Conducted) {
  return [
    { personId: session.person('secondSecretary'), capacity: 'secretary' as const },
    {
      personId: session.person('deputyTransport'),
      capacity: 'substitute' as const,
      substitutesFor: session.person('transport'),
    },
    ...GUESTS.map(({ key }) => ({ personId: session.person(key), capacity: 'guest' as const })),
  ];
}

async function addAgenda(session: Conducted): Promise<Map<string, string>> {
  const planning = { submittingBody: 'Sở Kế hoạch và Đầu tư', presenters: ['Hà Vĩnh Tường'] };
  const environment = { submittingBody: 'Sở Tài nguyên và Môi trường', presenters: ['Vương Thị Tuyết Hạnh'] };
  const list = ['chair', 'standingViceChair', 'viceChair', 'chiefOfOffice', 'homeAffairs', 'secretary'];
  const items = new Map<string, string>();
  const add = async (key: string, content: ReturnType<typeof item>, parent: string | null = null) => {
    items.set(key, await addItem(session, content, parent));
  };
  await add(
    'item-1',
    item('Khai mạc, thông qua chương trình phiên họp', { kind: 'procedure', plannedMinutes: 10 }),
  );
  await add(
    'item-2',
    item('Báo cáo tình hình kinh tế – xã hội tháng 4, nhiệm vụ trọng tâm tháng 5 năm 2021', {
      ...planning,
      kind: 'opinion',
      plannedMinutes: 40,
    }),
  );
  await add(
    'item-3',
    item(
      'Dự thảo Nghị quyết của HĐND tỉnh về điều chỉnh kế hoạch đầu tư công trung hạn giai đoạn 2021–2025',
      {
        ...planning,
        kind: 'decision',
        isCollective: true,
        plannedMinutes: 45,
      },
    ),
  );
  await add(
    'item-4',
    item('Tình hình thực hiện các chỉ tiêu Chính phủ điện tử theo Nghị quyết số 17/NQ-CP', {
      submittingBody: 'Sở Thông tin và Truyền thông',
      presenters: ['Ngô Viết Thuận'],
      kind: 'opinion',
      plannedMinutes: 25,
    }),
  );
  await add(
    'item-5',
    item('Dự thảo Quy định giá đất bồi thường một số dự án', {
      ...environment,
      kind: 'decision',
      presiderId: session.person('viceChair'),
      plannedMinutes: 40,
    }),
  );
  const parent = items.get('item-5') ?? null;
  await add(
    'item-5.1',
    item('Dự án Đường liên huyện Tân Trụ – Cần Đước (đoạn qua huyện Tân Trụ)', environment),
    parent,
  );
  await add('item-5.2', item('Dự án Khu tái định cư Mỹ Yên, huyện Bến Lức', environment), parent);
  await add(
    'item-6',
    item('Công tác tổ chức cán bộ', {
      submittingBody: 'Sở Nội vụ',
      presenters: ['Quách Thị Minh Nguyệt'],
      kind: 'opinion',
      plannedMinutes: 20,
      openTo: list.map((key) => session.person(key)),
    }),
  );
  await add('item-7', item('Kết luận phiên họp', { kind: 'procedure', plannedMinutes: 15 }));
  return items;
}

/** Seventeen of twenty-two are there, one comes late; the second item is being presented. */
export async function openAprilSession(
  session: Conducted,
  items: ReadonlyMap<string, string>,
): Promise<void> {
  const opening = items.get('item-1') ?? '';
  const report = items.get('item-2') ?? '';
  await session.when('2021-04-28 06:45').present([...inTheRoom, 'secretary', 'council', 'economicZone']);
  await session.as('health', { type: 'CheckIn', mode: 'online' });
  await session.desk({
    type: 'RecordAttendance',
    person: session.person('transport'),
    from: 'unknown',
    to: 'excused',
  });
  await session.present(['deputyTransport']);
  await session.when('2021-04-28 07:01').desk({ type: 'StartMeeting' });
  await session.desk({ type: 'GoToItem', from: null, to: opening });
  await session.when('2021-04-28 07:08').present(['culture']);
  await session.conclude(
    opening,
    'Thống nhất chương trình phiên họp; thông qua Biên bản phiên họp thường kỳ tháng 3 năm 2021.',
  );
  await session.desk({ type: 'SetItemOutcome', item: opening, from: null, outcome: 'adopted' });
  await session.when('2021-04-28 07:12').desk({ type: 'GoToItem', from: opening, to: report });
}
