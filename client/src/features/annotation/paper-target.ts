import type { PageFrame } from '#paper';

/** The version of a paper that is written on. */
export interface PaperTarget {
  readonly paperId: string;
  readonly version: number;
}

/** One page of it, as it stands on the screen. */
export interface PageTarget extends PaperTarget {
  readonly frame: PageFrame;
  /** Who reads may make no new notes on it (paper P15). */
  readonly isReadOnly: boolean;
}
