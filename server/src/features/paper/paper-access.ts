import type { Clock } from '#platform/clock';
import type { Db, NewRow } from '#platform/database';
import type { Logger } from '#platform/telemetry';

type Access = NewRow<'paperAccess'>;
export type Opened = Omit<Access, 'openedAt'>;

export interface PaperAccessOptions {
  readonly db: Db;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Rows are written together, this long after the first of them. */
const DELAY_MS = 500;
/** Forgotten beyond this many: the row's key then finds the repetition. */
const MOST_REMEMBERED = 50_000;
const MOST_WAITING = 10_000;
/** Small enough not to keep the database busy. */
const ROWS_AT_ONCE = 200;

/** Who has opened which version of a paper: once per person, version and sign-in, and never in a reader's way. */
export class PaperAccess {
  readonly #options: PaperAccessOptions;
  readonly #seen = new Set<string>();
  readonly #waiting: Access[] = [];
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(options: PaperAccessOptions) {
    this.#options = options;
  }

  /** Returns at once. A page is fetched in many ranges; only the first counts. */
  note(opened: Opened): void {
    const { meetingId, personId, paperId, sha256, loginSession } = opened;
    const key = [meetingId, personId, paperId, sha256, loginSession].join('\n');
    if (this.#seen.has(key) || this.#waiting.length >= MOST_WAITING) return;
    if (this.#seen.size >= MOST_REMEMBERED) this.#seen.clear();
    this.#seen.add(key);
    this.#waiting.push({ ...opened, openedAt: this.#options.clock.now() });
    this.#timer ??= setTimeout(() => void this.flush(), DELAY_MS).unref();
  }

  /** Resolves when everything noted so far was tried to be written; what could not be stays for the next time. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  async #write(): Promise<void> {
    const { db, logger } = this.#options;
    while (this.#waiting.length > 0) {
      const rows = this.#waiting.slice(0, ROWS_AT_ONCE);
      try {
        await db.write(async (q) => {
          await q.insert(db.t.paperAccess).values(rows).onConflictDoNothing();
        });
        this.#waiting.splice(0, rows.length);
      } catch (err) {
        logger.warn({ err, rows: this.#waiting.length }, 'openings of papers could not be written yet');
        return;
      }
    }
  }
}
