import { readBack } from '@hopso/server/read-back';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Seat } from './browser.ts';
import { Cast, people } from './cast.ts';
import { ask, meetingOf, order } from './door.ts';
import { written } from './files.ts';
import { Access } from './pages/access.ts';
import { Notes } from './pages/notes.ts';
import { SearchPanel } from './pages/search-panel.ts';
import type { Workspace } from './pages/workspace.ts';
import { counting, eventually, reading } from './seeing.ts';
import { shot } from './shot.ts';

const ITEM = '3';
/** Stands in the paper's words and, once it is restricted, in its title; nowhere else. */
const CANARY = 'KIMTUOC';
const TITLE = `Danh sach ${CANARY}`;
const file = written('Danh sach.pdf', [[`Ho so ${CANARY} trang mot`], [`Ho so ${CANARY} trang hai`]]);

let cast: Cast;
let secretary: Seat;
let left: Seat;
let leftRoom: Workspace;
let guest: Seat;
let guestRoom: Workspace;
let desk: Access;
let meeting: string;
let itemId: string;
let paperId: string;

beforeAll(async () => {
  cast = await Cast.open();
  [secretary] = await cast.atDesk('secretary', 'thuky');
  [left, leftRoom] = await cast.inRoom('member left out', 'landscape', 'thanhvien2');
  [guest, guestRoom] = await cast.inRoom('guest', 'landscape', 'khachmoi');
  desk = new Access(secretary.page);
  meeting = meetingOf(secretary.page);
  const { items } = await viewOf(secretary);
  itemId = Object.values(items).find(({ number }) => number === ITEM)?.id ?? '';
  await secretary.page.getByTestId(`desk-item-${itemId}`).click();
  await secretary.page.getByTestId(`paper-upload-${itemId}`).setInputFiles(file);
}, 120_000);
afterEach(({ task }) => cast.review(task.result?.state === 'fail' ? task.name : null));
afterAll(() => cast?.close());

interface Seen {
  readonly items: Record<string, { id: string; number: string }>;
  readonly papers: Record<string, { id: string; title: string }>;
  readonly participants: Record<string, { personId: string; name: string }>;
}
const viewOf = async ({ page }: Seat): Promise<Seen> =>
  (await ask(page, 'GET', `/api/meetings/${meeting}/snapshot`)).body.view;
const laidPaper = async () =>
  Object.values((await viewOf(secretary)).papers).find(({ title }) => title === 'Danh sach')?.id ?? '';
const idOf = async (name: string) =>
  Object.values((await viewOf(secretary)).participants).find((person) => person.name === name)?.personId ??
  '';
const fileAddress = (id: string) => `/api/meetings/${meeting}/papers/${id}/file`;
/** The revision of the paper as the desk reads it. */
const revOf = async () => {
  const { body } = await ask(secretary.page, 'GET', `/api/meetings/${meeting}/items/${itemId}`);
  return (body.papers as { id: string; rev: number }[]).find(({ id }) => id === paperId)?.rev ?? 0;
};

/** A pack of the meeting for this person, as text. */
async function packOf({ page }: Seat): Promise<string> {
  const made = await ask(page, 'POST', `/api/meetings/${meeting}/documents`, {
    kind: 'pack',
    withNotes: false,
  });
  const job = `/api/meetings/${meeting}/documents/${made.body.id}`;
  await eventually(async () => (await ask(page, 'GET', job)).body.state).toBe('ready');
  const bytes = await (await page.request.get(`${job}/file`)).body();
  return (await readBack(bytes)).words.join('\n');
}

test('[P13] the secretary gives the guests the right to view alone, and one member none', async () => {
  await eventually(laidPaper).not.toBe('');
  paperId = await laidPaper();
  await desk.give(paperId, { guest: 'view' }, { [people.member2]: 'none' });
  await reading(desk.dialog.getByTestId('access-sees')).toMatch(/^\d+ trên \d+ người/);
  await counting(desk.dialog.getByTestId('access-restricted')).toBe(1);
  await secretary.watch.expectAccessible(secretary.page);
  await shot(secretary.page, 'rights on a paper');
  await desk.save();
  // It left the view of everybody, and is fetched by those who may see it.
  await eventually(async () => Object.keys((await viewOf(secretary)).papers)).not.toContain(paperId);
  await counting(secretary.page.getByTestId(`paper-access-${paperId}`)).toBe(1);
  const rev = await revOf();
  const { status } = await order(secretary.page, meeting, {
    type: 'RetitlePaper',
    paper: paperId,
    rev,
    title: TITLE,
  });
  expect(status).toBe(200);
  await reading(secretary.page.getByTestId(`paper-${paperId}`)).toContain(TITLE);
});

test('[P14] who has no right finds it nowhere: agenda, search, pack, frames', async () => {
  await leftRoom.goToItem(ITEM);
  await counting(left.page.getByTestId(`paper-tab-${paperId}`)).toBe(0);
  // Its words are known by now to those who may see it.
  const found = () => ask(secretary.page, 'GET', `/api/meetings/${meeting}/search?q=${CANARY}`);
  await eventually(async () => (await found()).body.total.pages).toBe(2);
  const panel = await new SearchPanel(left.page).open();
  await panel.inAllPapers();
  await panel.search(CANARY);
  await counting(left.page.getByTestId('search-results')).toBe(1);
  await counting(panel.hits).toBe(0);
  expect(await packOf(left)).not.toContain(CANARY);
  const told = await left.wire.since();
  const telling = told.filter(({ text, about }) => text.includes(CANARY) && !about.includes('/search'));
  expect(telling).toEqual([]);
}, 90_000);

test('[P15] the guest reads it, without tools and without a copy', async () => {
  await guestRoom.goToItem(ITEM);
  await guestRoom.openPaper(TITLE);
  await reading(guestRoom.reader.number).toContain('1');
  await guest.page.locator('[data-page="1"] canvas').first().waitFor();
  expect(await new Notes(guest.page).tools.count()).toBe(0);
  await guest.page.getByTestId('reader-more').click();
  await guest.page.getByTestId('page-turn').waitFor();
  expect(await guest.page.getByTestId('paper-download').count()).toBe(0);
  await guest.page.keyboard.press('Escape');
  await shot(guest.page, 'view only');
  const opened = await guest.page.request.get(fileAddress(paperId), {
    headers: { 'sec-fetch-dest': 'document' },
  });
  expect(await opened.json()).toMatchObject({ code: 'paper/view-only' });
  const copy = await guest.page.request.post(`/api/meetings/${meeting}/documents`, {
    data: { kind: 'watermarked', paper: paperId },
  });
  expect(copy.status()).toBe(404);
  const pack = await packOf(guest);
  expect(pack).toContain(TITLE);
  expect(pack).not.toContain(`Ho so ${CANARY}`);
  // Nothing of it stays on the device.
  expect(
    (
      await guest.page.request.get(fileAddress(paperId), { headers: { 'sec-fetch-dest': 'empty' } })
    ).headers(),
  ).toMatchObject({
    'cache-control': 'private, no-store',
  });
}, 90_000);

test('[P17] the secretary sees the same when looking as each of them', async () => {
  await desk.lookAs(people.guest, await idOf(people.guest));
  await eventually(() => desk.page.getByTestId(`seen-paper-${paperId}`).getAttribute('data-right')).toBe(
    'view',
  );
  await secretary.watch.expectAccessible(secretary.page);
  await shot(secretary.page, 'view as a participant');
  await desk.lookAs(people.member2, await idOf(people.member2));
  await counting(desk.seen).toBe(1);
  await counting(desk.page.getByTestId(`seen-paper-${paperId}`)).toBe(0);
  await secretary.page.keyboard.press('Escape');
});

test('[P14] no address tells it from a paper that does not exist', async () => {
  await expectUnknownTo(left);
  const groups = {
    member: 'print',
    substitute: 'print',
    presenter: 'print',
    guest: 'none',
    observer: 'print',
  };
  const set = async (guests: string) =>
    order(secretary.page, meeting, {
      ...{ type: 'SetPaperAccess', paper: paperId, rev: await revOf() },
      access: { groups: { ...groups, guest: guests }, exceptions: { [await idOf(people.member2)]: 'none' } },
    });
  expect((await set('none')).status).toBe(200);
  await expectUnknownTo(guest);
  expect((await set('view')).status).toBe(200);
}, 90_000);

interface Operation {
  readonly requestBody?: unknown;
}

/** Walks every address that is offered: with this paper they answer what they answer with no paper at all. */
async function expectUnknownTo({ page, name }: Seat): Promise<void> {
  const { paths } = (await ask(page, 'GET', '/api/openapi.json')).body as {
    readonly paths: Record<string, Record<string, Operation>>;
  };
  const bodies: Record<string, (paper: string) => object> = {
    'put /api/meetings/{meeting}/papers/{paper}/place': () => ({ page: 1, zoom: 100 }),
    'post /api/meetings/{meeting}/papers/{paper}/straightening': () => ({}),
    'post /api/meetings/{meeting}/documents': (paper) => ({ kind: 'annotated', paper }),
    'post /api/meetings/{meeting}/annotations': (paper) => ({ acts: [actOn(paper)] }),
    'post /api/meetings/{meeting}/presented-ink': (paper) => ({ paper, version: 1, keep: true }),
    'post /api/meetings/{meeting}/commands': (paper) => ({
      id: crypto.randomUUID(),
      command: { type: 'RetitlePaper', paper, rev: 1, title: 'x' },
    }),
  };
  const walked: string[] = [];
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, { requestBody }] of Object.entries(operations)) {
      const key = `${method} ${path}`;
      const body = bodies[key];
      const namesPaper = path.includes('{paper}') || JSON.stringify(requestBody ?? '').includes('"paper"');
      // What changes something and names no paper has nothing to tell of one.
      if (method !== 'get' && body === undefined) {
        expect([key, namesPaper]).toEqual([key, false]);
        continue;
      }
      const answers = await Promise.all([paperId, 'no-such-paper'].map((paper) => answer(paper)));
      expect([name, key, answers[0]?.text.includes(CANARY)]).toEqual([name, key, false]);
      if (namesPaper) expect([name, key, answers[0]]).toEqual([name, key, answers[1]]);
      walked.push(key);

      async function answer(paper: string) {
        const values: Record<string, string> = { meeting, paper, item: itemId, version: '1' };
        const address = path.replace(/\{(\w+)\}/g, (_, param: string) => values[param] ?? 'no-such');
        const query = path.endsWith('/search') ? `?q=${CANARY}` : namesPaper ? '?version=1' : '?table=items';
        const sent = body?.(paper);
        const response = await page.request.fetch(path.endsWith('/place') ? address : address + query, {
          method,
          ...(sent !== undefined && { data: sent }),
        });
        const text = (await response.text()).replaceAll(paper, '<paper>');
        // What differs from one request to the next says nothing.
        return {
          status: response.status(),
          text: text.replace(/"(correlationId|actId|id)":"[^"]*"/g, '"$1":""'),
        };
      }
    }
  }
  expect(walked.length).toBeGreaterThan(25);
  for (const key of Object.keys(bodies)) expect(walked).toContain(key);
}

function actOn(paperId: string) {
  const [id, actId] = [crypto.randomUUID(), crypto.randomUUID()];
  const body = { colour: 'amber', width: 2, rect: [100, 100, 100, 100], text: 'x' };
  return { id, actId, paperId, version: 1, page: 1, type: 'note', sharing: 'private', body, at: 0 };
}

test('[P3] a recalled paper leaves the tablet it is open on, and everything that was kept of it', async () => {
  // Open to all again, so that the tablets keep it.
  const rev = await revOf();
  const given = await order(secretary.page, meeting, {
    type: 'SetPaperAccess',
    paper: paperId,
    rev,
    access: null,
  });
  expect(given.status).toBe(200);
  await reading(guest.page.getByTestId(`paper-tab-${paperId}`)).toContain(TITLE);
  await guestRoom.openPaper(TITLE);
  await guest.page.locator('[data-page="1"] canvas').first().waitFor();
  await counting(new Notes(guest.page).tools).toBe(1);
  await eventually(() => guest.page.getByTestId(`kept-${paperId}`).first().getAttribute('data-state')).toBe(
    'kept',
  );
  await desk.recall(paperId, 'Gửi nhầm tệp');
  await guest.page.getByText(`Tài liệu “${TITLE}” đã được thu hồi.`).first().waitFor({ timeout: 3_000 });
  await counting(guest.page.getByTestId(`paper-tab-${paperId}`)).toBe(0);
  await counting(guest.page.getByTestId(`kept-${paperId}`)).toBe(0);
  expect((await guest.page.request.get(fileAddress(paperId))).status()).toBe(404);
  const { body } = await ask(guest.page, 'GET', `/api/meetings/${meeting}/search?q=${CANARY}`);
  expect(body.hits).toEqual([]);
}, 90_000);
