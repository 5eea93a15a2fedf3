import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Seat } from './browser.ts';
import { Cast, people } from './cast.ts';
import { ask, meetingOf, order } from './door.ts';
import type { Desk } from './pages/desk.ts';
import type { HallScreen } from './pages/hall-screen.ts';
import type { Workspace } from './pages/workspace.ts';
import { attribute, counting, eventually, reading } from './seeing.ts';
import { shot } from './shot.ts';
import { say } from './texts.ts';

const LISTED = 'Công tác tổ chức cán bộ';
const LISTED_PAPER = 'TTr-SNV';
const SECRET_TITLE = 'Phương án nhân sự sau kiện toàn CHIM-HOANG-YEN-1';
const SECRET_CONCLUSION = 'Thống nhất phương án CHIM-HOANG-YEN-2.';
const LATE = 'Giang Thế Vinh';
const CONSENT = 'Chủ tịch đồng ý, trực tiếp tại phiên họp';

let cast: Cast;
let secretarySeat: Seat;
let chairSeat: Seat;
let memberSeat: Seat;
let guestSeat: Seat;
let wallSeat: Seat;
let desk: Desk;
let chair: Workspace;
let member: Workspace;
let guest: Workspace;
let hall: HallScreen;
let meeting: string;

beforeAll(async () => {
  cast = await Cast.open();
  [secretarySeat, desk] = await cast.atDesk('secretary', 'thuky');
  [[chairSeat, chair], [memberSeat, member], [guestSeat, guest], [wallSeat, hall]] = await Promise.all([
    cast.inRoom('chair', 'landscape', 'chutich'),
    cast.inRoom('member', 'landscape', 'thanhvien1'),
    cast.inRoom('guest', 'phone', 'khachmoi'),
    cast.onWall(),
  ]);
  meeting = meetingOf(secretarySeat.page);
}, 120_000);
afterEach(({ task }) => cast.review(task.result?.state === 'fail' ? task.name : null));
afterAll(() => cast?.close());

describe('reading', () => {
  test('a paper of 300 pages opens at once, goes to a page, and opens there again', async () => {
    await member.goToItem('3');
    await member.openPaper('Phụ lục danh mục');
    const { reader } = member;
    await reading(reader.number).toBe('1 / 300');
    await eventually(() => reader.inkOf(1)).toBeGreaterThan(0.5);
    await reader.goTo(250);
    await reading(reader.number).toBe('250 / 300');
    await eventually(() => reader.inkOf(250)).toBeGreaterThan(0.5);
    const before = await reader.widthOf(250);
    const stored = memberSeat.page.waitForResponse(
      (answer) => answer.url().endsWith('/place') && answer.request().method() === 'PUT',
    );
    await reader.zoomIn();
    await eventually(() => reader.widthOf(250)).toBeGreaterThan(before * 1.2);
    await stored;
    await shot(memberSeat.page, 'reader-zoomed');
    await memberSeat.page.reload();
    await reading(reader.number).toBe('250 / 300');
    await eventually(() => reader.widthOf(250)).toBeGreaterThan(before * 1.2);
    await eventually(() => reader.inkOf(250)).toBeGreaterThan(0.5);
  });

  test('a scan of 60 pages is read page by page on a phone', async () => {
    await guest.goToItem('5.2');
    await guest.openPaper('Hồ sơ phương án giá đất');
    const { reader } = guest;
    await reading(reader.number).toBe('1 / 60');
    await eventually(() => reader.inkOf(1)).toBeGreaterThan(0.5);
    await reader.goTo(60);
    await reading(reader.number).toBe('60 / 60');
    await eventually(() => reader.inkOf(60)).toBeGreaterThan(0.1);
    await shot(guestSeat.page, 'reader-scan-phone');
    await guestSeat.watch.expectAccessible(guestSeat.page);
  });
});

describe('what is for some only', () => {
  test('a listed item shows its number to the others and nothing else', async () => {
    await reading(await chair.item('6')).toContain(LISTED);
    await reading(await member.item('6')).toContain(say('meeting:rail.listed'));
    await reading(await guest.item('6')).toContain(say('meeting:rail.listed'));
    await shot(guestSeat.page, 'rail-phone');
    await guestSeat.page.keyboard.press('Escape');
  });

  test('the session goes there, and only those on the list see what it is about', async () => {
    await desk.goTo(LISTED);
    await reading(chair.current).toContain(LISTED);
    await reading(member.current).toBe(
      `${say('meeting:live.running')}\n${say('meeting:itemNumber', { n: 6 })}`,
    );
    await reading(hall.scene('item')).toContain(say('screen:listedItem'));
    await shot(wallSeat.page, 'hall-listed');
    await member.returnToPresider();
    await reading(memberSeat.page.locator('#main')).toContain(say('meeting:item.closed'));
    await shot(memberSeat.page, 'workspace-listed');
  });

  test('an item added live for two people is told to nobody else, conclusion included', async () => {
    await desk.addItem({ title: SECRET_TITLE, openTo: [people.chair], consent: CONSENT });
    await reading(await chair.item('8')).toContain(SECRET_TITLE);
    await reading(await member.item('8')).toContain(say('meeting:rail.listed'));
    await desk.goTo(SECRET_TITLE);
    await reading(chair.current).toContain(SECRET_TITLE);
    await desk.writeConclusion(SECRET_CONCLUSION);
    await desk.recordConclusion();
    await reading(desk.conclusionRecorded).toContain('Đã ghi nhận lúc');
    await chair.goToItem('8');
    await reading(chair.overview).toContain(SECRET_CONCLUSION);
    await reading(hall.scene('item')).toContain(say('screen:listedItem'));
  });

  test('not one message or page of theirs ever held it', async () => {
    for (const { name, page, wire } of [memberSeat, guestSeat, wallSeat]) {
      for (const text of [LISTED, LISTED_PAPER, SECRET_TITLE, SECRET_CONCLUSION]) {
        expect(await wire.holds(text), `${name}: ${text}`).toBe(false);
        expect(await page.content(), `${name}: ${text}`).not.toContain(text);
      }
    }
    for (const text of [LISTED, SECRET_TITLE, SECRET_CONCLUSION])
      expect(await chairSeat.wire.holds(text)).toBe(true);
  });

  test('asking for it answers as if it did not exist', async () => {
    const { body } = await ask(chairSeat.page, 'GET', `/api/meetings/${meeting}/snapshot`);
    const items = Object.values<{ id: string; number: string }>(body.view.items);
    const listed = items.find(({ number }) => number === '6')?.id;
    expect(
      (await ask(chairSeat.page, 'GET', `/api/meetings/${meeting}/items/${listed}`)).body.item.title,
    ).toBe(LISTED);
    for (const { page, watch } of [memberSeat, guestSeat]) {
      await watch.expecting(404, async () => {
        const refused = await ask(page, 'GET', `/api/meetings/${meeting}/items/${listed}`);
        const unknown = await ask(page, 'GET', `/api/meetings/${meeting}/items/${crypto.randomUUID()}`);
        expect([refused.status, refused.body.code]).toEqual([unknown.status, unknown.body.code]);
        expect(refused.status).toBe(404);
      });
    }
  });
});

describe('the agenda changes while the session runs', () => {
  test('an item is added and another withdrawn, on every screen at once', async () => {
    await desk.addItem({ title: 'Báo cáo nhanh về hạn, xâm nhập mặn', consent: CONSENT });
    await reading(await member.item('9')).toContain('hạn, xâm nhập mặn');
    await desk.withdrawItem('Dự thảo Quy định giá đất', 'Cơ quan trình xin rút để bổ sung hồ sơ', CONSENT);
    const rail = await member.rail();
    await reading(rail.getByRole('listitem').filter({ hasText: 'Dự thảo Quy định giá đất' })).toContain(
      say('meeting:rail.withdrawn'),
    );
    await member.goToItem('5');
    await member.openOverview();
    await reading(member.overview).toContain('Cơ quan trình xin rút để bổ sung hồ sơ');
    await shot(memberSeat.page, 'workspace-withdrawn');
    await attribute(desk.agendaItem('Dự thảo Quy định giá đất'), 'aria-pressed').toBe('true');
    await shot(secretarySeat.page, 'desk-withdrawn');
  });
});

describe('a guest', () => {
  test('sees who takes part by name alone, and how many are there', async () => {
    const { body } = await ask(guestSeat.page, 'GET', `/api/meetings/${meeting}/snapshot`);
    expect(body.audience).toBe('guest');
    const shown = new Set(
      Object.values<object>(body.view.participants).flatMap((person) => Object.keys(person)),
    );
    for (const field of ['status', 'invitation', 'declineReason', 'joinedOnDevice', 'arrivedAt']) {
      expect(shown).not.toContain(field);
    }
  });

  test('has no desk, and no order of the desk or of a member', async () => {
    const { page, watch } = guestSeat;
    await watch.expecting(409, async () => {
      const snapshot = await ask(secretarySeat.page, 'GET', `/api/meetings/${meeting}/snapshot`);
      const { currentItemId, deskHolderId } = snapshot.body.view.meeting;
      const orders = [
        { type: 'GoToItem', from: currentItemId, to: Object.keys(snapshot.body.view.items)[0] },
        { type: 'EndMeeting' },
        { type: 'RecordAttendance', person: deskHolderId, from: 'room', to: 'excused' },
      ];
      for (const command of orders) {
        expect((await order(page, meeting, command)).body.code, command.type).toBe('capacity/not-desk');
      }
      const after = await ask(secretarySeat.page, 'GET', `/api/meetings/${meeting}/snapshot`);
      expect(after.body.view.meeting.currentItemId).toBe(currentItemId);
    });
    await page.goto(`/meetings/${meeting}/desk`);
    await reading(page.locator('#main')).toContain(say('desk:gate.notDesk'));
    await shot(page, 'desk-gate-phone');
    await counting(page.getByTestId('desk-next')).toBe(0);
  });

  test('is told in the vote that guests do not vote', async () => {
    const { page } = guestSeat;
    await page.goto(`/meetings/${meeting}`);
    await guest.ready();
    await desk.goTo('Dự thảo Nghị quyết');
    await desk.show('vote');
    await desk.vote.open();
    await guest.ballot.dockButton.click();
    await reading(guest.ballot.whyNot).toBe(say('voting:ballot.why.guest'));
    await shot(page, 'vote-guest-phone');
    await reading(chair.ballot.submit).toBe(say('voting:ballot.choose'));
  });
});

describe('the desk', () => {
  test('lets in a member who comes after the vote was opened', async () => {
    await desk.show('roster');
    await desk.roster.markInRoom(LATE);
    await desk.show('vote');
    await desk.vote.admit(LATE);
    await reading(desk.vote.progress).toBe(say('desk:vote.progress', { n: 0, of: 18 }));
    await reading(hall.progress).toBe(say('screen:voted', { n: 0, total: 18 }));
    await desk.vote.askToClose();
    await desk.vote.confirmClose();
    await desk.vote.publish();
    await reading(hall.outcome).toBe(say('voting:ballot.notAdopted'));
    await shot(wallSeat.page, 'hall-not-adopted');
    const refused = desk.outcome('adopted');
    await refused.click({ force: true });
    await reading(desk.toasts).toContain(say('problem:decision.not-adopted-by-vote'));
  });

  test('is led by keys, which ask before they act', async () => {
    const { page } = secretarySeat;
    await page.locator('#main').click({ position: { x: 2, y: 2 } });
    await page.keyboard.press('?');
    await reading(desk.dialog).toContain(say('desk:keys.title'));
    await page.keyboard.press('Escape');
    await desk.dialog.waitFor({ state: 'hidden' });
    await page.keyboard.press('/');
    await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe(
      'roster-search',
    );
    await page.locator('#main').click({ position: { x: 2, y: 2 } });
    await page.keyboard.press('ArrowRight');
    await reading(desk.dialog).toContain(say('desk:next.title', { n: 4 }));
    // The dialog takes the focus a moment after it is shown.
    await eventually(() =>
      page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null),
    ).toBe(true);
    await page.getByTestId('desk-next-confirm').press('Enter');
    await reading(desk.item).toContain(say('meeting:itemNumber', { n: 4 }));
    await page.keyboard.press('Control+z');
    await reading(desk.item).toContain(say('meeting:itemNumber', { n: 3 }));
  });
});
