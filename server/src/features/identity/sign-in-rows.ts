import { randomUUID } from 'node:crypto';
import type { RoleGrant } from '@hopso/shared/identity';
import { and, eq, inArray, lt, ne } from 'drizzle-orm';
import type { Q, Row, Schema } from '#platform/database';

/** One sign-in with what decides what it may do. `id` is the hash of its token. */
export interface SignIn {
  readonly id: string;
  readonly personId: string;
  readonly meetingScope: string | null;
  readonly roles: readonly RoleGrant[];
  readonly passwordChangeRequired: boolean;
  readonly expiresAt: number;
  lastSeenAt: number;
}

const chunk = 500;

/** Stored sign-ins of persons who may still sign in; others are left out. Few queries, however many ids. */
export async function findSignIns(q: Q, t: Schema, ids: readonly string[]): Promise<SignIn[]> {
  const found: SignIn[] = [];
  for (let start = 0; start < ids.length; start += chunk) {
    const rows = await q
      .select({ signIn: t.loginSessions, active: t.persons.active, user: t.users })
      .from(t.loginSessions)
      .innerJoin(t.persons, eq(t.persons.id, t.loginSessions.personId))
      .leftJoin(t.users, eq(t.users.personId, t.loginSessions.personId))
      .where(inArray(t.loginSessions.tokenHash, ids.slice(start, start + chunk)));
    const live = rows.filter(({ active, user }) => active && user?.disabled !== true);
    const roles = await rolesOf(q, t, [...new Set(live.map(({ signIn }) => signIn.personId))]);
    for (const { signIn, user } of live) found.push(signInOf(signIn, user, roles.get(signIn.personId) ?? []));
  }
  return found;
}

function signInOf(row: Row<'loginSessions'>, user: Row<'users'> | null, roles: readonly RoleGrant[]): SignIn {
  const byCode = row.meetingId !== null;
  return {
    id: row.tokenHash,
    personId: row.personId,
    meetingScope: row.meetingId,
    // [I10] A code opens a meeting, not the administration.
    roles: byCode ? [] : roles,
    passwordChangeRequired: !byCode && user?.mustChange === true,
    expiresAt: row.expiresAt,
    lastSeenAt: row.lastSeenAt,
  };
}

export async function rolesOf(
  q: Q,
  t: Schema,
  personIds: readonly string[],
): Promise<Map<string, RoleGrant[]>> {
  const roles = new Map<string, RoleGrant[]>();
  for (let start = 0; start < personIds.length; start += chunk) {
    const rows = await q
      .select()
      .from(t.systemRoles)
      .where(inArray(t.systemRoles.personId, personIds.slice(start, start + chunk)));
    for (const { personId, role, unitId } of rows) {
      roles.set(personId, [...(roles.get(personId) ?? []), { role, unitId }]);
    }
  }
  return roles;
}

export async function insertSignIn(q: Q, t: Schema, row: Row<'loginSessions'>): Promise<void> {
  await q.insert(t.loginSessions).values(row);
}

export async function deleteSignIns(q: Q, t: Schema, ids: readonly string[]): Promise<void> {
  for (let start = 0; start < ids.length; start += chunk) {
    await q
      .delete(t.loginSessions)
      .where(inArray(t.loginSessions.tokenHash, ids.slice(start, start + chunk)));
  }
}

/** Deletes every sign-in of a person, or every one but one. */
export async function deleteSignInsOf(q: Q, t: Schema, personId: string, except?: string): Promise<void> {
  const mine = eq(t.loginSessions.personId, personId);
  await q
    .delete(t.loginSessions)
    .where(except === undefined ? mine : and(mine, ne(t.loginSessions.tokenHash, except)));
}

export async function deleteExpired(q: Q, t: Schema, now: number): Promise<void> {
  await q.delete(t.loginSessions).where(lt(t.loginSessions.expiresAt, now));
}

export async function saveLastSeen(q: Q, t: Schema, ids: readonly string[], at: number): Promise<void> {
  for (let start = 0; start < ids.length; start += chunk) {
    await q
      .update(t.loginSessions)
      .set({ lastSeenAt: at })
      .where(inArray(t.loginSessions.tokenHash, ids.slice(start, start + chunk)));
  }
}

const revocationKey = 'identity.last-revocation';

/** Tells a running server that another process took rights away; it looks every half second. */
export async function markRevocation(q: Q, t: Schema): Promise<void> {
  const value = randomUUID();
  await q
    .insert(t.settings)
    .values({ key: revocationKey, value })
    .onConflictDoUpdate({ target: t.settings.key, set: { value } });
}

export async function lastRevocation(q: Q, t: Schema): Promise<string | null> {
  const [row] = await q.select().from(t.settings).where(eq(t.settings.key, revocationKey));
  return typeof row?.value === 'string' ? row.value : null;
}
