import { type PDFContext, type PDFDocument, PDFHexString, PDFName, type PDFRef, PDFString } from 'pdf-lib';

export interface OutlineEntry {
  readonly title: string;
  /** Null for an entry that leads nowhere: an item without papers. */
  readonly to: PDFRef | null;
  readonly children: readonly OutlineEntry[];
}

/** Writes the outline, unfolded at its upper level. The library has no call for it. */
export function writeOutline(doc: PDFDocument, entries: readonly OutlineEntry[]): void {
  if (entries.length === 0) return;
  const root = doc.context.nextRef();
  doc.context.assign(root, doc.context.obj({ Type: 'Outlines', ...writeLevel(doc.context, entries, root) }));
  doc.catalog.set(PDFName.of('Outlines'), root);
  doc.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}

function writeLevel(context: PDFContext, entries: readonly OutlineEntry[], parent: PDFRef) {
  const refs = entries.map(() => context.nextRef());
  const [first, last] = [refs[0], refs.at(-1)];
  if (first === undefined || last === undefined) return {};
  for (const [index, { title, to, children }] of entries.entries()) {
    const ref = refs[index] ?? first;
    const [previous, next] = [refs[index - 1], refs[index + 1]];
    const entry = context.obj({
      Title: PDFHexString.fromText(title),
      Parent: parent,
      ...(to && { Dest: [to, 'Fit'] }),
      ...(previous && { Prev: previous }),
      ...(next && { Next: next }),
      ...writeLevel(context, children, ref),
    });
    context.assign(ref, entry);
  }
  return { First: first, Last: last, Count: entries.length };
}

/** Labels of pages: from each index on (from 0), this prefix and numbers from 1; no number for a single sheet. */
export function writePageLabels(
  doc: PDFDocument,
  ranges: readonly { readonly from: number; readonly prefix: string; readonly isNumbered: boolean }[],
): void {
  const nums = ranges.flatMap(({ from, prefix, isNumbered }) => [
    doc.context.obj(from),
    doc.context.obj({ P: PDFHexString.fromText(prefix), ...(isNumbered && { S: 'D' }) }),
  ]);
  doc.catalog.set(PDFName.of('PageLabels'), doc.context.obj({ Nums: nums }));
}

/** What the file says of itself: its title and our name; nothing of who wrote the papers with what. */
export function writeMetadata(doc: PDFDocument, title: string): void {
  doc.context.trailerInfo.Info = doc.context.register(doc.context.obj({}));
  doc.catalog.delete(PDFName.of('Metadata'));
  doc.setTitle(title, { showInWindowTitleBar: true });
  doc.setProducer('Họp Số');
  doc.catalog.set(PDFName.of('Lang'), PDFString.of('vi-VN'));
}
