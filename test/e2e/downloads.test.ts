import { readFile } from 'node:fs/promises';
import { readBack } from '@hopso/server/read-back';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Seat } from './browser.ts';
import { Cast, people } from './cast.ts';
import { HomePage } from './pages/home-page.ts';
import { Notes, wave } from './pages/notes.ts';
import type { Workspace } from './pages/workspace.ts';
import { counting, reading } from './seeing.ts';
import { shot } from './shot.ts';
import { say } from './texts.ts';

const PAPER = 'Báo cáo tình hình kinh tế';
const QUESTION = 'Đề nghị làm rõ số liệu CHIM-BO-CAU-3';
/** A paper of the item that is open to some only; the item's title stands in the printed programme too. */
const LISTED_PAPER = 'TTr-SNV';

let cast: Cast;
let memberSeat: Seat;
let guestSeat: Seat;
let member: Workspace;

beforeAll(async () => {
  cast = await Cast.open();
  [[memberSeat, member], [guestSeat]] = await Promise.all([
    cast.inRoom('member', 'landscape', 'thanhvien1'),
    cast.inRoom('guest', 'phone', 'khachmoi'),
  ]);
}, 120_000);
afterEach(({ task }) => cast.review(task.result?.state === 'fail' ? task.name : null));
afterAll(() => cast?.close());

/** Has the chosen document made and saves it, as a person does. */
async function saved({ page }: Seat) {
  const dialog = page.getByTestId('download-dialog');
  await dialog.getByTestId('download-start').click();
  await dialog.getByTestId('download-save').waitFor({ timeout: 60_000 });
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByTestId('download-save').click(),
  ]);
  const bytes = await readFile(await file.path());
  return { name: file.suggestedFilename(), found: await readBack(bytes) };
}

test('a copy has the reader’s name on every page, the own strokes and words, and the address of the page', async () => {
  await member.goToItem('2');
  await member.openPaper(PAPER);
  await member.reader.picture(1).waitFor();
  const notes = new Notes(memberSeat.page);
  await notes.take('pen');
  await notes.pen(1, wave([0.2, 0.2], [0.7, 0.24]));
  await counting(notes.drawn(1)).toBe(1);
  await notes.take('text');
  await notes.pen(1, [[0.3, 0.5]]);
  await notes.write(QUESTION);
  await notes.take('view');
  // The copy is made on the server: what was written has to be there.
  await counting(memberSeat.page.getByTestId('unsent')).toBe(0);
  await member.reader.fromMenu('paper-download');
  await memberSeat.page.getByTestId('download-annotated').check({ force: true });
  await shot(memberSeat.page, 'download-dialog');
  await memberSeat.watch.expectAccessible(memberSeat.page);
  const { name, found } = await saved(memberSeat);
  await shot(memberSeat.page, 'download-ready');
  expect(name).toMatch(/^Báo cáo tình hình kinh tế.*\(có ghi chú\)\.pdf$/);
  expect(found.words.join('\n')).toContain(QUESTION);
  const mark = new RegExp(`${people.member1} · .+ · 28/04/2021 \\d\\d:\\d\\d`);
  for (const [index, words] of found.words.slice(0, 6).entries()) {
    expect(words).toMatch(mark);
    expect(words).toContain(`Nội dung 2 · Tài liệu 1 · trang ${index + 1}`);
  }
  expect(found.permissions).toBeNull();
});

test('whoever may print opens the copy to print it', async () => {
  const print = memberSeat.page.getByTestId('download-print');
  await reading(print).toBe(say('document:print'));
  const address = (await print.getAttribute('href')) ?? '';
  const answer = await memberSeat.page.request.get(address);
  expect(answer.headers()['content-disposition']).toMatch(/^inline/);
  expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await memberSeat.page.keyboard.press('Escape');
});

test('the pack has a cover, the agenda, an outline, and each page under its address', async () => {
  await member.reader.fromMenu('paper-download');
  await memberSeat.page.getByTestId('download-pack').check({ force: true });
  const { found } = await saved(memberSeat);
  expect(found.words[0]).toContain(people.member1);
  expect(found.outline.map(({ title }) => title)).toContain('Bìa');
  expect(found.outline.some(({ below }) => below.some((title) => title.includes(PAPER)))).toBe(true);
  expect(found.labels?.filter((label) => label.startsWith('ND 2'))).not.toEqual([]);
  const all = found.words.join('\n');
  expect(all).toContain('Nội dung 2 · Tài liệu 1 · trang 1');
  expect(all).toContain(QUESTION);
});

test('a guest’s pack holds nothing of what is for some only, nor anybody’s notes', async () => {
  const { page } = guestSeat;
  const home = new HomePage(page);
  await home.open();
  await page.getByTestId('meeting-download').first().click();
  const { found } = await saved(guestSeat);
  const all = [...found.words, JSON.stringify(found.outline), ...(found.labels ?? [])].join('\n');
  expect(all).not.toContain(LISTED_PAPER);
  expect(all).not.toContain(QUESTION);
  expect(all).toContain(people.guest);
});
