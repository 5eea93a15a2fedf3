import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPaper } from './build-papers.ts';
import { planSummary } from './contents/investment-plan.ts';
import { vn } from './contents/numbers.ts';
import { planSubmission } from './contents/plan-submission.ts';
import { buildDemoPapers, COMMITTEE, type DemoPaper } from './index.ts';
import { PageFlow } from './layout/page-flow.ts';
import { paragraph } from './layout/paragraph.ts';
import { cacheKey, keepPapers, readPapers } from './paper-cache.ts';
import { scanPage } from './scan/scan-pages.ts';

const BUILD_TIMEOUT_MS = 120_000;

let folder: string;
let papers: DemoPaper[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hopso-papers-'));
  papers = await buildDemoPapers(folder);
}, BUILD_TIMEOUT_MS);

afterAll(() => rm(folder, { recursive: true }));

function paperOf(key: string): DemoPaper {
  const paper = papers.find((candidate) => candidate.key === key);
  if (!paper) throw new Error(`No paper ${key}.`);
  return paper;
}

/** pdf.js takes over the bytes it is given, so it gets a copy. */
function openPdf(paper: DemoPaper) {
  return getDocument({ data: paper.bytes.slice(), verbosity: 0 });
}

async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  const parts = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''));
  return parts.join('').replace(/\s+/g, ' ');
}

async function textOfPages(paper: DemoPaper, first: number, last: number): Promise<string> {
  const task = openPdf(paper);
  const pdf = await task.promise;
  const texts: string[] = [];
  for (let number = first; number <= last; number += 1) texts.push(await textOf(await pdf.getPage(number)));
  await task.destroy();
  return texts.join(' ');
}

describe('the ten papers and a new version', () => {
  it('are PDF files with the pages they claim, spread over the agenda', async () => {
    expect(papers.filter(({ replaces }) => replaces === undefined)).toHaveLength(10);
    expect(papers.flatMap(({ replaces }) => replaces ?? [])).toEqual(['e-government-report']);
    expect([...new Set(papers.map((paper) => paper.itemKey))]).toEqual([
      'item-1',
      'item-2',
      'item-3',
      'item-4',
      'item-5.1',
      'item-5.2',
      'item-6',
    ]);
    expect(new Set(papers.map((paper) => paper.fileName)).size).toBe(11);
    for (const paper of papers) {
      expect(Buffer.from(paper.bytes.subarray(0, 5)).toString()).toBe('%PDF-');
      const task = openPdf(paper);
      expect((await task.promise).numPages).toBe(paper.pages);
      await task.destroy();
    }
  });

  it('hold three papers on the item to be voted and one restricted paper', () => {
    expect(papers.filter((paper) => paper.itemKey === 'item-3').map((paper) => paper.kind)).toEqual([
      'submissionReport',
      'draft',
      'annex',
    ]);
    expect(papers.filter((paper) => paper.internalOnly).map((paper) => paper.itemKey)).toEqual(['item-6']);
  });

  it('carry the national header, number, place and date as real Vietnamese text', async () => {
    const text = await textOfPages(paperOf('plan-submission'), 1, 1);
    expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(text).toContain('Độc lập - Tự do - Hạnh phúc');
    expect(text).toContain('Số: 1193/TTr-SKHĐT');
    expect(text).toContain('Long An, ngày 20 tháng 4 năm 2021');
    expect(text).toContain('Dữ liệu minh họa – Họp Số');
  });

  it('quote the same totals in submission report, draft resolution and annex', async () => {
    const { capital, totals } = planSummary();
    const figures = [vn(capital), vn(totals.adjusted), vn(totals.raised), vn(totals.lowered)];
    for (const [key, pages] of [
      ['plan-submission', 3],
      ['draft-resolution', 2],
      ['investment-annex', 2],
    ] as const) {
      const text = await textOfPages(paperOf(key), 1, pages);
      for (const figure of figures) expect(text, key).toContain(figure);
    }
  });

  it('are signed by holders of the 22 seats', async () => {
    expect(COMMITTEE).toHaveLength(22);
    expect(new Set(COMMITTEE.map((seat) => seat.name)).size).toBe(22);
    const minutes = paperOf('march-minutes');
    expect(await textOfPages(minutes, minutes.pages, minutes.pages)).toContain(COMMITTEE[0].name);
  });
});

describe('the annex of 300 text pages', () => {
  it('restarts its printed numbers with each annex and has an outline', async () => {
    const task = openPdf(paperOf('investment-annex'));
    const pdf = await task.promise;
    expect(pdf.numPages).toBe(300);
    const labels = (await pdf.getPageLabels()) ?? [];
    expect(labels.filter((label) => label === '1')).toHaveLength(3);
    const outline = (await pdf.getOutline()) ?? [];
    expect(outline.map((entry) => entry.title.slice(0, 11))).toEqual([
      'Phụ lục I –',
      'Phụ lục II ',
      'Phụ lục III',
    ]);
    expect(outline[1]?.items[0]?.title).toBe('I. Giao thông');
    await task.destroy();
  });

  it('prints each page number in the top margin except on the first page of an annex', async () => {
    const task = openPdf(paperOf('investment-annex'));
    const pdf = await task.promise;
    const labels = (await pdf.getPageLabels()) ?? [];
    for (const number of [1, 2, 3, 150, 300]) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const top = items.filter(
        (item) => 'str' in item && item.str.trim() !== '' && item.transform[5] > (page.view[3] ?? 0) - 50,
      );
      const printed = top.map((item) => ('str' in item ? item.str : ''));
      expect(printed.join()).toBe(labels[number - 1] === '1' ? '' : labels[number - 1]);
    }
    await task.destroy();
  });
});

describe('the scanned dossier', () => {
  it('has 60 pages that are one image each, without text', async () => {
    const dossier = paperOf('land-price-dossier');
    expect(dossier.form).toBe('scan');
    expect(dossier.pages).toBe(60);
    expect(dossier.bytes.length).toBeGreaterThan(15_000_000);
    expect(dossier.bytes.length).toBeLessThan(25_000_000);
    expect(await textOfPages(dossier, 1, 60)).toMatch(/^\s*$/);
  });

  it('is decoded by the reader as gray paper with dark letters', async () => {
    const task = openPdf(paperOf('land-price-dossier'));
    const page = await (await task.promise).getPage(1);
    const { argsArray } = await page.getOperatorList();
    const names = argsArray.flat().filter((arg) => typeof arg === 'string' && arg.startsWith('img_'));
    const image = page.objs.get(String(names[0]));
    expect(image).toMatchObject({ width: 1488, height: 2105 });
    const pixels: Uint8ClampedArray = image.data;
    const light = pixels.reduce((count, value) => count + (value > 200 ? 1 : 0), 0) / pixels.length;
    const dark = pixels.reduce((count, value) => count + (value < 90 ? 1 : 0), 0) / pixels.length;
    expect(light).toBeGreaterThan(0.85);
    expect(dark).toBeGreaterThan(0.01);
    expect(dark).toBeLessThan(0.12);
    await task.destroy();
  });
});

describe('building', () => {
  it('gives the same bytes each time', async () => {
    expect((await buildPaper(planSubmission)).bytes).toEqual((await buildPaper(planSubmission)).bytes);
    const flow = new PageFlow('Thử', 'Thử');
    paragraph(flow, 'Ủy ban nhân dân tỉnh Long An');
    expect(scanPage(flow.page, 3).jpeg).toEqual(scanPage(flow.page, 3).jpeg);
  });

  it('reads what it kept instead of building again', async () => {
    const again = await buildDemoPapers(folder);
    const cards = (all: readonly DemoPaper[]) => all.map(({ bytes: _bytes, ...card }) => card);
    expect(cards(again)).toEqual(cards(papers));
    for (const [index, paper] of again.entries()) {
      expect(Buffer.compare(paper.bytes, papers[index]?.bytes ?? new Uint8Array())).toBe(0);
    }
    expect(await readdir(folder)).toEqual([await cacheKey()]);
  });

  it('does not trust a kept file that was changed, and clears older folders', async () => {
    const cache = await mkdtemp(join(tmpdir(), 'hopso-cache-'));
    const paper = { ...paperOf('plan-submission'), bytes: Buffer.from('%PDF-old') };
    await keepPapers(cache, 'papers-0000000000000000', [paper]);
    await keepPapers(cache, 'papers-1111111111111111', [paper]);
    expect(await readdir(cache)).toEqual(['papers-1111111111111111']);
    const kept = join(cache, 'papers-1111111111111111');
    expect(await readPapers(kept)).toHaveLength(1);
    await writeFile(join(kept, 'plan-submission.pdf'), '%PDF-new');
    expect(await readPapers(kept)).toBeUndefined();
    await rm(cache, { recursive: true });
  });
});
