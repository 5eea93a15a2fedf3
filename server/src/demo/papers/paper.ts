import type { LaidOutDocument } from './layout/marks.ts';

type DemoPaperKind = 'agenda' | 'minutes' | 'report' | 'submissionReport' | 'draft' | 'annex';

/** What an office writes on the index card of a paper. */
export interface DemoPaperCard {
  key: string;
  /** `item-1` … `item-7`; the sub-items of item 5 are `item-5.1` and `item-5.2`. */
  itemKey: string;
  title: string;
  kind: DemoPaperKind;
  /** Number and code; only the code, after a blank, while văn thư has not numbered it. */
  documentNumber: string;
  /** ISO date on the paper. */
  documentDate: string;
  issuer: string;
  fileName: string;
  /** How the bytes came about: set text, or pages photographed by a scanner without a text layer. */
  form: 'text' | 'scan';
  /** Carries the note "Lưu hành nội bộ". */
  internalOnly: boolean;
  /** The key of the paper whose new version it is; it comes after the session was announced. */
  replaces?: string;
}

export interface DemoPaper extends DemoPaperCard {
  bytes: Uint8Array;
  pages: number;
}

/** A paper before it is set: its card and the function that lays it out. */
export interface PaperSource {
  card: DemoPaperCard;
  compose: () => LaidOutDocument;
}
