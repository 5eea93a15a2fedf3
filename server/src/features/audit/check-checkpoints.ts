import { type Checkpoint, lineHash, NO_LINE } from './checkpoint.ts';
import type { CheckpointLines } from './checkpoint-file.ts';
import type { IntegrityFault } from './fault.ts';
import { headLeaf, rootOfHeads } from './merkle.ts';

/** Chain values that checkpoints vouch for, by meeting and place. */
export type VouchedHeads = ReadonlyMap<string, ReadonlyMap<number, string>>;

export interface CheckpointReading {
  readonly faults: readonly IntegrityFault[];
  readonly heads: VouchedHeads;
}

/**
 * Checks the file by itself and gathers what it vouches for. A line that the next one does not recognise vouches for
 * nothing: which of both was changed is not known, and a record is not to be accused by a forged line.
 */
export function checkCheckpoints({ lines }: CheckpointLines): CheckpointReading {
  const faults: IntegrityFault[] = [];
  const trusted: Checkpoint[] = [];
  let expected = NO_LINE;
  for (const [index, { text, checkpoint }] of lines.entries()) {
    if (checkpoint === null) faults.push({ kind: 'checkpoint-unreadable', line: index + 1 });
    else if (checkpoint.prev !== expected) {
      faults.push({ kind: 'checkpoint-chain', line: index + 1 });
      trusted.pop();
    }
    if (checkpoint !== null) trusted.push(checkpoint);
    expected = lineHash(text);
  }
  const readable = lines.flatMap(({ checkpoint }) => checkpoint ?? []);
  if (readable.length === lines.length && !lastLineHolds(readable)) {
    faults.push({ kind: 'checkpoint-root', line: lines.length });
    if (trusted.at(-1) === readable.at(-1)) trusted.pop();
  }
  return { faults, heads: vouchedBy(trusted) };
}

/** The last line has no line after it to vouch for it; its root does. */
function lastLineHolds(checkpoints: readonly Checkpoint[]): boolean {
  const last = checkpoints.at(-1);
  if (last === undefined) return true;
  const leaves = new Map<string, string>();
  for (const { heads } of checkpoints) for (const head of heads) leaves.set(head.meeting, headLeaf(head));
  return last.size === leaves.size && last.root === rootOfHeads(leaves);
}

function vouchedBy(checkpoints: readonly Checkpoint[]): VouchedHeads {
  const vouched = new Map<string, Map<number, string>>();
  for (const { meeting, seq, chain } of checkpoints.flatMap(({ heads }) => heads)) {
    const places = vouched.get(meeting) ?? new Map<number, string>();
    // An earlier line wins: a record that was rewritten and then checkpointed again contradicts the first.
    if (!places.has(seq)) places.set(seq, chain);
    vouched.set(meeting, places);
  }
  return vouched;
}
