import type { ConclusionDraft } from '@hopso/shared/decision';
import { ok, type Result, refuse, stale } from '@hopso/shared/kernel';
import { and, eq } from 'drizzle-orm';
import type { Clock } from '#platform/clock';
import type { Db, Q, Row } from '#platform/database';

/** The pen falls back after this without a sign of its writer. */
export const PEN_MS = 60_000;

export interface DraftsOptions {
  readonly db: Db;
  readonly clock: Clock;
  readonly nameOf: (personId: string) => Promise<string>;
}

type DraftRow = Row<'conclusionDrafts'>;
const empty = { rev: 0, text: '', writerId: null, writerLeaseUntil: null };

/** Conclusions in work: rows with one visible writer at a time; they become events when they are recorded. */
export class ConclusionDrafts {
  readonly #options: DraftsOptions;

  constructor(options: DraftsOptions) {
    this.#options = options;
  }

  async read(meetingId: string, itemId: string): Promise<ConclusionDraft> {
    return this.#shown(await this.#row(this.#options.db.read, meetingId, itemId));
  }

  /** The stored text for the record; null when nothing was written. */
  async stored(meetingId: string, itemId: string): Promise<{ rev: number; text: string } | null> {
    const row = await this.#row(this.#options.db.read, meetingId, itemId);
    return row === undefined || row.rev === 0 ? null : { rev: row.rev, text: row.text };
  }

  /** Takes or renews the pen. Who holds it is relieved only by somebody who names them. */
  async takePen(
    meetingId: string,
    itemId: string,
    personId: string,
    from: string | null,
  ): Promise<Result<ConclusionDraft>> {
    const taken = await this.#options.db.write(async (q): Promise<Result<DraftRow>> => {
      const row = await this.#row(q, meetingId, itemId);
      const holder = this.#holder(row);
      if (holder !== null && holder !== personId && holder !== from)
        return refuse('conclusion/pen-held', { holder, name: null });
      return ok(await this.#put(q, meetingId, itemId, { ...(row ?? empty), writerId: personId }));
    });
    return taken.ok ? ok(await this.#shown(taken.value)) : this.#named(taken);
  }

  /** Stores the text when the writer has seen the last one and holds the pen. */
  async save(
    meetingId: string,
    itemId: string,
    personId: string,
    given: { readonly rev: number; readonly text: string },
  ): Promise<Result<ConclusionDraft>> {
    const saved = await this.#options.db.write(async (q): Promise<Result<DraftRow>> => {
      const row = await this.#row(q, meetingId, itemId);
      const holder = this.#holder(row);
      if (holder !== null && holder !== personId)
        return refuse('conclusion/pen-held', { holder, name: null });
      const current = row ?? empty;
      if (current.rev !== given.rev) return stale({ rev: current.rev, text: current.text });
      const next = { rev: current.rev + 1, text: given.text, writerId: personId };
      return ok(await this.#put(q, meetingId, itemId, next));
    });
    return saved.ok ? ok(await this.#shown(saved.value)) : this.#named(saved);
  }

  async #row(q: Q, meetingId: string, itemId: string): Promise<DraftRow | undefined> {
    const { conclusionDrafts: t } = this.#options.db.t;
    const [row] = await q
      .select()
      .from(t)
      .where(and(eq(t.meetingId, meetingId), eq(t.itemId, itemId)));
    return row;
  }

  async #put(
    q: Q,
    meetingId: string,
    itemId: string,
    draft: Pick<DraftRow, 'rev' | 'text' | 'writerId'>,
  ): Promise<DraftRow> {
    const { conclusionDrafts: t } = this.#options.db.t;
    const now = this.#options.clock.now();
    const { rev, text, writerId } = draft;
    const set = { rev, text, writerId, writerLeaseUntil: now + PEN_MS, updatedAt: now };
    const values = { meetingId, itemId, ...set };
    await q
      .insert(t)
      .values(values)
      .onConflictDoUpdate({ target: [t.meetingId, t.itemId], set });
    return values;
  }

  #holder(row: DraftRow | undefined): string | null {
    if (row === undefined || row.writerId === null) return null;
    return (row.writerLeaseUntil ?? 0) > this.#options.clock.now() ? row.writerId : null;
  }

  async #shown(row: DraftRow | undefined): Promise<ConclusionDraft> {
    const holder = this.#holder(row);
    const writer = holder === null ? null : { personId: holder, name: await this.#options.nameOf(holder) };
    const { rev, text } = row ?? empty;
    return { rev, text, writer, leaseUntil: holder === null ? null : (row?.writerLeaseUntil ?? null) };
  }

  /** The refusal with the holder's name, so that the screen can say who writes. */
  async #named<T>(refusal: Extract<Result<T>, { ok: false }>): Promise<Result<never>> {
    const holder = refusal.error.params?.holder;
    if (typeof holder !== 'string') return refusal;
    return refuse(refusal.error.code, { holder, name: await this.#options.nameOf(holder) });
  }
}
