import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import type { Principal } from '#platform/http';
import type { Logger } from '#platform/telemetry';
import {
  deleteExpired,
  deleteSignIns,
  findSignIns,
  lastRevocation,
  type SignIn,
  saveLastSeen,
} from './sign-in-rows.ts';

/** [I7] */
export const lifetimeMs = 12 * 3_600_000;
const idleMs = 60 * 60_000;
const lookForRevocationsMs = 500;
const sweepMs = 30_000;

export interface Revoked {
  readonly personId: string;
  readonly sessionIds: readonly string[];
}

export interface SignInsOptions {
  readonly db: Db;
  readonly clock: Clock;
  readonly logger: Logger;
  /** [I7] Takes part in a meeting that is in session or paused. */
  readonly isInRunningMeeting: (personId: string) => boolean | Promise<boolean>;
}

/**
 * The sign-ins in force. What was seen once is answered from memory; what is not known is looked up together with
 * everything else asked for in the same moment, so a thousand tablets that come back cost a handful of queries.
 * A revocation by this process holds at once, one by another process within half a second.
 */
export class SignIns {
  readonly #options: SignInsOptions;
  readonly #live = new Map<string, SignIn>();
  readonly #seen = new Set<string>();
  readonly #listeners = new Set<(revoked: Revoked) => void>();
  #lookup: { ids: Set<string>; result: Promise<void> } | null = null;
  /** Counts what was taken away, so that a lookup begun before does not bring it back. */
  #removals = 0;
  #knownRevocation: string | null = null;
  #timers: NodeJS.Timeout[] = [];

  constructor(options: SignInsOptions) {
    this.#options = options;
  }

  /** Begins to watch for idle, expired and revoked sign-ins. */
  async start(): Promise<void> {
    const { db } = this.#options;
    this.#knownRevocation = await lastRevocation(db.read, db.t);
    this.#repeat(lookForRevocationsMs, () => this.#followRevocations());
    this.#repeat(sweepMs, () => this.#sweep());
  }

  /** Stops watching and stores when the sign-ins were last used. */
  async close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    this.#timers = [];
    await this.#storeLastSeen();
  }

  /**
   * Calls `listener` for every sign-in that ends before its connection does, and without any for a person whose rights
   * changed while they were away: what is remembered of them is out of date all the same. Returns how to stop.
   */
  onRevoked(listener: (revoked: Revoked) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Whose sign-in this is, if it is in force; counts as use. */
  async find(id: string): Promise<Principal | null> {
    const signIn = this.#live.get(id) ?? (await this.#lookUp(id));
    if (signIn === undefined) return null;
    const now = this.#options.clock.now();
    if (!(await this.#isInForce(signIn, now))) {
      await this.#end([signIn]);
      return null;
    }
    signIn.lastSeenAt = now;
    this.#seen.add(id);
    const { personId, roles, meetingScope, passwordChangeRequired, expiresAt } = signIn;
    return { sessionId: id, personId, roles, meetingScope, passwordChangeRequired, expiresAt };
  }

  /** Use of a sign-in over a connection that was let in earlier. */
  touch(id: string): void {
    const signIn = this.#live.get(id);
    if (signIn === undefined) return;
    signIn.lastSeenAt = this.#options.clock.now();
    this.#seen.add(id);
  }

  /** Forgets sign-ins of a person whose rows were deleted (or whose rights changed) in a committed transaction. */
  forgetPerson(personId: string, except?: string): void {
    const ended = [...this.#live.values()].filter((one) => one.personId === personId && one.id !== except);
    this.#forget(ended);
    if (ended.length === 0) this.#tell({ personId, sessionIds: [] });
  }

  /** Forgets one sign-in whose row was deleted in a committed transaction. */
  forgetOne(id: string): void {
    const signIn = this.#live.get(id);
    this.#forget(signIn === undefined ? [] : [signIn]);
  }

  async #isInForce(signIn: SignIn, now: number): Promise<boolean> {
    if (now >= signIn.expiresAt) return false;
    if (now - signIn.lastSeenAt < idleMs) return true;
    return this.#options.isInRunningMeeting(signIn.personId);
  }

  async #end(signIns: readonly SignIn[]): Promise<void> {
    const { db } = this.#options;
    const ids = signIns.map(({ id }) => id);
    await db.write((q) => deleteSignIns(q, db.t, ids));
    this.#forget(signIns);
  }

  #forget(signIns: readonly SignIn[]): void {
    this.#removals += 1;
    for (const { id } of signIns) {
      this.#live.delete(id);
      this.#seen.delete(id);
    }
    for (const [personId, ended] of Map.groupBy(signIns, (one) => one.personId))
      this.#tell({ personId, sessionIds: ended.map(({ id }) => id) });
  }

  #tell(revoked: Revoked): void {
    for (const listener of this.#listeners) listener(revoked);
  }

  async #lookUp(id: string): Promise<SignIn | undefined> {
    this.#lookup ??= this.#beginLookup();
    this.#lookup.ids.add(id);
    await this.#lookup.result;
    return this.#live.get(id);
  }

  #beginLookup() {
    const ids = new Set<string>();
    const result = new Promise((tick) => setImmediate(tick)).then(() => {
      this.#lookup = null;
      return this.#load([...ids]);
    });
    return { ids, result };
  }

  async #load(ids: readonly string[]): Promise<void> {
    const { db } = this.#options;
    const removals = this.#removals;
    const found = await findSignIns(db.read, db.t, ids);
    if (removals !== this.#removals) return this.#load(ids);
    for (const signIn of found) if (!this.#live.has(signIn.id)) this.#live.set(signIn.id, signIn);
  }

  async #followRevocations(): Promise<void> {
    const { db } = this.#options;
    const mark = await lastRevocation(db.read, db.t);
    if (mark === this.#knownRevocation) return;
    const before = [...this.#live.values()];
    const found = await findSignIns(
      db.read,
      db.t,
      before.map(({ id }) => id),
    );
    this.#knownRevocation = mark;
    const kept = new Map(found.map((signIn) => [signIn.id, signIn]));
    this.#forget(before.filter(({ id }) => !kept.has(id)));
  }

  async #sweep(): Promise<void> {
    const { db, clock } = this.#options;
    const now = clock.now();
    const ended: SignIn[] = [];
    for (const signIn of this.#live.values()) if (!(await this.#isInForce(signIn, now))) ended.push(signIn);
    if (ended.length > 0) await this.#end(ended);
    await this.#storeLastSeen();
    await db.write((q) => deleteExpired(q, db.t, now));
  }

  async #storeLastSeen(): Promise<void> {
    const { db, clock } = this.#options;
    const ids = [...this.#seen];
    this.#seen.clear();
    if (ids.length > 0) await db.write((q) => saveLastSeen(q, db.t, ids, clock.now()));
  }

  /** Does the work again and again, never twice at once; a failure is logged and the next turn tries again. */
  #repeat(everyMs: number, work: () => Promise<void>): void {
    let busy = false;
    const timer = setInterval(() => {
      if (busy) return;
      busy = true;
      work()
        .catch((error: unknown) => this.#options.logger.error({ err: error }, 'watching sign-ins failed'))
        .finally(() => {
          busy = false;
        });
    }, everyMs);
    this.#timers.push(timer.unref());
  }
}
