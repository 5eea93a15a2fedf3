import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Seat, type Size, sizes } from './browser.ts';
import { Cast, SESSION } from './cast.ts';
import { meetingOf } from './door.ts';
import { misfitsOf } from './layout.ts';
import { AdminPage } from './pages/admin-page.ts';
import type { Desk } from './pages/desk.ts';
import { HomePage, UserMenu } from './pages/home-page.ts';
import { ResultPage } from './pages/result-page.ts';
import { SignInPage } from './pages/sign-in-page.ts';
import { Workspace } from './pages/workspace.ts';
import { eventually, reading, settled } from './seeing.ts';
import { shot } from './shot.ts';
import { isKey, say } from './texts.ts';

let cast: Cast;
let secretary: Seat;
let desk: Desk;
let member: Seat;
let admin: Seat;
let meeting: string;
/** An ended session of the committee. */
let past: string;

beforeAll(async () => {
  cast = await Cast.open();
  [secretary, desk] = await cast.atDesk('secretary', 'thuky');
  meeting = meetingOf(secretary.page);
  member = await cast.signedIn('member', 'landscape', 'thanhvien1');
  admin = await cast.signedIn('administrator', 'desk', 'quantri');
  const home = new HomePage(member.page);
  await home.showPast();
  await home.meeting('tháng 3 năm 2021').getByTestId('meeting-result').click();
  await new ResultPage(member.page).title.waitFor();
  past = meetingOf(member.page);
}, 120_000);
afterEach(async ({ task }) => {
  await cast.review(task.result?.state === 'fail' ? task.name : null);
  expect(misfits.splice(0)).toEqual([]);
});
afterAll(() => cast?.close());

/** What did not fit on the pages looked at in a test; all of them are told at its end. */
const misfits: string[] = [];

/** Looks at a page in one of its sizes. */
async function look({ page, watch }: Seat, name: string, size: Size): Promise<void> {
  await page.setViewportSize(sizes[size]);
  await page.evaluate(() => document.fonts.ready);
  await settled(page);
  await shot(page, `${name}-${size}`);
  misfits.push(...(await misfitsOf(page)).map((misfit) => `${name} ${size}: ${misfit}`));
  await watch.expectAccessible(page);
}

const tablet: readonly Size[] = ['landscape', 'portrait', 'phone'];

describe('every page fits in each of its sizes, with targets for fingers', () => {
  test('sign-in', async () => {
    const seat = await cast.seat('somebody', 'landscape');
    await new SignInPage(seat.page).open();
    for (const size of tablet) await look(seat, 'sign-in', size);
    await seat.page.getByRole('tab', { name: say('auth:meetingCode') }).click();
    await look(seat, 'sign-in-code', 'phone');
  });

  test('my meetings, and the own menu', async () => {
    await new HomePage(member.page).open();
    for (const size of tablet) await look(member, 'home', size);
    await member.page.getByTestId('user-menu').click();
    await look(member, 'home-menu', 'phone');
    await member.page.keyboard.press('Escape');
    const home = new HomePage(secretary.page);
    await home.open();
    await look(secretary, 'home-secretary', 'desk');
    await home.toDesk(SESSION);
  });

  test('the workspace: a paper, the overview, the agenda', async () => {
    await member.page.goto(`/meetings/${meeting}`);
    const workspace = await new Workspace(member.page).ready();
    await workspace.reader.picture(1).waitFor();
    for (const size of tablet) await look(member, 'workspace', size);
    await workspace.rail();
    await look(member, 'rail', 'phone');
    await member.page.keyboard.press('Escape');
    await workspace.openOverview();
    for (const size of tablet) await look(member, 'overview', size);
    await workspace.checkedIn.click();
    await look(member, 'check-in', 'phone');
    await member.page.keyboard.press('Escape');
  });

  test('the same with the letters half as large again', async () => {
    await new HomePage(member.page).open();
    await new UserMenu(member.page).choose('text-size-150');
    for (const size of ['landscape', 'phone'] as const) await look(member, 'large-home', size);
    await member.page.goto(`/meetings/${meeting}`);
    await new Workspace(member.page).ready();
    for (const size of tablet) await look(member, 'large-workspace', size);
    await new HomePage(member.page).open();
    await new UserMenu(member.page).choose('text-size-100');
  });

  test('the result', async () => {
    await new ResultPage(member.page).open(past);
    for (const size of [...tablet, 'desk'] as const) await look(member, 'result', size);
    await member.page.emulateMedia({ media: 'print' });
    await shot(member.page, 'result-print');
    await member.page.emulateMedia({ media: 'screen' });
  });

  test('the desk with its four panels and its dialogs, also on a tablet', async () => {
    await desk.ready();
    for (const tab of ['vote', 'roster', 'presence', 'entry'] as const) {
      await desk.show(tab);
      for (const size of ['desk', 'landscape'] as const) await look(secretary, `desk-${tab}`, size);
    }
    await secretary.page.setViewportSize(sizes.desk);
    for (const [name, press] of [
      ['add-item', 'item-add'],
      ['end', 'desk-end'],
      ['pause', 'desk-pause'],
    ] as const) {
      await secretary.page.getByTestId(press).click();
      await desk.dialog.waitFor();
      await look(secretary, `desk-${name}`, 'desk');
      await secretary.page.keyboard.press('Escape');
      await desk.dialog.waitFor({ state: 'hidden' });
    }
    for (const name of ['desk-hand-over', 'desk-keys']) {
      await desk.more(name);
      await desk.dialog.waitFor();
      await look(secretary, name, 'desk');
      await secretary.page.keyboard.press('Escape');
      await desk.dialog.waitFor({ state: 'hidden' });
    }
  });

  test('preparing, step by step', async () => {
    await secretary.page.goto('/meetings/new');
    await secretary.page.getByTestId('prepare-create').waitFor();
    await look(secretary, 'new-meeting', 'desk');
    await secretary.page.goto(`/meetings/${meeting}/prepare`);
    for (const step of ['info', 'agenda', 'people', 'publish']) {
      await secretary.page.getByTestId(`prepare-tab-${step}`).click();
      await look(secretary, `prepare-${step}`, 'desk');
    }
    await secretary.page.goto(`/meetings/${meeting}/desk`);
    await desk.ready();
  });

  test('administration', async () => {
    const page = await new AdminPage(admin.page).open();
    await page.account('thuky').waitFor();
    await look(admin, 'admin-accounts', 'desk');
    await admin.page.getByTestId('admin-account-create').click();
    await page.createDialog.getByTestId('person-search').fill('so');
    await page.createDialog.getByRole('radio').nth(3).waitFor({ state: 'attached' });
    await look(admin, 'admin-create', 'desk');
    await admin.page.keyboard.press('Escape');
    await page.createDialog.waitFor({ state: 'hidden' });
    for (const tab of ['units', 'committees'] as const) {
      await page.show(tab);
      await admin.page.waitForLoadState('networkidle');
      await look(admin, `admin-${tab}`, 'desk');
    }
  });

  test('the hall screen, readable from the last row', async () => {
    const [wall, hall] = await cast.onWall();
    await hall.itemTitle.waitFor();
    await look(wall, 'hall-item', 'wall');
    const smallest = await wall.page.evaluate(() => {
      const texts = [...document.querySelectorAll('#main *')].filter((element) =>
        [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
      );
      const seen = texts.filter((element) => element.closest('.visually-hidden') === null);
      return Math.min(...seen.map((element) => Number.parseFloat(getComputedStyle(element).fontSize)));
    });
    expect(smallest).toBeGreaterThanOrEqual(0.034 * sizes.wall.height);
  });
});

describe('in English', () => {
  /** Letters that only Vietnamese has; names of people, bodies and papers stay as they are. */
  const vietnamese = /[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]/;

  /** The interface's own words: labels of what can be pressed, headings of regions, states. */
  async function ownWords({ page }: Seat, places: string): Promise<string[]> {
    const words = await page.locator(places).filter({ visible: true }).allInnerTexts();
    return words.map((text) => text.trim()).filter((text) => text !== '');
  }

  test('the choice in the menu turns the interface over, and lasts', async () => {
    for (const seat of [member, secretary, admin]) {
      await new HomePage(seat.page).open();
      await new UserMenu(seat.page).choose('language-en');
      await reading(seat.page.getByRole('heading', { level: 1 })).toBe(say('home:title', {}, 'en'));
      await seat.page.reload();
      await reading(seat.page.getByRole('heading', { level: 1 })).toBe(say('home:title', {}, 'en'));
      expect(await seat.page.locator('html').getAttribute('lang')).toBe('en');
    }
  });

  test('no word of the interface is left in Vietnamese, and no key is shown', async () => {
    const chrome =
      'button:not([data-testid^="rail-"]):not([data-testid^="paper-tab"]):not([data-testid="user-menu"])' +
      ':not([data-testid^="desk-item-"]):not([data-testid^="roster-"]):not([data-testid^="paper-"]), [role="tab"], label:not([title]), legend, dt, th, summary';
    const pages: ReadonlyArray<readonly [Seat, string, string]> = [
      [member, '/', 'home'],
      [member, `/meetings/${meeting}`, 'workspace'],
      [member, `/meetings/${past}/result`, 'result'],
      [secretary, `/meetings/${meeting}/desk`, 'desk'],
      [secretary, `/meetings/${meeting}/prepare`, 'prepare'],
      [secretary, '/meetings/new', 'new-meeting'],
      [secretary, '/password', 'password'],
      [admin, '/admin', 'admin'],
    ];
    for (const [seat, path, name] of pages) {
      await seat.page.setViewportSize(sizes.desk);
      await seat.page.goto(path);
      await seat.page.locator('#main > *').first().waitFor();
      await seat.page.waitForLoadState('networkidle');
      // A busy machine shows the content after the page; what it then shows is judged at once.
      await eventually(async () => (await ownWords(seat, chrome)).length).toBeGreaterThan(2);
      const words = await ownWords(seat, chrome);
      expect(
        words.filter((text) => vietnamese.test(text)),
        name,
      ).toEqual([]);
      const shown = await seat.page.locator('body').innerText();
      const keys = (shown.match(/\b[a-z]\w*(?:\.\w+)+\b/g) ?? []).filter(isKey);
      expect(keys, `${name}: keys`).toEqual([]);
      expect(shown, `${name}: parameters`).not.toContain('{{');
      await shot(seat.page, `en-${name}`);
    }
  });

  test('the desk with its panels and the vote read in English', async () => {
    await secretary.page.goto(`/meetings/${meeting}/desk`);
    await desk.ready();
    for (const tab of ['roster', 'presence', 'entry', 'vote'] as const) {
      await secretary.page.getByTestId(`desk-tab-${tab}`).click();
      const words = await ownWords(
        secretary,
        'aside h3, aside [role="tab"], aside button:not([data-testid^="roster-"])',
      );
      expect(
        words.filter((text) => vietnamese.test(text)),
        tab,
      ).toEqual([]);
      await shot(secretary.page, `en-desk-${tab}`);
    }
  });
});
