import type {
  PDFDataRangeTransport,
  PDFDocumentLoadingTask,
  PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { KeptFile } from '#platform/offline';
import { keptPaper, mayStillRead } from './kept-paper.ts';
import workerUrl from './pdf-worker/pdf.worker.ts?worker&url';

export type {
  PageViewport,
  PDFDocumentProxy,
  PDFPageProxy,
  RenderTask,
} from 'pdfjs-dist/legacy/build/pdf.mjs';

/** From this size on only the parts that are read are fetched; below it one request is quicker. */
const rangesFromBytes = 5 * 1024 * 1024;
const rangeChunkBytes = 256 * 1024;

/** The library is fetched with the first paper; one worker serves all of them (a new one costs 100 ms). */
const engine = (() => {
  let started: ReturnType<typeof start> | undefined;
  return () => {
    started ??= start().catch((failure) => {
      started = undefined;
      throw failure;
    });
    return started;
  };
})();

/** Fetches the library and starts its worker ahead of the first paper; not getting it is told when one is opened. */
export function warmEngine(): void {
  engine().catch(() => {});
}

async function start() {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
  const { getDocument, PDFDataRangeTransport } = pdfjs;
  return { getDocument, PDFDataRangeTransport, worker: pdfjs.PDFWorker.create({}) };
}

export interface PaperFile {
  readonly url: string;
  readonly bytes: number;
  /** Sent with every request for it. */
  readonly headers?: { readonly [name: string]: string };
  /** Under what name this device may keep it. */
  readonly keptAs?: string;
}

/**
 * Opens a paper: what this device keeps of it where it does, else from the server. `onProgress` hears parts from 0 to 1 while a small file
 * comes in whole.
 */
export async function openPaper(
  { url, bytes, headers, keptAs }: PaperFile,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<PDFDocumentProxy> {
  const [{ getDocument, PDFDataRangeTransport, worker }, kept] = await Promise.all([
    engine(),
    keptAs === undefined ? null : keptPaper(keptAs),
  ]);
  signal.throwIfAborted();
  const isLarge = bytes >= rangesFromBytes;
  const source = { url, withCredentials: true, ...(headers !== undefined && { httpHeaders: headers }) };
  const task: PDFDocumentLoadingTask = getDocument({
    ...(kept === null ? source : { range: rangesOf(kept, new PDFDataRangeTransport(kept.bytes, null)) }),
    worker,
    cMapUrl: `${__PDF_ASSETS__}cmaps/`,
    standardFontDataUrl: `${__PDF_ASSETS__}standard_fonts/`,
    wasmUrl: `${__PDF_ASSETS__}wasm/`,
    iccUrl: `${__PDF_ASSETS__}iccs/`,
    rangeChunkSize: rangeChunkBytes,
    disableRange: !isLarge && kept === null,
    disableStream: isLarge || kept !== null,
    disableAutoFetch: isLarge || kept !== null,
  });
  task.onProgress = ({ loaded }: { loaded: number }) => onProgress(Math.min(1, loaded / bytes));
  signal.addEventListener('abort', () => void task.destroy(), { once: true });
  if (kept !== null && keptAs !== undefined) {
    mayStillRead(keptAs, url, signal).then((may) => {
      if (!may) void task.destroy();
    });
  }
  return task.promise;
}

/** Parts of a kept file as the library asks for them; a part that cannot be opened fails what waits for it. */
function rangesOf(kept: KeptFile, transport: PDFDataRangeTransport): PDFDataRangeTransport {
  transport.requestDataRange = (begin, end) => {
    kept.part(begin, end).then(
      (part) => transport.onDataRange(begin, part),
      () => transport.onDataRange(begin, null),
    );
  };
  return transport;
}
