import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Seat } from './browser.ts';
import { Cast, people } from './cast.ts';
import type { Desk } from './pages/desk.ts';
import type { HallScreen } from './pages/hall-screen.ts';
import type { Workspace } from './pages/workspace.ts';
import { attribute, counting, eventually, reading } from './seeing.ts';
import { shot } from './shot.ts';
import { say, sessionWords } from './texts.ts';

const PAPER = 'Phụ lục danh mục';

let cast: Cast;
let secretarySeat: Seat;
let chairSeat: Seat;
let memberSeat: Seat;
let wallSeat: Seat;
let desk: Desk;
let chair: Workspace;
let member: Workspace;
let other: Workspace;
let hall: HallScreen;

/** The sheet on somebody's screen, whatever number is printed on it. */
async function sheetOf({ reader }: Workspace): Promise<number> {
  return Number(/(\d+) \/ 300/.exec(await reader.number.innerText())?.[1]);
}

/** What the page on somebody's screen is called everywhere: by the number printed on it, and its sheet. */
async function pageName(room: Workspace): Promise<string> {
  const page = await sheetOf(room);
  const printed = room.page.getByTestId('page-label');
  if ((await printed.count()) === 0) return say('reader:sheet', { page, total: 300 });
  const label = (await printed.innerText()).replace(say('reader:printed', { label: '' }), '').trim();
  return say('reader:printedOnSheet', { label, page, total: 300 });
}

/** The chair goes to a page; the sheet it is. */
async function leadTo(page: number): Promise<number> {
  const before = await sheetOf(chair);
  await chair.reader.goTo(page);
  await eventually(() => sheetOf(chair)).not.toBe(before);
  return sheetOf(chair);
}

beforeAll(async () => {
  cast = await Cast.open();
  [secretarySeat, desk] = await cast.atDesk('secretary', 'thuky');
  [[chairSeat, chair], [memberSeat, member], [, other], [wallSeat, hall]] = await Promise.all([
    cast.inRoom('chair', 'landscape', 'chutich'),
    cast.inRoom('member 1', 'landscape', 'thanhvien1'),
    cast.inRoom('member 2', 'portrait', 'thanhvien2'),
    cast.onWall(),
  ]);
}, 120_000);
afterEach(({ task }) => cast.review(task.result?.state === 'fail' ? task.name : null));
afterAll(() => cast?.close());

test('two tablets and the wall are where the chair leads, at their own zoom', async () => {
  // The agenda is gone to by the desk: the paper stays open when the lead ends.
  await desk.next('3');
  await reading(chair.current).toContain('3');
  await chair.openPaper(PAPER);
  await reading(chair.reader.number).toContain('/ 300');
  await chair.leadButton.click();
  await attribute(chair.leadButton, 'aria-pressed').toBe('true');
  const sheet = await leadTo(7);
  for (const follower of [member, other]) {
    await eventually(() => sheetOf(follower)).toBe(sheet);
    await eventually(() => follower.reader.inkOf(sheet)).toBeGreaterThan(0.5);
  }
  expect(await pageName(chair)).toContain(`(tờ ${sheet}/300)`);
  await reading(hall.pageName).toContain(
    say('follow:wall.page', { title: PAPER, trang: await pageName(chair) }),
  );
  await counting(hall.pagePicture).toBe(1);
  await shot(wallSeat.page, 'hall-page');
  await shot(chairSeat.page, 'leading');
  const width = await member.reader.widthOf(sheet);
  await chair.reader.zoomIn();
  await chair.reader.nextPage();
  await eventually(() => sheetOf(member)).toBe(sheet + 1);
  expect(await member.reader.widthOf(sheet + 1)).toBe(width);
  expect(await member.openTab.innerText()).toContain(PAPER);
  await chairSeat.watch.expectAccessible(chairSeat.page);
});

test('the desk sees by name who follows, and who reads elsewhere', async () => {
  await secretarySeat.page.getByTestId('desk-tab-presence').click();
  const summary = secretarySeat.page.getByTestId('lead-summary');
  await reading(summary).toContain(say('follow:desk.leader', { ten: people.chair }));
  await reading(desk.presence('here')).toContain(say('follow:desk.page', { trang: await pageName(chair) }));
  await shot(secretarySeat.page, 'desk-following');
  await secretarySeat.watch.expectAccessible(secretarySeat.page);
});

test('an own step to another page releases, and one tap returns', async () => {
  const { reader, returnPill } = member;
  await counting(returnPill).toBe(0);
  await reader.pages.hover();
  for (let turn = 0; turn < 4; turn += 1) await memberSeat.page.mouse.wheel(0, 900);
  const where = say('follow:pill.at', { ai: sessionWords.ChuToa, n: 3, trang: '' });
  await reading(returnPill).toContain(where.trim());
  await reader.atRest();
  const own = await sheetOf(member);
  await shot(memberSeat.page, 'released');
  const sheet = await leadTo(20);
  await eventually(() => sheetOf(other)).toBe(sheet);
  expect(await sheetOf(member)).toBe(own);
  await member.followAgain();
  await eventually(() => sheetOf(member)).toBe(sheet);
  await counting(returnPill).toBe(0);
});

test('who comes back is where the leader is', async () => {
  await memberSeat.page.reload();
  const sheet = await sheetOf(chair);
  await eventually(() => sheetOf(member)).toBe(sheet);
});

test('nothing moves while the pen is down, nor in the seconds after', async () => {
  const before = await sheetOf(chair);
  await memberSeat.page.getByTestId('tool-pen').click();
  const box = await member.reader.pages.boundingBox();
  if (box === null) throw new Error('There are no pages.');
  const pen = await memberSeat.context.newCDPSession(memberSeat.page);
  const at = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', dx: number) =>
    pen.send('Input.dispatchMouseEvent', {
      type,
      x: box.x + box.width / 2 + dx,
      y: box.y + box.height / 2,
      button: 'left',
      buttons: 1,
      clickCount: 1,
      pointerType: 'pen',
      force: 0.5,
    });
  await at('mousePressed', 0);
  await at('mouseMoved', 30);
  const sheet = await leadTo(31);
  await eventually(() => sheetOf(other)).toBe(sheet);
  await at('mouseMoved', 60);
  expect(await sheetOf(member)).toBe(before);
  await at('mouseReleased', 60);
  const liftedAt = performance.now();
  expect(await sheetOf(member)).toBe(before);
  await eventually(() => sheetOf(member)).toBe(sheet);
  expect(performance.now() - liftedAt).toBeGreaterThan(2_500);
});

test('the leader points, and the dot is on the same place of the page', async () => {
  await chairSeat.page.getByTestId('lead-pointer').click();
  const surface = chairSeat.page.getByTestId(`pointing-${await sheetOf(chair)}`);
  await surface.hover({ position: { x: 200, y: 150 } });
  await chairSeat.page.mouse.move(...(await middleOf(surface)), { steps: 12 });
  await counting(other.page.getByTestId('leader-pointer')).toBe(1);
  await shot(other.page, 'pointer');
});

test('the desk takes the lead away, and everybody reads on where they are', async () => {
  await secretarySeat.page.getByTestId('lead-end').click();
  await attribute(chair.leadButton, 'aria-pressed').toBe('false');
  const before = await sheetOf(other);
  await leadTo(40);
  await counting(hall.scene('paper')).toBe(0);
  expect(await sheetOf(other)).toBe(before);
});

async function middleOf(place: ReturnType<Workspace['page']['getByTestId']>): Promise<[number, number]> {
  const box = await place.boundingBox();
  if (box === null) throw new Error('It is not there.');
  return [box.x + box.width / 3, box.y + Math.min(box.height / 2, 250)];
}
