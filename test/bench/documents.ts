// Copies with notes and meeting packs, against the same library loading, merging and saving the same files bare.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type DrawnNote,
  makeCopy,
  makePack,
  type Source,
  written,
} from '@hopso/server/features/paper/documents';
import type { PackContents } from '@hopso/shared/session';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { answerAsks } from './child.ts';
import type { Pair } from './measure.ts';

interface Given {
  readonly folder: string;
  readonly rounds: number;
}

const READER = 'Nguyễn Thị Ngưỡng · Văn phòng UBND tỉnh · 28/04/2021 08:15';
/** As the library does it when it is told nothing else. */
const bareLoad = (file: string) => PDFDocument.load(readFileSync(file));

async function flatten({ folder, rounds }: Given): Promise<Pair[]> {
  const file = await textFile(folder, 'flatten', 300);
  const source: Source = {
    ...{ file, title: 'Phụ lục', address: { item: '4', paper: 2 }, lines: {} },
    notes: Array.from({ length: 500 }, (_, index) => noteAt(index)),
  };
  return pairs(
    rounds,
    async () => written(await makeCopy({ source, watermark: READER }, () => {})),
    async () => (await bareLoad(file)).save(),
  );
}

async function pack({ folder, rounds }: Given): Promise<Pair[]> {
  const files = await Promise.all(Array.from({ length: 20 }, (_, n) => textFile(folder, `paper-${n}`, 25)));
  const sources = Object.fromEntries(files.map((file, index) => [`p${index}`, sourceOf(file, index)]));
  const contents = packOf(files.length);
  return pairs(
    rounds,
    async () => written(await makePack({ contents, sources, watermark: READER }, () => {})),
    async () => {
      const merged = await PDFDocument.create();
      for (const file of files) {
        const doc = await bareLoad(file);
        for (const page of await merged.copyPages(doc, doc.getPageIndices())) merged.addPage(page);
      }
      return merged.save();
    },
  );
}

async function pairs(
  rounds: number,
  ours: () => Promise<unknown>,
  bare: () => Promise<unknown>,
): Promise<Pair[]> {
  const measured: Pair[] = [];
  for (let round = -2; round < rounds; round += 1) {
    const pair = { value: await millisecondsOf(ours), baseline: await millisecondsOf(bare) };
    // The first two rounds only warm up.
    if (round >= 0) measured.push(pair);
  }
  return measured;
}

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** Pages full of words, all with one font, as a word processor exports them. */
async function textFile(folder: string, name: string, pages: number): Promise<string> {
  const doc = await PDFDocument.create();
  const font = await doc.embedFont(StandardFonts.TimesRoman);
  for (let number = 1; number <= pages; number += 1) {
    const lines = Array.from(
      { length: 45 },
      (_, line) => `${number}.${line} To trinh ve ke hoach ${line * number}`,
    );
    doc.addPage([595, 842]).drawText(lines.join('\n'), { x: 72, y: 780, size: 12, lineHeight: 16, font });
  }
  const file = join(folder, `${name}.pdf`);
  writeFileSync(file, await doc.save());
  return file;
}

/** Half strokes of sixty points, the rest highlights, pins and words, over all pages. */
function noteAt(index: number): DrawnNote {
  const page = (index % 300) + 1;
  const y = 100 + ((index * 37) % 600);
  const points = Array.from(
    { length: 60 },
    (_, at) => [100 + at * 3, y + 10 * Math.sin(at / 4), 0.5] as [number, number, number],
  );
  const shapes = [
    { type: 'ink', body: { points, isPressureMeasured: true } },
    { type: 'highlight', body: { boxes: [[72, y, 300, y + 14] as [number, number, number, number]] } },
    { type: 'ink', body: { points } },
    {
      type: 'note',
      body: { rect: [400, y, 400, y] as [number, number, number, number], text: 'Đề nghị làm rõ' },
    },
  ] as const;
  const { type, body } = shapes[index % shapes.length] ?? shapes[0];
  return { page, type, by: null, body: { colour: 'red', width: 2, ...(body as object) } };
}

const sourceOf = (file: string, index: number): Source => ({
  ...{ file, title: `Tài liệu số ${index + 1}`, notes: [], lines: {} },
  address: { item: String(Math.floor(index / 2) + 1), paper: (index % 2) + 1 },
});

function packOf(papers: number): PackContents {
  const paper = (index: number) => ({
    ...{ id: `p${index}`, number: (index % 2) + 1, title: `Tài liệu số ${index + 1}`, version: 1 },
    ...{ pages: 25, bytes: 0, sha256: '', isViewOnly: false },
  });
  const items = Array.from({ length: papers / 2 }, (_, index) => ({
    ...{ id: `i${index}`, number: String(index + 1), isBelow: false },
    content: {
      ...{ title: 'Xem xét, cho ý kiến', submittingBody: 'Sở Tài chính', presenters: [], isWithdrawn: false },
      papers: [paper(index * 2), paper(index * 2 + 1)],
    },
  }));
  const place = { hostName: 'Ủy ban nhân dân tỉnh', place: 'Phòng họp số 1', startsAt: 0 };
  return { meeting: { title: 'Phiên họp thường kỳ', gathering: 'session', ...place }, items };
}

const api = { flatten, pack };
export type DocumentsApi = typeof api;
answerAsks(api);
