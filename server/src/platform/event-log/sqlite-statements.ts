import type { EventData, StoredEvent } from '@hopso/shared/kernel';
import type { MeetingStream, SqliteDatabase } from '#platform/database';
import type { MeetingRowPatch, NewMeetingRow, SeenCommand } from './event-log.ts';
import { newMeetingColumns, patchedColumns, type StreamHeads } from './meeting-row.ts';
import type { Placed } from './placing.ts';

type Connection = SqliteDatabase['writer'];

interface HeadsRow extends Omit<StreamHeads, 'recordStarted'> {
  readonly recordStarted: 0 | 1;
}

interface EventRow extends Omit<StoredEvent, 'data'> {
  readonly details: string | null;
}

interface CommandRow extends Omit<SeenCommand, 'answer'> {
  readonly id: string;
  readonly answer: string;
}

/** What can be asked of the log on any connection. */
export function readStatements(connection: Connection) {
  const heads = connection.prepare<[string], HeadsRow>(
    `SELECT record_started AS recordStarted, head_seq AS headSeq, head_chain AS headChain, prep_seq AS prepSeq
     FROM meetings WHERE id = ?`,
  );
  const events = (table: string) =>
    connection.prepare<[string, number, number], EventRow>(
      `SELECT seq, at, actor_id AS actorId, command_id AS commandId, type, type_version AS typeVersion, details
       FROM ${table} WHERE meeting_id = ? AND seq > ? ORDER BY seq LIMIT ?`,
    );
  const after = { preparation: events('preparation_events'), record: events('meeting_events') };
  const meetings = connection.prepare<[], string>('SELECT id FROM meetings ORDER BY id').pluck();
  return {
    heads(meeting: string): StreamHeads | null {
      const row = heads.get(meeting);
      return row ? { ...row, recordStarted: row.recordStarted === 1 } : null;
    },
    /** `limit` -1 means all. */
    eventsAfter(stream: MeetingStream, meeting: string, seq: number, limit: number): StoredEvent[] {
      return after[stream].all(meeting, seq, limit).map(storedEvent);
    },
    meetings: (): string[] => meetings.all(),
  };
}

/** The log's writes, prepared once: this is the path every ballot takes. */
export function writeStatements(connection: Connection) {
  // One statement for all ids: asking for each alone costs four times as much.
  const seen = connection.prepare<[string, string], CommandRow>(
    `SELECT id, actor_id AS actorId, body_hash AS bodyHash, first_seq AS firstSeq, last_seq AS lastSeq, answer
     FROM commands WHERE meeting_id = ? AND id IN (SELECT value FROM json_each(?))`,
  );
  return {
    begin: connection.prepare('BEGIN IMMEDIATE'),
    commit: connection.prepare('COMMIT'),
    rollback: connection.prepare('ROLLBACK'),
    savepoint: connection.prepare('SAVEPOINT room'),
    release: connection.prepare('RELEASE room'),
    rollbackRoom: connection.prepare('ROLLBACK TO room'),
    insertPreparation: connection.prepare(
      `INSERT INTO preparation_events
       (meeting_id, seq, at, actor_id, command_id, type, type_version, details) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    insertRecord: connection.prepare(
      `INSERT INTO meeting_events
       (meeting_id, seq, type, at, actor_id, command_id, type_version, head, details, salt, chain)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    insertCommand: connection.prepare(
      `INSERT INTO commands
       (meeting_id, id, actor_id, body_hash, first_seq, last_seq, answer, stream) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    insertMeeting: insertMeeting(connection),
    moveHead: moveHead(connection),
    seenCommands(meeting: string, ids: readonly string[]): Map<string, SeenCommand> {
      const rows = seen.all(meeting, JSON.stringify(ids));
      return new Map(rows.map(({ id, answer, ...row }) => [id, { ...row, answer: JSON.parse(answer) }]));
    },
  };
}

export type ReadStatements = ReturnType<typeof readStatements>;
export type WriteStatements = ReturnType<typeof writeStatements>;

function insertMeeting(connection: Connection) {
  const insert = connection.prepare(
    `INSERT INTO meetings (id, unit_id, phase, kind, title, place, starts_at, ends_at, record_started, head_seq,
       head_chain, prep_seq, created_by, created_at, updated_at)
     VALUES (@id, @unitId, @phase, @kind, @title, @place, @startsAt, @endsAt, 0, @headSeq,
       @headChain, @prepSeq, @createdBy, @createdAt, @updatedAt)`,
  );
  return (meeting: NewMeetingRow) => {
    const { recordStarted: _, ...columns } = newMeetingColumns(meeting);
    insert.run(columns);
  };
}

/** One prepared update per set of patched columns; there are few. */
function moveHead(connection: Connection) {
  const prepare = (sql: string) => connection.prepare<(string | number | null)[]>(sql);
  const prepared = new Map<string, ReturnType<typeof prepare>>();
  return (meeting: string, { heads, lastAt }: Placed, patch: MeetingRowPatch | undefined) => {
    const { columns, values } = patchedColumns(patch ?? {});
    const key = columns.join();
    let update = prepared.get(key);
    if (!update) {
      const patched = columns.map((column) => `, ${column} = ?`).join('');
      update = prepare(
        `UPDATE meetings SET record_started = ?, head_seq = ?, head_chain = ?, prep_seq = ?,
         updated_at = coalesce(?, updated_at)${patched} WHERE id = ?`,
      );
      prepared.set(key, update);
    }
    const { recordStarted, headSeq, headChain, prepSeq } = heads;
    update.run(recordStarted ? 1 : 0, headSeq, headChain, prepSeq, lastAt, ...values, meeting);
  };
}

function storedEvent({ details, ...event }: EventRow): StoredEvent {
  const data: EventData | null = details === null ? null : JSON.parse(details);
  return { ...event, data };
}
