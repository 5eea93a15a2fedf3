import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { BlobStore } from '#platform/blobs';
import { doublyDeflatedZeros, lockedPdf, paperPdf, stream } from './examination/pdf-samples.test-support.ts';
import { type ServedPapers, servePapers } from './served-papers.test-support.ts';
import { wordsPdf } from './text/text-samples.test-support.ts';

vi.setConfig({ testTimeout: 30_000 });

/** Serves the refusals: it must stay empty through all of them. */
let served: ServedPapers;
beforeAll(async () => {
  served = await servePapers();
});
afterAll(() => served.close());

const rows = (from = served) => from.db.read.select().from(from.db.t.uploads);

async function expectNothingKept(by = served) {
  expect(by.kept()).toEqual({ stored: 0, staged: 0 });
  expect(await rows(by)).toEqual([]);
}

describe('a paper that is taken', () => {
  let served: ServedPapers;
  beforeEach(async () => {
    served = await servePapers();
  });
  afterEach(() => served.close());

  test('is stored, described and known to its meeting only', async () => {
    const pdf = paperPdf({ pages: 3 });
    const { status, body } = await served.upload(pdf, { name: '03_Dự thảo Nghị quyết.pdf'.normalize('NFD') });
    expect(status).toBe(201);
    const { id, ...facts } = body.upload;
    expect(facts).toEqual({
      fileName: '03_Dự thảo Nghị quyết.pdf',
      title: 'Dự thảo Nghị quyết',
      pages: 3,
      bytes: pdf.length,
      hasText: true,
    });
    expect(served.kept()).toEqual({ stored: 1, staged: 0 });
    expect(await rows(served)).toMatchObject([
      {
        id,
        uploadedBy: 'thu',
        facts: { sizes: [{ pages: 3, width: 595, height: 842 }], hasText: true },
      },
    ]);
    expect(await served.papers.uploadFact(id, 'm1')).toMatchObject({
      uploadId: id,
      fileName: '03_Dự thảo Nghị quyết.pdf',
      bytes: pdf.length,
      pages: 3,
      hasText: true,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await served.papers.uploadFact(id, 'm2')).toBeNull();
    expect(await served.papers.uploadFact('unknown', 'm1')).toBeNull();
  });

  test('may be a scan', async () => {
    const { body } = await served.upload(paperPdf({ text: null }));
    expect(body.upload.hasText).toBe(false);
  });

  test('sent again is the same upload; under another name it is another one of the same bytes', async () => {
    const first = await served.upload(paperPdf());
    expect(await served.upload(paperPdf())).toEqual(first);
    const renamed = await served.upload(paperPdf(), { name: 'Bản khác.pdf' });
    expect(renamed.body.upload).toEqual({
      ...first.body.upload,
      id: expect.not.stringContaining(first.body.upload.id),
      fileName: 'Bản khác.pdf',
      title: 'Bản khác',
    });
    expect(served.kept()).toEqual({ stored: 1, staged: 0 });
  });

  test('many at once, some of them alike', async () => {
    const uploads = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        served.upload(paperPdf({ text: `Phu luc ${index % 4}` }), { name: `Phụ lục ${index % 4}.pdf` }),
      ),
    );
    expect(uploads.map(({ status }) => status)).toEqual(Array(8).fill(201));
    expect(new Set(uploads.map(({ body }) => body.upload.id)).size).toBe(4);
    expect(served.kept()).toEqual({ stored: 4, staged: 0 });
  });
});

const action = '<</S/JavaScript/JS(app.alert(1))>>';

describe('a file that is refused leaves nothing', () => {
  test.each([
    ['paper/not-pdf', 'empty', Buffer.alloc(0)],
    ['paper/not-pdf', 'a picture', Buffer.from('\x89PNG\r\n\x1a\n'.repeat(99), 'latin1')],
    ['paper/not-pdf', 'a page of the web in front', Buffer.concat([Buffer.from('<html>'), paperPdf()])],
    ['paper/not-pdf', 'zeros without end', Buffer.alloc(5_000_000)],
    ['paper/broken', 'broken off', paperPdf({ pages: 40 }).subarray(0, 4_000)],
    ['paper/broken', 'a head only', Buffer.from('%PDF-1.7\n%%EOF')],
    ['paper/encrypted', 'locked', lockedPdf()],
    ['paper/no-pages', 'without pages', paperPdf({ pages: 0 })],
    ['paper/active-content', 'with a script', paperPdf({ catalogue: `/OpenAction ${action}` })],
    ['paper/too-complex', 'a bomb', paperPdf({ content: doublyDeflatedZeros(2 ** 30) })],
  ])('%s: %s', async (code, _name, pdf) => {
    const { status, body } = await served.upload(pdf);
    expect([status, body.code]).toEqual([409, code]);
    await expectNothingKept();
  });

  test('upload/secret-marking: marked as a state secret', async () => {
    const { status, body } = await served.upload(await wordsPdf([{ lines: ['UBND TỈNH', 'TUYỆT MẬT'] }]));
    expect([status, body.code]).toEqual([409, 'upload/secret-marking']);
    await expectNothingKept();
  });

  test('too large by its announced length', async () => {
    const { body } = await served.upload(Buffer.alloc(100 * 1024 * 1024 + 1));
    expect(body).toMatchObject({ code: 'paper/too-large', params: { most: 100 * 1024 * 1024 } });
    await expectNothingKept();
  });

  test('too large while it arrives', async () => {
    async function* endless() {
      yield Buffer.from('%PDF-1.7\n');
      for (let mebibytes = 0; mebibytes < 100; mebibytes += 1) yield new Uint8Array(1024 * 1024);
    }
    const answer = await served.request('/api/meetings/m1/uploads', 'thu', {
      method: 'POST',
      body: ReadableStream.from(endless()),
      duplex: 'half',
      headers: { 'content-type': 'application/pdf', 'x-file-name': 'a.pdf' },
    } as RequestInit);
    expect(await answer.json()).toMatchObject({ code: 'paper/too-large' });
    await expectNothingKept();
  });

  test.runIf(hasLockingTool())('every lock that a common tool makes', async () => {
    for (const bits of ['40', '128', '256']) {
      for (const password of ['', 'secret']) {
        const { body } = await served.upload(lockedByTool(bits, password));
        expect([bits, password, body.code]).toEqual([bits, password, 'paper/encrypted']);
      }
    }
    await expectNothingKept();
  });

  test.each([
    [{ 'x-file-name': '' }, 400, 'input/invalid'],
    [{ 'x-file-name': '%E0%A4%A' }, 400, 'input/invalid'],
    [{ 'content-type': 'application/octet-stream' }, 415, 'input/media-type'],
    [{ 'content-encoding': 'gzip' }, 415, 'input/media-type'],
    [{ origin: 'https://evil.example' }, 403, 'origin/foreign'],
  ])('with the headers %o', async (headers, status, code) => {
    const answer = await served.upload(paperPdf(), { headers: headers as unknown as Record<string, string> });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    await expectNothingKept();
  });
});

/** Where it is missing, the lock made by hand has to do. */
const lockingTool = 'qpdf';

function hasLockingTool(): boolean {
  try {
    execFileSync(lockingTool, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function lockedByTool(bits: string, password: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'hopso-lock-'));
  const [open, locked] = [join(folder, 'open.pdf'), join(folder, 'locked.pdf')];
  writeFileSync(open, paperPdf());
  const lock = ['--encrypt', password, 'owner', bits, '--', open, locked];
  execFileSync(lockingTool, bits === '256' ? lock : ['--allow-weak-crypto', ...lock], { stdio: 'ignore' });
  const bytes = readFileSync(locked);
  rmSync(folder, { recursive: true });
  return bytes;
}

describe('who may', () => {
  test.each([
    ['a member', { caller: 'an' }, 404, 'not-found'],
    ['the desk of another meeting', { caller: 'khach' }, 404, 'not-found'],
    ['a meeting that is not there', { meeting: 'm9' }, 404, 'not-found'],
    ['a sign-in for another meeting', { caller: 'thu/m2' }, 404, 'not-found'],
    ['nobody', { caller: null }, 401, 'auth/required'],
  ])('%s may not', async (_name, options, status, code) => {
    const answer = await served.upload(paperPdf(), options);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    await expectNothingKept();
  });

  test('a desk that is handed over while the bytes arrive stores nothing', async () => {
    const upload = openUpload(paperPdf());
    upload.send(0.5);
    await vi.waitFor(() => expect(served.kept().staged).toBe(1));
    served.meetings.standings.set('m1 thu', 'member');
    upload.send(1);
    expect(await upload.answer).toContain('not-found');
    served.meetings.standings.set('m1 thu', 'desk');
    await expectNothingKept();
  });
});

/** An upload whose bytes go out when the test says so. */
function openUpload(pdf: Buffer) {
  const { hostname, port } = new URL(served.base);
  const socket = connect(Number(port), hostname);
  let answer = '';
  let sent = 0;
  socket.write(
    `POST /api/meetings/m1/uploads HTTP/1.1\r\nHost: ${hostname}:${port}\r\nCookie: thu\r\n` +
      `Content-Type: application/pdf\r\nX-File-Name: a.pdf\r\nContent-Length: ${pdf.length}\r\n\r\n`,
  );
  return {
    send(part: number) {
      const end = Math.floor(pdf.length * part);
      socket.write(pdf.subarray(sent, end));
      sent = end;
    },
    hangUp: () => socket.destroy(),
    answer: new Promise<string>((resolve) => {
      socket.on('data', (chunk) => {
        answer += chunk;
        if (answer.includes('\r\n\r\n') && answer.endsWith('}')) resolve(answer);
      });
    }),
  };
}

describe('a caller who goes away', () => {
  test('in the middle leaves nothing', async () => {
    const upload = openUpload(paperPdf({ pages: 500 }));
    upload.send(0.5);
    await vi.waitFor(() => expect(served.kept().staged).toBe(1));
    upload.hangUp();
    await vi.waitFor(() => expect(served.kept().staged).toBe(0));
    await expectNothingKept();
  });

  test('during the examination leaves nothing, and the server goes on', async () => {
    // Long enough to be looked at for a second.
    const upload = openUpload(paperPdf({ pages: 5_000, more: [stream('x'.repeat(5_000_000))] }));
    upload.send(1);
    await vi.waitFor(() => expect(served.kept().staged).toBe(1));
    upload.hangUp();
    await vi.waitFor(() => expect(served.kept().staged).toBe(0), { timeout: 20_000 });
    await expectNothingKept();
    expect((await served.upload(Buffer.alloc(9))).body.code).toBe('paper/not-pdf');
    expect(served.logLines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  });
});

describe('a disk that is full', () => {
  const full = () => Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  const whileArriving = (blobs: BlobStore): BlobStore => ({
    ...blobs,
    stage: (source) =>
      blobs.stage(
        (async function* () {
          for await (const chunk of source) yield chunk;
          throw full();
        })(),
      ),
  });
  const whenKept = (blobs: BlobStore): BlobStore => ({
    ...blobs,
    stage: async (source) => ({ ...(await blobs.stage(source)), keep: () => Promise.reject(full()) }),
  });

  test.each([
    ['while bytes arrive', whileArriving],
    ['when they are put in place', whenKept],
  ])('%s is said clearly and leaves nothing', async (_name, around) => {
    const full = await servePapers({ around });
    const { status, body } = await full.upload(paperPdf());
    expect([status, body.code]).toEqual([503, 'storage/full']);
    await expectNothingKept(full);
    await full.close();
  });
});
