import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Paper, PaperText, Upload } from '@hopso/shared/paper';
import type { SearchHit, UnsearchedPaper } from '@hopso/shared/search';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { paperPdf } from '../examination/pdf-samples.test-support.ts';
import { type ServedPapers, servePapers } from '../served-papers.test-support.ts';
import { paperTextOf } from './text-rows.ts';
import { wordsPdf } from './text-samples.test-support.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const CANARY = 'CHIM-HOANG-YEN';
const RESOLUTION = 'Nghị quyết số 12/NQ-HĐND về ngưỡng chịu tải của đường tỉnh';

let served: ServedPapers;
beforeEach(async () => {
  served = await servePapers();
});
afterEach(() => served.close());

/** Lays a file in m1 as this paper, seen by all but those named. */
async function lay(id: string, pdf: Buffer, hiddenFrom: readonly string[] = []): Promise<string> {
  const { body } = await served.upload(pdf, { name: `${id}.pdf` });
  const sha256 = await laid(id, body.upload, hiddenFrom);
  await served.papers.textsSettled();
  return sha256;
}

async function laid(id: string, upload: Upload, hiddenFrom: readonly string[]): Promise<string> {
  const fact = await served.papers.uploadFact(upload.id, 'm1');
  if (fact === null) throw new Error('The upload is unknown.');
  const { uploadId: _, ...file } = fact;
  const version = { ...file, version: 1, addedAt: 0 };
  const paper: Pick<Paper, 'id' | 'itemId' | 'title' | 'versions'> & typeof version = {
    ...version,
    ...{ id, itemId: 'i1', title: `Title of ${id}`, versions: [version] },
  };
  served.meetings.papers.set(`m1 ${id}`, { ...paper, isRestricted: hiddenFrom.length > 0, hiddenFrom });
  return fact.sha256;
}

interface Found {
  readonly hits: readonly SearchHit[];
  readonly total: { readonly pages: number; readonly places: number };
  readonly unsearched: readonly UnsearchedPaper[];
}

async function find(q: string, caller = 'an', more = ''): Promise<Found> {
  const answer = await served.request(`/api/meetings/m1/search?q=${encodeURIComponent(q)}${more}`, caller);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  return (await answer.json()) as Found;
}

const textOf = (id: string, caller = 'an', init: RequestInit = {}) =>
  served.request(`/api/meetings/m1/papers/${id}/text`, caller, init);

describe('the words of a paper', () => {
  test('are there after the upload, page by page, and are not sent twice', async () => {
    const sha256 = await lay(
      'p1',
      await wordsPdf([{ lines: ['Tờ trình'] }, { lines: [RESOLUTION], number: '2' }]),
    );
    const answer = await textOf('p1');
    const text = (await answer.json()) as PaperText;
    expect(text).toMatchObject({ status: 'ready', hasText: true, isRecognised: false });
    expect(text.pages.map(({ label, text }) => [label, text])).toEqual([
      [null, 'Tờ trình'],
      ['2', `${RESOLUTION}\n2`],
    ]);
    expect(text.pages.every(({ text, boxes }) => text.split('\n').length === boxes.length)).toBe(true);
    const tag = answer.headers.get('etag') ?? '';
    expect((await textOf('p1', 'an', { headers: { 'if-none-match': tag } })).status).toBe(304);
    expect((await paperTextOf(served.db, sha256))?.pages[1]?.lines[0]?.text).toBe(RESOLUTION);
    expect(await paperTextOf(served.db, 'ff'.repeat(32))).toBeNull();
  });

  test('[F5] are for those who may read the paper, and stay in no cache where not all may', async () => {
    await lay('p1', await wordsPdf([{ lines: [CANARY] }]), ['an']);
    const [hidden, unknown] = await Promise.all([textOf('p1'), textOf('p2')]);
    expect([hidden.status, unknown.status]).toEqual([404, 404]);
    expect(await hidden.text()).not.toContain(CANARY);
    const open = await textOf('p1', 'thu');
    expect([open.status, open.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    expect((await served.request('/api/meetings/m1/papers/p1/text?version=2', 'thu')).status).toBe(404);
  });

  test('of papers from before are read when the server starts', async () => {
    const sha256 = await lay('p1', await wordsPdf([{ lines: [RESOLUTION] }]));
    await served.db.write(async (q) => {
      await q.delete(served.db.t.paperTexts);
    });
    expect(((await (await textOf('p1')).json()) as PaperText).status).toBe('pending');
    await served.papers.readMissingTexts();
    expect((await paperTextOf(served.db, sha256))?.hasText).toBe(true);
  });
});

describe('searching a meeting', () => {
  test('[F1][F3] finds with and without marks, the exact first, with the sheet and the printed number', async () => {
    const bare = { lines: ['nguong chiu tai'] };
    await lay('p1', await wordsPdf([bare, bare, bare]));
    await lay(
      'p2',
      await wordsPdf([
        { lines: ['Tờ trình'], number: '36' },
        { lines: [RESOLUTION], number: '37' },
      ]),
    );
    const { hits, total } = await find('ngưỡng chịu tải');
    expect(hits.map(({ paperId, page, label }) => [paperId, page, label])).toEqual([
      ['p2', 2, '37'],
      ...[1, 2, 3].map((page) => ['p1', page, null]),
    ]);
    expect(total).toEqual({ pages: 4, places: 4 });
    const { text, marks } = hits[0]?.snippet ?? { text: '', marks: [] };
    expect(marks.map(([start, end]) => text.slice(start, end))).toEqual(['ngưỡng chịu tải']);
    expect(hits[0]).toMatchObject({ title: 'Title of p2', itemNumber: '2', version: 1, isRecognised: false });
    expect((await find('12 nq hdnd')).total).toEqual({ pages: 1, places: 1 });
    const few = await find('nguong', 'an', '&limit=2');
    expect([few.hits.length, few.total.pages]).toEqual([2, 4]);
  });

  test('[F5] a paper for some leaves no trace for the others', async () => {
    await lay('open', await wordsPdf([{ lines: ['Tờ trình chung'] }]));
    const before = await find(CANARY);
    await lay('closed', await wordsPdf([{ lines: [`Phương án ${CANARY}`, 'Tờ trình chung'] }]), ['an']);
    await lay('closed-scan', paperPdf({ text: null }), ['an']);
    expect(await find(CANARY)).toEqual(before);
    expect((await find('to trinh')).total).toEqual({ pages: 1, places: 1 });
    expect(JSON.stringify(await find('phuong'))).not.toContain('closed');
    expect((await find(CANARY, 'thu')).total).toEqual({ pages: 1, places: 1 });
    for (const stranger of ['khach', 'an/m2']) {
      const answer = await served.request('/api/meetings/m1/search?q=to', stranger);
      expect(answer.status).toBe(404);
    }
  });

  test('[F6] a scan is named as one that could not be searched', async () => {
    await lay('scan', paperPdf({ text: null, pages: 3 }));
    expect(await find('nguong')).toEqual({
      hits: [],
      total: { pages: 0, places: 0 },
      unsearched: [{ paperId: 'scan', title: 'Title of scan', itemNumber: '1', reason: 'no-text' }],
    });
  });

  test('nothing to look for finds nothing; too long a question is refused', async () => {
    await lay('p1', await wordsPdf([{ lines: ['Tờ trình'] }]));
    expect((await find('-/.')).hits).toEqual([]);
    const long = await served.request(`/api/meetings/m1/search?q=${'a'.repeat(201)}`, 'an');
    expect(long.status).toBe(400);
  });
});

describe('recognising scans', () => {
  let programs: string;
  const path = process.env.PATH;
  const install = (name: string, script: string) =>
    writeFileSync(join(programs, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  beforeEach(() => {
    programs = mkdtempSync(join(tmpdir(), 'hopso-programs-'));
    process.env.PATH = `${programs}:${path}`;
    install('tesseract', 'echo "List of available languages (2):"; echo eng; echo vie');
  });
  afterEach(() => {
    process.env.PATH = path;
    rmSync(programs, { recursive: true, force: true });
  });

  /** The program as it behaves towards us: the last two arguments are what it reads and what it writes. */
  const ocr = (work: string) =>
    install(
      'ocrmypdf',
      `if [ "$1" = --version ]; then echo 16.1; exit 0; fi
for last; do before="$input"; input="$last"; done; ${work}`,
    );

  test('[F6] its words are found and marked as recognised; the scan stays the paper', async () => {
    const result = join(programs, 'result.pdf');
    writeFileSync(result, await wordsPdf([{ lines: [RESOLUTION] }]));
    ocr(`cp '${result}' "$last"`);
    const scan = paperPdf({ text: null });
    const sha256 = await lay('scan', scan);
    await vi.waitFor(async () => expect((await paperTextOf(served.db, sha256))?.hasText).toBe(true), 20_000);
    const { hits, unsearched } = await find('nguong');
    expect([hits[0]?.isRecognised, unsearched]).toEqual([true, []]);
    const file = await served.request('/api/meetings/m1/papers/scan/file', 'an');
    expect(Buffer.from(await file.arrayBuffer()).equals(scan)).toBe(true);
  });

  test('what fails is noted and not tried again', async () => {
    ocr(`echo tried >> '${join(programs, 'tries')}'; echo 'no such luck' >&2; exit 3`);
    const sha256 = await lay('scan', paperPdf({ text: null }));
    const tried = () => served.db.read.select().from(served.db.t.derivedFiles);
    await vi.waitFor(async () => expect(await tried()).toHaveLength(1), 20_000);
    expect(await tried()).toMatchObject([{ sourceSha256: sha256, state: 'failed' }]);
    expect((await tried())[0]?.facts).toEqual({ problem: '3: no such luck\n' });
    await served.papers.readMissingTexts();
    expect(await tried()).toHaveLength(1);
    expect((await find('nguong')).unsearched).toMatchObject([{ reason: 'no-text' }]);
  });

  test('a program that hangs ends with the server', async () => {
    const pid = join(programs, 'pid');
    ocr(`echo $$ > '${pid}.new'; mv '${pid}.new' '${pid}'; sleep 600`);
    await lay('scan', paperPdf({ text: null }));
    await vi.waitFor(() => expect(existsSync(pid)).toBe(true), 20_000);
    await served.papers.close();
    expect(() => process.kill(Number(readFileSync(pid, 'utf8')), 0)).toThrow();
  });
});
