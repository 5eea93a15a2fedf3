import { ok, refuse } from '@hopso/shared/kernel';
import { getWallFile, versionOf } from '@hopso/shared/paper';
import { SCREEN_HEADER } from '@hopso/shared/protocol';
import { BlobMissingError, type BlobStore } from '#platform/blobs';
import { answered, type Mount } from '#platform/http';
import { sendFile } from './file-route.ts';
import type { PaperMeetings } from './meetings.ts';

export interface WallRouteParts {
  readonly blobs: BlobStore;
  readonly meetings: PaperMeetings;
}

/**
 * Serves the wall the one paper it is led to, for as long as it is (protocol X20). Anything else, and any other
 * link, is told that there is nothing.
 */
export function mountWallFile(mount: Mount, { blobs, meetings }: WallRouteParts): void {
  mount(getWallFile, async ({ params, query, req, res }) => {
    const token = req.get(SCREEN_HEADER);
    const shown = token === undefined ? null : await meetings.onWall(params.meeting, token);
    if (shown === null || shown.paper.id !== params.paper || shown.version !== query.version) {
      return refuse('not-found');
    }
    const file = versionOf(shown.paper, query.version);
    if (file === null) return refuse('not-found');
    const blob = await blobs.stat(file.sha256);
    if (blob === null) throw new BlobMissingError(file.sha256);
    // Nothing of it stays on a machine that nobody signs in to.
    await sendFile(req, res, { file, isRestricted: true, size: blob.bytes, blobs });
    return ok(answered);
  });
}
