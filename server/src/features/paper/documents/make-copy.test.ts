import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AnnotationBody, type AnnotationType, curvesOf, strokeOutline } from '@hopso/shared/annotation';
import { decodePDFRawStream, PDFArray, PDFDocument, PDFRawStream, PDFStream } from 'pdf-lib';
import { afterAll, describe, expect, test } from 'vitest';
import { lockedPdf, paperPdf } from '../examination/pdf-samples.test-support.ts';
import type { DrawnNote, Source } from './document-order.ts';
import { makeCopy } from './make-copy.ts';
import { readBack } from './read-back.test-support.ts';

const folder = mkdtempSync(join(tmpdir(), 'hopso-copy-'));
afterAll(() => rmSync(folder, { recursive: true }));

const READER = 'Nguyễn Thị Ngưỡng · Văn phòng UBND tỉnh · 28/04/2021 08:15';
const ADDRESS = 'Nội dung 4 · Tài liệu 2 · trang 1';

async function copyOf(pdf: Uint8Array, source: Partial<Source> = {}): Promise<PDFDocument> {
  const file = join(folder, 'paper.pdf');
  writeFileSync(file, pdf);
  const whole = {
    file,
    title: 'Tờ trình',
    address: { item: '4', paper: 2 },
    notes: [],
    lines: {},
    ...source,
  };
  return makeCopy({ source: whole, watermark: READER }, () => {});
}

const note = (type: AnnotationType, body: Partial<AnnotationBody>, page = 1, by: string | null = null) =>
  ({ page, type, by, body: { colour: 'red', width: 2, ...body } }) satisfies DrawnNote;

/** What was written over a page, in clear. */
function drawnOn(doc: PDFDocument, page: number): string {
  const contents = doc.getPage(page - 1).node.Contents();
  const parts =
    contents instanceof PDFArray ? contents.asArray().map((ref) => doc.context.lookup(ref)) : [contents];
  return parts
    .map((part) => {
      if (part instanceof PDFRawStream)
        return Buffer.from(decodePDFRawStream(part).decode()).toString('latin1');
      return part instanceof PDFStream ? part.getContentsString() : '';
    })
    .join('');
}

/** The same once it was written and opened again. */
async function reopened(doc: PDFDocument): Promise<PDFDocument> {
  return PDFDocument.load(await doc.save(), { updateMetadata: false });
}

describe.each([0, 90, 180, 270])('a page turned by %i degrees', (rotation) => {
  describe.each(['', '/CropBox[50 40 545 742]', '/MediaBox[-100 -50 495 792]/CropBox[-60 0 400 700]'])(
    '%s',
    (box) => {
      const pdf = paperPdf({ page: `/Rotate ${rotation}${box}` });
      const points = [
        [100, 200, 0.5],
        [140.25, 260.5, 0.8],
        [190, 230, 0.3],
      ] as [number, number, number][];

      test('[N6] has lines and boxes at the very numbers they were stored with', async () => {
        const notes = [
          note('ink', { points, isPressureMeasured: true }),
          note('highlight', { boxes: [[90, 300, 250.5, 314]] }),
        ];
        const drawn = drawnOn(await reopened(await copyOf(pdf, { notes })), 1);
        const curves = curvesOf(strokeOutline(points, 2, true, 'ink'));
        const [x = 0, y = 0] = curves?.from ?? [];
        const [, , endX = 0, endY = 0] = curves?.pieces.at(-1) ?? [];
        // A stroke is written in hundredths of a point; nothing else stands between `q` and the shape.
        const hundredths = (...parts: number[]) => parts.map((part) => Math.round(part * 100)).join(' ');
        const scale = '0\\.01 0 0 0\\.01 0 0 cm\\n';
        expect(drawn).toMatch(
          new RegExp(`q [\\d. ]+ rg\\n${scale}${hundredths(x, y)} m .* ${hundredths(endX, endY)} [cl] f\\nQ`),
        );
        expect(drawn).toMatch(/q \/Hs0M gs [\d. ]+ rg\n90 300 160\.5 14 re f\nQ/);
      });

      test('has words upright and inside: address at the lower right, free text at its place, name across', async () => {
        const rect = [120, 400, 260, 540] as const;
        const notes = [note('text', { text: 'Đề nghị làm rõ', rect: [...rect], width: 12 })];
        const found = await readBack(await (await copyOf(pdf, { notes })).save());
        const [page] = found.pages;
        if (page === undefined) throw new Error('No page.');
        const stamp = page.texts.find(({ text }) => text === ADDRESS);
        expect(stamp).toMatchObject({ angle: 0 });
        expect(stamp?.x).toBeGreaterThan(page.width / 2);
        expect(page.height - (stamp?.y ?? 0)).toBeCloseTo(12, 1);
        const copies = page.texts.filter(({ text }) => text === READER);
        expect(copies.filter(({ angle }) => angle === 0)).toHaveLength(1);
        expect(copies.filter(({ angle }) => angle > 20 && angle < 80)).toHaveLength(3);
        for (const { x, y } of copies) {
          expect(x).toBeGreaterThan(0);
          expect(y).toBeGreaterThan(0);
          expect(y).toBeLessThan(page.height);
        }
        const text = page.texts.find((each) => each.text === 'Đề nghị làm rõ');
        expect(text).toMatchObject({ angle: 0 });
        const doc = await copyOf(pdf);
        expect(doc.getPage(0).getRotation().angle).toBe(rotation);
      });
    },
  );
});

describe('a copy', () => {
  test('keeps the words of the paper, and nothing of who made it with what', async () => {
    const pdf = paperPdf({
      pages: 3,
      catalogue: '/Lang(en)',
      trailer: '/Info 6 0 R',
      more: ['<</Author(Le Van A)>>'],
    });
    const found = await readBack(await (await copyOf(pdf)).save());
    expect(found.words.every((words) => words.includes('To trinh'))).toBe(true);
    expect(found.metadata).toContain('Tờ trình');
    expect(found.metadata).not.toContain('Le Van A');
  });

  test('a second copy of a copy hides neither', async () => {
    const first = await (await copyOf(paperPdf())).save();
    const again = await makeCopyOf(first, 'Lê Văn B · Sở Tài chính · 29/04/2021 09:00');
    const [words = ''] = (await readBack(again)).words;
    expect(words).toContain(READER);
    expect(words).toContain('Lê Văn B · Sở Tài chính · 29/04/2021 09:00');
  });

  test('grows little however many pages share one dictionary of fonts', async () => {
    const pdf = paperPdf({ pages: 300 });
    const copy = await (await copyOf(pdf)).save();
    expect(copy.length - pdf.length).toBeLessThan(150_000);
  });

  test('[N1] lists what was written to pins and words at the end, with its address', async () => {
    const notes = [
      note('note', { text: 'Bổ sung phương án 😀', rect: [300, 500, 300, 500] }, 2, 'Trần Văn Ngưỡng'),
      note('highlight', {
        text: 'Số liệu này?',
        boxes: [[72, 690, 200, 704]],
        anchor: { quote: 'To trinh', before: '', after: '' },
      }),
      note('note', { text: 'Chưa có chỗ', rect: [300, 400, 300, 400], placement: 'tray' }),
    ];
    const found = await readBack(await (await copyOf(paperPdf({ pages: 2 }), { notes })).save());
    expect(found.pages).toHaveLength(3);
    const list = found.words[2] ?? '';
    expect(list).toContain('GHI CHÚ');
    expect(list).toMatch(/1\. Nội dung 4 · Tài liệu 2 · trang 1\n“To trinh”\nSố liệu này\?/);
    expect(list).toContain('trang 2 · Trần Văn Ngưỡng');
    expect(list).toContain('Bổ sung phương án □');
    expect(list).toContain('Chưa có chỗ');
    const numbers = found.pages
      .slice(0, 2)
      .map(({ texts }) => texts.filter(({ text }) => /^\d+$/.test(text)).map(({ text }) => text));
    expect(numbers).toEqual([['1'], ['3']]);
  });

  test('[P9] moves the address out of the way of printed words', async () => {
    const lower = [400, 5, 590, 30] as const;
    const upper = [400, 810, 590, 840] as const;
    const at = async (boxes: (readonly [number, number, number, number])[]) => {
      const found = await readBack(await (await copyOf(paperPdf(), { lines: { 1: boxes } })).save());
      const stamp = found.pages[0]?.texts.find(({ text }) => text === ADDRESS);
      return [(stamp?.x ?? 0) > 297 ? 'right' : 'left', (stamp?.y ?? 0) > 421 ? 'lower' : 'upper'].join(' ');
    };
    expect(await at([])).toBe('right lower');
    expect(await at([lower])).toBe('right upper');
    expect(await at([lower, upper])).toBe('left upper');
  });

  test.each([
    ['document/encrypted', lockedPdf()],
    ['document/broken', Buffer.from('%PDF-1.7\nnothing')],
    ['document/broken', Buffer.from('<html></html>')],
    ['document/broken', paperPdf().subarray(0, 300)],
    ['document/broken', Buffer.alloc(0)],
  ])('is refused with %s', async (code, bytes) => {
    await expect(copyOf(bytes)).rejects.toMatchObject({ code });
  });
});

async function makeCopyOf(pdf: Uint8Array, watermark: string): Promise<Uint8Array> {
  const file = join(folder, 'again.pdf');
  writeFileSync(file, pdf);
  const source = { file, title: 'x', address: { item: '1', paper: 1 }, notes: [], lines: {} };
  return (await makeCopy({ source, watermark }, () => {})).save();
}
