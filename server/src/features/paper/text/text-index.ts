import { performance } from 'node:perf_hooks';
import type { BlobStore } from '#platform/blobs';
import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import type { Logger } from '#platform/telemetry';
import type { Examiner } from '../examination/examiner.ts';
import { withLocalCopy } from './local-copy.ts';
import { readWords } from './read-words.ts';
import { Recognition } from './recognise.ts';
import { SearchCache } from './search-cache.ts';
import { filesWithoutText, type IndexedFile, saveText, textStateOf } from './text-rows.ts';

export interface TextIndexOptions {
  readonly db: Db;
  readonly blobs: BlobStore;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly examiner: Examiner;
}

/** Reads the words of papers after they were taken in: one paper after the other, never in an upload's way. */
export class TextIndex {
  /** What searching keeps in memory. */
  readonly cache: SearchCache;
  readonly #options: TextIndexOptions;
  readonly #recognition: Recognition;
  readonly #closing = new AbortController();
  readonly #waiting = new Map<string, IndexedFile>();
  #working: Promise<void> | null = null;

  constructor(options: TextIndexOptions) {
    this.#options = options;
    this.cache = new SearchCache(options.db);
    this.#recognition = new Recognition({
      ...options,
      onRecognised: (sha256) => this.cache.forget(sha256),
    });
  }

  /** Returns at once; the words are there some time later. */
  add(file: IndexedFile): void {
    if (this.#closing.signal.aborted) return;
    this.#waiting.set(file.sha256, file);
    this.#working ??= this.#work();
  }

  /** Takes up the papers that were stored before their words were read, and the scans where a program can read them. */
  async addMissing(): Promise<void> {
    for (const file of await filesWithoutText(this.#options.db)) this.add(file);
    await this.settled();
    await this.#recognition.addMissing();
  }

  /** Resolves when nothing waits to be read; recognising scans may still go on. */
  async settled(): Promise<void> {
    while (this.#working !== null) await this.#working;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#waiting.clear();
    await Promise.all([this.#recognition.close(), this.settled()]);
  }

  async #work(): Promise<void> {
    for (const [sha256, file] of this.#waiting) {
      try {
        await this.#index(file);
      } catch (err) {
        // Left for the next start: whoever reads the paper is not held up.
        if (!this.#closing.signal.aborted)
          this.#options.logger.warn({ err, sha256 }, 'words of a paper not read');
      }
      this.#waiting.delete(sha256);
    }
    this.#working = null;
  }

  async #index({ sha256, pages }: IndexedFile): Promise<void> {
    const { db, blobs, examiner, logger } = this.#options;
    if ((await textStateOf(db, sha256)).isReady) return;
    const startedAt = performance.now();
    const words = await withLocalCopy(blobs, sha256, ({ file }) =>
      readWords(examiner, { file, pages }, this.#closing.signal),
    );
    await saveText(db, sha256, { pages: words, isRecognised: false });
    this.cache.forget(sha256);
    logger.info({ ms: Math.round(performance.now() - startedAt), pages }, 'words of a paper read');
    if (words.every(({ text }) => text === '')) await this.#recognition.add({ sha256, pages });
  }
}
