import { hash } from 'node:crypto';
import { canonicalJson } from '@hopso/shared/kernel';
import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().nonnegative();

const checkpointSchema = z.strictObject({
  v: z.literal(1),
  /** Epoch milliseconds, by the server's clock. */
  at: z.int(),
  /** Meetings that have a record. */
  size: count,
  /** Merkle root over the heads of all of them. */
  root: sha256,
  /** The heads that differ from those of the lines before. */
  heads: z.array(z.strictObject({ meeting: z.string().min(1), seq: z.int().positive(), chain: sha256 })),
  /** SHA-256 of the line before, without its line break. */
  prev: sha256,
});

/** What one line of the checkpoint file says about all records together. */
export type Checkpoint = z.output<typeof checkpointSchema>;

/** `prev` of the first line. */
export const NO_LINE = '0'.repeat(64);

/** The line of a checkpoint, without its line break. */
export function lineOf(checkpoint: Checkpoint): string {
  return canonicalJson(checkpoint);
}

/** What the next line calls this one. */
export function lineHash(line: string): string {
  return hash('sha256', line, 'hex');
}

/** Null when the text is not a checkpoint in its one form. */
export function checkpointIn(line: string): Checkpoint | null {
  const parsed = checkpointSchema.safeParse(jsonIn(line));
  return parsed.success && lineOf(parsed.data) === line ? parsed.data : null;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
