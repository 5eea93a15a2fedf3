import type { NewMeeting } from '@hopso/shared/meeting';
import type { Conducted } from './conduct.ts';
import { at } from './demo-time.ts';
import { addItems, item } from './items.ts';
import { DISTRICT_LEADERS, DISTRICT_MEMBERS } from './people.ts';

/** Tomorrow's conference with the districts: announced, answered by some. */
export const NEXT_DAY_SESSION: Omit<NewMeeting, 'hostUnitId'> = {
  title: 'Hội nghị trực tuyến về đẩy mạnh họp thông qua Hệ thống thông tin phục vụ họp và xử lý công việc',
  kind: 'conference',
  form: 'hybrid',
  place: 'Phòng họp số 2, Trụ sở UBND tỉnh',
  startsAt: at('2021-04-29 08:00'),
  endsAt: at('2021-04-29 10:30'),
  sites: [...DISTRICT_LEADERS, ...DISTRICT_MEMBERS.slice(0, 1)].map(({ unit }) => unit.replace('UBND ', '')),
};

export async function announceNextDay(session: Conducted): Promise<void> {
  session.when('2021-04-26 15:00');
  await session.desk({
    type: 'AddParticipants',
    participants: [
      { personId: session.person('standingViceChair'), capacity: 'chair' },
      { personId: session.person('chair'), capacity: 'member' },
      { personId: session.person('information'), capacity: 'presenter' },
      ...['homeAffairs', 'finance', 'planning', 'trade', 'agriculture'].map((key) => ({
        personId: session.person(key),
        capacity: 'member' as const,
      })),
      ...[...DISTRICT_LEADERS, ...DISTRICT_MEMBERS.slice(0, 1)].map(({ key, unit }) => ({
        personId: session.person(key),
        capacity: 'guest' as const,
        site: unit.replace('UBND ', ''),
      })),
    ],
  });
  await addItems(session, [
    item('Khai mạc hội nghị', { kind: 'procedure', plannedMinutes: 5 }),
    item('Kết quả họp thông qua Hệ thống của các cơ quan, đơn vị quý I năm 2021', {
      submittingBody: 'Sở Thông tin và Truyền thông',
      presenters: ['Ngô Viết Thuận'],
      plannedMinutes: 30,
    }),
    item('Thảo luận: nguyên nhân, giải pháp, thời hạn hoàn thành của từng đơn vị', {
      kind: 'opinion',
      plannedMinutes: 90,
    }),
    item('Kết luận hội nghị', { kind: 'procedure', plannedMinutes: 15 }),
  ]);
  await session.desk({ type: 'PublishMeeting' });
  session.when('2021-04-27 10:00');
  await session.as('chair', { type: 'AnswerInvitation', answer: 'accepted', reason: null });
  await session.as('finance', {
    type: 'AnswerInvitation',
    answer: 'declined',
    reason: 'Họp với Kho bạc Nhà nước tỉnh về giải ngân vốn đầu tư công',
  });
}
