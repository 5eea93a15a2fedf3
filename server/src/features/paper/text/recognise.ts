import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import type { BlobStore } from '#platform/blobs';
import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import type { Logger } from '#platform/telemetry';
import type { Examiner } from '../examination/examiner.ts';
import { knowsScans, PLAIN_PDF, runLimited, SCAN_LANGUAGE } from '../scan-programs.ts';
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
// The geometry must stay that of the original: neither turned nor straightened.
const COMMAND = ['ocrmypdf', '-l', SCAN_LANGUAGE, '--skip-text', ...PLAIN_PDF];

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
    this.#isInstalled ??= knowsScans();
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
      const problem = await runLimited([...COMMAND, source, result], { folder, pages }, signal);
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
