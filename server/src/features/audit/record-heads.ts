import { and, eq, inArray } from 'drizzle-orm';
import type { Q, Schema } from '#platform/database';
import type { RecordHead } from './merkle.ts';

const CHUNK = 500;

const heads = (q: Q, t: Schema) =>
  q.select({ meeting: t.meetings.id, seq: t.meetings.headSeq, chain: t.meetings.headChain }).from(t.meetings);

/** Where every record ends; preparations have none. */
export async function allRecordHeads(q: Q, t: Schema): Promise<RecordHead[]> {
  return heads(q, t).where(eq(t.meetings.recordStarted, true));
}

/** The same for some meetings; ids without a record are left out. */
export async function recordHeadsOf(q: Q, t: Schema, ids: readonly string[]): Promise<RecordHead[]> {
  const found: RecordHead[] = [];
  for (let start = 0; start < ids.length; start += CHUNK) {
    const some = inArray(t.meetings.id, ids.slice(start, start + CHUNK));
    found.push(...(await heads(q, t).where(and(eq(t.meetings.recordStarted, true), some))));
  }
  return found;
}
