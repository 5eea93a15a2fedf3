import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Seat } from './browser.ts';
import { Cast, people } from './cast.ts';
import { Notes, wave } from './pages/notes.ts';
import type { Workspace } from './pages/workspace.ts';
import { attribute, counting, eventually, reading } from './seeing.ts';
import { shot } from './shot.ts';
import { say } from './texts.ts';

const PAPER = 'Báo cáo tình hình kinh tế';
const QUESTION = 'Đề nghị làm rõ số liệu thu ngân sách CHIM-SON-CA-7';
const ANSWER = 'Số liệu đến ngày 20 tháng 4, Sở Tài chính đã đối chiếu';
const PRIVATE = 'Ghi chú riêng CHIM-SON-CA-8';

let cast: Cast;
let firstSeat: Seat;
let otherSeat: Seat;
let first: Workspace;
let notes: Notes;
let others: Notes;

/** Opens the paper that is written on. */
async function onPaper(room: Workspace, page: Seat['page']): Promise<Notes> {
  await room.goToItem('2');
  await room.openPaper(PAPER);
  await room.reader.picture(1).waitFor();
  const found = new Notes(page);
  await found.tools.waitFor();
  return found;
}

beforeAll(async () => {
  cast = await Cast.open();
  let other: Workspace;
  [[firstSeat, first], [otherSeat, other]] = await Promise.all([
    cast.inRoom('member 1', 'landscape', 'thanhvien1'),
    cast.inRoom('member 2', 'landscape', 'thanhvien2'),
  ]);
  notes = await onPaper(first, firstSeat.page);
  others = await onPaper(other, otherSeat.page);
}, 120_000);
afterEach(({ task }) => cast.review(task.result?.state === 'fail' ? task.name : null));
afterAll(() => cast?.close());

describe('writing', () => {
  test('a finger scrolls until a pen is chosen, then it draws', async () => {
    const scroller = first.reader.pages;
    await notes.fingers(1, wave([0.5, 0.5], [0.5, 0.3]));
    await eventually(() => scroller.evaluate((element) => element.scrollTop)).toBeGreaterThan(50);
    await counting(notes.drawn(1)).toBe(0);
    // The finger's swing has to end first.
    await eventually(() => first.reader.toTop()).toBe(0);
    await notes.take('marker');
    await notes.fingers(1, wave([0.2, 0.33], [0.6, 0.33]));
    await counting(notes.drawn(1)).toBe(1);
    await counting(notes.live(1)).toBe(0);
    expect(await scroller.evaluate((element) => element.scrollTop)).toBe(0);
  });

  test('the first contact of a pen draws with its pressure and lets fingers scroll again', async () => {
    await notes.take('pen');
    await notes.pen(1, wave([0.2, 0.2], [0.7, 0.24]));
    await counting(notes.drawn(1)).toBe(2);
    await attribute(firstSeat.page.getByTestId('finger-draws'), 'aria-pressed').toBe('false');
    // The hand beside the pen is no finger for half a second.
    await eventually(async () => {
      await notes.fingers(1, wave([0.5, 0.5], [0.5, 0.3]));
      return first.reader.pages.evaluate((element) => element.scrollTop);
    }).toBeGreaterThan(50);
    await counting(notes.drawn(1)).toBe(2);
    await first.reader.pages.evaluate((element) => element.scrollTo({ top: 0 }));
  });

  test('a finger draws again where the person wants it, and a second finger makes a pinch of it', async () => {
    await firstSeat.page.getByTestId('finger-draws').click();
    await notes.fingers(1, wave([0.2, 0.28], [0.5, 0.28]));
    await counting(notes.drawn(1)).toBe(3);
    const before = await first.reader.widthOf(1);
    await notes.fingers(1, wave([0.45, 0.3], [0.25, 0.3], 10), wave([0.55, 0.3], [0.8, 0.3], 10));
    await eventually(() => first.reader.widthOf(1)).toBeGreaterThan(before * 1.1);
    await counting(notes.drawn(1)).toBe(3);
    await firstSeat.page.getByTestId('zoom-fit').click();
    await eventually(() => first.reader.widthOf(1)).toBeLessThan(before * 1.01);
  });

  test('a drag over words highlights them', async () => {
    await first.reader.pages.evaluate((element) => element.scrollTo({ top: 0, left: 0 }));
    await notes.take('highlight');
    await eventually(async () => {
      await notes.pen(1, [
        [0.2, 0.38],
        [0.4, 0.38],
        [0.6, 0.38],
      ]);
      return notes.drawn(1).count();
    }).toBeGreaterThan(3);
    await notes.undo();
    await notes.redo();
    await counting(notes.drawn(1)).toBe(4);
  });

  test('a text and a note are written where the page was tapped', async () => {
    await notes.take('text');
    await notes.pen(1, [[0.3, 0.5]]);
    await notes.write(QUESTION);
    await reading(notes.texts(1)).toBe(QUESTION);
    await notes.take('note');
    await notes.pen(1, [[0.85, 0.45]]);
    await notes.write(PRIVATE);
    await counting(notes.pins(1)).toBe(1);
    await attribute(notes.pins(1), 'aria-label').toBe(say('annotation:pin.own', { text: PRIVATE }));
    await shot(firstSeat.page, 'annotate-all-tools');
    await firstSeat.watch.expectAccessible(firstSeat.page);
  });

  test('the eraser takes whole strokes; buttons, keys and taps take back and repeat', async () => {
    await notes.take('eraser');
    await notes.pen(1, wave([0.45, 0.16], [0.45, 0.29]));
    await counting(notes.drawn(1)).toBe(2);
    await notes.undo();
    await counting(notes.drawn(1)).toBe(4);
    await firstSeat.page.keyboard.press('Control+y');
    await counting(notes.drawn(1)).toBe(2);
    await firstSeat.page.keyboard.press('Control+z');
    await counting(notes.drawn(1)).toBe(4);
    await eventually(async () => {
      await notes.fingers(1, [[0.4, 0.4]], [[0.6, 0.4]]);
      return notes.pins(1).count();
    }).toBe(0);
    await notes.redo();
    await counting(notes.pins(1)).toBe(1);
  });

  test('a page is bookmarked', async () => {
    await notes.take('view');
    await notes.bookmark(1).click();
    await attribute(notes.bookmark(1), 'aria-pressed').toBe('true');
  });
});

describe('what was written', () => {
  test('is there after the page was loaded anew', async () => {
    await firstSeat.page.reload();
    await counting(notes.drawn(1)).toBe(4);
    await reading(notes.texts(1)).toBe(QUESTION);
    await counting(notes.pins(1)).toBe(1);
    await attribute(notes.bookmark(1), 'aria-pressed').toBe('true');
  });

  test('is on another device of the same person, at the same place', async () => {
    const [seat, room] = await cast.inRoom('member 1 again', 'portrait', 'thanhvien1');
    const again = await onPaper(room, seat.page);
    await counting(again.drawn(1)).toBe(4);
    const paths = (of: Notes) =>
      of.drawn(1).evaluateAll((found) => found.map((path) => path.getAttribute('d')).toSorted());
    expect(await paths(again)).toEqual(await paths(notes));
    await shot(seat.page, 'annotate-portrait');
  });

  test('is nobody else\u2019s, until it is shared', async () => {
    await counting(others.drawn(1)).toBe(0);
    await counting(others.texts(1)).toBe(0);
    expect(await otherSeat.wire.holds('CHIM-SON-CA')).toBe(false);
  });

  test('is listed by paper and page, and leads to its place', async () => {
    await first.reader.goTo(4);
    await notes.openList();
    await reading(notes.list).toContain(PRIVATE);
    await shot(firstSeat.page, 'annotate-list');
    await notes.list.getByRole('button', { name: QUESTION }).first().click();
    await reading(first.reader.number).toContain('1 / ');
  });

  test('is shared with one person by name, who reads it and cannot change it', async () => {
    await notes.pins(1).click();
    const { dialog } = notes;
    await dialog.getByRole('radio', { name: say('annotation:share.people') }).check({ force: true });
    await dialog.getByRole('checkbox', { name: people.member2 }).check();
    await dialog.getByTestId('note-save').click();
    await counting(others.pins(1)).toBe(1);
    await counting(others.texts(1)).toBe(0);
    await others.pins(1).click();
    await reading(others.dialog).toContain(people.member1);
    await reading(others.dialog).toContain(PRIVATE);
    await counting(others.dialog.getByTestId('note-save')).toBe(0);
    await shot(otherSeat.page, 'annotate-shared');
    await otherSeat.page.keyboard.press('Escape');
  });

  test('is gone for the other when it is private again', async () => {
    await notes.pins(1).click();
    await notes.dialog.getByRole('radio', { name: say('annotation:share.private') }).check({ force: true });
    await notes.dialog.getByTestId('note-save').click();
    await counting(others.pins(1)).toBe(0);
  });
});

describe('a remark for all', () => {
  test('stands in the table of the desk, is answered there, and its author reads the answer', async () => {
    const [deskSeat] = await cast.atDesk('secretary', 'thuky');
    await deskSeat.page.locator('[data-testid^="remarks-open-"]').first().click();
    const table = deskSeat.page.getByTestId('remarks-dialog');
    await reading(table).toContain(say('annotation:remark.none'));
    await notes.texts(1).waitFor();
    await notes.openList();
    await notes.list.locator('li', { hasText: QUESTION }).locator('[data-testid^="note-open-"]').click();
    await notes.dialog.getByRole('radio', { name: say('annotation:share.all') }).check({ force: true });
    await notes.dialog.getByTestId('ask-floor').check();
    await notes.dialog.getByTestId('note-save').click();
    await firstSeat.page.keyboard.press('Escape');
    await reading(table).toContain(QUESTION);
    await reading(table).toContain(say('annotation:remark.asksFloor'));
    await counting(deskSeat.page.locator('[data-testid^="remarks-floor-"]')).toBe(1);
    await counting(others.texts(1)).toBe(1);
    await table.locator('[data-testid^="remark-answer-"]').fill(ANSWER);
    await table.locator('[data-testid^="remark-answered-"]').click();
    await reading(table).toContain(say('annotation:remark.state.answered'));
    await counting(deskSeat.page.locator('[data-testid^="remarks-floor-"]')).toBe(0);
    await shot(deskSeat.page, 'annotate-remarks');
    await notes.openList();
    await notes.list.locator('li', { hasText: QUESTION }).locator('[data-testid^="note-open-"]').click();
    await reading(notes.dialog.getByTestId('note-remark')).toContain(ANSWER);
  });
});
