import { ok, type Result, refuse } from '@hopso/shared/kernel';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import { recordAudit } from './audit.ts';
import { newToken, tokenHash } from './secrets.ts';

export interface ScreenLinksOptions {
  readonly db: Db;
  readonly clock: Clock;
}

export interface ScreenLink {
  readonly id: string;
  /** The end of the token: tells links apart on the desk. */
  readonly hint: string;
  readonly createdBy: string;
  readonly createdAt: number;
}

/** [I12] Links by which a hall screen shows one meeting without anybody being signed in on it. */
export class ScreenLinks {
  readonly #o: ScreenLinksOptions;
  readonly #listeners = new Set<(meetingId: string) => void>();

  constructor(options: ScreenLinksOptions) {
    this.#o = options;
  }

  /** Makes a link; its token is returned here and stored nowhere. */
  async create(actorId: string, meetingId: string): Promise<ScreenLink & { readonly token: string }> {
    const { db, clock } = this.#o;
    const token = newToken();
    const id = tokenHash(token);
    const hint = token.slice(-4);
    const at = clock.now();
    await db.write(async (q) => {
      await q
        .insert(db.t.screenLinks)
        .values({ tokenHash: id, tokenHint: hint, meetingId, createdBy: actorId, createdAt: at });
      const detail = { hint };
      await recordAudit(q, db.t, {
        at,
        actorId,
        action: 'identity.screen-created',
        object: meetingId,
        detail,
      });
    });
    return { id, hint, createdBy: actorId, createdAt: at, token };
  }

  /** Links of a meeting that are in force, oldest first. */
  async list(meetingId: string): Promise<ScreenLink[]> {
    const { db } = this.#o;
    const { screenLinks } = db.t;
    const rows = await db.read
      .select()
      .from(screenLinks)
      .where(and(eq(screenLinks.meetingId, meetingId), isNull(screenLinks.revokedAt)))
      .orderBy(asc(screenLinks.createdAt));
    return rows.map(({ tokenHash: id, tokenHint: hint, createdBy, createdAt }) => ({
      id,
      hint,
      createdBy,
      createdAt,
    }));
  }

  /** Withdraws a link of this meeting. Refuses `not-found` for any other, and for one withdrawn before. */
  async revoke(actorId: string, meetingId: string, id: string): Promise<Result<undefined>> {
    const { db, clock } = this.#o;
    const { screenLinks } = db.t;
    const at = clock.now();
    const inForce = and(
      eq(screenLinks.tokenHash, id),
      eq(screenLinks.meetingId, meetingId),
      isNull(screenLinks.revokedAt),
    );
    const revoked = await db.write(async (q) => {
      const rows = await q
        .update(screenLinks)
        .set({ revokedAt: at })
        .where(inForce)
        .returning({ hint: screenLinks.tokenHint });
      for (const detail of rows) {
        await recordAudit(q, db.t, {
          at,
          actorId,
          action: 'identity.screen-revoked',
          object: meetingId,
          detail,
        });
      }
      return rows.length > 0;
    });
    if (!revoked) return refuse('not-found');
    for (const listener of this.#listeners) listener(meetingId);
    return ok(undefined);
  }

  /** The meeting a screen's token opens; null when it opens none. */
  async resolve(token: string): Promise<string | null> {
    const { db } = this.#o;
    const { screenLinks } = db.t;
    if (!/^[\w-]{43}$/.test(token)) return null;
    const [row] = await db.read
      .select({ meetingId: screenLinks.meetingId })
      .from(screenLinks)
      .where(and(eq(screenLinks.tokenHash, tokenHash(token)), isNull(screenLinks.revokedAt)));
    return row?.meetingId ?? null;
  }

  /** Calls `listener` with the meeting whenever one of its links was withdrawn; returns how to stop. */
  onRevoked(listener: (meetingId: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
