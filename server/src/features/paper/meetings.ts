import type { Paper, PaperRecord, PaperRight } from '@hopso/shared/paper';
import type { PackContents } from '@hopso/shared/session';

/** A paper's facts and files. */
type StoredPaper = Omit<PaperRecord, 'access'> & Pick<Paper, 'version' | 'versions'>;

/** A paper that a person may read now. */
export type ReadablePaper = StoredPaper & {
  /** What the person may do with it: to view it, at least (P12). */
  readonly right: PaperRight;
  /** Only some participants may see it: no copy stays in a browser's cache. */
  readonly isRestricted?: boolean;
};

export interface WallPaper {
  readonly paper: StoredPaper;
  readonly version: number;
}

/** A paper with its place in the agenda. */
export type PaperInMeeting = ReadablePaper & {
  /** "5.2" */
  readonly itemNumber: string;
  /** Within its item (P9). */
  readonly number: number;
};

/** What the meetings know about papers and persons. Unknown, foreign and withdrawn answer null alike. */
export interface PaperMeetings {
  standing(meetingId: string, personId: string): Promise<'desk' | 'member' | 'guest' | null>;
  paper(meetingId: string, paperId: string, personId: string): Promise<ReadablePaper | null>;
  /** All papers that this person may read now, in the order of the agenda; null for somebody without a part in it. */
  readable(meetingId: string, personId: string): Promise<readonly PaperInMeeting[] | null>;
  /** What a meeting pack holds for this person; null for somebody without a part in the meeting. */
  pack(meetingId: string, personId: string): Promise<PackContents | null>;
  /** Whose name stands on a copy. */
  reader(personId: string): Promise<{ readonly name: string; readonly unit: string } | null>;
  /** The paper that the wall with this link is led to now, and which version of it; null while there is none. */
  onWall(meetingId: string, screenToken: string): Promise<WallPaper | null>;
}
