import { checkPassword, type SignedIn, userNameOf } from '@hopso/shared/identity';
import { foldText, ok, type Result, refuse } from '@hopso/shared/kernel';
import { eq } from 'drizzle-orm';
import type { Q, Row } from '#platform/database';
import type { Principal } from '#platform/http';
import type { Logger } from '#platform/telemetry';
import { type Holder, holderById, holderByUserName } from './account-rows.ts';
import type { AccountsOptions } from './accounts.ts';
import { recordAudit } from './audit.ts';
import { newToken, tokenHash } from './secrets.ts';
import { deleteSignIns, deleteSignInsOf, insertSignIn } from './sign-in-rows.ts';
import { lifetimeMs } from './sign-ins.ts';

export interface SignInOptions extends AccountsOptions {
  readonly logger: Logger;
}

/** Where a sign-in comes from; `formerToken` is the cookie it replaces. */
export interface Caller {
  readonly address: string;
  readonly userAgent: string;
  readonly formerToken: string | undefined;
}

/** A sign-in just made: the token for the cookie, and the id it is known by from now on. */
export interface Begun {
  readonly token: string;
  readonly sessionId: string;
}

/**
 * [I4] [I5] Signs in with a password.
 * Refuses `auth/wrong-credentials` (for every reason alike), `auth/locked`, `auth/busy`.
 */
export async function signInByPassword(
  options: SignInOptions,
  given: { readonly userName: string; readonly password: string },
  caller: Caller,
): Promise<Result<Begun>> {
  const { db, hasher, limits, logger } = options;
  const name = userNameOf(given.userName);
  // Impossible names are treated as unknown ones, all the way.
  const key = name.ok ? name.value : `?${foldText(given.userName).slice(0, 100)}`;
  const free = await limits.beginSignIn(key, caller.address);
  if (!free.ok) return free;
  const holder = name.ok ? await holderByUserName(db.read, db.t, name.value) : undefined;
  const right = await hasher.verify(given.password, holder?.user?.passwordHash ?? null);
  if (!right.ok) {
    await limits.notChecked(key);
    return right;
  }
  if (!right.value || !mayEnter(holder)) {
    await limits.signInFailed(caller.address);
    logger.warn({ address: caller.address, known: holder !== undefined }, 'sign-in failed');
    return refuse('auth/wrong-credentials');
  }
  await limits.forgive(key);
  const whose = { personId: holder.personId, meetingId: null };
  const begun = await db.write((q) => beginSignIn(options, q, whose, caller));
  forgetFormer(options, caller);
  return ok(begun);
}

function mayEnter(holder: Holder | undefined): holder is Holder {
  return holder?.active === true && holder.user?.disabled === false;
}

/** After the commit of `beginSignIn`: the sign-in it replaced is no longer answered from memory. */
export function forgetFormer({ signIns }: Pick<SignInOptions, 'signIns'>, { formerToken }: Caller): void {
  if (formerToken !== undefined) signIns.forgetOne(tokenHash(formerToken));
}

/** [I8] Stores a new sign-in in this transaction, in place of the one the browser had. */
export async function beginSignIn(
  { db, clock }: Pick<SignInOptions, 'db' | 'clock'>,
  q: Q,
  whose: { readonly personId: string; readonly meetingId: string | null },
  { address, userAgent, formerToken }: Caller,
): Promise<Begun> {
  const token = newToken();
  const now = clock.now();
  const row: Row<'loginSessions'> = {
    ...whose,
    tokenHash: tokenHash(token),
    createdAt: now,
    lastSeenAt: now,
    expiresAt: now + lifetimeMs,
    userAgent: userAgent.slice(0, 200),
    address,
  };
  if (formerToken !== undefined) await deleteSignIns(q, db.t, [tokenHash(formerToken)]);
  await insertSignIn(q, db.t, row);
  const action = whose.meetingId === null ? 'identity.signed-in' : 'identity.signed-in-by-code';
  const detail = { address, ...(whose.meetingId === null ? {} : { meetingId: whose.meetingId }) };
  await recordAudit(q, db.t, { at: now, actorId: whose.personId, action, object: whose.personId, detail });
  return { token, sessionId: row.tokenHash };
}

/** Ends this sign-in. */
export async function signOut(
  { db, clock, signIns }: SignInOptions,
  { personId, sessionId }: Principal,
): Promise<void> {
  await db.write(async (q) => {
    await deleteSignIns(q, db.t, [sessionId]);
    const entry = { at: clock.now(), actorId: personId, action: 'identity.signed-out', object: personId };
    await recordAudit(q, db.t, entry);
  });
  signIns.forgetOne(sessionId);
}

/**
 * [I2] [I3] [I8] Changes the caller's password, ends the other sign-ins and renews this one.
 * Refuses `not-found` (no account), `identity/current-password-wrong`, `identity/password-unchanged`,
 * what `checkPassword` refuses, `auth/locked`, `auth/busy`.
 */
export async function changePassword(
  options: SignInOptions,
  principal: Principal,
  given: { readonly currentPassword: string; readonly newPassword: string },
  caller: Caller,
): Promise<Result<Begun>> {
  const { db, clock, hasher, limits, signIns } = options;
  const holder = await holderById(db.read, db.t, principal.personId);
  if (!holder?.user) return refuse('not-found');
  const free = await limits.beginSignIn(holder.user.username, caller.address);
  if (!free.ok) return free;
  const right = await hasher.verify(given.currentPassword, holder.user.passwordHash);
  if (!right.ok) {
    await limits.notChecked(holder.user.username);
    return right;
  }
  if (!right.value) return refuse('identity/current-password-wrong');
  await limits.forgive(holder.user.username);
  if (given.newPassword.normalize('NFC') === given.currentPassword.normalize('NFC')) {
    return refuse('identity/password-unchanged');
  }
  const strong = checkPassword(given.newPassword, [holder.user.username, holder.name]);
  if (!strong.ok) return strong;
  const hash = await hasher.hash(given.newPassword);
  if (!hash.ok) return hash;
  const { personId } = principal;
  const begun = await db.write(async (q) => {
    await q
      .update(db.t.users)
      .set({ passwordHash: hash.value, mustChange: false, updatedAt: clock.now() })
      .where(eq(db.t.users.personId, personId));
    await deleteSignInsOf(q, db.t, personId);
    const entry = {
      at: clock.now(),
      actorId: personId,
      action: 'identity.password-changed',
      object: personId,
    };
    await recordAudit(q, db.t, entry);
    return beginSignIn(options, q, { personId, meetingId: null }, { ...caller, formerToken: undefined });
  });
  signIns.forgetPerson(personId, begun.sessionId);
  return ok(begun);
}

/** How the person of a sign-in is shown to themself; null when the account is gone. */
export async function presentSignedIn(
  { db }: Pick<SignInOptions, 'db'>,
  principal: Principal,
): Promise<SignedIn | null> {
  const holder = await holderById(db.read, db.t, principal.personId);
  if (holder === undefined) return null;
  const { personId, name, post, unitId, unit, user } = holder;
  const { roles, passwordChangeRequired, meetingScope, expiresAt } = principal;
  return {
    signedIn: true,
    personId,
    userName: user?.username ?? null,
    name,
    post,
    unitId,
    unit,
    roles: roles.map(({ role, unitId: ofUnit }) => ({ role, unitId: ofUnit })),
    passwordChangeRequired,
    meetingScope,
    expiresAt,
  };
}
