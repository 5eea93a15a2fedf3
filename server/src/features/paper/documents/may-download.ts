import { includesRight } from '@hopso/shared/paper';
import type { ReadablePaper } from '../meetings.ts';

/** Whether a reader may take a copy of a paper along (P12, P15). The one place where that is allowed or refused. */
export const mayDownload = <P extends ReadablePaper>(paper: P | undefined): paper is P =>
  paper !== undefined && includesRight(paper.right, 'download');

/** Whether the copy of a paper that a reader takes along may be printed (P12). */
export const mayPrint = (paper: ReadablePaper): boolean => includesRight(paper.right, 'print');
