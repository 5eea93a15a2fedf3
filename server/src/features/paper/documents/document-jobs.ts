import { randomUUID } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ok, type Result, refuse } from '@hopso/shared/kernel';
import type { DocumentJob, DocumentRefusal } from '@hopso/shared/paper';
import type { Logger } from '#platform/telemetry';
import { ProcessPool } from '../process-pool.ts';
import type { Held, PreparedDocument, Reader } from './assemble.ts';
import type { Order, Report } from './document-order.ts';

export interface DocumentJobsOptions {
  readonly logger: Logger;
  /** What is being made and what waits to be fetched; emptied when the server starts. */
  readonly folder: string;
  /** How long a document waits to be fetched. */
  readonly keepMs?: number;
  /** Nobody asked for its progress for so long: the reader has gone. */
  readonly unwatchedMs?: number;
  readonly longestMs?: number;
}

interface Job {
  readonly id: string;
  readonly reader: Reader;
  readonly document: PreparedDocument;
  readonly folder: string;
  readonly abort: AbortController;
  state: DocumentJob['state'];
  percent: number;
  bytes: number | null;
  problem: DocumentRefusal | null;
  timer: NodeJS.Timeout | undefined;
}

/** A document that can be fetched. */
export interface MadeDocument {
  readonly file: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly held: Held;
}

const KEEP_MS = 10 * 60_000;
const UNWATCHED_MS = 60_000;
const LONGEST_MS = 180_000;
const MOST_HEAP_MB = 384;
/** At the same time, for one person. */
const MOST_UNDER_WAY = 2;
/** Made and not yet removed, for one person; then the oldest goes. */
const MOST_KEPT = 3;
/** Of everybody. */
const MOST_WAITING = 100;
const OUT = 'document.pdf';

/**
 * PDFs made for their readers, one after another in a process of its own. A job belongs to its reader alone and lives
 * in memory: after a restart it is unknown, and asked for anew.
 */
export class DocumentJobs {
  readonly #options: DocumentJobsOptions;
  readonly #pool: ProcessPool<Order, Report>;
  readonly #jobs = new Map<string, Job>();
  readonly #ready: Promise<unknown>;
  #underWay: Promise<unknown> = Promise.resolve();

  constructor(options: DocumentJobsOptions) {
    this.#options = options;
    this.#ready = emptied(options.folder);
    // A folder that cannot be made is told of with the first document.
    this.#ready.catch(() => {});
    this.#pool = new ProcessPool<Order, Report>({
      module: new URL('./process.ts', import.meta.url),
      // One big document at a time: two would need twice the memory.
      processes: 1,
      longestMs: options.longestMs ?? LONGEST_MS,
      mostHeapMb: MOST_HEAP_MB,
      rights: [`--allow-fs-write=${join(options.folder, '*')}`],
      isClean: ({ kind }) => kind === 'made',
    });
  }

  /** Refuses `document/too-many`, `document/busy`. */
  begin(reader: Reader, document: PreparedDocument): Result<DocumentJob> {
    const waiting = [...this.#jobs.values()].filter(isUnderWay);
    if (waiting.filter((job) => job.reader.personId === reader.personId).length >= MOST_UNDER_WAY) {
      return refuse('document/too-many', { most: MOST_UNDER_WAY });
    }
    if (waiting.length >= MOST_WAITING) return refuse('document/busy');
    this.#makeRoom(reader);
    const id = randomUUID();
    const job: Job = {
      ...{ id, reader, document, folder: join(this.#options.folder, id), abort: new AbortController() },
      ...{ state: 'queued', percent: 0, bytes: null, problem: null, timer: undefined },
    };
    this.#jobs.set(id, job);
    this.#watch(job);
    const work = this.#carryOut(job);
    this.#underWay = Promise.allSettled([this.#underWay, work]);
    return ok(jobView(job));
  }

  /** Null for a job that is not there or not this reader's. Whoever asks keeps it going. */
  look(reader: Reader, id: string): DocumentJob | null {
    const job = this.#own(reader, id);
    if (job === null) return null;
    if (isUnderWay(job)) this.#watch(job);
    return jobView(job);
  }

  /** Null as `look`; refuses `document/not-ready`. */
  made(reader: Reader, id: string): Result<MadeDocument> | null {
    const job = this.#own(reader, id);
    if (job === null) return null;
    if (job.state !== 'ready' || job.bytes === null) return refuse('document/not-ready');
    const { fileName, held } = job.document;
    return ok({ file: join(job.folder, OUT), fileName, bytes: job.bytes, held });
  }

  /** Ends the work and removes the file. False as `look` gives null. */
  async remove(reader: Reader, id: string): Promise<boolean> {
    const job = this.#own(reader, id);
    if (job === null) return false;
    await this.#drop(job);
    return true;
  }

  /** Ends all work and removes all files. */
  async close(): Promise<void> {
    await Promise.all([...this.#jobs.values()].map((job) => this.#drop(job)));
    await this.#pool.end();
    await this.#underWay;
    await rm(this.#options.folder, { recursive: true, force: true });
  }

  #own(reader: Reader, id: string): Job | null {
    const job = this.#jobs.get(id);
    const isOwn = job?.reader.personId === reader.personId && job.reader.meetingId === reader.meetingId;
    return job !== undefined && isOwn ? job : null;
  }

  async #carryOut(job: Job): Promise<void> {
    const { logger } = this.#options;
    const startedAt = performance.now();
    try {
      const report = await this.#made(job);
      if (report?.kind === 'made') {
        Object.assign(job, { state: 'ready', percent: 100, bytes: report.bytes });
      } else {
        const code = report?.kind === 'refused' ? report.code : 'document/too-complex';
        Object.assign(job, {
          state: 'failed',
          problem: report?.kind === 'failed' ? 'document/failed' : code,
        });
        if (report?.kind === 'failed') logger.error({ message: report.message }, 'document not made');
      }
    } catch (err) {
      if (job.abort.signal.aborted) return;
      logger.error({ err }, 'document not made');
      Object.assign(job, { state: 'failed', problem: 'document/failed' });
    }
    const { kind } = job.document;
    const ms = Math.round(performance.now() - startedAt);
    logger.info({ kind, ms, bytes: job.bytes, problem: job.problem }, 'document made');
    clearTimeout(job.timer);
    job.timer = setTimeout(() => void this.#drop(job), this.#options.keepMs ?? KEEP_MS).unref();
  }

  async #made(job: Job): Promise<Report | null> {
    const { signal } = job.abort;
    await this.#ready;
    await mkdir(job.folder, { mode: 0o700 });
    const out = join(job.folder, OUT);
    try {
      await (await open(out, 'wx', 0o600)).close();
      const order = await job.document.order(job.folder, signal);
      const onProgress = (percent: number) => Object.assign(job, { state: 'working', percent });
      return await this.#pool.carryOut({ ...order, out } as Order, { signal, onProgress });
    } finally {
      if (signal.aborted) await rm(job.folder, { recursive: true, force: true });
    }
  }

  /** Begins to wait for the next question anew. */
  #watch(job: Job): void {
    clearTimeout(job.timer);
    job.timer = setTimeout(() => void this.#drop(job), this.#options.unwatchedMs ?? UNWATCHED_MS).unref();
  }

  #makeRoom({ personId }: Reader): void {
    const kept = [...this.#jobs.values()].filter(
      (job) => job.reader.personId === personId && !isUnderWay(job),
    );
    for (const job of kept.slice(0, Math.max(0, kept.length - MOST_KEPT + 1))) void this.#drop(job);
  }

  async #drop(job: Job): Promise<void> {
    clearTimeout(job.timer);
    this.#jobs.delete(job.id);
    job.abort.abort(new Error('The document is no longer wanted.'));
    await rm(job.folder, { recursive: true, force: true });
  }
}

const isUnderWay = ({ state }: Job): boolean => state === 'queued' || state === 'working';

const jobView = ({ id, document, state, percent, bytes, problem }: Job): DocumentJob => ({
  ...{ id, kind: document.kind, state, percent, fileName: document.fileName, bytes, problem },
  isPrintable: document.held.isPrintable,
});

async function emptied(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
}
