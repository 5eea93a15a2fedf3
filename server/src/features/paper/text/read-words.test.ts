import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { createLogger } from '#platform/telemetry';
import { createExaminer } from '../examination/examiner.ts';
import { paperPdf, stream } from '../examination/pdf-samples.test-support.ts';
import { readWords } from './read-words.ts';
import { wordsPdf } from './text-samples.test-support.ts';

vi.setConfig({ testTimeout: 60_000 });

const examiner = createExaminer({ logger: createLogger({ level: 'silent' }) });
const folder = mkdtempSync(join(tmpdir(), 'hopso-words-'));
const never = new AbortController().signal;
let files = 0;

async function read(pdf: Buffer, pages: number) {
  files += 1;
  const file = join(folder, String(files));
  writeFileSync(file, pdf);
  return readWords(examiner, { file, pages }, never);
}

afterAll(async () => {
  await examiner.close();
  rmSync(folder, { recursive: true });
});

const LETTERS = 'Ằ Ẳ Ẵ Ặ Ầ Ẩ Ẫ Ậ Ề Ể Ễ Ệ Ồ Ổ Ỗ Ộ Ờ Ở Ỡ Ợ Ừ Ử Ữ Ự ỳ ỷ ỹ ỵ đ Đ ơ ư';
const RESOLUTION = 'Nghị quyết số 12/NQ-HĐND về ngưỡng chịu tải';

describe('the words of a page', () => {
  test('are Vietnamese in NFC, line by line, with boxes where they stand', async () => {
    const [page] = await read(await wordsPdf([{ lines: ['ỦY BAN NHÂN DÂN', RESOLUTION, LETTERS] }]), 1);
    expect(page?.text).toBe(['ỦY BAN NHÂN DÂN', RESOLUTION, LETTERS].join('\n'));
    expect(page?.text).toBe(page?.text.normalize('NFC'));
    const [left, bottom, right, top] = page?.lines[1]?.box ?? [0, 0, 0, 0];
    expect([left, Math.round(bottom), Math.round(top)]).toEqual([72, 677, 692]);
    expect(right).toBeGreaterThan(72 + RESOLUTION.length * 4);
  });

  test.each([90, 180, 270] as const)(
    'are the same on a page turned by %i, and its number too',
    async (rotate) => {
      const lines = ['Điều 1. Phê duyệt', RESOLUTION];
      const sample = (number: string) => ({ lines, rotate, number });
      const pages = await read(await wordsPdf([sample('4'), sample('5'), sample('6')]), 3);
      expect(pages.map(({ text, label }) => [text.split('\n').slice(0, 2), label])).toEqual(
        ['4', '5', '6'].map((label) => [lines, label]),
      );
      const [left, bottom, right, top] = pages[0]?.lines[1]?.box ?? [0, 0, 0, 0];
      expect(right - left > top - bottom).toBe(rotate === 180);
      expect(Math.min(left, bottom)).toBeGreaterThan(0);
      expect([right <= 595, top <= 842]).toEqual([true, true]);
    },
  );

  test('stay in the file’s own space on a page that shows a part of itself', async () => {
    const [page] = await read(await wordsPdf([{ lines: ['Tờ trình'], cropFrom: [50, 100] }]), 1);
    expect(page?.lines[0]?.box[0]).toBe(72);
  });

  test('of two columns on one height are two lines; marks set by themselves join their letter', async () => {
    const content = [
      'BT /F1 12 Tf 72 700 Td (Noi nhan) Tj ET',
      'BT /F1 12 Tf 350 700 Td (TM. UY BAN) Tj ET',
      'BT /F1 12 Tf 72 680 Td (Chuyen) Tj ( ) Tj (de) Tj ET',
    ].join('\n');
    const [page] = await read(paperPdf({ content: stream(content) }), 1);
    expect(page?.text).toBe('Noi nhan\nTM. UY BAN\nChuyen de');
  });

  test('a scan, an empty page and a page that is broken are pages without words', async () => {
    const scan = await read(paperPdf({ text: null, pages: 2 }), 2);
    expect(scan).toEqual([1, 2].map((page) => ({ page, label: null, text: '', lines: [] })));
    const broken = await read(paperPdf({ content: stream('BT /F1 12 Tf (') }), 1);
    expect(broken).toMatchObject([{ page: 1, text: '' }]);
    expect(await read(Buffer.from('no pdf at all'), 2)).toMatchObject([{ text: '' }, { text: '' }]);
  });
});

describe('the printed number', () => {
  const body = ['Căn cứ Luật Tổ chức chính quyền địa phương'];

  test('goes on as the pages do; an annex begins anew; the first page has none', async () => {
    const numbers = [undefined, '2', '3', undefined, '- 2 -', 'Trang 3/3'];
    const pages = numbers.map((number) => ({ lines: body, ...(number !== undefined && { number }) }));
    const words = await read(await wordsPdf(pages), 6);
    expect(words.map(({ label }) => label)).toEqual([null, '2', '3', null, '2', '3']);
  });

  test('is no year, total or number in the text', async () => {
    const pages = ['2020', '830', undefined, '17'].map((number) => ({
      lines: ['7', ...body],
      ...(number !== undefined && { number }),
    }));
    const words = await read(await wordsPdf(pages), 4);
    expect(words.map(({ label }) => label)).toEqual([null, null, null, null]);
  });

  test('is what the file itself calls its pages, unless it only counts them', async () => {
    const pages = [
      { lines: body, number: '5' },
      { lines: body, number: '6' },
    ];
    const labels = async (labelPrefix: string) =>
      (await read(await wordsPdf(pages, { labelPrefix }), 2)).map(({ label }) => label);
    expect(await labels('TL1-')).toEqual(['TL1-1', 'TL1-2']);
    expect(await labels('')).toEqual(['5', '6']);
  });
});

test('three hundred pages', async () => {
  const lines = Array.from({ length: 15 }, (_, index) => `${index + 1}. ${RESOLUTION} của đại biểu`);
  const pages = Array.from({ length: 300 }, (_, index) => ({ lines, number: String(index + 1) }));
  const pdf = await wordsPdf(pages);
  const startedAt = performance.now();
  const words = await read(pdf, 300);
  console.info(`300 pages: words read in ${Math.round(performance.now() - startedAt)} ms`);
  expect(words).toHaveLength(300);
  expect(words.at(-1)).toMatchObject({ page: 300, label: '300' });
});
