import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import type { Logger } from '#platform/telemetry';
import { holdsBoundary } from './boundaries.ts';
import { lineHash, lineOf, NO_LINE } from './checkpoint.ts';
import { CheckpointAppender, checkpointFile, lastHash, readCheckpoints } from './checkpoint-file.ts';
import { headLeaf, type RecordHead, rootOfHeads } from './merkle.ts';
import { allRecordHeads, recordHeadsOf } from './record-heads.ts';

const REGULAR_MS = 5 * 60_000;
const SOON_MS = 500;

/** Writes down, outside the database, where all records end, so that a cut or rewritten one is found later. */
export interface Checkpoints {
  /**
   * A meeting's record has grown by these committed events. Returns at once and never throws: a vote does not wait
   * for a checkpoint. Session and vote boundaries are written within a second, all else within five minutes.
   */
  note(meetingId: string, events: readonly { readonly type: string }[]): void;
  /** Writes what was noted; a failure is logged and tried again with the next one. */
  flush(): Promise<void>;
  /** `flush`, then no more. */
  close(): Promise<void>;
}

export interface CheckpointsOptions {
  readonly database: { readonly db: Pick<Db, 'read' | 't'> };
  readonly clock: Pick<Clock, 'now'>;
  readonly logger: Pick<Logger, 'warn' | 'error'>;
  /** The data folder. */
  readonly dir: string;
}

/**
 * Takes up the checkpoint file where it ends and adds what was recorded since: the server may have died in between.
 * A torn last line is removed and reported; records that end before their checkpoint are reported.
 */
export function createCheckpoints(options: CheckpointsOptions): Checkpoints {
  const writer = new CheckpointWriter(options);
  void writer.flush();
  return writer;
}

interface KnownHead extends RecordHead {
  readonly leaf: string;
}

class CheckpointWriter implements Checkpoints {
  readonly #options: CheckpointsOptions;
  readonly #heads = new Map<string, KnownHead>();
  readonly #regular = setInterval(() => this.flush(), REGULAR_MS).unref();
  #file: CheckpointAppender | null = null;
  #lastHash = NO_LINE;
  #noted = new Set<string>();
  #writing: Promise<void> = Promise.resolve();
  #soon: NodeJS.Timeout | null = null;

  constructor(options: CheckpointsOptions) {
    this.#options = options;
  }

  note(meetingId: string, events: readonly { readonly type: string }[]): void {
    this.#noted.add(meetingId);
    if (holdsBoundary(events)) this.#soon ??= setTimeout(() => this.flush(), SOON_MS).unref();
  }

  flush(): Promise<void> {
    if (this.#soon !== null) clearTimeout(this.#soon);
    this.#soon = null;
    this.#writing = this.#writing.then(() => this.#writeNoted());
    return this.#writing;
  }

  async close(): Promise<void> {
    clearInterval(this.#regular);
    await this.flush();
  }

  async #writeNoted(): Promise<void> {
    let noted = new Set<string>();
    try {
      this.#file ??= await this.#takeUpFile();
      noted = this.#noted;
      this.#noted = new Set();
      await this.#write(this.#file, [...noted]);
    } catch (error) {
      for (const meeting of noted) this.#noted.add(meeting);
      this.#options.logger.error(
        { err: error },
        'the checkpoint could not be written; the next one will try',
      );
    }
  }

  async #takeUpFile(): Promise<CheckpointAppender> {
    const { database, logger, dir } = this.#options;
    const file = checkpointFile(dir);
    const found = await readCheckpoints(file);
    if (found !== null && found.tornBytes > 0) {
      logger.warn(
        { file, bytes: found.tornBytes },
        'the last checkpoint was not finished; it is written anew',
      );
    }
    for (const { checkpoint } of found?.lines ?? []) this.#know(checkpoint?.heads ?? []);
    this.#lastHash = lastHash(found);
    this.#compare(await allRecordHeads(database.db.read, database.db.t));
    return new CheckpointAppender(file, found);
  }

  /** Notes all records there are, and reports those that should be there. */
  #compare(heads: readonly RecordHead[]): void {
    for (const { meeting } of heads) this.#noted.add(meeting);
    const there = new Set(heads.map(({ meeting }) => meeting));
    for (const meeting of this.#heads.keys()) if (!there.has(meeting)) this.#report({ meeting, seq: 0 });
  }

  async #write(file: CheckpointAppender, meetings: readonly string[]): Promise<void> {
    const { database, clock } = this.#options;
    const { read, t } = database.db;
    const heads = (await recordHeadsOf(read, t, meetings)).filter((head) => this.#isAhead(head));
    if (heads.length === 0) return;
    const leaves = new Map([...this.#heads].map(([meeting, { leaf }]) => [meeting, leaf]));
    for (const head of heads) leaves.set(head.meeting, headLeaf(head));
    const root = rootOfHeads(leaves);
    const line = lineOf({ v: 1, at: clock.now(), size: leaves.size, root, heads, prev: this.#lastHash });
    await file.append(line);
    this.#lastHash = lineHash(line);
    this.#know(heads);
  }

  /** A checkpoint is never taken back: a record that ends earlier, or otherwise, than it did is left to `verify`. */
  #isAhead({ meeting, seq, chain }: RecordHead): boolean {
    const known = this.#heads.get(meeting);
    if (known === undefined || seq > known.seq) return true;
    if (seq < known.seq || chain !== known.chain) this.#report({ meeting, seq });
    return false;
  }

  #report({ meeting, seq }: { meeting: string; seq: number }): void {
    const facts = { meeting, seq, checkpointSeq: this.#heads.get(meeting)?.seq };
    this.#options.logger.error(facts, 'a record is not what its checkpoint says; run "hopso verify"');
  }

  #know(heads: readonly RecordHead[]): void {
    for (const head of heads) this.#heads.set(head.meeting, { ...head, leaf: headLeaf(head) });
  }
}
