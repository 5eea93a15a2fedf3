import type { PDFDocument } from 'pdf-lib';
import type { Order } from './document-order.ts';
import { embedTypeface } from './drawing/letters.ts';
import { writeMetadata } from './drawing/navigation.ts';
import { listedNotes, writeNoteList } from './drawing/note-list.ts';
import { drawOver, type OverlayParts } from './drawing/overlay.ts';
import { PageLayer } from './drawing/page-layer.ts';
import { pageSpaceOf } from './drawing/page-space.ts';
import { Sheets } from './drawing/sheets.ts';
import { Watermark } from './drawing/watermark.ts';
import { openSource } from './open-source.ts';

/** One paper with its notes drawn in, its addresses and the watermark; its own outline and labels stay. */
export async function makeCopy(
  { source, watermark: text }: Omit<Extract<Order, { task: 'copy' }>, 'out' | 'task' | 'isPrintable'>,
  onProgress: (percent: number) => void,
): Promise<PDFDocument> {
  const doc = await openSource(source.file);
  onProgress(30);
  const numbers = listedNotes(source.notes);
  const pages = doc.getPages();
  const typeface = await embedTypeface(doc, 'plain');
  const layer = new PageLayer(doc, typeface, pages);
  const parts = { layer, typeface, watermark: new Watermark(layer, typeface, text) };
  drawOver(parts, pages, source, numbers);
  onProgress(60);
  if (numbers.size > 0) {
    const sheets = new Sheets(typeface, layer.names);
    sheets.write({ text: 'GHI CHÚ', size: 14, face: 'bold', align: 'centre' });
    writeNoteList(sheets, source.title, source.address, numbers);
    finishSheets(doc, sheets, parts);
  }
  writeMetadata(doc, source.title);
  await layer.settled();
  return doc;
}

/** Adds sheets of our own to the end, under the watermark as every page is. */
export function finishSheets(doc: PDFDocument, sheets: Sheets, { layer, watermark }: OverlayParts): void {
  for (const { page, operators } of sheets.addTo(doc)) {
    layer.put(page, [layer.stream(operators), watermark.over(pageSpaceOf(page))]);
  }
}
