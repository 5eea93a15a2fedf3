import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { wordsPdf } from '../../server/src/features/paper/text/text-samples.test-support.ts';
import type { Seat } from './browser.ts';
import { Cast, people } from './cast.ts';
import { ask, order } from './door.ts';
import { CopyRegister } from './pages/copy-register.ts';
import { Desk } from './pages/desk.ts';
import { HallScreen } from './pages/hall-screen.ts';
import { ItemDialog } from './pages/item-dialog.ts';
import { PreparePage } from './pages/prepare-page.ts';
import { Workspace } from './pages/workspace.ts';
import { counting, eventually, reading } from './seeing.ts';
import { shot } from './shot.ts';
import { say } from './texts.ts';

const OPEN = 'Kế hoạch phát triển kinh tế - xã hội';
/** What somebody typed before it was known that it may not stand here. */
const SLIP = 'Phương án bảo vệ khu vực phòng thủ';
const NEUTRAL = say('copies:neutral');

let cast: Cast;
let secretary: Seat;
let member: Seat;
let wall: Seat;
let meeting: string;
let desk: Desk;
let copies: CopyRegister;

beforeAll(async () => {
  cast = await Cast.open();
  secretary = await cast.signedIn('secretary', 'desk', 'thuky');
  member = await cast.signedIn('member', 'landscape', 'thanhvien1');
  wall = await cast.seat('wall', 'wall');
}, 120_000);
afterEach(({ task }) => cast.review(task.result?.state === 'fail' ? task.name : null));
afterAll(() => cast?.close());

const snapshot = async (seat: Seat) =>
  (await ask(seat.page, 'GET', `/api/meetings/${meeting}/snapshot`)).body;

describe('a secret item is prepared', () => {
  test('the secretary marks an item: its words vanish and nothing more can be entered', async () => {
    const prepare = new PreparePage(secretary.page);
    meeting = await prepare.create({
      title: 'Phiên họp có nội dung mật',
      place: 'Phòng họp số 1',
      day: '28/04/2021',
      time: '09:00',
    });
    await prepare.addItem({ title: OPEN });
    await prepare.addItem({ title: SLIP });
    await prepare.item(SLIP).locator('[data-testid^="item-edit-"]').click();
    const dialog = new ItemDialog(secretary.page);
    await dialog.dialog.getByTestId('item-secret').check();
    await counting(dialog.dialog.getByTestId('item-title')).toBe(0);
    await secretary.watch.expectAccessible(secretary.page);
    await shot(secretary.page, 'prepare-secret-item');
    await dialog.save();
    await reading(prepare.item(NEUTRAL)).toContain('2');
    await counting(prepare.item(SLIP)).toBe(0);
    await counting(prepare.item(NEUTRAL).locator('input[type="file"]')).toBe(0);
  });

  test('a paper that is marked as a secret is refused in words, and leaves nothing', async () => {
    const prepare = new PreparePage(secretary.page);
    const buffer = await wordsPdf([{ lines: ['ỦY BAN NHÂN DÂN TỈNH', 'TỐI MẬT', 'BÁO CÁO'] }]);
    await secretary.watch.expecting(409, async () => {
      await prepare.upload(OPEN, [{ name: 'Báo cáo.pdf', mimeType: 'application/pdf', buffer }]);
      await reading(prepare.refusals(OPEN)).toContain(say('problem:upload.secret-marking'));
    });
    expect((await snapshot(secretary)).view.papers).toEqual({});
  });

  test('published, the record knows nothing of the words', async () => {
    const prepare = new PreparePage(secretary.page);
    await prepare.show('people');
    await prepare.addCommittee();
    await counting(prepare.participants).toBe(23);
    await prepare.show('publish');
    await prepare.publish();
    expect(JSON.stringify(await snapshot(secretary))).not.toContain(SLIP);
  });
});

describe('a secret item is dealt with', () => {
  test('the wall is blank, and a member sees the neutral line', async () => {
    const { participants } = (await snapshot(secretary)).view;
    const seats = Object.values<{ personId: string; hasSeat: boolean }>(participants);
    for (const { personId } of seats.filter(({ hasSeat }) => hasSeat)) {
      const command = { type: 'RecordAttendance', person: personId, from: 'unknown', to: 'room' };
      expect(await order(secretary.page, meeting, command)).toMatchObject({ status: 200 });
    }
    const link = await ask(secretary.page, 'POST', `/api/meetings/${meeting}/screens`);
    await wall.page.goto(link.body.url);
    await member.page.goto(`/meetings/${meeting}`);
    await new Workspace(member.page).ready();
    await secretary.page.goto(`/meetings/${meeting}/desk`);
    desk = await new Desk(secretary.page).ready();
    copies = new CopyRegister(secretary.page);
    await secretary.page.getByTestId('desk-start').click();
    await secretary.page.getByTestId('desk-start-confirm').click();
    await desk.goTo(NEUTRAL);
    const hall = new HallScreen(wall.page);
    await reading(hall.scene('blank')).toBe(say('screen:secretItem'));
    await counting(wall.page.getByTestId('hall-present')).toBe(0);
    await reading(member.page.getByTestId('secret-overview')).toContain(NEUTRAL);
    await counting(member.page.getByTestId('held-copies')).toBe(0);
    await counting(desk.item.getByTestId('conclusion-text')).toBe(0);
    await counting(secretary.page.getByTestId('vote-open')).toBe(0);
    await wall.watch.expectAccessible(wall.page);
    await shot(wall.page, 'hall-blank');
  });

  test('copies go out by number, and each holder sees the own number alone', async () => {
    for (const [copy, name] of [people.member1, people.member2, people.chair].entries()) {
      await copies.handOutNext(name);
      await reading(copies.row(copy + 1)).toContain(name);
    }
    await reading(copies.out).toBe(say('copies:out', { ds: '1, 2, 3' }));
    await reading(member.page.getByTestId('held-copies')).toBe(say('copies:held', { ds: '1' }));
    const told = JSON.stringify(await snapshot(member));
    expect(told).not.toContain('handedOutAt');
    await secretary.watch.expectAccessible(secretary.page);
    await member.watch.expectAccessible(member.page);
    await shot(secretary.page, 'desk-copies');
    await shot(member.page, 'member-copy');
  });

  test('they come back, and what is still out is named when the session ends', async () => {
    await copies.collect(1);
    await counting(member.page.getByTestId('held-copies')).toBe(0);
    await copies.collect(2);
    await reading(copies.out).toBe(say('copies:out', { ds: '3' }));
    const end = await desk.askToEnd();
    await reading(end.getByTestId('end-copies-out')).toContain(say('desk:copiesOf', { n: '2', so: '3' }));
    await desk.confirmEnd();
    await reading(desk.phase).toContain(say('desk:phase.ended'));
  });

  test('the result lists the copies for the desk, and for nobody else', async () => {
    await secretary.page.goto(`/meetings/${meeting}/result`);
    const item = secretary.page.getByTestId('result-item-2');
    await reading(item).toContain(NEUTRAL);
    await eventually(() => item.getByTestId('copy-table').locator('tbody tr').count()).toBe(3);
    await reading(item.getByTestId('copy-3')).toContain(people.chair);
    await secretary.watch.expectAccessible(secretary.page);
    await shot(secretary.page, 'result-copies');
    await member.page.goto(`/meetings/${meeting}/result`);
    await reading(member.page.getByTestId('result-item-2')).toContain(NEUTRAL);
    await counting(member.page.getByTestId('copy-table')).toBe(0);
  });
});
