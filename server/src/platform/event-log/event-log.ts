import type { EventData, Json, StoredEvent } from '@hopso/shared/kernel';
import type { MeetingKind, MeetingPhase, Q } from '#platform/database';

/** An event that was decided and waits for its place in the order. */
export interface NewEvent {
  readonly at: number;
  readonly data: EventData;
}

/** Remembered for accepted commands only: a refusal may succeed when it is tried again. */
export interface CommandRecord {
  readonly id: string;
  readonly actorId: string;
  /** Hash of the command's body: the same id with another body is another command. */
  readonly bodyHash: string;
  readonly answer: Json;
}

/** One accepted command and what it caused; no events when the command found its wish already fulfilled. */
export interface Accepted {
  readonly command: CommandRecord;
  readonly events: readonly NewEvent[];
}

/** An accepted command as it was remembered. `firstSeq > lastSeq` when it caused no events. */
export interface SeenCommand {
  readonly actorId: string;
  readonly bodyHash: string;
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly answer: Json;
}

/** The columns of a meeting's row that lists and calendars read; null clears one. */
export interface MeetingRowPatch {
  readonly unitId?: string;
  readonly phase?: MeetingPhase;
  readonly kind?: MeetingKind;
  readonly title?: string;
  readonly place?: string;
  readonly startsAt?: number;
  readonly endsAt?: number | null;
  readonly startedAt?: number | null;
  readonly endedAt?: number | null;
}

/** What one `transact` writes. With `publishes` the events are the first of the record. */
export interface Batch {
  readonly accepted: readonly Accepted[];
  readonly meeting?: MeetingRowPatch;
  readonly publishes?: boolean;
}

export interface NewMeetingRow {
  readonly id: string;
  readonly unitId: string;
  readonly kind: MeetingKind;
  readonly title: string;
  readonly place: string;
  readonly startsAt: number;
  readonly endsAt?: number | null;
  readonly createdBy: string;
  readonly createdAt: number;
}

export interface Committed {
  /** The batch's events with their places, in order; empty when nothing was accepted. */
  readonly committed: readonly StoredEvent[];
  /** Place of the last event of the meeting's current stream. */
  readonly headSeq: number;
}

export interface LogHead {
  readonly seq: number;
  /** Hex; 64 zeros until the record has an event. */
  readonly chain: string;
  /** False while the meeting is a preparation. */
  readonly recordStarted: boolean;
}

/**
 * Decides on what happened since `knownSeq`; runs at most once per call, inside the transaction, and must not touch
 * the database. What it throws refuses the batch as a whole.
 */
export type Decide = (missed: readonly StoredEvent[], seen: ReadonlyMap<string, SeenCommand>) => Batch;

/** Writes of the same transaction as the events. Awaits queries of `q` only: the writer lock is held. */
export type Also = (q: Q) => void | Promise<void>;

/** The append-only store of what happened in meetings. Every answer comes after COMMIT. */
export interface EventLog {
  /** Adds a meeting as an empty preparation. @throws a unique violation when the id is taken. */
  create(meeting: NewMeetingRow): Promise<void>;

  /**
   * Takes the meeting's lock, hands `decide` the events after `knownSeq` and those of `commandIds` that were
   * accepted before, and appends what it returns. The first published batch moves the meeting to its record,
   * where places start again at 1.
   * @throws MeetingUnknownError, KnownSeqAheadError, whatever `decide` or `also` threw, or the cause of a failed
   * COMMIT; nothing of the batch is stored then.
   */
  transact(
    meeting: string,
    knownSeq: number,
    commandIds: readonly string[],
    decide: Decide,
    also?: Also,
  ): Promise<Committed>;

  /** Events of the current stream after `seq`, in order, at most `limit`. */
  since(meeting: string, seq: number, limit: number): Promise<StoredEvent[]>;

  /** Null when there is no such meeting. */
  head(meeting: string): Promise<LogHead | null>;

  /** Ids of all meetings, in the order of their ids. */
  listMeetings(): Promise<string[]>;
}

/** The log has no such meeting. */
export class MeetingUnknownError extends Error {
  override readonly name = 'MeetingUnknownError';
  readonly meeting: string;

  constructor(meeting: string) {
    super(`The log has no meeting ${meeting}.`);
    this.meeting = meeting;
  }
}

/** The caller claims to know events the log does not have: its state must be dropped and folded again. */
export class KnownSeqAheadError extends Error {
  override readonly name = 'KnownSeqAheadError';

  constructor(meeting: string, knownSeq: number, headSeq: number) {
    super(`Meeting ${meeting} ends at ${headSeq}, yet ${knownSeq} was named as known.`);
  }
}
