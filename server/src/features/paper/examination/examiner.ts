import { performance } from 'node:perf_hooks';
import { ok, type Result, refuse } from '@hopso/shared/kernel';
import type { Logger } from '#platform/telemetry';
import { ProcessPool } from '../process-pool.ts';
import type { Order, PageWithText, PdfFacts, Report } from './examination.ts';

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
  /**
   * The words of pages `first` to `last` (from 1) of a file that was examined before; null when these pages cannot be
   * read within the limits. Ask for few at a time: other files wait meanwhile.
   * @throws as `examine` does.
   */
  readText(range: PageRange, signal: AbortSignal): Promise<readonly PageWithText[] | null>;
  /** Ends the processes; what is being examined is aborted. */
  close(): Promise<void>;
}

export interface PageRange {
  readonly file: string;
  readonly first: number;
  readonly last: number;
}

export class ExaminationFailedError extends Error {
  override readonly name = 'ExaminationFailedError';
}

const PROCESSES = 2;
const LONGEST_MS = 30_000;
const MOST_HEAP_MB = 256;

/** Opens files of unknown origin in processes of their own. */
export function createExaminer({ logger, processes, longestMs }: ExaminerOptions): Examiner {
  const closing = new AbortController();
  const pool = new ProcessPool<Order, Report>({
    module: new URL('./process.ts', import.meta.url),
    processes: processes ?? PROCESSES,
    longestMs: longestMs ?? LONGEST_MS,
    mostHeapMb: MOST_HEAP_MB,
    isClean: ({ kind }) => kind === 'facts' || kind === 'text',
  });
  return {
    async examine(file, caller) {
      const signal = AbortSignal.any([caller, closing.signal]);
      const startedAt = performance.now();
      const result = resultOf(await pool.carryOut({ task: 'facts', file }, { signal }));
      const ms = Math.round(performance.now() - startedAt);
      logger.info({ ms, refusal: result.ok ? null : result.error.code }, 'paper examined');
      return result;
    },
    async readText(range, caller) {
      const signal = AbortSignal.any([caller, closing.signal]);
      const report = await pool.carryOut({ task: 'text', ...range }, { signal });
      return report?.kind === 'text' ? report.pages : null;
    },
    async close() {
      closing.abort(new ExaminationFailedError('The server is shutting down.'));
      await pool.end();
    },
  };
}

function resultOf(report: Report | null): Result<PdfFacts> {
  if (report === null) return refuse('paper/too-complex');
  if (report.kind === 'facts') return ok(report.facts);
  if (report.kind === 'refused') return refuse(report.code, report.params);
  throw new ExaminationFailedError(report.kind === 'failed' ? report.message : 'An answer nobody asked for.');
}
