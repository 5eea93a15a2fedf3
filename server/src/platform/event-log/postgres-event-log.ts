import type { StoredEvent } from '@hopso/shared/kernel';
import { type PostgresDatabase, queryBuilder, type SqlClient } from '#platform/database';
import {
  type Also,
  type Committed,
  type Decide,
  type EventLog,
  KnownSeqAheadError,
  type LogHead,
  MeetingUnknownError,
  type NewMeetingRow,
} from './event-log.ts';
import { currentStream, logHead } from './meeting-row.ts';
import { place } from './placing.ts';
import {
  insertMeeting,
  moveHead,
  RowsByColumn,
  selectEvents,
  selectHeads,
  selectSeen,
} from './postgres-statements.ts';

/** The log on PostgreSQL: one transaction per batch of a meeting, serialised by the lock on the meeting's row. */
export function openPostgresEventLog({ pool, scope }: PostgresDatabase): EventLog {
  return {
    async create(meeting: NewMeetingRow): Promise<void> {
      scope.refuseNested();
      await insertMeeting(pool, meeting);
    },

    async transact(meeting, knownSeq, commandIds, decide, also): Promise<Committed> {
      scope.refuseNested();
      return scope.run(() =>
        pool.transaction((client) => append(client, { meeting, knownSeq, commandIds, decide, also })),
      );
    },

    async since(meeting: string, seq: number, limit: number): Promise<StoredEvent[]> {
      const heads = await selectHeads(pool, meeting, 'read');
      return heads ? selectEvents(pool, currentStream(heads).stream, meeting, seq, limit) : [];
    },

    async head(meeting: string): Promise<LogHead | null> {
      const heads = await selectHeads(pool, meeting, 'read');
      return heads && logHead(heads);
    },

    async listMeetings(): Promise<string[]> {
      const rows = await pool.query('SELECT id FROM meetings ORDER BY id COLLATE "C"', []);
      return rows.map(([id]) => String(id));
    },
  };
}

interface Append {
  readonly meeting: string;
  readonly knownSeq: number;
  readonly commandIds: readonly string[];
  readonly decide: Decide;
  readonly also: Also | undefined;
}

async function append(client: SqlClient, job: Append): Promise<Committed> {
  const { meeting, knownSeq, commandIds } = job;
  const heads = await selectHeads(client, meeting, 'lock');
  if (!heads) throw new MeetingUnknownError(meeting);
  const { stream, seq } = currentStream(heads);
  if (knownSeq > seq) throw new KnownSeqAheadError(meeting, knownSeq, seq);
  const missed = knownSeq === seq ? [] : await selectEvents(client, stream, meeting, knownSeq, null);
  const batch = job.decide(missed, await selectSeen(client, meeting, commandIds));

  const rows = new RowsByColumn();
  const placed = place(meeting, heads, batch, rows);
  await rows.insert(client, meeting);
  if (placed.committed.length > 0 || batch.meeting) await moveHead(client, meeting, placed, batch.meeting);
  await job.also?.(queryBuilder(client));
  return { committed: placed.committed, headSeq: placed.headSeq };
}
