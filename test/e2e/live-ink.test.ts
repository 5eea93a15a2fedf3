import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Seat } from './browser.ts';
import { Cast } from './cast.ts';
import type { Desk } from './pages/desk.ts';
import type { HallScreen } from './pages/hall-screen.ts';
import type { Workspace } from './pages/workspace.ts';
import { attribute, counting, eventually, reading, settled } from './seeing.ts';
import { shot } from './shot.ts';
import { say } from './texts.ts';

const PAPER = 'Phụ lục danh mục';
const SHEET = 3;

let cast: Cast;
let secretarySeat: Seat;
let chairSeat: Seat;
let memberSeat: Seat;
let wallSeat: Seat;
let desk: Desk;
let chair: Workspace;
let member: Workspace;
let hall: HallScreen;

beforeAll(async () => {
  cast = await Cast.open();
  [secretarySeat, desk] = await cast.atDesk('secretary', 'thuky');
  [[chairSeat, chair], [memberSeat, member], [wallSeat, hall]] = await Promise.all([
    cast.inRoom('chair', 'landscape', 'chutich'),
    cast.inRoom('member 1', 'portrait', 'thanhvien1'),
    cast.onWall(),
  ]);
}, 120_000);
afterEach(({ task }) => cast.review(task.result?.state === 'fail' ? task.name : null));
afterAll(() => cast?.close());

/** How many of the presenter's strokes a screen shows. */
const strokesOn = async ({ page }: Seat): Promise<number> => {
  const strokes = page.getByTestId('presented-strokes');
  return (await strokes.count()) === 0 ? 0 : Number(await strokes.first().getAttribute('data-strokes'));
};

/** A line on the page that is led to, from one part of its box to another. */
async function stroke(from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  const surface = chairSeat.page.getByTestId(`drawing-${SHEET}`);
  const box = await surface.boundingBox();
  if (box === null) throw new Error('There is nothing to draw on.');
  const at = ([x, y]: readonly [number, number]) =>
    [box.x + x * box.width, Math.max(box.y, 0) + y * 400 + 60] as const;
  await chairSeat.page.mouse.move(...at(from));
  await chairSeat.page.mouse.down();
  await chairSeat.page.mouse.move(...at(to), { steps: 20 });
  await chairSeat.page.mouse.up();
}

/** Where the strokes lie on the page, as parts of its width and height. */
const placeOf = async ({ page }: Seat): Promise<number[]> =>
  page.getByTestId('presented-strokes').evaluate((svg) => {
    const sheet = svg.getBoundingClientRect();
    const drawn = (svg.querySelector('g') as SVGGElement).getBoundingClientRect();
    return [
      (drawn.left - sheet.left) / sheet.width,
      (drawn.top - sheet.top) / sheet.height,
      drawn.width / sheet.width,
      drawn.height / sheet.height,
    ];
  });

test('what the leader draws is at the same place on tablets and wall while it is drawn', async () => {
  await desk.next('3');
  await reading(chair.current).toContain('3');
  await chair.openPaper(PAPER);
  await reading(chair.reader.number).toContain('/ 300');
  await chair.leadButton.click();
  await attribute(chair.leadButton, 'aria-pressed').toBe('true');
  await chair.reader.nextPage();
  await chair.reader.nextPage();
  for (const { reader } of [chair, member]) await reading(reader.number).toContain(`${SHEET} / 300`);
  await chairSeat.page.getByTestId('lead-pen').click();
  await attribute(chairSeat.page.getByTestId('lead-pen'), 'aria-pressed').toBe('true');
  await stroke([0.2, 0.2], [0.7, 0.3]);
  await stroke([0.3, 0.5], [0.5, 0.7]);
  for (const seat of [chairSeat, memberSeat, wallSeat]) await eventually(() => strokesOn(seat)).toBe(2);
  const isWhereTheLeaders = async (seat: Seat) => {
    const [own, place] = await Promise.all([placeOf(chairSeat), placeOf(seat)]);
    return place.every((part, index) => Math.abs(part - (own[index] ?? 0)) < 0.01);
  };
  for (const seat of [memberSeat, wallSeat]) await eventually(() => isWhereTheLeaders(seat)).toBe(true);
  await counting(hall.pagePicture).toBe(1);
  await settled(memberSeat.page);
  for (const [name, seat] of [
    ['chair', chairSeat],
    ['member', memberSeat],
    ['wall', wallSeat],
  ] as const)
    await shot(seat.page, `live-ink-${name}`);
  await chairSeat.watch.expectAccessible(chairSeat.page);
  await memberSeat.watch.expectAccessible(memberSeat.page);
});

test('the last stroke is taken back, and a tablet that comes again has what is left', async () => {
  await chairSeat.page.getByTestId('lead-undo').click();
  for (const seat of [chairSeat, memberSeat, wallSeat]) await eventually(() => strokesOn(seat)).toBe(1);
  await memberSeat.page.reload();
  await eventually(() => strokesOn(memberSeat)).toBe(1);
});

test('a stroke drawn while the network is away arrives when it is back', async () => {
  await chairSeat.watch.expecting('network', async () => {
    await chairSeat.context.setOffline(true);
    await stroke([0.2, 0.6], [0.6, 0.6]);
    await eventually(() => strokesOn(chairSeat)).toBe(2);
    expect(await strokesOn(memberSeat)).toBe(1);
    await chairSeat.context.setOffline(false);
    await eventually(() => strokesOn(memberSeat)).toBe(2);
    await reading(chair.connection).toContain(say('meeting:connection.live'));
  });
});

test('the desk keeps the strokes: they stay on the paper as notes, and make no remark', async () => {
  const band = secretarySeat.page.getByTestId('ink-band');
  await attribute(band, 'data-strokes').toBe('2');
  await settled(secretarySeat.page);
  await shot(secretarySeat.page, 'live-ink-desk');
  await secretarySeat.watch.expectAccessible(secretarySeat.page);
  await secretarySeat.page.getByTestId('ink-keep').click();
  await counting(band).toBe(0);
  for (const seat of [chairSeat, memberSeat, wallSeat]) await eventually(() => strokesOn(seat)).toBe(0);
  await attribute(memberSeat.page.getByTestId(`notes-page-${SHEET}`), 'data-strokes').toBe('2');
  await memberSeat.page.reload();
  await attribute(memberSeat.page.getByTestId(`notes-page-${SHEET}`), 'data-strokes').toBe('2');
});

test('what the desk drops is gone from every screen, after it was asked', async () => {
  await stroke([0.2, 0.8], [0.6, 0.8]);
  await eventually(() => strokesOn(memberSeat)).toBe(1);
  await secretarySeat.page.getByTestId('ink-drop').click();
  const dialog = secretarySeat.page.getByRole('dialog');
  await reading(dialog).toContain(PAPER);
  await settled(secretarySeat.page);
  await shot(secretarySeat.page, 'live-ink-drop');
  await secretarySeat.watch.expectAccessible(secretarySeat.page);
  await secretarySeat.page.getByTestId('ink-drop-confirm').click();
  for (const seat of [chairSeat, memberSeat, wallSeat]) await eventually(() => strokesOn(seat)).toBe(0);
  await attribute(memberSeat.page.getByTestId(`notes-page-${SHEET}`), 'data-strokes').toBe('2');
});
