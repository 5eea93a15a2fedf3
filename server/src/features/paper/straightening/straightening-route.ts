import { ok, refuse } from '@hopso/shared/kernel';
import { getStraightening, straightenPaper } from '@hopso/shared/paper';
import type { Mount } from '#platform/http';
import type { PaperMeetings } from '../meetings.ts';
import type { ScanStraightening } from './straightening.ts';

export interface StraighteningRouteParts {
  readonly meetings: PaperMeetings;
  readonly straightening: ScanStraightening;
}

/** Has scans straightened for the desk, of their newest version. */
export function mountStraightening(mount: Mount, { meetings, straightening }: StraighteningRouteParts): void {
  mount(straightenPaper, async ({ params: { meeting, paper: paperId }, principal: { personId } }) => {
    const paper = await meetings.paper(meeting, paperId, personId);
    if (paper === null) return refuse('not-found');
    const mayStore = async () => (await meetings.standing(meeting, personId)) === 'desk';
    return straightening.begin({ meetingId: meeting, personId, mayStore }, paper);
  });

  mount(getStraightening, async ({ params: { meeting, paper: paperId }, principal: { personId } }) => {
    const paper = await meetings.paper(meeting, paperId, personId);
    const known = paper === null ? null : straightening.look(meeting, paper.sha256);
    return known === null ? refuse('not-found') : ok(known);
  });
}
