import { useCallback, useEffect, useState } from 'react';
import { openPaper, type PDFDocumentProxy } from './pdf-engine.ts';

export type PaperDocument =
  | { readonly status: 'loading'; readonly part: number }
  | { readonly status: 'failed'; readonly retry: () => void }
  /** `firstRatio`: height by width of the first page, taken for every page until it is looked at. */
  | { readonly status: 'ready'; readonly pdf: PDFDocumentProxy; readonly firstRatio: number };

const loading: PaperDocument = { status: 'loading', part: 0 };

/** The document behind an address; closed when the address changes or the reader goes away. */
export function usePaperDocument(url: string, bytes: number): PaperDocument {
  const [document, setDocument] = useState<PaperDocument>(loading);
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` opens the same address again
  useEffect(() => {
    const abort = new AbortController();
    setDocument(loading);
    // Parts of a large file keep arriving while it is read; only the first of them are its loading.
    const handlePart = (part: number) =>
      setDocument((current) => (current.status === 'loading' ? { status: 'loading', part } : current));
    open(url, bytes, abort.signal, handlePart).then(
      (ready) => {
        if (!abort.signal.aborted) setDocument(ready);
      },
      () => {
        if (!abort.signal.aborted) setDocument({ status: 'failed', retry });
      },
    );
    return () => abort.abort();
  }, [url, bytes, attempt, retry]);
  return document;
}

async function open(
  url: string,
  bytes: number,
  signal: AbortSignal,
  onProgress: (part: number) => void,
): Promise<PaperDocument> {
  const pdf = await openPaper({ url, bytes }, (part) => signal.aborted || onProgress(part), signal);
  const page = await pdf.getPage(1);
  const { width, height } = page.getViewport({ scale: 1 });
  return { status: 'ready', pdf, firstRatio: height / width };
}
