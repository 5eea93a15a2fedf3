import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Seat } from './browser.ts';
import { Cast } from './cast.ts';
import { SearchPanel } from './pages/search-panel.ts';
import type { Workspace } from './pages/workspace.ts';
import { counting, eventually, reading } from './seeing.ts';
import { shot } from './shot.ts';
import { say } from './texts.ts';

const APPENDIX = 'Phụ lục danh mục';
const SCAN = 'Hồ sơ phương án giá đất';

let cast: Cast;
let memberSeat: Seat;
let phoneSeat: Seat;
let member: Workspace;
let phone: Workspace;
let search: SearchPanel;
let onPhone: SearchPanel;

beforeAll(async () => {
  cast = await Cast.open();
  [[memberSeat, member], [phoneSeat, phone]] = await Promise.all([
    cast.inRoom('member', 'landscape', 'thanhvien1'),
    cast.inRoom('phone', 'phone', 'thanhvien2'),
  ]);
  search = new SearchPanel(memberSeat.page);
  onPhone = new SearchPanel(phoneSeat.page);
}, 120_000);
afterEach(({ task }) => cast.review(task.result?.state === 'fail' ? task.name : null));
afterAll(() => cast?.close());

describe('searching', () => {
  test('with and without marks finds the same pages, by the sheet and the printed number', async () => {
    await member.goToItem('3');
    await member.openPaper(APPENDIX);
    await reading(member.reader.number).toBe('1 / 300');
    await memberSeat.page.keyboard.press('Control+f');
    await search.search('nang cap, mo rong duong');
    await reading(search.summary).toContain('trang');
    const found = await search.summary.innerText();
    await search.search('Nâng cấp, mở rộng đường');
    await reading(search.summary).toBe(found);
    await search.search('khong co tu nay');
    await reading(search.summary).toBe(say('search:none'));
    await search.search('nang cap, mo rong duong');
    await reading(search.hits.first()).toContain('(tờ ');
    await shot(memberSeat.page, 'search');
    await memberSeat.watch.expectAccessible(memberSeat.page);
  });

  test('a hit leads to its page, where the words are marked until they are let go', async () => {
    const hit = search.hits.nth(5);
    const page = Number((await hit.getAttribute('data-testid'))?.replace('search-hit-', ''));
    await hit.click();
    await reading(member.reader.number).toBe(`${page} / 300`);
    await eventually(() => search.marksOn(page).count()).toBeGreaterThan(0);
    await search.close();
    await shot(memberSeat.page, 'search-marks');
    await memberSeat.page.getByTestId('search-forget').click();
    await counting(memberSeat.page.getByTestId('search-marks')).toBe(0);
  });

  test('in all papers finds other papers, leads into them, and names the scan it cannot search', async () => {
    await memberSeat.page.keyboard.press('/');
    await search.search('gia dat');
    await search.inAllPapers();
    await reading(search.panel).toContain(say('search:noText'));
    await reading(memberSeat.page.getByTestId('search-no-text')).toContain(SCAN);
    await eventually(() => search.panel.getByRole('heading', { level: 3 }).count()).toBeGreaterThan(1);
    await search.panel
      .getByRole('region')
      .last()
      .getByTestId(/^search-hit-/)
      .first()
      .click();
    await reading(member.openTab).not.toContain(APPENDIX);
    await eventually(() => memberSeat.page.getByTestId('search-marks').count()).toBeGreaterThan(0);
    await search.close();
  });

  test('the words of a page can be selected for copying, when asked for', async () => {
    await search.toggleSelecting();
    const words = memberSeat.page.getByTestId('selectable-words').first();
    await eventually(() => words.locator('span').count()).toBeGreaterThan(5);
    await words.evaluate((element) => getSelection()?.selectAllChildren(element));
    const copied = await memberSeat.page.evaluate(() => String(getSelection()));
    expect(copied.normalize('NFC')).toMatch(/ỦY BAN|Ủy ban|HỘI ĐỒNG|NGHỊ QUYẾT|TỜ TRÌNH/);
    await search.toggleSelecting();
    await counting(memberSeat.page.getByTestId('selectable-words')).toBe(0);
  });
});

describe('on a phone', () => {
  test('a scan says that it has no words yet, not that nothing was found', async () => {
    await phone.goToItem('5.2');
    await phone.openPaper(SCAN);
    await reading(phone.reader.number).toBe('1 / 60');
    await onPhone.open();
    await onPhone.search('giá đất');
    await reading(onPhone.summary).toContain(say('search:noText'));
    expect(await onPhone.summary.innerText()).not.toContain(say('search:none'));
    await shot(phoneSeat.page, 'search-scan-phone');
    await onPhone.close();
  });

  test('the paper is read as text, page by page', async () => {
    await phone.goToItem('3');
    await phone.openPaper('Tờ trình');
    await onPhone.readAsText();
    await counting(onPhone.text.getByRole('heading', { level: 4 })).toBe(4);
    await reading(onPhone.text).toContain('Nghị quyết');
    await shot(phoneSeat.page, 'text-panel-phone');
    await phoneSeat.watch.expectAccessible(phoneSeat.page);
    await phoneSeat.page.keyboard.press('Escape');
    await onPhone.text.waitFor({ state: 'hidden' });
  });

  test('a hit takes the place of the results, and one tap brings them back', async () => {
    await onPhone.open();
    await onPhone.search('nghi quyet');
    await onPhone.hits.first().click();
    await onPhone.panel.waitFor({ state: 'hidden' });
    await eventually(() => phoneSeat.page.getByTestId('search-marks').count()).toBeGreaterThan(0);
    await shot(phoneSeat.page, 'search-marks-phone');
    await phoneSeat.page.getByTestId('search-reopen').click();
    await eventually(() => onPhone.hits.count()).toBeGreaterThan(0);
  });
});
