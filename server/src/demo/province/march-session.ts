import type { NewMeeting } from '@hopso/shared/meeting';
import type { Conducted } from './conduct.ts';
import { at } from './demo-time.ts';
import { addItems, item } from './items.ts';
import { MEMBERS } from './people.ts';

/** The regular session of March, as its minutes (a paper of the April session) tell it: ended, one vote. */
export const MARCH_SESSION: Omit<NewMeeting, 'hostUnitId'> = {
  title: 'Phiên họp thường kỳ tháng 3 năm 2021 của UBND tỉnh',
  kind: 'regular',
  form: 'inPerson',
  place: 'Phòng họp số 1, Trụ sở UBND tỉnh',
  startsAt: at('2021-03-30 08:00'),
  endsAt: at('2021-03-30 11:30'),
  sites: [],
};

const absent = ['trade', 'health'];
const attending = MEMBERS.map(({ key }) => key).filter((key) => !absent.includes(key));
const planning = { submittingBody: 'Sở Kế hoạch và Đầu tư', presenters: ['Hà Vĩnh Tường'] };

export async function holdMarchSession(session: Conducted): Promise<void> {
  session.when('2021-03-24 14:00');
  await session.desk({ type: 'AddCommittee' });
  await session.desk({
    type: 'AddParticipants',
    participants: [
      ['deputyTrade', 'trade'],
      ['deputyHealth', 'health'],
    ].map(([key = '', absentKey = '']) => ({
      personId: session.person(key),
      capacity: 'substitute' as const,
      substitutesFor: session.person(absentKey),
    })),
  });
  const [opening, economy, investment, epidemic, paperless] = await addItems(session, [
    item('Khai mạc, thông qua chương trình phiên họp', { kind: 'procedure', plannedMinutes: 10 }),
    item('Tình hình kinh tế – xã hội quý I năm 2021', { ...planning, kind: 'opinion', plannedMinutes: 50 }),
    item('Chủ trương điều chỉnh kế hoạch đầu tư công trung hạn giai đoạn 2021–2025', {
      ...planning,
      kind: 'decision',
      isCollective: true,
      plannedMinutes: 50,
    }),
    item('Công tác phòng, chống dịch COVID-19 và tiêm chủng', {
      submittingBody: 'Sở Y tế',
      kind: 'opinion',
      plannedMinutes: 40,
    }),
    item('Triển khai họp thông qua Hệ thống họp không giấy', {
      submittingBody: 'Sở Thông tin và Truyền thông',
      presenters: ['Ngô Viết Thuận'],
      kind: 'opinion',
      plannedMinutes: 30,
    }),
  ]);
  await session.desk({ type: 'PublishMeeting' });
  await session.when('2021-03-30 07:45').present([...attending, 'secretary', 'deputyTrade', 'deputyHealth']);
  for (const key of absent) {
    await session.desk({
      type: 'RecordAttendance',
      person: session.person(key),
      from: 'unknown',
      to: 'excused',
    });
  }
  await session.when('2021-03-30 08:00').desk({ type: 'StartMeeting' });
  await session.desk({ type: 'GoToItem', from: null, to: opening });
  await session.settle(opening, 'adopted', 'Thống nhất thông qua chương trình phiên họp.');
  await session.when('2021-03-30 08:09').desk({ type: 'GoToItem', from: opening, to: economy });
  await session.settle(
    economy,
    'noted',
    'Thống nhất nội dung báo cáo. Giao Sở Kế hoạch và Đầu tư tiếp thu ý kiến, hoàn chỉnh, trình ký ban hành trước ngày 02/4/2021; các chủ đầu tư cam kết tiến độ giải ngân từng dự án, gửi Sở Kế hoạch và Đầu tư trước ngày 10/4/2021.',
  );
  await session.when('2021-03-30 09:04').desk({ type: 'GoToItem', from: economy, to: investment });
  await session
    .when('2021-03-30 09:48')
    .vote(
      investment,
      'Thống nhất chủ trương giao Sở Kế hoạch và Đầu tư lập hồ sơ điều chỉnh kế hoạch đầu tư công trung hạn giai đoạn 2021–2025, trình tại phiên họp tháng 4?',
      {
        ...Object.fromEntries(attending.map((key) => [key, 'approve' as const])),
        inspectorate: 'abstain',
      },
    );
  await session.settle(
    investment,
    'adopted',
    'Thông qua chủ trương. Giao Sở Kế hoạch và Đầu tư lập hồ sơ điều chỉnh, trình tại phiên họp tháng 4.',
  );
  await session.when('2021-03-30 10:06').desk({ type: 'GoToItem', from: investment, to: epidemic });
  await session.settle(
    epidemic,
    'noted',
    'Tiếp tục thực hiện nghiêm các biện pháp phòng, chống dịch; giao Sở Y tế chủ trì tham mưu phương án đáp ứng theo từng cấp độ, trình trước ngày 15/4/2021.',
  );
  await session.when('2021-03-30 10:47').desk({ type: 'GoToItem', from: epidemic, to: paperless });
  await session.settle(
    paperless,
    'adopted',
    'Từ phiên họp tháng 4 không phát tài liệu giấy, trừ tài liệu có độ mật. Giao Sở Thông tin và Truyền thông tập huấn trước ngày 23/4/2021.',
  );
  await session.when('2021-03-30 11:25').desk({ type: 'EndMeeting' });
}
