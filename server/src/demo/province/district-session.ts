import type { NewMeeting } from '@hopso/shared/meeting';
import type { Conducted } from './conduct.ts';
import { at } from './demo-time.ts';
import { addItems, item } from './items.ts';

/** A district committee's session: ended; its leader reads the result on the own tablet. */
export const DISTRICT_SESSION: Omit<NewMeeting, 'hostUnitId'> = {
  title: 'Phiên họp chuyên đề tháng 4 năm 2021 của UBND huyện Đức Hòa',
  kind: 'thematic',
  form: 'inPerson',
  place: 'Hội trường UBND huyện Đức Hòa',
  startsAt: at('2021-04-20 14:00'),
  endsAt: at('2021-04-20 16:00'),
  sites: [],
};

const attending = [
  'districtChair',
  'districtOffice',
  'districtFinance',
  'districtEnvironment',
  'districtPolice',
];

export async function holdDistrictSession(session: Conducted): Promise<void> {
  session.when('2021-04-16 09:00');
  await session.desk({ type: 'AddCommittee' });
  const [land, waste] = await addItems(session, [
    item('Điều chỉnh kế hoạch sử dụng đất năm 2021 của huyện', {
      kind: 'decision',
      submittingBody: 'Phòng Tài nguyên và Môi trường',
      presenters: ['Ông Thị Mỹ Dung'],
      isCollective: true,
      plannedMinutes: 40,
    }),
    item('Công tác thu gom, xử lý rác thải sinh hoạt', {
      kind: 'opinion',
      submittingBody: 'Phòng Tài nguyên và Môi trường',
      presenters: ['Ông Thị Mỹ Dung'],
      plannedMinutes: 30,
    }),
  ]);
  await session.desk({ type: 'PublishMeeting' });
  await session.when('2021-04-20 13:50').present(attending);
  await session.desk({
    type: 'RecordAttendance',
    person: session.person('districtViceChair'),
    from: 'unknown',
    to: 'excused',
  });
  await session.when('2021-04-20 14:02').desk({ type: 'StartMeeting' });
  await session.desk({ type: 'GoToItem', from: null, to: land });
  session.when('2021-04-20 14:45');
  // Three of seven: a majority of those present is not a majority of all.
  await session.vote(land, 'Thông qua phương án điều chỉnh kế hoạch sử dụng đất năm 2021 của huyện?', {
    districtChair: 'approve',
    districtEnvironment: 'approve',
    districtOffice: 'approve',
    districtFinance: 'disapprove',
    districtPolice: 'abstain',
  });
  await session.conclude(
    land,
    'Phương án chưa được thông qua. Giao Phòng Tài nguyên và Môi trường rà soát diện tích đất trồng lúa chuyển mục đích, trình lại tại phiên họp sau.',
  );
  await session.desk({ type: 'SetItemOutcome', item: land, from: null, outcome: 'again' });
  await session.when('2021-04-20 14:55').desk({ type: 'GoToItem', from: land, to: waste });
  await session
    .when('2021-04-20 15:25')
    .desk({ type: 'SetItemOutcome', item: waste, from: null, outcome: 'noted' });
  await session.desk({ type: 'EndMeeting' });
}
