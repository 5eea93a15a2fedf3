import { hash } from 'node:crypto';
import { canonicalJson } from '@hopso/shared/kernel';

/** Where a meeting's record ends: the place of its last event and the chain up to it. */
export interface RecordHead {
  readonly meeting: string;
  readonly seq: number;
  readonly chain: string;
}

/** RFC 6962 leaf: SHA-256(0x00 ‖ canonical JSON of the head), lower-case hex. */
export function headLeaf({ meeting, seq, chain }: RecordHead): string {
  return hash('sha256', `\0${canonicalJson({ meeting, seq, chain })}`, 'hex');
}

/** The Merkle tree hash of RFC 6962 over leaves in their order, lower-case hex. */
export function merkleRoot(leaves: readonly string[]): string {
  if (leaves.length === 0) return hash('sha256', '', 'hex');
  let level = leaves;
  while (level.length > 1) level = parentsOf(level);
  return level[0] ?? '';
}

/** A node without a neighbour moves up as it is: the same tree as splitting at the largest power of two. */
function parentsOf(level: readonly string[]): string[] {
  const parents: string[] = [];
  for (let i = 0; i < level.length; i += 2) {
    const left = level[i] ?? '';
    const right = level[i + 1];
    parents.push(right === undefined ? left : node(left, right));
  }
  return parents;
}

const nodeBytes = Buffer.alloc(65, 1);

function node(left: string, right: string): string {
  nodeBytes.write(left, 1, 'hex');
  nodeBytes.write(right, 33, 'hex');
  return hash('sha256', nodeBytes, 'hex');
}

/** The root over the heads of all records, sorted by the meetings' ids (UTF-16 code units). */
export function rootOfHeads(leafByMeeting: ReadonlyMap<string, string>): string {
  return merkleRoot([...leafByMeeting.keys()].sort().map((meeting) => leafByMeeting.get(meeting) ?? ''));
}
