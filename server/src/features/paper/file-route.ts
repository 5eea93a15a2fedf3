import { pipeline } from 'node:stream/promises';
import { ok, problemOf, refuse } from '@hopso/shared/kernel';
import { getPaperFile, type PaperVersion, versionOf } from '@hopso/shared/paper';
import type { Request, Response } from 'express';
import { BlobMissingError, type BlobStore, type ByteRange } from '#platform/blobs';
import { answered, type Mount } from '#platform/http';
import { correlationId } from '#platform/telemetry';
import { askedRange, isKnownTag } from './byte-range.ts';
import { mayDownload } from './documents/may-download.ts';
import { inlineDisposition } from './file-name.ts';
import type { PaperMeetings } from './meetings.ts';
import type { PaperAccess } from './paper-access.ts';

export interface FileRouteParts {
  readonly blobs: BlobStore;
  readonly meetings: PaperMeetings;
  readonly access: PaperAccess;
}

/** Serves papers to those who may read them, whole or in ranges. Every request is checked anew. */
export function mountFile(mount: Mount, { blobs, meetings, access }: FileRouteParts): void {
  mount(getPaperFile, async ({ params, query, principal, req, res }) => {
    const { personId, sessionId: loginSession } = principal;
    const paper = await meetings.paper(params.meeting, params.paper, personId);
    if (paper === null) return refuse('not-found');
    const file = versionOf(paper, query.version);
    if (file === null) return refuse('not-found');
    if (!mayDownload(paper) && !isFetchOfPage(req)) return refuse('paper/view-only');
    const { sha256 } = file;
    const { id: paperId, isRestricted = false } = paper;
    const blob = await blobs.stat(sha256);
    if (blob === null) throw new BlobMissingError(sha256);
    // What a device fetches ahead nobody has read yet; opening it there asks for its first byte.
    if (req.method === 'GET' && req.get('hopso-purpose') !== 'keep') {
      access.note({ meetingId: params.meeting, personId, paperId, sha256, loginSession });
    }
    await sendFile(req, res, { file, isRestricted, size: blob.bytes, blobs });
    return ok(answered);
  });
}

/**
 * Whether a script of the reader's page asks, and not the person for a file of their own: an address opened in a tab,
 * framed or saved says so (ASVS 3.5.8). Without TLS browsers keep that to themselves; then the reader's own header
 * tells, which no address that is merely opened can carry.
 */
function isFetchOfPage(req: Request): boolean {
  const destination = req.get('sec-fetch-dest');
  return destination === undefined ? req.get('hopso-purpose') !== undefined : destination === 'empty';
}

export interface Sending {
  readonly file: PaperVersion;
  readonly isRestricted: boolean;
  readonly size: number;
  readonly blobs: BlobStore;
}

/** Writes the file to the answer: whole, one range of it, or the word that the caller has it already. */
export async function sendFile(req: Request, res: Response, sending: Sending): Promise<void> {
  const { file, size, blobs } = sending;
  const etag = `"${file.sha256}"`;
  res.set(headersOf(sending, etag));
  if (isKnownTag(req.get('if-none-match'), etag)) return void res.status(304).end();
  const range = rangeOf(req, etag, size);
  if (range === 'unsatisfiable') return sendUnsatisfiable(res, size);
  setLength(res, range, size);
  if (req.method === 'HEAD') return void res.end();
  const bytes = await blobs.open(file.sha256, range === 'whole' ? undefined : range);
  try {
    await pipeline(bytes, res);
  } catch (cause) {
    // Readers drop ranges they no longer need; that is no fault.
    if (!res.destroyed) throw cause;
  }
}

function headersOf({ isRestricted, file }: Sending, etag: string) {
  return {
    'Content-Type': 'application/pdf',
    'Content-Disposition': inlineDisposition(file.fileName),
    'Accept-Ranges': 'bytes',
    ETag: etag,
    Vary: 'Cookie',
    // Kept copies are shown only after the right to read was checked again. Packed on the way, ranges would be lost.
    'Cache-Control': isRestricted ? 'private, no-store' : 'private, no-cache, no-transform',
  };
}

/** A range counts for GET only, and only while the file is the one the caller has a part of. */
function rangeOf(req: Request, etag: string, size: number): ReturnType<typeof askedRange> {
  const condition = req.get('if-range');
  const isUsable = req.method === 'GET' && (condition === undefined || condition === etag);
  return isUsable ? askedRange(req.get('range'), size) : 'whole';
}

function setLength(res: Response, range: ByteRange | 'whole', size: number): void {
  if (range === 'whole') {
    res.status(200).set('Content-Length', String(size));
    return;
  }
  const { first, last } = range;
  res.status(206).set('Content-Range', `bytes ${first}-${last}/${size}`);
  res.set('Content-Length', String(last - first + 1));
}

function sendUnsatisfiable(res: Response, size: number): void {
  const problem = problemOf('input/range', undefined, correlationId());
  const title = 'The file has no bytes in the range asked for.';
  res.removeHeader('Content-Disposition');
  res.status(416).set('Content-Range', `bytes */${size}`).type('application/problem+json');
  res.send(JSON.stringify({ ...problem, status: 416, title }));
}
