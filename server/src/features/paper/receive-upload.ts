import { ok, type Result, refuse } from '@hopso/shared/kernel';
import { paperLimits, type Upload } from '@hopso/shared/paper';
import type { BlobStore, StagedBlob } from '#platform/blobs';
import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import type { PdfFacts } from './examination/examination.ts';
import type { Examiner } from './examination/examiner.ts';
import { NotTaken } from './examination/verdict.ts';
import { factsOf, saveUpload, uploadOf, uploadsOf } from './upload-rows.ts';

export interface UploadParts {
  readonly db: Db;
  readonly blobs: BlobStore;
  readonly clock: Clock;
  readonly examiner: Examiner;
  /** Told of bytes that lie in the store with their row; must return at once. */
  readonly onStored: (file: { readonly sha256: string; readonly pages: number }) => void;
}

export interface IncomingUpload {
  readonly meetingId: string;
  readonly personId: string;
  /** As `cleanFileName` gives it. */
  readonly fileName: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Aborted when nobody waits for the answer any more: nothing is stored then. */
  readonly signal?: AbortSignal;
  /** Asked once more before anything is stored: a hundred megabytes may take ten minutes to arrive. */
  readonly mayStore?: () => Promise<boolean>;
}

/**
 * Takes a file in: bytes, verdict, store, row, in this order, so that nothing half-examined is ever found.
 * The same bytes under the same name in the same meeting give the same upload again.
 * Refuses with the codes of `paperRefusals`, and `not-found` when it may not be stored any more.
 */
export async function receiveUpload(parts: UploadParts, incoming: IncomingUpload): Promise<Result<Upload>> {
  const arrived = await stage(parts.blobs, incoming.bytes);
  if (!arrived.ok) return arrived;
  const staged = arrived.value;
  try {
    const facts = await examined(parts, incoming, staged);
    if (!facts.ok) return facts;
    if (incoming.mayStore !== undefined && !(await incoming.mayStore())) return refuse('not-found');
    incoming.signal?.throwIfAborted();
    await staged.keep();
    const content = { ...incoming, sha256: staged.sha256, bytes: staged.bytes, facts: facts.value };
    const by = { personId: incoming.personId, at: parts.clock.now() };
    const row = await saveUpload(parts.db, content, by);
    parts.onStored(row);
    return ok(uploadOf(row));
  } finally {
    await staged.discard();
  }
}

/** `most` is in bytes. */
export const tooLarge = () => refuse('paper/too-large', { most: paperLimits.bytes });

async function stage(blobs: BlobStore, bytes: AsyncIterable<Uint8Array>): Promise<Result<StagedBlob>> {
  try {
    return ok(await blobs.stage(withinBounds(bytes)));
  } catch (cause) {
    if (cause instanceof NotTaken) return refuse(cause.code, cause.params);
    throw cause;
  }
}

const SIGNATURE = Buffer.from('%PDF-');

/** Stops at the first bytes that are no PDF's, and at the first byte too many. */
async function* withinBounds(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let length = 0;
  let head = Buffer.alloc(0);
  for await (const chunk of source) {
    length += chunk.length;
    if (head.length < SIGNATURE.length) {
      head = Buffer.concat([head, chunk.subarray(0, SIGNATURE.length - head.length)]);
      if (!SIGNATURE.subarray(0, head.length).equals(head)) throw new NotTaken('paper/not-pdf');
    }
    if (length > paperLimits.bytes) throw new NotTaken('paper/too-large', { most: paperLimits.bytes });
    yield chunk;
  }
  if (head.length < SIGNATURE.length) throw new NotTaken('paper/not-pdf');
}

/** Bytes that this meeting has had before are not examined again. */
async function examined(
  { db, examiner }: UploadParts,
  { meetingId, signal }: IncomingUpload,
  { sha256, file }: StagedBlob,
): Promise<Result<PdfFacts>> {
  const [known] = await uploadsOf(db.read, db.t, { meetingId, sha256 });
  if (known !== undefined) return ok(factsOf(known));
  return examiner.examine(file, signal ?? new AbortController().signal);
}
