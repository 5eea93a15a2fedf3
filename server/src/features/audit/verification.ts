import type { BlobReading } from '#platform/blobs';
import type { ReadSnapshot } from '#platform/database';
import { checkCheckpoints } from './check-checkpoints.ts';
import { checkCommands } from './check-commands.ts';
import { checkPapers, uploadReferences } from './check-papers.ts';
import { checkRecords } from './check-records.ts';
import { type CheckpointLines, checkpointFile, readCheckpoints } from './checkpoint-file.ts';
import type { IntegrityFault } from './fault.ts';

/** What `verify` found; `ok` when nothing is at fault. */
export interface Verification {
  readonly ok: boolean;
  /** Meetings that have a record, and the events that were recomputed. */
  readonly meetings: number;
  readonly events: number;
  /** Different files that were read and hashed. */
  readonly papers: number;
  readonly checkpoints: {
    readonly lines: number;
    /** Time of the last one, epoch milliseconds; null when there is none. */
    readonly lastAt: number | null;
    /** The last line was not finished: the server stopped while writing it. No fault, the next start writes it anew. */
    readonly torn: boolean;
  };
  readonly faults: readonly IntegrityFault[];
}

export interface VerificationOptions {
  readonly snapshot: ReadSnapshot;
  readonly dataDir: string;
  readonly blobs: BlobReading;
}

const NO_LINES: CheckpointLines = { lines: [], tornBytes: 0, wholeBytes: 0 };

/**
 * Recomputes everything that can be recomputed, beside a running server or without one, and changes nothing.
 * The checkpoints are read before the database: what they say was committed by then.
 */
export async function verifyInstallation(options: VerificationOptions): Promise<Verification> {
  const { snapshot, dataDir, blobs } = options;
  const file = await readCheckpoints(checkpointFile(dataDir));
  const { lines, tornBytes } = file ?? NO_LINES;
  const checkpoints = checkCheckpoints(file ?? NO_LINES);
  const stored = await snapshot(async ({ q, t }) => ({
    records: await checkRecords(q, t, checkpoints.heads),
    commands: await checkCommands(q, t),
    uploads: await uploadReferences(q, t),
  }));
  const { meetings, events } = stored.records;
  const papers = await checkPapers([...stored.records.papers, ...stored.uploads], blobs);
  const missing: IntegrityFault[] = file === null && meetings > 0 ? [{ kind: 'checkpoint-missing' }] : [];
  const faults = [
    ...missing,
    ...checkpoints.faults,
    ...stored.records.faults,
    ...stored.commands,
    ...papers.faults,
  ];
  const lastAt = lines.at(-1)?.checkpoint?.at ?? null;
  return {
    ok: faults.length === 0,
    meetings,
    events,
    papers: papers.papers,
    checkpoints: { lines: lines.length, lastAt, torn: tornBytes > 0 },
    faults,
  };
}
