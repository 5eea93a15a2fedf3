import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Seat } from './browser.ts';
import { Cast, people } from './cast.ts';
import { ask, order } from './door.ts';
import { locked, paper, renamed, torn } from './files.ts';
import { Desk } from './pages/desk.ts';
import { HomePage } from './pages/home-page.ts';
import { PreparePage } from './pages/prepare-page.ts';
import { Workspace } from './pages/workspace.ts';
import { counting, eventually, reading } from './seeing.ts';
import { shot } from './shot.ts';
import { say } from './texts.ts';

const TITLE = 'Phiên họp chuyên đề về chuyển đổi số';
const FIRST = 'Kế hoạch chuyển đổi số năm 2021';
const PART = 'Danh mục dịch vụ công trực tuyến mức độ 4';
const SECOND = 'Bố trí kinh phí chuyển đổi số';
const CONSENT = 'Chủ tịch đồng ý qua điện thoại lúc 08:10';

let cast: Cast;
let secretary: Seat;
let member: Seat;
let prepare: PreparePage;
let memberHome: HomePage;
let meeting: string;

beforeAll(async () => {
  cast = await Cast.open();
  secretary = await cast.signedIn('secretary', 'desk', 'thuky');
  member = await cast.signedIn('member', 'landscape', 'thanhvien1');
  prepare = new PreparePage(secretary.page);
  memberHome = new HomePage(member.page);
}, 120_000);
afterEach(({ task }) => cast.review(task.result?.state === 'fail' ? task.name : null));
afterAll(() => cast?.close());

const viewOf = async () => (await ask(secretary.page, 'GET', `/api/meetings/${meeting}/snapshot`)).body.view;

describe('a session is prepared', () => {
  test('the secretary creates it and writes an agenda of two levels', async () => {
    meeting = await prepare.create({
      title: TITLE,
      place: 'Phòng họp số 2',
      day: '28/04/2021',
      time: '14:00',
    });
    await prepare.addItem({ title: FIRST, isCollective: true });
    await prepare.addItem({ title: SECOND });
    await prepare.addBelow(FIRST, { title: PART });
    await reading(prepare.item(PART)).toContain('1.1');
    await reading(prepare.item(SECOND)).toContain('2');
    await secretary.watch.expectAccessible(secretary.page);
    await shot(secretary.page, 'prepare-agenda');
  });

  test('items are moved by keys, up and down and between the two levels', async () => {
    await prepare.press(SECOND, 'Alt+ArrowUp');
    await reading(prepare.item(SECOND)).toContain('1\n');
    await reading(prepare.item(PART)).toContain('2.1');
    await prepare.press(SECOND, 'Alt+ArrowDown');
    await reading(prepare.item(PART)).toContain('1.1');
    await prepare.press(PART, 'Alt+ArrowLeft');
    await reading(prepare.item(SECOND)).toContain('3\n');
    await prepare.press(PART, 'Alt+ArrowRight');
    await reading(prepare.item(PART)).toContain('1.1');
  });

  test('several files go up at once; what cannot be taken is refused with the reason and leaves nothing', async () => {
    await secretary.watch.expecting(409, async () => {
      await prepare.upload(FIRST, [
        paper('01_Tờ trình kế hoạch chuyển đổi số.pdf', 2),
        renamed('02_Bản gốc.pdf'),
        locked('03_Bản có mật khẩu.pdf'),
        torn('04_Bản tải dở.pdf'),
        paper('05_Dự thảo kế hoạch.pdf', 3),
      ]);
      await counting(prepare.papers(FIRST)).toBe(2);
      await counting(prepare.refusals(FIRST)).toBe(3);
    });
    for (const [name, reason] of [
      ['02_', 'paper.not-pdf'],
      ['03_', 'paper.encrypted'],
      ['04_', 'paper.broken'],
    ] as const) {
      await reading(prepare.refusals(FIRST).filter({ hasText: name })).toContain(say(`problem:${reason}`));
    }
    await shot(secretary.page, 'prepare-uploads');
    const papers = Object.values<{ title: string; pages: number }>((await viewOf()).papers);
    expect(papers.map(({ title, pages }) => [title, pages])).toEqual([
      ['Tờ trình kế hoạch chuyển đổi số', 2],
      ['Dự thảo kế hoạch', 3],
    ]);
    await secretary.page.reload();
    await counting(prepare.papers(FIRST)).toBe(2);
  });

  test('a paper is looked at before anybody else sees it', async () => {
    const preview = await prepare.preview('Dự thảo kế hoạch');
    await preview.locator('[data-page="1"] canvas').waitFor();
    await shot(secretary.page, 'prepare-preview');
    await secretary.page.keyboard.press('Escape');
    await preview.waitFor({ state: 'hidden' });
  });

  test('the committee comes by its seats, others one by one', async () => {
    await prepare.show('people');
    await prepare.addCommittee();
    // The 22 seats, and the secretary who opened the preparation.
    await counting(prepare.participants).toBe(23);
    await prepare.addGuest('vo minh khoi', people.guest);
    await counting(prepare.participants).toBe(24);
    await reading(prepare.participants.filter({ hasText: people.guest })).toContain('Khu kinh tế');
    await secretary.watch.expectAccessible(secretary.page);
    await shot(secretary.page, 'prepare-people');
  });

  test('nobody sees it before it is published; then a member finds it at home', async () => {
    await memberHome.open();
    await counting(memberHome.meeting(TITLE)).toBe(0);
    await prepare.show('publish');
    await secretary.watch.expectAccessible(secretary.page);
    await shot(secretary.page, 'prepare-publish');
    await prepare.publish();
    await memberHome.open();
    await reading(memberHome.meeting(TITLE)).toContain('14:00');
    await shot(member.page, 'home-member');
  });
});

describe('after publication', () => {
  test('a member answers the invitation; an item added and one withdrawn are seen on tablets at once', async () => {
    await memberHome.enter(TITLE);
    const tablet = await new Workspace(member.page).ready();
    await reading(await tablet.item('1')).toContain(FIRST);
    await tablet.decline('Đi công tác tại Bộ Kế hoạch và Đầu tư');
    await reading(tablet.invitationAnswer).toContain(say('meeting:invitation.declined'));
    await prepare.show('people');
    await reading(prepare.participants.filter({ hasText: people.member1 })).toContain('Đi công tác tại Bộ');
    await prepare.show('agenda');
    await prepare.addItem({ title: 'Ký kết thỏa thuận hợp tác', consent: CONSENT });
    await reading(await tablet.item('3')).toContain('Ký kết thỏa thuận hợp tác');
    await prepare.withdraw(SECOND, 'Chưa có ý kiến của Sở Tài chính', CONSENT);
    const rail = await tablet.rail();
    await reading(rail.getByRole('listitem').filter({ hasText: SECOND })).toContain(
      say('meeting:rail.withdrawn'),
    );
    await prepare.upload('Ký kết thỏa thuận hợp tác', [paper('Dự thảo thỏa thuận.pdf')]);
    await reading(await tablet.item('3')).toContain(say('meeting:rail.papers', { n: 1 }));
    await shot(member.page, 'workspace-before');
  });
});

describe('below the quorum', () => {
  test('the session is not started, and the ways out are offered', async () => {
    await secretary.page.getByTestId('prepare-desk').click();
    const desk = await new Desk(secretary.page).ready();
    await reading(desk.quorum).toBe(say('desk:quorum.pill', { p: 0, n: 22, q: 15 }));
    await secretary.page.getByTestId('desk-start').click();
    await reading(desk.dialog).toContain(say('desk:short.title'));
    await secretary.watch.expectAccessible(secretary.page);
    await shot(secretary.page, 'desk-quorum');
    const refused = await secretary.watch.expecting(409, () =>
      order(secretary.page, meeting, { type: 'StartMeeting' }),
    );
    expect(refused.body.code).toBe('quorum/short');
  });

  test('it is put off, and members are told', async () => {
    await secretary.page.getByTestId('quorum-postpone').click();
    await secretary.page.getByTestId('postpone-reason').fill('Nhiều thành viên đi công tác đột xuất');
    await shot(secretary.page, 'desk-postpone');
    await secretary.page.getByTestId('postpone-confirm').click();
    await reading(new Desk(secretary.page).phase).toContain(say('desk:phase.postponed'));
    await reading(new Workspace(member.page).state).toContain(say('meeting:live.postponed'));
  });

  test('or it becomes a discussion that does not vote', async () => {
    const second = await prepareByHand('Phiên họp đột xuất về hạn, mặn');
    await secretary.page.goto(`/meetings/${second}/desk`);
    const desk = await new Desk(secretary.page).ready();
    await secretary.page.getByTestId('desk-start').click();
    await secretary.page.getByTestId('quorum-convert').click();
    await secretary.page.getByTestId('convert-reason').fill('Cần trao đổi ngay về hạn, mặn');
    await secretary.page.getByTestId('convert-confirm').click();
    await reading(desk.quorum).toContain('không biểu quyết');
    await secretary.page.getByTestId('desk-start').click();
    await reading(desk.dialog).toContain('Bắt đầu');
    await shot(secretary.page, 'desk-start');
    await secretary.page.getByTestId('desk-start-confirm').click();
    await reading(desk.phase).toContain(say('desk:phase.inSession'));
    await desk.show('vote');
    await eventually(() => secretary.page.getByText(say('desk:vote.notHere')).isVisible()).toBe(true);
  });

  /** A published session of the committee with one item and nobody there. */
  async function prepareByHand(title: string): Promise<string> {
    const { hostUnitId } = (await viewOf()).meeting;
    const created = await ask(secretary.page, 'POST', '/api/meetings', {
      title,
      kind: 'urgent',
      form: 'inPerson',
      place: 'Phòng họp số 1',
      startsAt: Date.parse('2021-04-28T15:00:00+07:00'),
      endsAt: null,
      sites: [],
      hostUnitId,
    });
    const content = {
      title: 'Hạn, mặn',
      kind: 'opinion',
      submittingBody: '',
      presenters: [],
      presiderId: null,
    };
    const item = { ...content, isCollective: false, plannedMinutes: 20, openTo: 'all' };
    for (const command of [
      { type: 'AddCommittee' },
      { type: 'AddItem', parentId: null, before: null, content: item },
      { type: 'PublishMeeting' },
    ]) {
      expect(await order(secretary.page, created.body.id, command), command.type).toMatchObject({
        status: 200,
      });
    }
    return created.body.id;
  }
});
