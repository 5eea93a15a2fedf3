import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Seat } from './browser.ts';
import { Cast } from './cast.ts';
import { ask, meetingOf } from './door.ts';
import { written } from './files.ts';
import { Notes } from './pages/notes.ts';
import { SearchPanel } from './pages/search-panel.ts';
import { Versions } from './pages/versions.ts';
import type { Workspace } from './pages/workspace.ts';
import { attribute, counting, eventually, reading } from './seeing.ts';
import { shot } from './shot.ts';
import { say } from './texts.ts';

const ITEM = '3';
const TITLE = 'Bao cao giai trinh';
const decision = ['Dieu 1. Phe duyet ke hoach dau tu cong nam 2021', 'Tong von la 7.415 ty dong'];
const duties = ['Dieu 2. Giao So Ke hoach va Dau tu chu tri', 'bao cao hang quy truoc ngay 25'];
const removed = ['Dieu 3. Quy dinh chuyen tiep doi voi du an cu', 'thuc hien den het nam'];
const first = written(`${TITLE}.pdf`, [decision, duties, removed]);
const second = written(`${TITLE} ban 2.pdf`, [
  [decision[0] ?? '', 'Tong von la 7.515 ty dong', duties[1] ?? ''],
  ['Phu luc moi: danh muc cong trinh trong diem'],
  ['Phan giai trinh, tiep thu y kien', duties[0] ?? ''],
]);

let cast: Cast;
let desk: Versions;
let secretary: Seat;
let seat: Seat;
let room: Workspace;
let versions: Versions;
let notes: Notes;
let meeting: string;
let itemId: string;
let paperId: string;

beforeAll(async () => {
  cast = await Cast.open();
  [secretary] = await cast.atDesk('secretary', 'thuky');
  [seat, room] = await cast.inRoom('member', 'landscape', 'thanhvien1');
  meeting = meetingOf(secretary.page);
  desk = new Versions(secretary.page);
  versions = new Versions(seat.page);
  notes = new Notes(seat.page);
  const items = Object.values((await viewOf()).items as Record<string, { id: string; number: string }>);
  itemId = items.find(({ number }) => number === ITEM)?.id ?? '';
  await secretary.page.getByTestId(`desk-item-${itemId}`).click();
}, 120_000);
afterEach(({ task }) => cast.review(task.result?.state === 'fail' ? task.name : null));
afterAll(() => cast?.close());

const viewOf = async () => (await ask(secretary.page, 'GET', `/api/meetings/${meeting}/snapshot`)).body.view;
type PaperSeen = { id: string; title: string; version: number; late: object | null };
const paperSeen = async () => {
  const papers = Object.values((await viewOf()).papers as Record<string, PaperSeen>);
  return papers.find(({ title }) => title === TITLE);
};

/** Highlights the first words of a line of the first version. */
function highlight(page: number, lines: readonly string[], index: number, words: number) {
  const quote = (lines[index] ?? '').split(' ').slice(0, words).join(' ');
  const bottom = 696 - index * 24;
  const body = {
    ...{ colour: 'amber', width: 2, boxes: [[72, bottom, 300, bottom + 16]] },
    anchor: { quote, before: '', after: (lines[index] ?? '').slice(quote.length).slice(0, 60) },
  };
  const [id, actId] = [crypto.randomUUID(), crypto.randomUUID()];
  return { ...{ id, actId, paperId, version: 1, page, type: 'highlight', sharing: 'private', body }, at: 0 };
}
const kept = async (version: number) => {
  const { body } = await ask(seat.page, 'GET', `/api/meetings/${meeting}/annotations?after=0`);
  const all = body.annotations as Array<{
    paperId: string;
    version: number;
    page: number;
    body: { placement?: string } | null;
  }>;
  return all
    .filter((note) => note.paperId === paperId && note.version === version)
    .map((note) => `${note.page} ${note.body?.placement ?? 'own'}`)
    .sort();
};

describe('a paper gets a new version', () => {
  test('it is laid at the desk, marked as late, and written on', async () => {
    await desk.lay(itemId, first);
    await eventually(async () => (await paperSeen())?.version).toBe(1);
    const paper = await paperSeen();
    paperId = paper?.id ?? '';
    expect(paper?.late).toMatchObject({ workingDaysLate: 3 });
    await room.goToItem(ITEM);
    await room.openPaper(TITLE);
    await reading(room.reader.number).toBe('1 / 3');
    await counting(versions.band).toBe(0);
    const acts = [highlight(1, decision, 0, 6), highlight(2, duties, 1, 6), highlight(3, removed, 0, 6)];
    const { body } = await ask(seat.page, 'POST', `/api/meetings/${meeting}/annotations`, { acts });
    expect(body.results.map(({ problem }: { problem: string | null }) => problem)).toEqual([
      null,
      null,
      null,
    ]);
    await counting(notes.drawn(1)).toBe(1);
  });

  test('a file of a like name is asked about; as a new version it takes the place of the old one', async () => {
    await desk.lay(itemId, second);
    await desk.question.waitFor();
    await secretary.watch.expectAccessible(secretary.page);
    await shot(secretary.page, 'version-question');
    await secretary.page.getByTestId('new-version-confirm').click();
    await eventually(async () => (await paperSeen())?.version).toBe(2);
  });

  test('the reader keeps the page until they go over; nothing of theirs is lost', async () => {
    await versions.band.waitFor();
    await attribute(versions.band, 'data-version').toBe('1');
    await reading(versions.band).toContain('2');
    await shot(seat.page, 'version-band');
    await eventually(() => kept(2)).toEqual(['1 carried', '1 moved', '3 tray']);
    expect(await kept(1)).toEqual(['1 own', '2 own', '3 own']);
    await seat.page.getByTestId('version-newest').click();
    await attribute(versions.band, 'data-version').toBe('2');
    await counting(notes.drawn(1)).toBe(2);
    await seat.watch.expectAccessible(seat.page);
  });

  test('the strip says which pages to read again and leads there', async () => {
    await seat.page.getByTestId('version-changes').click();
    const kind = (page: number) => attribute(versions.strip.getByTestId(`version-page-${page}`), 'data-kind');
    await kind(1).toBe('changed');
    await kind(2).toBe('new');
    await kind(3).toBe('changed');
    await shot(seat.page, 'version-strip');
    await seat.watch.expectAccessible(seat.page);
    await versions.strip.getByTestId('version-page-3').click();
    await reading(room.reader.number).toBe('3 / 3');
    await counting(notes.drawn(3)).toBe(0);
  });

  test('the list of notes opens the version a note stands on, and the tray where it has no place', async () => {
    await notes.openList();
    await notes.jumpTo('Bản 1', 2);
    await attribute(versions.band, 'data-version').toBe('1');
    await reading(room.reader.number).toBe('2 / 3');
    await counting(notes.drawn(2)).toBe(1);
    await notes.openList();
    await seat.page.getByRole('button', { name: say('annotation:list.waiting') }).click();
    await versions.trayDialog.getByTestId('note-tray-old').locator('[data-page="3"] canvas').waitFor();
    await seat.page.getByTestId('dialog-close').click();
    await attribute(versions.band, 'data-version').toBe('2');
  });

  test('a search of the paper and its text are of the version that is read; all papers, of the newest', async () => {
    const finder = new SearchPanel(seat.page);
    await seat.page.getByTestId('version-read-1').click();
    await attribute(versions.band, 'data-version').toBe('1');
    await finder.open();
    await finder.search('7.415');
    await seat.page.getByTestId('search-hit-1').click();
    await attribute(versions.band, 'data-version').toBe('1');
    await counting(finder.marksOn(1)).toBe(1);
    await finder.search('7.515');
    await reading(finder.summary).toContain(say('search:none'));
    await finder.inAllPapers();
    await seat.page.getByTestId('search-hit-1').first().click();
    await attribute(versions.band, 'data-version').toBe('2');
    await counting(finder.marksOn(1)).toBe(1);
    await finder.close();
    await seat.page.getByTestId('search-forget').click();
    await seat.page.getByTestId('version-read-1').click();
    await attribute(versions.band, 'data-version').toBe('1');
    await finder.readAsText();
    await reading(finder.text).toContain('7.415');
    await finder.close();
    await seat.page.getByTestId('version-newest').click();
    await attribute(versions.band, 'data-version').toBe('2');
    await finder.readAsText();
    await reading(finder.text).toContain('7.515');
    await finder.close();
    await versions.band.getByTestId('version-changes').click();
    await versions.strip.getByTestId('version-page-3').click();
    await reading(room.reader.number).toBe('3 / 3');
  });

  test('a note without a place waits in the tray, beside its old page, until it is put somewhere', async () => {
    await versions.tray.click();
    await versions.trayDialog.getByTestId('note-tray-old').locator('[data-page="3"] canvas').waitFor();
    await versions.trayDialog.getByTestId('note-tray-new').locator('[data-page="3"] canvas').waitFor();
    await shot(seat.page, 'version-tray');
    await seat.watch.expectAccessible(seat.page);
    await versions.placeOn(3);
    await eventually(() => kept(2)).toEqual(['1 carried', '1 moved', '3 moved']);
    await seat.page.getByTestId('dialog-close').click();
    await counting(versions.tray).toBe(0);
    await counting(notes.drawn(3)).toBe(1);
  });

  test('the older version stays there, with its notes', async () => {
    await seat.page.getByTestId('version-read-1').click();
    await attribute(versions.band, 'data-version').toBe('1');
    await counting(notes.drawn(1)).toBe(1);
    expect(await kept(1)).toEqual(['1 own', '2 own', '3 own']);
  });
});
