import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { createLogger } from '#platform/telemetry';
import { wordsPdf } from '../text/text-samples.test-support.ts';
import { createExaminer, ExaminationFailedError, type Examiner } from './examiner.ts';
import { doublyDeflatedZeros, paperPdf, pdfOf } from './pdf-samples.test-support.ts';

vi.setConfig({ testTimeout: 30_000 });

const logger = createLogger({ level: 'silent' });
const folder = mkdtempSync(join(tmpdir(), 'hopso-examine-'));
const examiners: Examiner[] = [];
let files = 0;

const newExaminer = (options: { processes?: number; longestMs?: number } = {}) => {
  const examiner = createExaminer({ logger, ...options });
  examiners.push(examiner);
  return examiner;
};
const shared = newExaminer();
const never = new AbortController().signal;

const fileOf = (pdf: Buffer) => {
  files += 1;
  const file = join(folder, String(files));
  writeFileSync(file, pdf);
  return file;
};
const examine = (pdf: Buffer, examiner = shared) => examiner.examine(fileOf(pdf), never);

afterEach(async () => {
  await Promise.all(examiners.splice(1).map((examiner) => examiner.close()));
});
afterAll(async () => {
  await shared.close();
  rmSync(folder, { recursive: true });
});

describe('the marking of a state secret', () => {
  const marked = (...lines: string[]) => wordsPdf([{ lines }]);

  test.each(['MẬT', 'TỐI MẬT', 'TUYỆT MẬT', ' TỐI   MẬT '.normalize('NFD')])(
    'alone on a line of the first page, it is not taken: %s',
    async (marking) => {
      const pdf = await marked('ỦY BAN NHÂN DÂN', marking, 'BÁO CÁO');
      expect(await examine(pdf)).toEqual({ ok: false, error: { code: 'upload/secret-marking' } });
    },
  );

  test.each([
    'Mật',
    'Độ mật: không',
    'BẢO MẬT THÔNG TIN',
    'Tài liệu MẬT không soạn trên máy nối mạng',
    'mật',
  ])('words that speak of secrets are none: %s', async (line) => {
    expect((await examine(await marked(line))).ok).toBe(true);
  });

  test('on a later page it is a quotation', async () => {
    const pdf = await wordsPdf([{ lines: ['Quy chế'] }, { lines: ['MẬT'] }]);
    expect((await examine(pdf)).ok).toBe(true);
  });
});

describe('what is found out', () => {
  test('pages, their sizes as shown, text', async () => {
    expect(await examine(paperPdf({ pages: 3 }))).toEqual({
      ok: true,
      value: { pages: 3, sizes: [{ pages: 3, width: 595, height: 842 }], hasText: true },
    });
    const turned = await examine(paperPdf({ page: '/Rotate 90/CropBox[0 0 300 400]/UserUnit 2' }));
    expect(turned.ok && turned.value.sizes).toEqual([{ pages: 1, width: 800, height: 600 }]);
  });

  test('a scan has no text', async () => {
    const scan = await examine(paperPdf({ text: null, pages: 4 }));
    expect(scan.ok && scan.value.hasText).toBe(false);
  });

  test('the most pages, and one more', async () => {
    const most = await examine(paperPdf({ pages: 5_000 }));
    expect(most.ok && most.value.pages).toBe(5_000);
    expect(await examine(paperPdf({ pages: 5_001 }))).toEqual({
      ok: false,
      error: { code: 'paper/too-many-pages', params: { most: 5_000 } },
    });
  });
});

const tree = (pages: string, ...more: string[]) => pdfOf(['<</Type/Catalog/Pages 2 0 R>>', pages, ...more]);

test.each([
  ['paper/no-pages', 'no pages', paperPdf({ pages: 0 })],
  ['paper/broken', 'pages that contain themselves', tree('<</Type/Pages/Count 2/Kids[2 0 R 2 0 R]>>')],
  ['paper/broken', 'no catalogue', pdfOf(['<</A 1>>'])],
  [
    'paper/broken',
    'a page that is missing',
    tree('<</Type/Pages/Count 2/Kids[3 0 R 9 0 R]>>', '<</Type/Page>>'),
  ],
  [
    'paper/too-complex',
    'a page as large as a field',
    paperPdf({ page: '/CropBox[0 0 900000 900000]/MediaBox[0 0 900000 900000]' }),
  ],
  ['paper/too-complex', 'a gigabyte in two kilobytes', paperPdf({ content: doublyDeflatedZeros(2 ** 30) })],
])('%s: %s', async (code, _name, pdf) => {
  expect(await examine(pdf)).toMatchObject({ ok: false, error: { code } });
});

describe('what an examination may use', () => {
  /** Millions of small values: each parser's memory grows far beyond the file. */
  const hungry = () => paperPdf({ more: [`[${'null '.repeat(12_000_000)}]`] });

  test('a file that eats memory is refused, neither this process nor the other one grows', async () => {
    const before = process.memoryUsage.rss();
    expect(await examine(hungry())).toEqual({ ok: false, error: { code: 'paper/too-complex' } });
    expect(process.memoryUsage.rss() - before).toBeLessThan(256 * 1024 * 1024);
  });

  test('a file that takes too long is refused, and the next one is looked at as if nothing had been', async () => {
    const examiner = newExaminer({ processes: 1, longestMs: 3_000 });
    const endless = Buffer.concat([paperPdf(), Buffer.from(`${'obj('.repeat(4e6)}\nstartxref`)]);
    const [slow, next] = await Promise.all([examine(endless, examiner), examine(paperPdf(), examiner)]);
    expect(slow).toEqual({ ok: false, error: { code: 'paper/too-complex' } });
    expect(next.ok).toBe(true);
  });

  test('more files than processes wait their turn', async () => {
    const examiner = newExaminer({ processes: 1 });
    const results = await Promise.all(Array.from({ length: 6 }, () => examine(paperPdf(), examiner)));
    expect(results.map((result) => result.ok)).toEqual(Array(6).fill(true));
  });

  test('after a file that is not in order the next one is looked at as if nothing had been', async () => {
    const examiner = newExaminer({ processes: 1 });
    const torn = tree('<</Type/Pages/Count 3/Kids[3 0 R 9 0 R 8 0 R]>>', '<</Type/Page/Contents 7 0 R>>');
    for (let round = 0; round < 3; round += 1) {
      expect((await examine(torn, examiner)).ok).toBe(false);
      expect((await examine(paperPdf(), examiner)).ok).toBe(true);
    }
  });

  test('who gives up leaves the queue and the process', async () => {
    const examiner = newExaminer({ processes: 1 });
    const given = new AbortController();
    const running = examiner.examine(fileOf(hungry()), given.signal);
    const waiting = examiner.examine(fileOf(paperPdf()), given.signal);
    const ended = Promise.allSettled([running, waiting]);
    given.abort(new Error('gone'));
    const gone = { status: 'rejected', reason: new Error('gone') };
    expect(await ended).toEqual([gone, gone]);
    expect((await examine(paperPdf(), examiner)).ok).toBe(true);
  });

  test('a file that is not there is a fault of ours, not of the file', async () => {
    await expect(shared.examine(join(folder, 'missing'), never)).rejects.toThrow(ExaminationFailedError);
  });

  test('closing ends what runs', async () => {
    const examiner = newExaminer({ processes: 1 });
    const running = examiner.examine(fileOf(hungry()), never);
    const ended = expect(running).rejects.toThrow('shutting down');
    await examiner.close();
    await ended;
  });
});
