import type { ReadablePaper } from '../meetings.ts';

/**
 * Whether a reader may take a copy of a paper along: whoever may read it may. The one place where downloading is
 * allowed or refused; a finer right (to view, to annotate, to download, to print) is asked for here.
 */
export const mayDownload = <P extends ReadablePaper>(paper: P | undefined): paper is P => paper !== undefined;
