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

/** A line of a page's text. */
export type TextLine = {
  readonly text: string;
  /** Left, bottom, right and top edge in the PDF's user space. */
  readonly box: readonly [left: number, bottom: number, right: number, top: number];
};

/** The words of one page. */
export type PageWithText = {
  /** From 1. */
  readonly page: number;
  readonly lines: readonly TextLine[];
  /** Numbers that stand alone at the upper or lower edge: one of them may be the printed page number. */
  readonly numbers: readonly number[];
  /** As the file itself names the page; null where it only counts. */
  readonly label: string | null;
};

/** What the server asks an examining process. Every kind of work is a `task`; one at a time. */
export type Order =
  | { readonly task: 'facts'; readonly file: string }
  /** The words of pages `first` to `last`, from 1. */
  | { readonly task: 'text'; readonly file: string; readonly first: number; readonly last: number };

/** What it says: `ready` once, then one answer per order. */
export type Report =
  | { readonly kind: 'ready' }
  | { readonly kind: 'facts'; readonly facts: PdfFacts }
  | { readonly kind: 'text'; readonly pages: readonly PageWithText[] }
  | {
      readonly kind: 'refused';
      readonly code: PaperRefusal;
      readonly params?: { readonly [key: string]: Json };
    }
  /** The fault is not the file's. */
  | { readonly kind: 'failed'; readonly message: string };
