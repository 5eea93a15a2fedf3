import { useCallback, useEffect, useRef, useState } from 'react';
import { openPaper, type PDFDocumentProxy } from './pdf-engine.ts';

export type PaperDocument =
  | { readonly status: 'loading'; readonly part: number }
  | { readonly status: 'failed'; readonly retry: () => void }
  /** `firstRatio`: height by width of the first page, taken for every page until it is looked at. */
  | { readonly status: 'ready'; readonly pdf: PDFDocumentProxy; readonly firstRatio: number };

const loading: PaperDocument = { status: 'loading', part: 0 };
/** What comes sooner needs no bar; each step of one would be drawn while the page should be. */
const barAfterMs = 400;

/** Where a file is. Keep the `headers` the same between renders. */
export interface PaperAddress {
  readonly url: string;
  readonly bytes: number;
  readonly headers?: { readonly [name: string]: string };
  /** Under what name this device may keep it. */
  readonly keptAs?: string;
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
    const abort = new AbortController();
    setDocument(loading);
    // Parts of a large file keep arriving while it is read; only the first of them are its loading.
    const begun = performance.now();
    const handlePart = (part: number) => {
      if (performance.now() - begun < barAfterMs) return;
      setDocument((current) => (current.status === 'loading' ? { status: 'loading', part } : current));
    };
    const file = {
      url,
      bytes,
      ...(headers !== undefined && { headers }),
      ...(keptAs !== undefined && { keptAs }),
    };
    open(file, abort.signal, handlePart, (pdf) => opened.current?.(pdf)).then(
      (ready) => {
        if (!abort.signal.aborted) setDocument(ready);
      },
      () => {
        if (!abort.signal.aborted) setDocument({ status: 'failed', retry });
      },
    );
    return () => abort.abort();
  }, [url, bytes, headers, keptAs, attempt, retry]);
  return document;
}

async function open(
  file: PaperAddress,
  signal: AbortSignal,
  onProgress: (part: number) => void,
  onOpened: (pdf: PDFDocumentProxy) => void,
): Promise<PaperDocument> {
  const pdf = await openPaper(file, (part) => signal.aborted || onProgress(part), signal);
  onOpened(pdf);
  const page = await pdf.getPage(1);
  const { width, height } = page.getViewport({ scale: 1 });
  return { status: 'ready', pdf, firstRatio: height / width };
}
