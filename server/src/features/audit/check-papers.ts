import { createHash } from 'node:crypto';
import { BlobMissingError, type BlobReading } from '#platform/blobs';
import type { Q, Schema } from '#platform/database';
import type { PaperReference } from './check-records.ts';
import type { FaultKind, IntegrityFault } from './fault.ts';

/** What uploads name; a record that names the same bytes says more about them. */
export async function uploadReferences(q: Q, t: Schema): Promise<PaperReference[]> {
  return q.select({ sha256: t.uploads.sha256, meeting: t.uploads.meetingId }).from(t.uploads);
}

/** Reads every referenced file once and names those that are missing or have other bytes. */
export async function checkPapers(
  references: readonly PaperReference[],
  blobs: BlobReading,
): Promise<{ papers: number; faults: IntegrityFault[] }> {
  const bySha256 = new Map<string, PaperReference>();
  for (const reference of references) {
    if (!bySha256.has(reference.sha256)) bySha256.set(reference.sha256, reference);
  }
  const faults: IntegrityFault[] = [];
  for (const reference of bySha256.values()) {
    const kind = await faultOf(reference.sha256, blobs);
    if (kind !== null) faults.push({ kind, ...reference });
  }
  return { papers: bySha256.size, faults };
}

async function faultOf(sha256: string, blobs: BlobReading): Promise<FaultKind | null> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return 'paper-missing';
  try {
    const hash = createHash('sha256');
    for await (const chunk of await blobs.open(sha256)) hash.update(chunk);
    return hash.digest('hex') === sha256 ? null : 'paper-altered';
  } catch (cause) {
    if (cause instanceof BlobMissingError) return 'paper-missing';
    throw cause;
  }
}
