import { canonicalJson, type Json, type StoredEvent } from '@hopso/shared/kernel';
import { GENESIS_CHAIN, type MeetingStream } from '#platform/database';
import { type Sealed, seal } from './envelope.ts';
import type { Batch, CommandRecord, Committed, NewEvent } from './event-log.ts';
import { checkPublishing, currentStream, type StreamHeads } from './meeting-row.ts';

/** Receives the rows of a batch in their order; each storage engine writes them its own way. */
export interface RowSink {
  preparation(event: StoredEvent, details: string): void;
  record(event: StoredEvent, sealed: Sealed): void;
  command(command: CommandRecord, places: CommandPlaces): void;
}

/** Where an accepted command's events stand; `last` is before `first` when it caused none. */
export interface CommandPlaces {
  readonly stream: MeetingStream;
  readonly first: number;
  readonly last: number;
}

export interface Placed extends Committed {
  readonly heads: StreamHeads;
  /** Time of the last event; null when there was none. */
  readonly lastAt: number | null;
}

/** Gives the events of a batch their places after `before`, seals those of the record, and hands all rows to `sink`. */
export function place(meeting: string, before: StreamHeads, batch: Batch, sink: RowSink): Placed {
  checkPublishing(batch, before);
  const inRecord = before.recordStarted || batch.publishes === true;
  const stream: MeetingStream = inRecord ? 'record' : 'preparation';
  let seq = batch.publishes ? 0 : currentStream(before).seq;
  let chain = before.recordStarted ? before.headChain : GENESIS_CHAIN;
  let lastAt: number | null = null;
  const committed: StoredEvent[] = [];

  for (const { command, events } of batch.accepted) {
    const first = seq + 1;
    for (const event of events) {
      seq += 1;
      const stored = storedEvent(seq, command, event);
      if (inRecord) {
        const sealed = seal({ ...stored, meeting }, event.data, chain);
        sink.record(stored, sealed);
        chain = sealed.chain;
      } else {
        sink.preparation(stored, canonicalJson(event.data));
      }
      committed.push(stored);
      lastAt = event.at;
    }
    sink.command(command, { stream, first, last: seq });
  }
  const heads = inRecord
    ? { recordStarted: true, headSeq: seq, headChain: chain, prepSeq: before.prepSeq }
    : { ...before, prepSeq: seq };
  return { committed, headSeq: seq, heads, lastAt };
}

function storedEvent(seq: number, command: CommandRecord, { at, data }: NewEvent): StoredEvent {
  return {
    seq,
    at,
    actorId: command.actorId,
    commandId: command.id,
    type: data.type,
    typeVersion: typeVersion(data.typeVersion),
    data,
  };
}

function typeVersion(declared: Json | undefined): number {
  return typeof declared === 'number' ? declared : 1;
}
