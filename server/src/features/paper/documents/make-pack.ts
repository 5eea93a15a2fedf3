import { pageLabelPrefix } from '@hopso/shared/paper';
import type { PackItem } from '@hopso/shared/session';
import { PDFDocument, type PDFPage } from 'pdf-lib';
import type { DrawnNote, Order } from './document-order.ts';
import { CLOSED_ITEM, writeAgenda, writeCover } from './drawing/front-sheets.ts';
import { loosenLinks, mendLinks } from './drawing/inner-links.ts';
import { embedTypeface } from './drawing/letters.ts';
import { type OutlineEntry, writeMetadata, writeOutline, writePageLabels } from './drawing/navigation.ts';
import { listedNotes, writeNoteList } from './drawing/note-list.ts';
import { drawOver } from './drawing/overlay.ts';
import { PageLayer } from './drawing/page-layer.ts';
import { Sheets } from './drawing/sheets.ts';
import { Watermark } from './drawing/watermark.ts';
import { finishSheets } from './make-copy.ts';
import { openSource } from './open-source.ts';

type PackOrder = Omit<Extract<Order, { task: 'pack' }>, 'out' | 'task' | 'isPrintable'>;
type Copied = ReadonlyMap<string, readonly PDFPage[]>;

/** Cover, agenda, then the papers in the order of the agenda; notes with words follow in a list. */
export async function makePack(
  order: PackOrder,
  onProgress: (percent: number) => void,
): Promise<PDFDocument> {
  const { contents, sources } = order;
  const doc = await PDFDocument.create({ updateMetadata: false });
  const copied = await copyPapers(doc, order, (part) => onProgress(60 * part));
  const paperPages = [...copied.values()].flat();
  const typeface = await embedTypeface(doc, 'whole');
  const layer = new PageLayer(doc, typeface, paperPages);
  const parts = { layer, typeface, watermark: new Watermark(layer, typeface, order.watermark) };
  const numbers = new Map<string, ReadonlyMap<DrawnNote, number>>();
  let listed = 0;
  for (const [paperId, pages] of copied) {
    const source = sources[paperId];
    if (source === undefined) continue;
    const ofPaper = listedNotes(source.notes, listed + 1);
    listed += ofPaper.size;
    numbers.set(paperId, ofPaper);
    drawOver(parts, pages, source, ofPaper);
  }
  onProgress(75);
  const front = new Sheets(typeface, layer.names);
  writeCover(front, contents, order.watermark);
  writeAgenda(front, contents, (paperId) => copied.get(paperId)?.[0]?.ref ?? null);
  finishSheets(doc, front, parts);
  const frontCount = doc.getPageCount();
  for (const page of paperPages) doc.addPage(page);
  if (listed > 0) finishSheets(doc, noteSheets(order, numbers, new Sheets(typeface, layer.names)), parts);
  writeNavigation(doc, order, copied, { frontCount, hasNotes: listed > 0 });
  writeMetadata(doc, `Tài liệu: ${contents.meeting.title}`);
  await layer.settled();
  return doc;
}

/** All pages of a paper in one call: fonts are copied once for each call. */
async function copyPapers(
  doc: PDFDocument,
  { contents, sources }: PackOrder,
  onProgress: (part: number) => void,
): Promise<Copied> {
  const copied = new Map<string, readonly PDFPage[]>();
  const papers = contents.items.flatMap(({ content }) => content?.papers ?? []);
  for (const [index, { id }] of papers.entries()) {
    const source = sources[id];
    if (source === undefined) continue;
    const opened = await openSource(source.file);
    loosenLinks(opened);
    const pages = await doc.copyPages(opened, opened.getPageIndices());
    mendLinks(pages);
    copied.set(id, pages);
    onProgress((index + 1) / papers.length);
  }
  return copied;
}

function noteSheets(
  { sources }: PackOrder,
  numbers: ReadonlyMap<string, ReadonlyMap<DrawnNote, number>>,
  sheets: Sheets,
): Sheets {
  sheets.write({ text: 'GHI CHÚ', size: 14, face: 'bold', align: 'centre' });
  for (const [paperId, ofPaper] of numbers) {
    const source = sources[paperId];
    if (source !== undefined && ofPaper.size > 0)
      writeNoteList(sheets, source.title, source.address, ofPaper);
  }
  return sheets;
}

function writeNavigation(
  doc: PDFDocument,
  { contents, sources }: PackOrder,
  copied: Copied,
  { frontCount, hasNotes }: { readonly frontCount: number; readonly hasNotes: boolean },
): void {
  const labels = [
    { from: 0, prefix: 'Bìa', isNumbered: false },
    { from: 1, prefix: 'Chương trình ', isNumbered: true },
  ];
  let from = frontCount;
  for (const [paperId, pages] of copied) {
    const source = sources[paperId];
    if (source !== undefined)
      labels.push({ from, prefix: pageLabelPrefix(source.address), isNumbered: true });
    from += pages.length;
  }
  const notes = hasNotes ? doc.getPage(from).ref : null;
  if (hasNotes) labels.push({ from, prefix: 'Ghi chú ', isNumbered: true });
  writePageLabels(doc, labels);
  writeOutline(doc, [
    { title: 'Bìa', to: doc.getPage(0).ref, children: [] },
    { title: 'Chương trình và tài liệu', to: doc.getPage(1).ref, children: [] },
    ...contents.items.map((item) => outlineOf(item, copied)),
    ...(notes === null ? [] : [{ title: 'Ghi chú', to: notes, children: [] }]),
  ]);
}

function outlineOf({ number, content }: PackItem, copied: Copied): OutlineEntry {
  const title = `Nội dung ${number}. ${content?.title ?? CLOSED_ITEM}`;
  const children = (content?.papers ?? []).map((paper) => ({
    title: `Tài liệu ${paper.number}. ${paper.title}`,
    to: copied.get(paper.id)?.[0]?.ref ?? null,
    children: [],
  }));
  return { title, to: children[0]?.to ?? null, children };
}
