import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { DocumentJob } from '@hopso/shared/paper';
import { PermissionFlag } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { BlobStore } from '#platform/blobs';
import { lockedPdf, paperPdf, stream } from '../examination/pdf-samples.test-support.ts';
import type { ReadablePaper } from '../meetings.ts';
import { NOW, type ServedPapers, servePapers } from '../served-papers.test-support.ts';
import { readBack } from './read-back.test-support.ts';

const DOCUMENTS = '/api/meetings/m1/documents';
const WATERMARK = 'Nguyễn Thị Minh an · Văn phòng Ủy ban nhân dân tỉnh · 28/04/2021 07:30';

let served: ServedPapers;
let blobs: BlobStore;
beforeAll(async () => {
  served = await servePapers({ around: (folder) => (blobs = folder) });
  await lay('p1', paperPdf({ pages: 3, text: 'Bao cao' }), 'Báo cáo tháng 4');
  await lay('p2', paperPdf({ pages: 2, text: 'CANARY' }), 'Công tác cán bộ CANARY', ['an']);
  await lay('p3', paperPdf({ pages: 2, text: 'To trinh', page: '/Rotate 90' }), 'Tờ trình');
});
afterAll(() => served.close());

/** Puts bytes into the store as they are, examined or not. */
async function lay(id: string, pdf: Uint8Array, title: string, hiddenFrom: readonly string[] = []) {
  const { sha256, bytes } = await blobs.put(Readable.from([Buffer.from(pdf)]));
  const facts = { fileName: `${id}.pdf`, sha256, bytes, pages: 2, hasText: true };
  const paper: Omit<ReadablePaper, 'right'> = {
    ...{ id, itemId: 'i', title, version: 1, versions: [{ ...facts, version: 1, addedAt: NOW }], ...facts },
  };
  served.meetings.papers.set(`m1 ${id}`, { ...paper, hiddenFrom });
}

async function ask(path: string, caller: string, method = 'GET', body?: unknown) {
  const headers = body === undefined ? {} : { 'content-type': 'application/json' };
  const answer = await served.request(path, caller, {
    ...{ method, headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    body: (text === '' ? {} : JSON.parse(text)) as DocumentJob & { code: string },
  };
}
const order = (body: unknown, caller = 'an') => ask(DOCUMENTS, caller, 'POST', body);

async function settled(id: string, caller = 'an'): Promise<DocumentJob> {
  return vi.waitFor(
    async () => {
      const { body } = await ask(`${DOCUMENTS}/${id}`, caller);
      if (body.state !== 'ready' && body.state !== 'failed') throw new Error(`still ${body.state}`);
      return body;
    },
    { timeout: 60_000, interval: 100 },
  );
}

async function made(body: unknown, caller = 'an'): Promise<Uint8Array> {
  const begun = await order(body, caller);
  expect(begun.status).toBe(202);
  const job = await settled(begun.body.id, caller);
  expect(job).toMatchObject({ state: 'ready', percent: 100, problem: null });
  const file = await served.request(`${DOCUMENTS}/${job.id}/file`, caller);
  expect(file.status).toBe(200);
  return new Uint8Array(await file.arrayBuffer());
}

describe('a copy for one reader', () => {
  test('carries name, unit and time on every page, and is saved under the title', async () => {
    const begun = await order({ kind: 'watermarked', paper: 'p1' });
    const job = await settled(begun.body.id);
    const file = await served.request(`${DOCUMENTS}/${job.id}/file`, 'an');
    const bytes = new Uint8Array(await file.arrayBuffer());
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(job.bytes),
      'cache-control': 'private, no-store, no-transform',
      'content-disposition':
        'attachment; filename="Bao cao thang 4.pdf"; ' +
        "filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20th%C3%A1ng%204.pdf",
    });
    expect(bytes.length).toBe(job.bytes);
    const { words } = await readBack(bytes);
    expect(words).toHaveLength(3);
    for (const [index, page] of words.entries()) {
      expect(page.split(WATERMARK)).toHaveLength(5);
      expect(page).toContain(`Nội dung 1 · Tài liệu 1 · trang ${index + 1}`);
      expect(page).toContain('Bao cao');
    }
  });

  test('[N1] [N5] has own notes and those shared with the reader, nobody else’s private ones', async () => {
    await write('an', 'private', 'Của tôi');
    await write('thu', 'private', 'CANARY riêng');
    await write('thu', 'all', 'Gửi tất cả');
    await write('thu', 'named', 'Gửi riêng cho An', 'an');
    await write('thu', 'named', 'CANARY cho Khách', 'khach');
    const { words } = await readBack(await made({ kind: 'annotated', paper: 'p1' }));
    const all = words.join('\n');
    expect(all).toMatch(/Của tôi[\s\S]*Gửi tất cả[\s\S]*Gửi riêng cho An/);
    expect(all).not.toContain('CANARY');
    const plain = await readBack(await made({ kind: 'watermarked', paper: 'p1' }));
    expect(plain.words.join()).not.toContain('Của tôi');
  });

  test('of what the reader may not see, or what is not there, is none', async () => {
    for (const body of [
      { kind: 'watermarked', paper: 'p2' },
      { kind: 'annotated', paper: 'zz' },
      { kind: 'watermarked', paper: 'p1', version: 2 },
    ]) {
      expect(await order(body)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    }
    expect(await order({ kind: 'pack', withNotes: false }, 'khach')).toMatchObject({ status: 404 });
  });
});

describe('what a reader may not take along', () => {
  const limit = (right: ReadablePaper['right']) => {
    const paper = served.meetings.papers.get('m1 p3');
    if (paper !== undefined) served.meetings.papers.set('m1 p3', { ...paper, right });
  };
  afterEach(() => limit('print'));

  test('[P15] is made into no copy, and stands in the pack by its name alone', async () => {
    limit('annotate');
    for (const kind of ['watermarked', 'annotated'])
      expect(await order({ kind, paper: 'p3' })).toMatchObject({ status: 404 });
    const { words, labels } = await readBack(await made({ kind: 'pack', withNotes: false }));
    expect(words[0]).toContain('1 tài liệu');
    expect(words[1]).toMatch(/Tờ trình[\s\S]*chỉ đọc trên hệ thống/);
    expect(labels?.some((label) => label.startsWith('ND 3'))).toBe(false);
    limit('download');
    expect((await readBack(await made({ kind: 'watermarked', paper: 'p3' }))).words).toHaveLength(2);
  });

  test('[P12] is printed only with the right to: viewers are told by the file', async () => {
    const printing = PermissionFlag.PRINT;
    const of = async (body: object) => (await readBack(await made(body))).permissions;
    expect(await of({ kind: 'watermarked', paper: 'p3' })).toBeNull();
    limit('download');
    for (const body of [
      { kind: 'annotated', paper: 'p3' },
      { kind: 'pack', withNotes: false },
    ]) {
      const permissions = await of(body);
      expect(permissions).not.toBeNull();
      expect(permissions).not.toContain(printing);
      expect(permissions).toContain(PermissionFlag.COPY);
    }
    expect(await of({ kind: 'watermarked', paper: 'p1' })).toBeNull();
  });

  test('[P16] what was made to be printed is not handed out once that right is gone', async () => {
    const begun = await order({ kind: 'watermarked', paper: 'p3' });
    const job = await settled(begun.body.id);
    expect(job.isPrintable).toBe(true);
    const opened = await served.request(`${DOCUMENTS}/${job.id}/file?open=print`, 'an');
    expect(opened.headers.get('content-disposition')).toMatch(/^inline/);
    await opened.arrayBuffer();
    limit('download');
    expect((await served.request(`${DOCUMENTS}/${job.id}/file`, 'an')).status).toBe(404);
  });

  test('[P16] what was made before the right was taken is not handed out any more', async () => {
    const begun = await order({ kind: 'watermarked', paper: 'p3' });
    await settled(begun.body.id);
    limit('view');
    expect((await served.request(`${DOCUMENTS}/${begun.body.id}/file`, 'an')).status).toBe(404);
  });
});

describe('a meeting pack', () => {
  test('[P10] is in the order of the agenda, with outline, labels and addresses', async () => {
    const found = await readBack(await made({ kind: 'pack', withNotes: true }, 'thu'));
    expect(found.words[0]).toMatch(/CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM[\s\S]*Độc lập - Tự do - Hạnh phúc/);
    expect(found.words[0]).toContain('Thời gian: 07 giờ 30, ngày 28 tháng 4 năm 2021');
    expect(found.labels?.slice(0, 9)).toEqual([
      ...['Bìa', 'Chương trình 1', 'ND 1 · TL 1 · 1', 'ND 1 · TL 1 · 2', 'ND 1 · TL 1 · 3'],
      ...['ND 2 · TL 1 · 1', 'ND 2 · TL 1 · 2', 'ND 3 · TL 1 · 1', 'ND 3 · TL 1 · 2'],
    ]);
    expect(found.outline.slice(0, 5)).toMatchObject([
      { title: 'Bìa', page: 1 },
      { title: 'Chương trình và tài liệu', page: 2 },
      { title: 'Nội dung 1. Xem xét: Báo cáo tháng 4', below: ['Tài liệu 1. Báo cáo tháng 4'], page: 3 },
      { title: 'Nội dung 2. Xem xét: Công tác cán bộ CANARY', page: 6 },
      { title: 'Nội dung 3. Xem xét: Tờ trình', below: ['Tài liệu 1. Tờ trình'], page: 8 },
    ]);
    expect(found.words[8]).toContain('Nội dung 3 · Tài liệu 1 · trang 2');
    expect(found.words.every((words) => words.includes('Nguyễn Thị Minh thu'))).toBe(true);
    expect(found.pages[7]).toMatchObject({ width: 842, height: 595 });
  });

  test('[P10] holds nothing of an item closed to its reader: neither pages nor titles, nor a mark', async () => {
    const found = await readBack(await made({ kind: 'pack', withNotes: true }));
    expect(JSON.stringify(found)).not.toContain('CANARY');
    expect(found.words[1]).toContain('Nội dung này chỉ dành cho thành phần được mời.');
    expect(found.outline.map(({ title }) => title)).toContain(
      'Nội dung 2. Nội dung này chỉ dành cho thành phần được mời.',
    );
    expect(found.labels).not.toContain('ND 2 · TL 1 · 1');
  });
});

describe('a job', () => {
  test('is its reader’s alone', async () => {
    const { body } = await order({ kind: 'watermarked', paper: 'p1' });
    await settled(body.id);
    for (const path of [`${DOCUMENTS}/${body.id}`, `${DOCUMENTS}/${body.id}/file`]) {
      expect(await ask(path, 'thu')).toMatchObject({ status: 404 });
    }
    expect(await ask(`${DOCUMENTS}/${body.id}`, 'thu', 'DELETE')).toMatchObject({ status: 404 });
    expect(await ask(`${DOCUMENTS}/${randomUUID()}`, 'an')).toMatchObject({ status: 404 });
  });

  test('[P3] of a paper withdrawn meanwhile gives no file', async () => {
    await lay('gone', paperPdf(), 'Sẽ rút');
    const { body } = await order({ kind: 'watermarked', paper: 'gone' });
    await settled(body.id);
    served.meetings.papers.delete('m1 gone');
    expect(await ask(`${DOCUMENTS}/${body.id}/file`, 'an')).toMatchObject({ status: 404 });
    expect(await ask(`${DOCUMENTS}/${body.id}`, 'an')).toMatchObject({ status: 404 });
  });

  test('is one of two at most; giving one up makes room and leaves no file', async () => {
    const body = { kind: 'pack', withNotes: false };
    const [first, second, third] = await Promise.all([order(body), order(body), order(body)]);
    const codes = [first, second, third].map(({ status }) => status).sort();
    expect(codes).toEqual([202, 202, 409]);
    expect([first, second, third].find(({ status }) => status === 409)?.body.code).toBe('document/too-many');
    const begun = [first, second, third].filter(({ status }) => status === 202);
    for (const { body: job } of begun) {
      expect((await ask(`${DOCUMENTS}/${job.id}/file`, 'an')).body.code).toBe('document/not-ready');
      expect((await ask(`${DOCUMENTS}/${job.id}`, 'an', 'DELETE')).status).toBe(204);
    }
    await vi.waitFor(() => {
      for (const { body: job } of begun) expect(existsSync(join(served.documentFolder, job.id))).toBe(false);
    });
    expect((await order(body)).status).toBe(202);
  });

  test('keeps three documents at most, readable for the server alone', async () => {
    const jobs: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      const { body } = await order({ kind: 'watermarked', paper: 'p1' }, 'thu');
      await settled(body.id, 'thu');
      jobs.push(body.id);
    }
    const [oldest = '', ...kept] = jobs;
    expect((await ask(`${DOCUMENTS}/${oldest}`, 'thu')).status).toBe(404);
    for (const id of kept) {
      const folder = join(served.documentFolder, id);
      expect(statSync(folder).mode & 0o777).toBe(0o700);
      for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    }
  });

  test.each([
    ['document/encrypted', lockedPdf()],
    ['document/broken', Buffer.from('%PDF-1.7 broken')],
  ])(
    'over a damaged file fails with %s; the next one is made as if nothing had been',
    async (problem, bytes) => {
      await lay('damaged', bytes, 'Hỏng');
      const { body } = await order({ kind: 'watermarked', paper: 'damaged' }, 'thu');
      expect(await settled(body.id, 'thu')).toMatchObject({ state: 'failed', problem });
      served.meetings.papers.delete('m1 damaged');
      await made({ kind: 'watermarked', paper: 'p1' }, 'thu');
    },
  );

  test('over a scan of twenty megabytes stays within the memory it is given', async () => {
    const picture =
      '/Type/XObject/Subtype/Image/Width 2600/Height 2600/BitsPerComponent 8/ColorSpace/DeviceRGB';
    await lay(
      'scan',
      paperPdf({ pages: 60, text: null, more: [stream(randomBytes(20_280_000), picture)] }),
      'Bản quét',
    );
    const copy = await made({ kind: 'annotated', paper: 'scan' });
    expect(copy.length).toBeLessThan(20_800_000);
    served.meetings.papers.delete('m1 scan');
  });
});

let written = 0;
async function write(owner: string, sharing: string, text: string, name?: string) {
  written += 1;
  const id = randomUUID();
  const row = {
    ...{ id, meetingId: 'm1', paperId: 'p1', version: 1, page: 1, type: 'note', ownerId: owner, sharing },
    ...{ wasSharedWithAll: sharing === 'all', updatedAt: NOW, actId: randomUUID(), createdAt: NOW + written },
    ...{ deletedAt: null, seq: written },
    body: { colour: 'blue', width: 1, text, rect: [100, 800 - 20 * written, 100, 800 - 20 * written] },
  };
  const { t } = served.db;
  await served.db.write(async (q) => {
    await q.insert(t.annotations).values(row);
    if (name !== undefined) {
      await q.insert(t.annotationShares).values({ annotationId: id, personId: name, isActive: true });
    }
  });
}
