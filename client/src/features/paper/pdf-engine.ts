import type {
  PDFDataRangeTransport,
  PDFDocumentLoadingTask,
  PDFDocumentProxy,
  PDFWorker,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { KeptFile } from '#platform/offline';
import { asReader, isKnownAbsent, keptPaper, mayStillRead } from './kept-paper.ts';
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

type Library = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
type Engine = Pick<Library, 'getDocument' | 'PDFDataRangeTransport'> & { readonly worker: PDFWorker };
/** Once it runs it is there without waiting: a paper that is tapped is asked for in the tap itself. */
let running: Engine | null = null;

/** Fetches the library and starts its worker ahead of the first paper; not getting it is told when one is opened. */
export function warmEngine(): void {
  engine().catch(() => {});
}

async function start(): Promise<Engine> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
  const { getDocument, PDFDataRangeTransport } = pdfjs;
  running = { getDocument, PDFDataRangeTransport, worker: pdfjs.PDFWorker.create({}) };
  return running;
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
 * Opens a paper: what this device keeps of it where it does, else from the server. `onProgress` hears parts from 0 to 1
 * while a small file comes in whole.
 */
export async function openPaper(
  file: PaperFile,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<PDFDocumentProxy> {
  const { keptAs } = file;
  const pdf = running ?? (await engine());
  const begin = (kept: KeptFile | null) => {
    signal.throwIfAborted();
    const task = pdf.getDocument(sourceOf(file, kept, pdf));
    task.onProgress = ({ loaded }: { loaded: number }) => onProgress(Math.min(1, loaded / file.bytes));
    signal.addEventListener('abort', () => void task.destroy(), { once: true });
    return task;
  };
  if (keptAs === undefined) return begin(null).promise;
  if (!isKnownAbsent(keptAs)) return openKept(file, begin, signal);
  try {
    return await begin(null).promise;
  } catch (failure) {
    signal.throwIfAborted();
    if ((await keptPaper(keptAs)) === null) throw failure;
    return openKept(file, begin, signal);
  }
}

/** From the device where it keeps the paper and the server does not take it back, else from the server. */
async function openKept(
  { url, keptAs = '' }: PaperFile,
  begin: (kept: KeptFile | null) => PDFDocumentLoadingTask,
  signal: AbortSignal,
): Promise<PDFDocumentProxy> {
  const kept = await keptPaper(keptAs);
  const task = begin(kept);
  if (kept !== null) {
    mayStillRead(keptAs, url, signal).then((may) => {
      if (!may) void task.destroy();
    });
  }
  return task.promise;
}

function sourceOf(
  { url, bytes, headers }: PaperFile,
  kept: KeptFile | null,
  { PDFDataRangeTransport, worker }: Engine,
) {
  const isLarge = bytes >= rangesFromBytes;
  const source = { url, withCredentials: true, httpHeaders: { ...asReader, ...headers } };
  return {
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
  };
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
