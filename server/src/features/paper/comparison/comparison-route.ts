import { ok, refuse } from '@hopso/shared/kernel';
import { getPaperComparison, versionOf } from '@hopso/shared/paper';
import type { Mount } from '#platform/http';
import type { PaperMeetings } from '../meetings.ts';
import type { PaperComparisons } from './comparisons.ts';

export interface ComparisonRouteParts {
  readonly meetings: PaperMeetings;
  readonly comparisons: PaperComparisons;
}

/** Tells those who may read a paper which of its pages are new. Told in page numbers only, never in words. */
export function mountComparison(mount: Mount, { meetings, comparisons }: ComparisonRouteParts): void {
  mount(getPaperComparison, async ({ params, principal: { personId } }) => {
    const paper = await meetings.paper(params.meeting, params.paper, personId);
    const newer = paper === null ? null : versionOf(paper, params.version);
    const older = paper === null ? null : versionOf(paper, params.version - 1);
    if (newer === null || older === null) return refuse('not-found');
    const versions = { version: newer.version, older: older.version };
    const compared = await comparisons.of(older.sha256, newer.sha256);
    if (compared === null) return ok({ status: 'pending' as const, ...versions, pages: [], gone: [] });
    return ok({
      status: 'ready' as const,
      ...versions,
      pages: [...compared.pages],
      gone: [...compared.gone],
    });
  });
}
