import { type Account, userNameOf } from '@hopso/shared/identity';
import { type Result, refuse } from '@hopso/shared/kernel';
import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import type { Authenticate, MeetingAccess, Mount } from '#platform/http';
import type { Logger } from '#platform/telemetry';
import { mountAccounts } from './account-routes.ts';
import { administratorIds, holderByUserName } from './account-rows.ts';
import { Accounts, type NewAccount } from './accounts.ts';
import { sessionCookie } from './cookie.ts';
import { mountDesk } from './desk-routes.ts';
import { FailureLimits } from './failure-limits.ts';
import { type CodeWish, type IssuedCode, issueMeetingCode } from './meeting-codes.ts';
import { createPasswordHasher } from './password-hash.ts';
import { ScreenLinks } from './screen-links.ts';
import { tokenHash } from './secrets.ts';
import { mountSignIn } from './sign-in-routes.ts';
import { markRevocation } from './sign-in-rows.ts';
import { type Revoked, SignIns } from './sign-ins.ts';

export interface IdentityOptions {
  readonly db: Db;
  /** The machine's clock, also in a demonstration: lifetimes of sign-ins are real time. */
  readonly clock: Clock;
  readonly logger: Logger;
  /** Browsers come over HTTPS (`Config.secure`). */
  readonly secure: boolean;
  readonly meetings: MeetingAccess & {
    /** Takes part in a meeting that is in session or paused: no idle timeout then. */
    isInRunningMeeting(personId: string): boolean | Promise<boolean>;
  };
}

/** Who may come in, by which way, and for how long. */
export interface Identity {
  readonly mountRoutes: (mount: Mount) => void;
  /** Whose sign-in a Cookie header carries; answers known ones from memory. Counts as use. */
  readonly authenticate: Authenticate;
  /** Use of a sign-in over an open connection: keeps it from being idle. */
  touch(sessionId: string): void;
  /**
   * Called for every sign-in that ends: at once for this process's doing, within half a second for others'. Also, with
   * none, for a person whose rights changed while they were not signed in.
   */
  onRevoked(listener: (revoked: Revoked) => void): () => void;
  /** The meeting that a hall screen's token opens; null when it opens none. */
  resolveScreen(token: string): Promise<string | null>;
  /** Called with the meeting whenever one of its screen links was withdrawn. */
  onScreenRevoked(listener: (meetingId: string) => void): () => void;
  /** @see issueMeetingCode — refuses `not-found`, `identity/account-disabled`. */
  issueMeetingCode(wish: CodeWish): Promise<Result<IssuedCode>>;
  /** A screen link's token, returned once. The caller has checked that the actor may. */
  createScreen(actorId: string, meetingId: string): Promise<string>;
  /** @see Accounts.create — with a password given it need not be changed. */
  createAccount(
    actorId: string,
    account: NewAccount,
  ): Promise<Result<{ account: Account; initialPassword: string }>>;
  endSignIns(actorId: string, personId: string): Promise<void>;
  /** For an operator on the machine: also ends the sign-ins in a server that runs beside. Refuses `not-found`. */
  resetPasswordOf(
    actorId: string,
    userName: string,
  ): Promise<Result<{ account: Account; initialPassword: string }>>;
  /** False on an empty installation. */
  hasAdministrator(): Promise<boolean>;
  /** Begins to watch for idle, expired and revoked sign-ins. */
  start(): Promise<void>;
  close(): Promise<void>;
}

export function createIdentity({ db, clock, logger, secure, meetings }: IdentityOptions): Identity {
  const limits = new FailureLimits();
  const hasher = createPasswordHasher();
  const signIns = new SignIns({
    db,
    clock,
    logger,
    isInRunningMeeting: (personId) => meetings.isInRunningMeeting(personId),
  });
  const cookie = sessionCookie(secure);
  const options = { db, clock, logger, hasher, limits, signIns, access: meetings, cookie };
  const accounts = new Accounts(options);
  const screens = new ScreenLinks({ db, clock });
  const endSignIns = (actorId: string, personId: string) => accounts.endSignIns(actorId, personId);
  return {
    mountRoutes(mount) {
      mountSignIn(mount, { ...options, endSignIns });
      mountAccounts(mount, accounts);
      mountDesk(mount, options, accounts, screens);
    },
    async authenticate(cookieHeader) {
      const token = cookie.tokenIn(cookieHeader);
      return token === undefined ? null : signIns.find(tokenHash(token));
    },
    touch: (sessionId) => signIns.touch(sessionId),
    onRevoked: (listener) => signIns.onRevoked(listener),
    resolveScreen: (token) => screens.resolve(token),
    onScreenRevoked: (listener) => screens.onRevoked(listener),
    issueMeetingCode: (wish) => issueMeetingCode(options, wish),
    createScreen: async (actorId, meetingId) => (await screens.create(actorId, meetingId)).token,
    createAccount: (actorId, account) => accounts.create(actorId, account),
    endSignIns,
    hasAdministrator: async () => (await administratorIds(db.read, db.t)).length > 0,
    resetPasswordOf: (actorId, userName) => resetPasswordOf(db, accounts, actorId, userName),
    start: () => signIns.start(),
    close: () => signIns.close(),
  };
}

async function resetPasswordOf(
  db: Db,
  accounts: Accounts,
  actorId: string,
  typed: string,
): Promise<Result<{ account: Account; initialPassword: string }>> {
  const userName = userNameOf(typed);
  const holder = userName.ok ? await holderByUserName(db.read, db.t, userName.value) : undefined;
  if (holder === undefined) return refuse('not-found');
  const reset = await accounts.resetPassword(actorId, holder.personId);
  if (reset.ok) await db.write((q) => markRevocation(q, db.t));
  return reset;
}
