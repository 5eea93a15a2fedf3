import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { ok, refuse } from '@hopso/shared/kernel';
import { cancelDocument, getDocument, getDocumentFile, makeDocument } from '@hopso/shared/paper';
import { answered, type Mount } from '#platform/http';
import type { Logger } from '#platform/telemetry';
import { attachmentDisposition, inlineDisposition } from '../file-name.ts';
import { type AssemblyParts, isStillHeld, prepareDocument } from './assemble.ts';
import type { DocumentJobs } from './document-jobs.ts';

export interface DocumentRouteParts extends AssemblyParts {
  readonly jobs: DocumentJobs;
  readonly logger: Logger;
}

/** PDFs to take along. A job that is somebody else's answers as one that does not exist. */
export function mountDocuments(mount: Mount, parts: DocumentRouteParts): void {
  const { jobs, meetings, logger } = parts;
  const readerOf = (meetingId: string, { personId }: { readonly personId: string }) => ({
    meetingId,
    personId,
  });

  mount(makeDocument, async ({ params, body, principal }) => {
    const reader = readerOf(params.meeting, principal);
    const prepared = await prepareDocument(parts, reader, body);
    return prepared.ok ? jobs.begin(reader, prepared.value) : prepared;
  });

  mount(getDocument, ({ params, principal }) => {
    const job = jobs.look(readerOf(params.meeting, principal), params.job);
    return job === null ? refuse('not-found') : ok(job);
  });

  mount(cancelDocument, async ({ params, principal }) => {
    const isThere = await jobs.remove(readerOf(params.meeting, principal), params.job);
    return isThere ? ok(undefined) : refuse('not-found');
  });

  mount(getDocumentFile, async ({ params, query, principal, res }) => {
    const reader = readerOf(params.meeting, principal);
    const made = jobs.made(reader, params.job);
    if (made === null) return refuse('not-found');
    if (!made.ok) return made;
    const { file, fileName, bytes, held } = made.value;
    // A paper may have been withdrawn, or an item closed to this reader, since it was made.
    if (!(await isStillHeld(meetings, reader, held))) {
      await jobs.remove(reader, params.job);
      return refuse('not-found');
    }
    const { meetingId, personId } = reader;
    const papers = held.files.map(({ paperId }) => paperId);
    logger.info({ meetingId, personId, papers, bytes }, 'document downloaded');
    res.set({
      'Content-Type': 'application/pdf',
      'Content-Disposition':
        query.open === 'print' ? inlineDisposition(fileName) : attachmentDisposition(fileName),
      'Content-Length': String(bytes),
      'Cache-Control': 'private, no-store, no-transform',
      Vary: 'Cookie',
    });
    try {
      await pipeline(createReadStream(file), res);
    } catch (cause) {
      // A reader who goes away in the middle is no fault.
      if (!res.destroyed) throw cause;
    }
    return ok(answered);
  });
}
