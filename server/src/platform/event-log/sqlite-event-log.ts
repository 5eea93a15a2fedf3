import type { StoredEvent } from '@hopso/shared/kernel';
import type { SqliteDatabase } from '#platform/database';
import {
  type Also,
  type Batch,
  type Committed,
  type Decide,
  type EventLog,
  KnownSeqAheadError,
  type LogHead,
  MeetingUnknownError,
  type NewMeetingRow,
} from './event-log.ts';
import { GroupCommit, type Waiting } from './group-commit.ts';
import { currentStream, logHead, type StreamHeads } from './meeting-row.ts';
import { type Placed, place, type RowSink } from './placing.ts';
import {
  type ReadStatements,
  readStatements,
  type WriteStatements,
  writeStatements,
} from './sqlite-statements.ts';

/** Accepted commands in one COMMIT: more would keep the process from everything else for too long. */
const GROUP_LIMIT = 128;
const ALL = -1;
const NOTHING_MISSED: readonly StoredEvent[] = [];

export interface SqliteEventLogOptions {
  readonly database: SqliteDatabase;
  /** Runs before every COMMIT of the log: tests make it fail, benches make the disk slow. */
  readonly beforeCommit?: () => void;
}

/** A unit of work that is committed with others and fails alone. */
interface Job extends Waiting {
  apply(): unknown;
  resolve(value: unknown): void;
  reject(cause: unknown): void;
}

/** The log on SQLite: batches of all rooms that wait are written in one transaction on the one writer connection. */
export function openSqliteEventLog({ database, beforeCommit }: SqliteEventLogOptions): EventLog {
  return new SqliteEventLog(database, beforeCommit);
}

class SqliteEventLog implements EventLog {
  readonly #database: SqliteDatabase;
  readonly #beforeCommit: (() => void) | undefined;
  readonly #committedReads: ReadStatements;
  readonly #reads: ReadStatements;
  readonly #writes: WriteStatements;
  readonly #group: GroupCommit<Job>;

  constructor(database: SqliteDatabase, beforeCommit: (() => void) | undefined) {
    this.#database = database;
    this.#beforeCommit = beforeCommit;
    this.#committedReads = readStatements(database.reader);
    this.#reads = readStatements(database.writer);
    this.#writes = writeStatements(database.writer);
    this.#group = new GroupCommit((take) => this.#commitGroup(take), GROUP_LIMIT);
  }

  async create(meeting: NewMeetingRow): Promise<void> {
    await this.#submit(1, () => this.#writes.insertMeeting(meeting));
  }

  async transact(
    meeting: string,
    knownSeq: number,
    commandIds: readonly string[],
    decide: Decide,
    also?: Also,
  ): Promise<Committed> {
    return this.#submit(commandIds.length, () => {
      const answer = this.#append(meeting, knownSeq, commandIds, decide);
      return also ? this.#alsoWrite(also, answer) : answer;
    });
  }

  async since(meeting: string, seq: number, limit: number): Promise<StoredEvent[]> {
    const heads = this.#committedReads.heads(meeting);
    if (!heads) return [];
    return this.#committedReads.eventsAfter(currentStream(heads).stream, meeting, seq, limit);
  }

  async head(meeting: string): Promise<LogHead | null> {
    const heads = this.#committedReads.heads(meeting);
    return heads && logHead(heads);
  }

  async listMeetings(): Promise<string[]> {
    return this.#committedReads.meetings();
  }

  async #submit<T>(weight: number, apply: () => T | Promise<T>): Promise<T> {
    this.#database.scope.refuseNested();
    return new Promise<T>((resolve, reject) => {
      // The group only carries the value from this job's `apply` to this job's `resolve`.
      this.#group.add({ weight, apply, resolve: resolve as Job['resolve'], reject });
    });
  }

  #append(meeting: string, knownSeq: number, commandIds: readonly string[], decide: Decide): Committed {
    const heads = this.#reads.heads(meeting);
    if (!heads) throw new MeetingUnknownError(meeting);
    const { stream, seq } = currentStream(heads);
    if (knownSeq > seq) throw new KnownSeqAheadError(meeting, knownSeq, seq);
    const missed =
      knownSeq === seq ? NOTHING_MISSED : this.#reads.eventsAfter(stream, meeting, knownSeq, ALL);
    const batch = decide(missed, this.#writes.seenCommands(meeting, commandIds));
    return this.#write(meeting, heads, batch);
  }

  #write(meeting: string, heads: StreamHeads, batch: Batch): Committed {
    const placed = place(meeting, heads, batch, this.#sink(meeting));
    if (placed.committed.length > 0 || batch.meeting) this.#writes.moveHead(meeting, placed, batch.meeting);
    return answerOf(placed);
  }

  #sink(meeting: string): RowSink {
    const { insertPreparation, insertRecord, insertCommand } = this.#writes;
    return {
      preparation({ seq, at, actorId, commandId, type, typeVersion }, details) {
        insertPreparation.run(meeting, seq, at, actorId, commandId, type, typeVersion, details);
      },
      record({ seq, at, actorId, commandId, type, typeVersion }, { head, details, salt, chain }) {
        insertRecord.run(meeting, seq, type, at, actorId, commandId, typeVersion, head, details, salt, chain);
      },
      command({ id, actorId, bodyHash, answer }, { first, last, stream }) {
        insertCommand.run(meeting, id, actorId, bodyHash, first, last, JSON.stringify(answer), stream);
      },
    };
  }

  async #alsoWrite(also: Also, answer: Committed): Promise<Committed> {
    await this.#database.scope.run(() => also(this.#database.writerQ));
    return answer;
  }

  async #commitGroup(take: () => Job[]): Promise<void> {
    const { lock, writer } = this.#database;
    await lock.acquire('urgent');
    const jobs = take();
    try {
      this.#writes.begin.run();
      const answers: (() => void)[] = [];
      for (const job of jobs) {
        const answer = await this.#applyAlone(job);
        if (answer) answers.push(answer);
      }
      this.#beforeCommit?.();
      this.#writes.commit.run();
      for (const answer of answers) answer();
    } catch (cause) {
      for (const job of jobs) job.reject(cause);
      if (writer.inTransaction) this.#writes.rollback.run();
    } finally {
      lock.release();
    }
  }

  /** Applies one job so that its failure leaves the others whole; returns what to answer after COMMIT. */
  async #applyAlone(job: Job): Promise<(() => void) | null> {
    const { savepoint, release, rollbackRoom } = this.#writes;
    savepoint.run();
    try {
      const value = await job.apply();
      release.run();
      return () => job.resolve(value);
    } catch (cause) {
      // A full disk can end the whole transaction: then nobody's work is left to save.
      if (!this.#database.writer.inTransaction) throw cause;
      rollbackRoom.run();
      release.run();
      job.reject(cause);
      return null;
    }
  }
}

function answerOf({ committed, headSeq }: Placed): Committed {
  return { committed, headSeq };
}
