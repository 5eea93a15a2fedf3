import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { ok, type Result, refuse } from '@hopso/shared/kernel';
import type { Logger } from '#platform/telemetry';
import type { Order, PdfFacts, Report } from './examination.ts';

export interface ExaminerOptions {
  readonly logger: Logger;
  /** How many files are looked at at once; others wait their turn. */
  readonly processes?: number;
  /** What takes longer is not taken. */
  readonly longestMs?: number;
}

export interface Examiner {
  /**
   * What is found out about the PDF in this file. Refuses with the codes of `paperRefusals`.
   * @throws the signal's reason once it is aborted; ExaminationFailedError when the fault is not the file's.
   */
  examine(file: string, signal: AbortSignal): Promise<Result<PdfFacts>>;
  /** Ends the processes; what is being examined is aborted. */
  close(): Promise<void>;
}

export class ExaminationFailedError extends Error {
  override readonly name = 'ExaminationFailedError';
}

const PROCESSES = 2;
const LONGEST_MS = 30_000;
const LONGEST_START_MS = 20_000;
/** A warm process saves a third of a second per file and holds a hundred megabytes. */
const IDLE_MS = 15_000;
const MOST_HEAP_MB = 256;

/**
 * Opens files of unknown origin in processes of their own. Threads would not do: a parser that exhausts the heap of a
 * thread takes the whole server down with it, and what it holds outside the heap is bounded by nothing.
 */
export function createExaminer({ logger, processes, longestMs }: ExaminerOptions): Examiner {
  const closing = new AbortController();
  const all = Array.from({ length: processes ?? PROCESSES }, () => new Lane(longestMs ?? LONGEST_MS));
  const lanes = new Lanes(all);
  return {
    async examine(file, caller) {
      const signal = AbortSignal.any([caller, closing.signal]);
      const lane = await lanes.take(signal);
      const startedAt = performance.now();
      try {
        const result = resultOf(await lane.carryOut({ task: 'facts', file }, signal));
        const ms = Math.round(performance.now() - startedAt);
        logger.info({ ms, refusal: result.ok ? null : result.error.code }, 'paper examined');
        return result;
      } finally {
        lanes.giveBack(lane);
      }
    },
    async close() {
      closing.abort(new ExaminationFailedError('The server is shutting down.'));
      await Promise.all(all.map((lane) => lane.end()));
    },
  };
}

function resultOf(report: Report | null): Result<PdfFacts> {
  if (report === null) return refuse('paper/too-complex');
  if (report.kind === 'facts') return ok(report.facts);
  if (report.kind === 'refused') return refuse(report.code, report.params);
  throw new ExaminationFailedError(report.kind === 'failed' ? report.message : 'An answer nobody asked for.');
}

/** Hands out lanes first come, first served. */
class Lanes {
  readonly #free: Lane[];
  readonly #waiting = new Set<(lane: Lane) => void>();

  constructor(lanes: readonly Lane[]) {
    this.#free = [...lanes];
  }

  async take(signal: AbortSignal): Promise<Lane> {
    signal.throwIfAborted();
    const free = this.#free.pop();
    if (free !== undefined) return free;
    return new Promise((resolve, reject) => {
      const give = (lane: Lane) => {
        signal.removeEventListener('abort', leave);
        resolve(lane);
      };
      const leave = () => {
        this.#waiting.delete(give);
        reject(signal.reason);
      };
      this.#waiting.add(give);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  giveBack(lane: Lane): void {
    const [next] = this.#waiting;
    if (next === undefined) {
      this.#free.push(lane);
      return;
    }
    this.#waiting.delete(next);
    next(lane);
  }
}

/** One process at a time, started when there is work. After a file that was not in order it is not used again. */
class Lane {
  readonly #longestMs: number;
  #process: ChildProcess | null = null;
  #idle: NodeJS.Timeout | undefined;

  constructor(longestMs: number) {
    this.#longestMs = longestMs;
  }

  /** Null when the process did not survive the work or was too slow. */
  async carryOut(order: Order, signal: AbortSignal): Promise<Report | null> {
    clearTimeout(this.#idle);
    const process = await this.#running(signal);
    process.send(order);
    const outcome = await nextReport(process, signal, this.#longestMs);
    if (typeof outcome === 'string' || outcome.kind !== 'facts') await this.end();
    else this.#idle = setTimeout(() => void this.end(), IDLE_MS).unref();
    if (typeof outcome !== 'string') return outcome;
    signal.throwIfAborted();
    return null;
  }

  async end(): Promise<void> {
    clearTimeout(this.#idle);
    const process = this.#process;
    this.#process = null;
    if (process?.pid === undefined || process.exitCode !== null || process.signalCode !== null) return;
    const exit = once(process, 'exit');
    process.kill('SIGKILL');
    await exit;
  }

  async #running(signal: AbortSignal): Promise<ChildProcess> {
    if (this.#process?.connected) return this.#process;
    const process = startProcess();
    this.#process = process;
    const outcome = await nextReport(process, signal, LONGEST_START_MS);
    if (typeof outcome !== 'string' && outcome.kind === 'ready') return process;
    await this.end();
    signal.throwIfAborted();
    throw new ExaminationFailedError('The process that examines papers does not start.');
  }
}

/** It gets no environment (there may be passwords in it) and may neither write, nor load machine code, nor start others. */
function startProcess(): ChildProcess {
  const rights = ['--permission', '--allow-fs-read=*', '--allow-worker'];
  const child = fork(new URL('./process.ts', import.meta.url), {
    execArgv: [`--max-old-space-size=${MOST_HEAP_MB}`, ...rights],
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  // Failing to start and being sent to after the end both show as an exit without a report.
  child.on('error', () => {});
  return child;
}

type Silence = 'gone' | 'late' | 'aborted';

function nextReport(process: ChildProcess, signal: AbortSignal, ms: number): Promise<Report | Silence> {
  return new Promise((resolve) => {
    const settle = (outcome: Report | Silence) => {
      clearTimeout(timer);
      process.off('message', take).off('exit', gone).off('error', gone);
      signal.removeEventListener('abort', abort);
      resolve(outcome);
    };
    const take = (message: unknown) => settle(message as Report);
    const gone = () => settle('gone');
    const abort = () => settle('aborted');
    const timer = setTimeout(() => settle('late'), ms);
    process.on('message', take).on('exit', gone).on('error', gone);
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
  });
}
