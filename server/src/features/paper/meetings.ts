import type { PaperRecord } from '@hopso/shared/paper';

/** A paper that a person may read now. */
export type ReadablePaper = PaperRecord & {
  /** Only some participants may see it: no copy stays in a browser's cache. */
  readonly isRestricted?: boolean;
};

/** What the meetings know about papers and persons. Unknown, foreign and withdrawn answer null alike. */
export interface PaperMeetings {
  standing(meetingId: string, personId: string): Promise<'desk' | 'member' | 'guest' | null>;
  paper(meetingId: string, paperId: string, personId: string): Promise<ReadablePaper | null>;
}
