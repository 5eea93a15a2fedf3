import { GENESIS_CHAIN, type MeetingStream } from '#platform/database';
import type { Batch, LogHead, MeetingRowPatch, NewMeetingRow } from './event-log.ts';

/** A meeting's places in both of its streams. */
export interface StreamHeads {
  readonly recordStarted: boolean;
  readonly headSeq: number;
  readonly headChain: string;
  readonly prepSeq: number;
}

/** The stream that a reader of the meeting follows, and its last place. */
export function currentStream(heads: StreamHeads): { stream: MeetingStream; seq: number } {
  return heads.recordStarted
    ? { stream: 'record', seq: heads.headSeq }
    : { stream: 'preparation', seq: heads.prepSeq };
}

export function logHead(heads: StreamHeads): LogHead {
  return { seq: currentStream(heads).seq, chain: heads.headChain, recordStarted: heads.recordStarted };
}

type Value = string | number | null;

const PATCH_COLUMNS: Readonly<Record<keyof MeetingRowPatch, string>> = {
  unitId: 'unit_id',
  phase: 'phase',
  kind: 'kind',
  title: 'title',
  place: 'place',
  startsAt: 'starts_at',
  endsAt: 'ends_at',
  startedAt: 'started_at',
  endedAt: 'ended_at',
};

/** Columns and values that a patch sets; what it leaves out stays. */
export function patchedColumns(patch: MeetingRowPatch): { columns: string[]; values: Value[] } {
  const columns: string[] = [];
  const values: Value[] = [];
  for (const key of Object.keys(PATCH_COLUMNS) as (keyof MeetingRowPatch)[]) {
    const value = patch[key];
    if (value === undefined) continue;
    columns.push(PATCH_COLUMNS[key]);
    values.push(value);
  }
  return { columns, values };
}

/** The row of a new meeting: an empty preparation in draft. */
export function newMeetingColumns(meeting: NewMeetingRow) {
  return {
    id: meeting.id,
    unitId: meeting.unitId,
    phase: 'draft' as const,
    kind: meeting.kind,
    title: meeting.title,
    place: meeting.place,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt ?? null,
    recordStarted: false,
    headSeq: 0,
    headChain: GENESIS_CHAIN,
    prepSeq: 0,
    createdBy: meeting.createdBy,
    createdAt: meeting.createdAt,
    updatedAt: meeting.createdAt,
  };
}

/** @throws Error when a batch would begin a record twice or without an event: a fault of the caller. */
export function checkPublishing(batch: Batch, heads: StreamHeads): void {
  if (!batch.publishes) return;
  if (heads.recordStarted) throw new Error('The record of this meeting has begun already.');
  if (!batch.accepted.some(({ events }) => events.length > 0)) {
    throw new Error('A record cannot begin without an event.');
  }
}
