import type { Annotation, AnnotationBody } from '@hopso/shared/annotation';
import type { DocumentRefusal, PageAddress } from '@hopso/shared/paper';
import type { PackContents } from '@hopso/shared/session';
import type { Box } from './drawing/page-space.ts';

/** A note as it is put on paper. */
export type DrawnNote = Pick<Annotation, 'page' | 'type'> & {
  readonly body: AnnotationBody;
  /** Of somebody else who shared it. */
  readonly by: string | null;
};

/** The notes that a reader sees on these versions, in the order they were made. */
export type FindNotes = (
  reader: { readonly meetingId: string; readonly personId: string },
  papers: readonly { readonly paperId: string; readonly version: number }[],
) => Promise<readonly (DrawnNote & { readonly paperId: string })[]>;

/** A paper's file, and what is drawn over it. */
export interface Source {
  /** Where its bytes lie. */
  readonly file: string;
  readonly title: string;
  readonly address: Omit<PageAddress, 'page'>;
  readonly notes: readonly DrawnNote[];
  /** Boxes of the words by page (from 1), in user space; a page of which nothing is known is not there. */
  readonly lines: { readonly [page: number]: readonly Box[] };
}

interface Common {
  /** Where the document is written; the file is there and empty. */
  readonly out: string;
  /** Name, unit and time, for every page. */
  readonly watermark: string;
  /** The reader has the right to print every paper in it (P12). */
  readonly isPrintable: boolean;
}

/** One document to be made. */
export type Order =
  | (Common & { readonly task: 'copy'; readonly source: Source })
  | (Common & {
      readonly task: 'pack';
      readonly contents: PackContents;
      /** By the paper's id. */
      readonly sources: { readonly [paperId: string]: Source };
    });

/** What the making process answers besides its progress. */
export type Report =
  | { readonly kind: 'made'; readonly bytes: number; readonly pages: number }
  | { readonly kind: 'refused'; readonly code: DocumentRefusal }
  /** The fault is not a file's. */
  | { readonly kind: 'failed'; readonly message: string };
