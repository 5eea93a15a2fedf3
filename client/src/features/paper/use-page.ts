import { useEffect, useState } from 'react';
import type { PDFDocumentProxy, PDFPageProxy } from './pdf-engine.ts';

/** One page (from 0) of a document; null until it is there, and for good when it cannot be read. */
export function usePage(pdf: PDFDocumentProxy, page: number): PDFPageProxy | null {
  const [loaded, setLoaded] = useState<PDFPageProxy | null>(null);
  useEffect(() => {
    let isWanted = true;
    pdf.getPage(page + 1).then(
      (proxy) => {
        if (isWanted) setLoaded(proxy);
      },
      () => {
        // The document was closed, or this one page cannot be read: it stays blank and the others can be read.
      },
    );
    return () => {
      isWanted = false;
    };
  }, [pdf, page]);
  return loaded;
}
