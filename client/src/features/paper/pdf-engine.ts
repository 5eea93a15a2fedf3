import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

export type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

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

async function start() {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
  return { getDocument: pdfjs.getDocument, worker: pdfjs.PDFWorker.create({}) };
}

interface PaperFile {
  readonly url: string;
  readonly bytes: number;
}

/** Opens a paper. `onProgress` hears parts from 0 to 1 while a small file comes in whole. */
export async function openPaper(
  { url, bytes }: PaperFile,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<PDFDocumentProxy> {
  const { getDocument, worker } = await engine();
  signal.throwIfAborted();
  const isLarge = bytes >= rangesFromBytes;
  const task: PDFDocumentLoadingTask = getDocument({
    url,
    worker,
    withCredentials: true,
    cMapUrl: `${__PDF_ASSETS__}cmaps/`,
    standardFontDataUrl: `${__PDF_ASSETS__}standard_fonts/`,
    wasmUrl: `${__PDF_ASSETS__}wasm/`,
    iccUrl: `${__PDF_ASSETS__}iccs/`,
    rangeChunkSize: rangeChunkBytes,
    disableRange: !isLarge,
    disableStream: isLarge,
    disableAutoFetch: isLarge,
  });
  task.onProgress = ({ loaded }: { loaded: number }) => onProgress(Math.min(1, loaded / bytes));
  signal.addEventListener('abort', () => void task.destroy(), { once: true });
  return task.promise;
}
