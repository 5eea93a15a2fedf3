import type { Json } from '@hopso/shared/kernel';
import type { PaperRefusal } from '@hopso/shared/paper';

/** Pages of one size that follow each other; points of 1/72 inch, as a reader shows them (turned, cropped). */
export type PageRun = { readonly pages: number; readonly width: number; readonly height: number };

/** What an examination finds out about a PDF. */
export interface PdfFacts {
  readonly pages: number;
  readonly sizes: readonly PageRun[];
  /** False for a scan without a text layer: nothing can be found in it. */
  readonly hasText: boolean;
}

/** What the server asks an examining process. Every kind of work is a `task`; one at a time. */
export type Order = { readonly task: 'facts'; readonly file: string };

/** What it says: `ready` once, then one answer per order. */
export type Report =
  | { readonly kind: 'ready' }
  | { readonly kind: 'facts'; readonly facts: PdfFacts }
  | {
      readonly kind: 'refused';
      readonly code: PaperRefusal;
      readonly params?: { readonly [key: string]: Json };
    }
  /** The fault is not the file's. */
  | { readonly kind: 'failed'; readonly message: string };
