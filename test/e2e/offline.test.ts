import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Seat } from './browser.ts';
import { Cast, SESSION } from './cast.ts';
import { ask, meetingOf } from './door.ts';
import { HomePage, UserMenu } from './pages/home-page.ts';
import { Notes, wave } from './pages/notes.ts';
import { SignInPage } from './pages/sign-in-page.ts';
import { Workspace } from './pages/workspace.ts';
import { attribute, counting, eventually, reading } from './seeing.ts';
import { shot } from './shot.ts';
import { say } from './texts.ts';

const PAPER = 'Phụ lục danh mục';

let cast: Cast;
let seat: Seat;
let room: Workspace;
let notes: Notes;
let meeting: string;

beforeAll(async () => {
  cast = await Cast.open();
  [seat, room] = await cast.inRoom('member', 'landscape', 'thanhvien1');
  notes = new Notes(seat.page);
  meeting = meetingOf(seat.page);
}, 120_000);
afterEach(({ task }) => cast.review(task.result?.state === 'fail' ? task.name : null));
afterAll(() => cast?.close());

/** Whose vaults are on this device, how many rows it holds, and which of the words a search through it finds. */
function onDevice(
  page: Page,
  words: readonly string[] = [],
): Promise<{ owners: string[]; rows: number; found: string[] }> {
  return page.evaluate(async (wanted) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('hopso');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const rowsOf = (table: string) =>
      new Promise<Record<string, unknown>[]>((resolve, reject) => {
        const reading = database.transaction(table).objectStore(table).getAll();
        reading.onsuccess = () => resolve(reading.result);
        reading.onerror = () => reject(reading.error);
      });
    const found = new Set<string>();
    let rows = 0;
    for (const table of database.objectStoreNames) {
      for (const row of await rowsOf(table)) {
        rows += 1;
        for (const value of Object.values(row)) {
          const text = value instanceof Uint8Array ? new TextDecoder().decode(value) : String(value);
          for (const word of wanted) if (text.includes(word)) found.add(word);
        }
      }
    }
    const owners = (await rowsOf('keys')).map(({ person }) => String(person));
    database.close();
    return { owners, rows, found: [...found] };
  }, words);
}

const ownNotes = async (): Promise<number> => {
  const { body } = await ask(seat.page, 'GET', `/api/meetings/${meeting}/annotations?after=0`);
  return body.annotations.length;
};

describe('without network', () => {
  test('the papers of the session come onto the device by themselves, and say so', async () => {
    const total = seat.page.getByTestId('kept-total');
    await total.waitFor({ timeout: 60_000 });
    const all = await total.getAttribute('data-total');
    expect(Number(all)).toBeGreaterThan(3);
    await attribute(total, 'data-kept').toBe(all);
    await reading(total).toBe(say('offline:kept', { n: all ?? '', tong: all ?? '' }));
    await room.goToItem('3');
    await attribute(seat.page.locator('[data-testid^="kept-"][data-state]').first(), 'data-state').toBe(
      'kept',
    );
    await shot(seat.page, 'offline-kept');
  });

  test('the application opens, a paper is read and written on, and the note goes out with the network', async () => {
    await seat.page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await cast.withoutNetwork(async () => {
      await seat.context.setOffline(true);
      await seat.page.reload();
      await room.ready();
      await room.offlineBand.waitFor();
      const presence = seat.page.getByTestId(/^check-in(-done)?$/);
      await attribute(presence, 'aria-disabled').toBe('true');
      await attribute(presence, 'title').toBe(say('meeting:connection.lost'));
      await presence.press('Enter');
      await counting(seat.page.getByTestId('check-in-submit')).toBe(0);
      await room.goToItem('3');
      await room.openPaper(PAPER);
      await reading(room.reader.number).toContain('/ 300');
      await eventually(() => room.reader.inkOf(1)).toBeGreaterThan(0.5);
      await notes.take('pen');
      await notes.pen(1, wave([0.2, 0.3], [0.6, 0.3]));
      await counting(notes.drawn(1)).toBe(1);
      await seat.page.getByTestId('outbox').click();
      await counting(seat.page.getByTestId('outbox-act')).toBe(1);
      await shot(seat.page, 'offline-outbox');
      await seat.page.keyboard.press('Escape');
      await seat.page.reload();
      await room.ready();
      await counting(notes.drawn(1)).toBe(1);
      await seat.context.setOffline(false);
      await reading(room.connection).toBe(say('meeting:connection.live'));
      await attribute(presence, 'aria-disabled').toBe(null);
      await eventually(ownNotes).toBe(1);
      await seat.page.getByTestId('outbox').waitFor({ state: 'hidden' });
    });
  });
});

describe('on a shared tablet', () => {
  test('nothing can be read from its storage', async () => {
    const { owners, rows, found } = await onDevice(seat.page, [SESSION, 'Phụ lục', '%PDF', meeting]);
    expect(owners).toHaveLength(1);
    expect(rows).toBeGreaterThan(10);
    expect(found).toEqual([]);
  });

  test('who signs out leaves nothing, and the next person finds nothing', async () => {
    const before = await onDevice(seat.page);
    await new HomePage(seat.page).open();
    await seat.page.getByTestId('user-menu').click();
    await seat.page.getByTestId('menu-device').click();
    await seat.page.getByTestId('device-storage').waitFor();
    await shot(seat.page, 'offline-device');
    await seat.page.keyboard.press('Escape');
    await new UserMenu(seat.page).choose('sign-out');
    await seat.page.waitForURL(/sign-in/);
    expect((await onDevice(seat.page)).rows).toBe(0);
    await new SignInPage(seat.page).signIn('thanhvien2', cast.stage.password);
    await new HomePage(seat.page).enter(SESSION);
    room = await new Workspace(seat.page).ready();
    await eventually(async () => (await onDevice(seat.page)).owners.length).toBe(1);
    expect((await onDevice(seat.page)).owners).not.toEqual(before.owners);
    expect(await ownNotes()).toBe(0);
  });

  test('a sign-in that is ended elsewhere is erased here', async () => {
    await attribute(seat.page.getByTestId('kept-total'), 'data-kept').not.toBe('0');
    const elsewhere = await cast.signedIn('elsewhere', 'desk', 'thanhvien2');
    // Both devices may be keeping papers at that moment: what either still asks for is refused.
    await cast.withoutNetwork(() =>
      elsewhere.watch.expecting(401, () =>
        seat.watch.expecting(401, async () => {
          await new UserMenu(elsewhere.page).signOutEverywhere();
          await Promise.all([seat, elsewhere].map(({ page }) => page.waitForURL(/sign-in/)));
        }),
      ),
    );
    expect((await onDevice(seat.page)).owners).toEqual([]);
  });
});
