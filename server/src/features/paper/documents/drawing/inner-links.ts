import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRef,
} from 'pdf-lib';

const [ANNOTS, PAGE, DEST, ACTION] = ['Annots', 'P', 'Dest', 'A'].map(PDFName.of) as [
  PDFName,
  PDFName,
  PDFName,
  PDFName,
];

/**
 * Makes links within a document survive being copied into another one: a link names a page by reference, and copying
 * it would drag along a second copy of that page. The page's index stands there meanwhile; `mendLinks` puts the
 * reference to the copied page in its place.
 */
export function loosenLinks(doc: PDFDocument): void {
  const indices = new Map<PDFRef, number>(doc.getPages().map(({ ref }, index) => [ref, index]));
  forEachDestination(doc.getPages(), (destination) => {
    const target = destination.get(0);
    const index = target instanceof PDFRef ? indices.get(target) : undefined;
    if (index !== undefined) destination.set(0, PDFNumber.of(index));
  });
}

/** `pages`: the copies of all pages of a document that was loosened, in their order. */
export function mendLinks(pages: readonly PDFPage[]): void {
  forEachDestination(pages, (destination) => {
    const index = destination.get(0);
    const page = index instanceof PDFNumber ? pages[index.asNumber()] : undefined;
    if (page !== undefined) destination.set(0, page.ref);
  });
}

function forEachDestination(pages: readonly PDFPage[], change: (destination: PDFArray) => void): void {
  for (const { node, doc } of pages) {
    const found = (value: PDFObject | undefined) => doc.context.lookup(value);
    const annotations = found(node.get(ANNOTS));
    if (!(annotations instanceof PDFArray)) continue;
    for (const entry of annotations.asArray()) {
      const annotation = found(entry);
      if (!(annotation instanceof PDFDict)) continue;
      annotation.delete(PAGE);
      const action = found(annotation.get(ACTION));
      // Links into other files name their pages by number.
      const isWithin = action instanceof PDFDict && action.get(PDFName.of('S')) === PDFName.of('GoTo');
      const inAction = isWithin ? found(action.get(PDFName.of('D'))) : undefined;
      for (const destination of [found(annotation.get(DEST)), inAction]) {
        if (destination instanceof PDFArray && destination.size() > 0) change(destination);
      }
    }
  }
}
