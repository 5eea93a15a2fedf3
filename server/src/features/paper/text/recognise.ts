import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import type { BlobStore } from '#platform/blobs';
import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import type { Logger } from '#platform/telemetry';
import type { Examiner } from '../examination/examiner.ts';
import { withLocalCopy } from './local-copy.ts';
import { readWords } from './read-words.ts';
import { filesOfPictures, type IndexedFile, saveText } from './text-rows.ts';

export interface RecognitionOptions {
  readonly db: Db;
  readonly blobs: BlobStore;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly examiner: Examiner;
  readonly onRecognised: (sha256: string) => void;
}

/** Under this kind a scan's row says that it was tried: once, whatever came of it. */
const KIND = 'recognised-text';
const LANGUAGE = 'vie';
const SHORTEST_MS = 120_000;
const PER_PAGE_MS = 30_000;
const LONGEST_MS = 3_600_000;
/** Address space in KiB, written bytes in blocks of 512; the machine's other work goes first. */
const LIMITS = 'ulimit -v 3145728; ulimit -f 2097152; exec nice -n 19 ocrmypdf "$@"';
const MOST_COMPLAINT = 2_000;

/**
 * Reads the words off scans where the machine has the program for it (`ocrmypdf` with Vietnamese). The scan stays the
 * paper; only its words are kept, marked as recognised. One at a time, after everything else.
 */
export class Recognition {
  readonly #options: RecognitionOptions;
  readonly #closing = new AbortController();
  readonly #waiting = new Map<string, IndexedFile>();
  #isInstalled: Promise<boolean> | null = null;
  #working: Promise<void> | null = null;

  constructor(options: RecognitionOptions) {
    this.#options = options;
  }

  /** Returns without waiting for the work. */
  async add(file: IndexedFile): Promise<void> {
    await this.#addAll([file]);
  }

  /** The scans that were never tried. */
  async addMissing(): Promise<void> {
    if (await this.#isPossible()) await this.#addAll(await filesOfPictures(this.#options.db));
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#waiting.clear();
    await this.#working;
  }

  async #addAll(files: readonly IndexedFile[]): Promise<void> {
    if (files.length === 0 || !(await this.#isPossible())) return;
    const { derivedFiles } = this.#options.db.t;
    const tried = await this.#options.db.read
      .select({ sha256: derivedFiles.sourceSha256 })
      .from(derivedFiles)
      .where(eq(derivedFiles.kind, KIND));
    const known = new Set(tried.map(({ sha256 }) => sha256));
    if (this.#closing.signal.aborted) return;
    for (const file of files) if (!known.has(file.sha256)) this.#waiting.set(file.sha256, file);
    if (this.#waiting.size > 0) this.#working ??= this.#work();
  }

  #isPossible(): Promise<boolean> {
    this.#isInstalled ??= isInstalled();
    return this.#isInstalled;
  }

  async #work(): Promise<void> {
    for (const [sha256, file] of this.#waiting) {
      try {
        await this.#recognise(file);
      } catch (err) {
        if (!this.#closing.signal.aborted)
          this.#options.logger.warn({ err, sha256 }, 'a scan was not recognised');
      }
      this.#waiting.delete(sha256);
    }
    this.#working = null;
  }

  async #recognise(file: IndexedFile): Promise<void> {
    const { db, blobs, examiner, onRecognised } = this.#options;
    const { sha256, pages } = file;
    const { signal } = this.#closing;
    const words = await withLocalCopy(blobs, sha256, async ({ folder, file: source }) => {
      const result = join(folder, 'recognised.pdf');
      const problem = await runProgram({ folder, source, result, pages }, signal);
      signal.throwIfAborted();
      if (problem !== null) return this.#note(sha256, problem);
      return readWords(examiner, { file: result, pages }, signal);
    });
    if (words === null) return;
    if (words.some(({ text }) => text !== '')) {
      await saveText(db, sha256, { pages: words, isRecognised: true });
      onRecognised(sha256);
    }
    await this.#note(sha256, null);
  }

  async #note(sha256: string, problem: string | null): Promise<null> {
    const { db, clock, logger } = this.#options;
    logger.info({ sha256, problem }, problem === null ? 'scan recognised' : 'scan not recognised');
    const state = problem === null ? 'done' : 'failed';
    await db.write(async (q) => {
      await q
        .insert(db.t.derivedFiles)
        .values({
          sourceSha256: sha256,
          kind: KIND,
          sha256: null,
          state,
          facts: { problem },
          updatedAt: clock.now(),
        })
        .onConflictDoNothing();
    });
    return null;
  }
}

/** Both programs are there, and one of them knows Vietnamese. */
async function isInstalled(): Promise<boolean> {
  const version = await said('ocrmypdf', ['--version']);
  const languages = version === null ? null : await said('tesseract', ['--list-langs']);
  return languages?.split(/\s+/).includes(LANGUAGE) ?? false;
}

/** What a program prints; null when it is not there or does not end well. */
function said(program: string, args: readonly string[]): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: 20_000 });
    let output = '';
    const take = (chunk: Buffer) => {
      if (output.length < 100_000) output += String(chunk);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('error', () => resolve(null));
    child.once('close', (code) => resolve(code === 0 ? output : null));
  });
}

interface Work {
  readonly folder: string;
  readonly source: string;
  readonly result: string;
  readonly pages: number;
}

/** Null when the program did its work; else why not. It sees its own folder's names and no settings of the server. */
function runProgram({ folder, source, result, pages }: Work, signal: AbortSignal): Promise<string | null> {
  // The geometry must stay that of the original: neither turned nor straightened, and no other form of PDF.
  const args = [
    '-l',
    LANGUAGE,
    '--skip-text',
    '--output-type',
    'pdf',
    '--optimize',
    '0',
    '--jobs',
    '1',
    '--quiet',
  ];
  const child = spawn('sh', ['-c', LIMITS, 'sh', ...args, source, result], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, TMPDIR: folder, LANG: 'C.UTF-8', OMP_THREAD_LIMIT: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
    // A group of its own: with it end the programs it started.
    detached: true,
  });
  return new Promise((resolve) => {
    let complaint = '';
    const end = () => {
      if (child.pid === undefined) return;
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It ended by itself at this very moment.
      }
    };
    const ms = Math.min(LONGEST_MS, SHORTEST_MS + pages * PER_PAGE_MS);
    const timer = setTimeout(end, ms);
    const settle = (problem: string | null) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve(problem);
    };
    child.stderr.on('data', (chunk: Buffer) => {
      complaint = (complaint + String(chunk)).slice(-MOST_COMPLAINT);
    });
    child.once('error', (cause) => settle(cause.message));
    child.once('close', (code, ended) => settle(code === 0 ? null : `${code ?? ended}: ${complaint}`));
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}
