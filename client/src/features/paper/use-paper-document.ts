import { useCallback, useEffect, useRef, useState } from 'react';
import { type Opening, takeOpening } from './opening.ts';
import type { PaperFile, PDFDocumentProxy } from './pdf-engine.ts';

export type PaperDocument =
  | { readonly status: 'loading'; readonly part: number }
  | { readonly status: 'failed'; readonly retry: () => void }
  /** `firstRatio`: height by width of the first page, taken for every page until it is looked at. */
  | { readonly status: 'ready'; readonly pdf: PDFDocumentProxy; readonly firstRatio: number };

const loading: PaperDocument = { status: 'loading', part: 0 };
/** What comes sooner needs no bar; each step of one would be drawn while the page should be. */
const barAfterMs = 400;

/** Keep the `headers` the same between renders. */
interface PaperAddress extends PaperFile {
  /** Hears of the document before it is shown, to have its first page drawn meanwhile. */
  readonly onOpened?: (pdf: PDFDocumentProxy) => void;
}

/** The document behind an address; closed when the address changes or the reader goes away. */
export function usePaperDocument({ url, bytes, headers, keptAs, onOpened }: PaperAddress): PaperDocument {
  const opened = useRef(onOpened);
  opened.current = onOpened;
  const [document, setDocument] = useState<PaperDocument>(loading);
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` opens the same address again
  useEffect(() => {
    let isWanted = true;
    setDocument(loading);
    // Parts of a large file keep arriving while it is read; only the first of them are its loading.
    const begun = performance.now();
    const handlePart = (part: number) => {
      if (performance.now() - begun < barAfterMs) return;
      setDocument((current) => (current.status === 'loading' ? { status: 'loading', part } : current));
    };
    const opening = takeOpening({
      url,
      bytes,
      ...(headers !== undefined && { headers }),
      ...(keptAs !== undefined && { keptAs }),
    });
    opening.onProgress = handlePart;
    ready(opening, (pdf) => opened.current?.(pdf)).then(
      (document) => isWanted && setDocument(document),
      () => isWanted && setDocument({ status: 'failed', retry }),
    );
    return () => {
      isWanted = false;
      opening.close();
    };
  }, [url, bytes, headers, keptAs, attempt, retry]);
  return document;
}

async function ready(opening: Opening, onOpened: (pdf: PDFDocumentProxy) => void): Promise<PaperDocument> {
  const pdf = await opening.pdf;
  onOpened(pdf);
  const page = await pdf.getPage(1);
  const { width, height } = page.getViewport({ scale: 1 });
  return { status: 'ready', pdf, firstRatio: height / width };
}
