import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** What every such process says besides its answers: that it is up, and how far it has got (0 to 100). */
export type Signal = { readonly kind: 'ready' } | { readonly kind: 'progress'; readonly percent: number };

export interface ProcessPoolOptions<Report> {
  /** What runs in the process: reports `ready`, then takes one order at a time and answers each with one report. */
  readonly module: URL;
  /** How many work at once; other orders wait their turn. */
  readonly processes: number;
  /** What takes longer is ended. */
  readonly longestMs: number;
  readonly mostHeapMb: number;
  /** Rights of Node's permission model besides reading files and starting a thread. */
  readonly rights?: readonly string[];
  /** After an answer that is not clean the process is not used again. */
  readonly isClean: (report: Report) => boolean;
}

interface CarryOutOptions {
  readonly signal: AbortSignal;
  readonly onProgress?: (percent: number) => void;
}

/** The process does not start: a fault of the installation, not of a file. */
export class ProcessStartError extends Error {
  override readonly name = 'ProcessStartError';
}

const LONGEST_START_MS = 20_000;
/** A warm process saves a third of a second per file and holds a hundred megabytes. */
const IDLE_MS = 15_000;

/**
 * Processes in which PDFs are opened. Threads would not do: a parser that exhausts the heap of a thread takes the
 * whole server down with it, and what it holds outside the heap is bounded by nothing (decision 0006).
 */
export class ProcessPool<Order extends object, Report extends { readonly kind: string }> {
  readonly #lanes: readonly Lane<Order, Report>[];
  readonly #free: Lane<Order, Report>[];
  readonly #waiting = new Set<(lane: Lane<Order, Report>) => void>();

  constructor(options: ProcessPoolOptions<Report>) {
    this.#lanes = Array.from({ length: options.processes }, () => new Lane<Order, Report>(options));
    this.#free = [...this.#lanes];
  }

  /**
   * The answer to the order; null when the process did not survive the work or was too slow. First come, first served.
   * @throws the signal's reason once it is aborted; ProcessStartError
   */
  async carryOut(order: Order, options: CarryOutOptions): Promise<Report | null> {
    const lane = await this.#take(options.signal);
    try {
      return await lane.carryOut(order, options);
    } finally {
      this.#giveBack(lane);
    }
  }

  /** Ends the processes. Abort the work under way first. */
  async end(): Promise<void> {
    await Promise.all(this.#lanes.map((lane) => lane.end()));
  }

  async #take(signal: AbortSignal): Promise<Lane<Order, Report>> {
    signal.throwIfAborted();
    const free = this.#free.pop();
    if (free !== undefined) return free;
    return new Promise((resolve, reject) => {
      const give = (lane: Lane<Order, Report>) => {
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

  #giveBack(lane: Lane<Order, Report>): void {
    const [next] = this.#waiting;
    if (next === undefined) {
      this.#free.push(lane);
      return;
    }
    this.#waiting.delete(next);
    next(lane);
  }
}

/** One process at a time, started when there is work. */
class Lane<Order extends object, Report extends { readonly kind: string }> {
  readonly #options: ProcessPoolOptions<Report>;
  #process: ChildProcess | null = null;
  #idle: NodeJS.Timeout | undefined;

  constructor(options: ProcessPoolOptions<Report>) {
    this.#options = options;
  }

  async carryOut(order: Order, { signal, onProgress }: CarryOutOptions): Promise<Report | null> {
    clearTimeout(this.#idle);
    const { longestMs, isClean } = this.#options;
    const process = await this.#running(signal);
    process.send(order);
    const outcome = await nextReport<Report>(process, { signal, ms: longestMs, onProgress });
    if (typeof outcome === 'string' || outcome.kind === 'ready' || !isClean(outcome as Report)) {
      await this.end();
    } else {
      this.#idle = setTimeout(() => void this.end(), IDLE_MS).unref();
    }
    if (typeof outcome !== 'string') return outcome as Report;
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
    const process = startProcess(this.#options);
    this.#process = process;
    const outcome = await nextReport<Report>(process, { signal, ms: LONGEST_START_MS });
    if (typeof outcome !== 'string' && outcome.kind === 'ready') return process;
    await this.end();
    signal.throwIfAborted();
    throw new ProcessStartError('The process that works on papers does not start.');
  }
}

type StartOptions = Pick<ProcessPoolOptions<never>, 'module' | 'mostHeapMb' | 'rights'>;

/** It gets no environment (there may be passwords in it) and may neither load machine code nor start others. */
function startProcess({ module, mostHeapMb, rights = [] }: StartOptions): ChildProcess {
  const child = fork(module, {
    execArgv: [
      `--max-old-space-size=${mostHeapMb}`,
      ...['--permission', '--allow-fs-read=*', '--allow-worker', ...rights],
    ],
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  // Failing to start and being sent to after the end both show as an exit without a report.
  child.on('error', () => {});
  return child;
}

type Silence = 'gone' | 'late' | 'aborted';

interface Awaiting {
  readonly signal: AbortSignal;
  readonly ms: number;
  readonly onProgress?: ((percent: number) => void) | undefined;
}

function nextReport<Report>(
  process: ChildProcess,
  { signal, ms, onProgress }: Awaiting,
): Promise<Report | { readonly kind: 'ready' } | Silence> {
  return new Promise((resolve) => {
    const settle = (outcome: Report | { readonly kind: 'ready' } | Silence) => {
      clearTimeout(timer);
      process.off('message', take).off('exit', gone).off('error', gone);
      signal.removeEventListener('abort', abort);
      resolve(outcome);
    };
    const take = (message: unknown) => {
      const signalled = message as Signal;
      if (signalled.kind === 'progress') onProgress?.(signalled.percent);
      else settle(message as Report | { readonly kind: 'ready' });
    };
    const gone = () => settle('gone');
    const abort = () => settle('aborted');
    const timer = setTimeout(() => settle('late'), ms);
    process.on('message', take).on('exit', gone).on('error', gone);
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
  });
}
