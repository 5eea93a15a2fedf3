import type { PaperView } from '@hopso/shared/session';
import { paperFileOf } from './kept-paper.ts';
import { openPaper, type PaperFile, type PDFDocumentProxy } from './pdf-engine.ts';

/** A document on its way. */
export interface Opening {
  readonly url: string;
  readonly pdf: Promise<PDFDocumentProxy>;
  /** Hears parts from 0 to 1 while a small file comes in whole. */
  onProgress: (part: number) => void;
  readonly close: () => void;
}

export function beginOpening(file: PaperFile): Opening {
  const abort = new AbortController();
  const opening: Opening = {
    url: file.url,
    pdf: openPaper(file, (part) => abort.signal.aborted || opening.onProgress(part), abort.signal),
    onProgress: () => {},
    close: () => abort.abort(),
  };
  return opening;
}

/** A tap is followed by its reader at once, or it led elsewhere. */
const keptForMs = 2_000;
let ahead: Opening | null = null;

/**
 * Begins to open the newest version of a paper at the tap itself: its bytes come while the reader around them is being
 * built.
 */
export function openAhead(meeting: string, paper: Pick<PaperView, 'id' | 'bytes' | 'version'>): void {
  const file = paperFileOf(meeting, paper, paper.version);
  ahead?.close();
  const opening = beginOpening(file);
  ahead = opening;
  // The reader that takes it over tells of failures.
  opening.pdf.catch(() => {});
  setTimeout(() => {
    if (ahead !== opening) return;
    opening.close();
    ahead = null;
  }, keptForMs);
}

/** What was begun at the tap, if it was this file; whoever takes it closes it. */
export function takeOpening(file: PaperFile): Opening {
  const taken = ahead;
  if (taken?.url !== file.url) return beginOpening(file);
  ahead = null;
  return taken;
}
