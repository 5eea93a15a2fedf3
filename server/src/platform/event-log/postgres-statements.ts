import type { EventData, StoredEvent } from '@hopso/shared/kernel';
import type { MeetingStream, SqlClient } from '#platform/database';
import type { MeetingRowPatch, NewMeetingRow, SeenCommand } from './event-log.ts';
import { newMeetingColumns, patchedColumns, type StreamHeads } from './meeting-row.ts';
import type { Placed, RowSink } from './placing.ts';

const EVENT_TABLES: Readonly<Record<MeetingStream, string>> = {
  preparation: 'preparation_events',
  record: 'meeting_events',
};

/** A meeting's places; with `lock` the row stays the caller's until the transaction ends. */
export async function selectHeads(
  client: SqlClient,
  meeting: string,
  mode: 'read' | 'lock',
): Promise<StreamHeads | null> {
  const [row] = await client.query(
    `SELECT record_started, head_seq, head_chain, prep_seq FROM meetings WHERE id = $1
     ${mode === 'lock' ? 'FOR UPDATE' : ''}`,
    [meeting],
    `log-heads-${mode}`,
  );
  if (!row) return null;
  const [recordStarted, headSeq, headChain, prepSeq] = row;
  return {
    recordStarted: recordStarted === true,
    headSeq: Number(headSeq),
    headChain: String(headChain),
    prepSeq: Number(prepSeq),
  };
}

/** Events of one stream after `seq`, in order; `limit` null means all. */
export async function selectEvents(
  client: SqlClient,
  stream: MeetingStream,
  meeting: string,
  seq: number,
  limit: number | null,
): Promise<StoredEvent[]> {
  const rows = await client.query(
    `SELECT seq, at, actor_id, command_id, type, type_version, details
     FROM ${EVENT_TABLES[stream]} WHERE meeting_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
    [meeting, seq, limit],
    `log-events-${stream}`,
  );
  return rows.map(([place, at, actorId, commandId, type, typeVersion, details]) => ({
    seq: Number(place),
    at: Number(at),
    actorId: String(actorId),
    commandId: String(commandId),
    type: String(type),
    typeVersion: Number(typeVersion),
    data: details === null ? null : (JSON.parse(String(details)) as EventData),
  }));
}

/** Those of `ids` that were accepted before. */
export async function selectSeen(
  client: SqlClient,
  meeting: string,
  ids: readonly string[],
): Promise<Map<string, SeenCommand>> {
  if (ids.length === 0) return new Map();
  const rows = await client.query(
    `SELECT id, actor_id, body_hash, first_seq, last_seq, answer
     FROM commands WHERE meeting_id = $1 AND id = ANY($2::text[])`,
    [meeting, ids],
    'log-seen',
  );
  return new Map(
    rows.map(([id, actorId, bodyHash, firstSeq, lastSeq, answer]) => [
      String(id),
      {
        actorId: String(actorId),
        bodyHash: String(bodyHash),
        firstSeq: Number(firstSeq),
        lastSeq: Number(lastSeq),
        answer: JSON.parse(String(answer)),
      },
    ]),
  );
}

export async function insertMeeting(client: SqlClient, meeting: NewMeetingRow): Promise<void> {
  const row = newMeetingColumns(meeting);
  await client.query(
    `INSERT INTO meetings (id, unit_id, phase, kind, title, place, starts_at, ends_at, record_started, head_seq,
       head_chain, prep_seq, created_by, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      row.id,
      row.unitId,
      row.phase,
      row.kind,
      row.title,
      row.place,
      row.startsAt,
      row.endsAt,
      row.recordStarted,
      row.headSeq,
      row.headChain,
      row.prepSeq,
      row.createdBy,
      row.createdAt,
      row.updatedAt,
    ],
  );
}

export async function moveHead(
  client: SqlClient,
  meeting: string,
  { heads, lastAt }: Placed,
  patch: MeetingRowPatch | undefined,
): Promise<void> {
  const { columns, values } = patchedColumns(patch ?? {});
  const patched = columns.map((column, index) => `, ${column} = $${index + 7}`).join('');
  await client.query(
    `UPDATE meetings SET record_started = $2, head_seq = $3, head_chain = $4, prep_seq = $5,
     updated_at = coalesce($6, updated_at)${patched} WHERE id = $1`,
    [meeting, heads.recordStarted, heads.headSeq, heads.headChain, heads.prepSeq, lastAt, ...values],
  );
}

/** Gathers a batch's rows column by column: one statement per table, however many rows. */
export class RowsByColumn implements RowSink {
  readonly #preparation = table('preparation_events', {
    seq: 'int4',
    at: 'int8',
    actor_id: 'text',
    command_id: 'text',
    type: 'text',
    type_version: 'int4',
    details: 'text',
  });
  readonly #record = table('meeting_events', {
    seq: 'int4',
    type: 'text',
    at: 'int8',
    actor_id: 'text',
    command_id: 'text',
    type_version: 'int4',
    head: 'text',
    details: 'text',
    salt: 'text',
    chain: 'text',
  });
  readonly #commands = table('commands', {
    id: 'text',
    actor_id: 'text',
    body_hash: 'text',
    first_seq: 'int4',
    last_seq: 'int4',
    answer: 'text',
    stream: 'text',
  });

  preparation(...[event, details]: Parameters<RowSink['preparation']>): void {
    const { seq, at, actorId, commandId, type, typeVersion } = event;
    this.#preparation.add([seq, at, actorId, commandId, type, typeVersion, details]);
  }

  record(...[event, sealed]: Parameters<RowSink['record']>): void {
    const { seq, at, actorId, commandId, type, typeVersion } = event;
    const { head, details, salt, chain } = sealed;
    this.#record.add([seq, type, at, actorId, commandId, typeVersion, head, details, salt, chain]);
  }

  command(...[command, { stream, first, last }]: Parameters<RowSink['command']>): void {
    const { id, actorId, bodyHash, answer } = command;
    this.#commands.add([id, actorId, bodyHash, first, last, JSON.stringify(answer), stream]);
  }

  async insert(client: SqlClient, meeting: string): Promise<void> {
    for (const rows of [this.#preparation, this.#record, this.#commands]) await rows.insert(client, meeting);
  }
}

type Cell = string | number;

function table(name: string, types: Readonly<Record<string, string>>) {
  const names = Object.keys(types);
  const columns: Cell[][] = names.map(() => []);
  const arrays = Object.values(types).map((type, index) => `$${index + 2}::${type}[]`);
  const text = `INSERT INTO ${name} (meeting_id, ${names.join(', ')}) SELECT $1, * FROM unnest(${arrays.join(', ')})`;
  return {
    add(row: readonly Cell[]): void {
      for (const [index, cell] of row.entries()) columns[index]?.push(cell);
    },
    async insert(client: SqlClient, meeting: string): Promise<void> {
      if (columns[0]?.length === 0) return;
      await client.query(text, [meeting, ...columns], `log-insert-${name}`);
    },
  };
}
