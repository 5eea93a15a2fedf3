import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Seat, sizes } from './browser.ts';
import { Cast } from './cast.ts';
import { misfitsOf } from './layout.ts';
import type { Reader } from './pages/reader.ts';
import type { Workspace } from './pages/workspace.ts';
import { counting, eventually, reading, settled } from './seeing.ts';
import { shot } from './shot.ts';
import { say } from './texts.ts';

const TEXT = 'Phụ lục danh mục';
const SCAN = 'Hồ sơ phương án giá đất';

let cast: Cast;
let seat: Seat;
let member: Workspace;
let reader: Reader;

beforeAll(async () => {
  cast = await Cast.open();
  [seat, member] = await cast.inRoom('member', 'landscape', 'thanhvien1');
  ({ reader } = member);
  await member.goToItem('3');
  await member.openPaper(TEXT);
  await reader.picture(1).waitFor();
}, 120_000);
afterEach(({ task }) => cast.review(task.result?.state === 'fail' ? task.name : null));
afterAll(() => cast?.close());

async function look(name: string): Promise<void> {
  await settled(seat.page);
  await shot(seat.page, `read-${name}`);
  expect(await misfitsOf(seat.page), name).toEqual([]);
  await seat.watch.expectAccessible(seat.page);
}

test('keys turn the pages, and no more than four are kept as pictures', async () => {
  await reader.pages.focus();
  for (let turn = 0; turn < 6; turn += 1) await seat.page.keyboard.press('PageDown');
  await reading(reader.number).toBe('7 / 300');
  await eventually(() => reader.inkOf(7)).toBeGreaterThan(0.5);
  await seat.page.keyboard.press('PageUp');
  await reading(reader.number).toBe('6 / 300');
  await seat.page.keyboard.press('End');
  await eventually(() => reader.inkOf(300)).toBeGreaterThan(0.1);
  await seat.page.keyboard.press('Home');
  await reading(reader.number).toBe('1 / 300');
  expect(await reader.pictures()).toBeLessThanOrEqual(4);
});

test('the wheel with Ctrl zooms at the pointer, fitting the width brings the page back', async () => {
  const before = await reader.widthOf(1);
  await reader.pages.hover();
  await seat.page.keyboard.down('Control');
  await seat.page.mouse.wheel(0, -200);
  await seat.page.keyboard.up('Control');
  await eventually(() => reader.widthOf(1)).toBeGreaterThan(before * 1.5);
  await seat.page.getByTestId('zoom-fit').click();
  await eventually(() => reader.widthOf(1)).toBe(before);
});

test('a number that is printed on another sheet leads there, with the sheet as the second choice', async () => {
  await reader.goTo(12);
  await reading(seat.page.getByTestId('page-label')).toContain('10');
  const dialog = await reader.askForPage();
  await dialog.getByTestId('key-1').click();
  await dialog.getByTestId('key-0').click();
  const printed = say('reader:printedOnSheet', { label: '10', page: 12, total: 300 });
  await reading(dialog.getByTestId('page-go')).toBe(printed);
  await look('go-to');
  await dialog.getByTestId('page-go-10').click();
  await reading(reader.number).toBe('10 / 300');
});

test('a jump is kept when the pages change size before the scrolling is heard of', async () => {
  const { width, height } = sizes.landscape;
  await reader.goTo(10);
  await reader.atRest();
  await seat.page.evaluate(() => {
    const isOfPages = (target: EventTarget | null) =>
      target instanceof Element && target.matches('[data-testid="paper-pages"]');
    const hush = (event: Event) => isOfPages(event.target) && event.stopImmediatePropagation();
    addEventListener('scroll', hush, { capture: true });
    addEventListener('heard-again', () => removeEventListener('scroll', hush, { capture: true }), {
      once: true,
    });
  });
  await reader.goTo(40);
  await seat.page.setViewportSize({ width: width - 100, height });
  await reading(reader.number).toBe('40 / 300');
  await seat.page.evaluate(() => dispatchEvent(new Event('heard-again')));
  await seat.page.setViewportSize({ width, height });
  await reading(reader.number).toBe('40 / 300');
  await reader.goTo(10);
  await reading(reader.number).toBe('10 / 300');
});

test('the pages as small pictures and the outline lead to their places', async () => {
  await seat.page.getByTestId('pages-panel-open').click();
  await eventually(() => reader.thumbnails.count()).toBeGreaterThan(1);
  expect(await reader.thumbnails.count()).toBeLessThanOrEqual(8);
  await look('thumbnails');
  await seat.page.getByTestId('thumbnail-11').click();
  await reading(reader.number).toBe('11 / 300');
  await seat.page.getByTestId('panel-tab-outline').click();
  await seat.page.getByTestId('outline-2').click();
  await reading(reader.number).toBe('3 / 300');
  await look('outline');
  await seat.page.getByTestId('pages-panel-close').click();
});

test('a page that lies on its side is turned, and stays so on this device', async () => {
  const upright = await reader.ratioOf(3);
  await reader.fromMenu('page-turn');
  await eventually(() => reader.ratioOf(3)).toBeCloseTo(1 / upright, 1);
  await eventually(() => reader.inkOf(3)).toBeGreaterThan(0.1);
  await seat.page.reload();
  await reading(reader.number).toBe('3 / 300');
  await eventually(() => reader.ratioOf(3)).toBeCloseTo(1 / upright, 1);
  for (let turn = 0; turn < 3; turn += 1) await reader.fromMenu('page-turn');
  await eventually(() => reader.ratioOf(3)).toBeCloseTo(upright, 1);
});

test('a paper opens where it was left, and says so', async () => {
  const stored = seat.page.waitForResponse(
    (answer) => answer.url().endsWith('/place') && answer.request().method() === 'PUT',
  );
  await reader.goTo(20);
  await stored;
  await member.openOverview();
  await member.openPaper(TEXT);
  await reading(seat.page.getByTestId('restore-chip')).toContain(say('reader:restored', { page: 20 }));
  await look('restored');
  await seat.page.getByTestId('restore-first').click();
  await reading(reader.number).toBe('1 / 300');
  await counting(seat.page.getByTestId('restore-chip')).toBe(0);
});

test('a second paper stands beside the first and is read by itself', async () => {
  await reader.fromMenu('reader-split');
  const second = seat.page.getByTestId('second-pane');
  await second.waitFor();
  const scan = await second
    .getByTestId('split-choice')
    .locator('option', { hasText: SCAN })
    .getAttribute('value');
  await second.getByTestId('split-choice').selectOption(scan);
  await second.locator('[data-page="1"] canvas').waitFor();
  await second.getByTestId('page-next').click();
  await reading(second.getByTestId('page-number')).toBe('2 / 60');
  await reading(reader.number).toBe('1 / 300');
  await look('side-by-side');
  await second.getByTestId('split-close').click();
  await second.waitFor({ state: 'detached' });
});

test('everything is within reach on a phone', async () => {
  await seat.page.setViewportSize(sizes.phone);
  await eventually(() => reader.inkOf(1)).toBeGreaterThan(0.5);
  await look('phone');
  await reader.fromMenu('pages-panel-open');
  await eventually(() => reader.thumbnails.count()).toBeGreaterThan(1);
  await look('phone-thumbnails');
  await seat.page.getByTestId('thumbnail-2').click();
  await reading(reader.number).toBe('2 / 300');
  const before = await reader.widthOf(2);
  await reader.fromMenu('zoom-in');
  await eventually(() => reader.widthOf(2)).toBeGreaterThan(before * 1.2);
  await seat.page.getByTestId('reader-more').click();
  expect(await seat.page.getByTestId('reader-split').count()).toBe(0);
});
