import type { Json } from '@hopso/shared/kernel';
import type { PagesCompared } from '@hopso/shared/paper';
import { and, eq } from 'drizzle-orm';
import type { BlobStore } from '#platform/blobs';
import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import { ProcessPool } from '../process-pool.ts';
import { withLocalCopy } from '../text/local-copy.ts';
import { paperTextOf } from '../text/text-rows.ts';
import type { ComparisonOrder, ComparisonReport } from './comparison-work.ts';

export interface ComparisonsOptions {
  readonly db: Db;
  readonly blobs: BlobStore;
  readonly clock: Clock;
}

const LONGEST_MS = 120_000;
const MOST_HEAP_MB = 384;

/** Which pages of a file differ from those of another: found once, in a process of its own, and kept. */
export class PaperComparisons {
  readonly #options: ComparisonsOptions;
  readonly #closing = new AbortController();
  readonly #underWay = new Map<string, Promise<PagesCompared | null>>();
  readonly #pool = new ProcessPool<ComparisonOrder, ComparisonReport>({
    module: new URL('./comparison-process.ts', import.meta.url),
    processes: 1,
    longestMs: LONGEST_MS,
    mostHeapMb: MOST_HEAP_MB,
    isClean: ({ kind }) => kind === 'compared',
  });

  constructor(options: ComparisonsOptions) {
    this.#options = options;
  }

  /**
   * The pages of the newer file as they answer to those of the older one; null while the words of one are still being read.
   * @throws what the reading of files throws; the signal's reason when the server is closing
   */
  async of(older: string, newer: string): Promise<PagesCompared | null> {
    const known = await this.#stored(older, newer);
    if (known !== null) return known;
    const key = `${older} ${newer}`;
    const running =
      this.#underWay.get(key) ?? this.#compare(older, newer).finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, running);
    return running;
  }

  async close(): Promise<void> {
    this.#closing.abort(new Error('The server is shutting down.'));
    await Promise.allSettled(this.#underWay.values());
    await this.#pool.end();
  }

  async #stored(older: string, newer: string): Promise<PagesCompared | null> {
    const { versionComparisons: t } = this.#options.db.t;
    const [row] = await this.#options.db.read
      .select({ comparison: t.comparison })
      .from(t)
      .where(and(eq(t.fromSha256, older), eq(t.toSha256, newer)));
    return row === undefined ? null : (row.comparison as unknown as PagesCompared);
  }

  async #compare(older: string, newer: string): Promise<PagesCompared | null> {
    const { db, blobs, clock } = this.#options;
    const [before, now] = [await paperTextOf(db, older), await paperTextOf(db, newer)];
    if (before === null || now === null) return null;
    const { signal } = this.#closing;
    const report = await withLocalCopy(blobs, older, ({ file: olderFile }) =>
      withLocalCopy(blobs, newer, ({ file: newerFile }) => {
        const order = {
          older: { file: olderFile, pages: pagesOf(before) },
          newer: { file: newerFile, pages: pagesOf(now) },
        };
        return this.#pool.carryOut(order, { signal });
      }),
    );
    if (report === null || report.kind !== 'compared')
      throw new Error('Two versions of a paper were not compared.');
    const { compared } = report;
    await db.write(async (q) => {
      await q
        .insert(db.t.versionComparisons)
        .values({
          ...{ fromSha256: older, toSha256: newer, madeAt: clock.now() },
          comparison: compared as unknown as Json,
        })
        .onConflictDoNothing();
    });
    return compared;
  }
}

const pagesOf = ({ pages }: NonNullable<Awaited<ReturnType<typeof paperTextOf>>>) =>
  pages.map(({ page, lines }) => ({ page, lines }));
