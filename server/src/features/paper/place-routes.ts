import { ok, refuse } from '@hopso/shared/kernel';
import { getReadingPlace, saveReadingPlace } from '@hopso/shared/paper';
import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import type { Mount } from '#platform/http';
import type { PaperMeetings } from './meetings.ts';
import { readingPlace, writeReadingPlace } from './reading-places.ts';

export interface PlaceRouteParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly meetings: PaperMeetings;
}

/** Where a person stopped reading, the same on every device of theirs. */
export function mountPlaces(mount: Mount, { db, clock, meetings }: PlaceRouteParts): void {
  mount(getReadingPlace, async ({ params, principal: { personId } }) => {
    const paper = await meetings.paper(params.meeting, params.paper, personId);
    return paper === null ? refuse('not-found') : ok(await readingPlace(db, personId, paper.id));
  });
  mount(saveReadingPlace, async ({ params, body, principal: { personId } }) => {
    const paper = await meetings.paper(params.meeting, params.paper, personId);
    if (paper === null) return refuse('not-found');
    // An older version may have more pages, and the place in it is remembered too.
    if (body.page > Math.max(...paper.versions.map(({ pages }) => pages))) {
      return refuse('input/invalid', { issues: [{ at: '/body/page', problem: 'too_big' }] });
    }
    await writeReadingPlace(db, { personId, paperId: paper.id }, body, clock.now());
    return ok(undefined);
  });
}
