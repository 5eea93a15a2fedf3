import type { RoleGrant } from '@hopso/shared/identity';
import { and, eq } from 'drizzle-orm';
import type { Q, Row, Schema } from '#platform/database';

/** A person with what an account list and a sign-in need to know; `user` null: no account. */
export interface Holder {
  readonly personId: string;
  readonly name: string;
  readonly post: string;
  readonly unitId: string;
  readonly unit: string;
  readonly active: boolean;
  readonly user: Row<'users'> | null;
}

const holders = (q: Q, t: Schema) =>
  q
    .select({
      personId: t.persons.id,
      name: t.persons.name,
      post: t.persons.post,
      unitId: t.persons.unitId,
      unit: t.units.name,
      active: t.persons.active,
      user: t.users,
    })
    .from(t.persons)
    .innerJoin(t.units, eq(t.units.id, t.persons.unitId))
    .leftJoin(t.users, eq(t.users.personId, t.persons.id));

export async function holderById(q: Q, t: Schema, personId: string): Promise<Holder | undefined> {
  const [row] = await holders(q, t).where(eq(t.persons.id, personId));
  return row;
}

export async function holderByUserName(q: Q, t: Schema, userName: string): Promise<Holder | undefined> {
  const [row] = await holders(q, t).where(eq(t.users.username, userName));
  return row;
}

/** Every person who has an account. */
export async function accountHolders(q: Q, t: Schema): Promise<(Holder & { user: Row<'users'> })[]> {
  const rows = await holders(q, t);
  return rows.flatMap((row) => (row.user === null ? [] : [{ ...row, user: row.user }]));
}

/** Persons who can sign in and administer now. */
export async function administratorIds(q: Q, t: Schema): Promise<string[]> {
  const rows = await q
    .select({ personId: t.systemRoles.personId })
    .from(t.systemRoles)
    .innerJoin(t.users, eq(t.users.personId, t.systemRoles.personId))
    .innerJoin(t.persons, eq(t.persons.id, t.systemRoles.personId))
    .where(
      and(eq(t.systemRoles.role, 'administrator'), eq(t.users.disabled, false), eq(t.persons.active, true)),
    );
  return [...new Set(rows.map(({ personId }) => personId))];
}

export async function replaceRoles(
  q: Q,
  t: Schema,
  personId: string,
  roles: readonly RoleGrant[],
  newId: () => string,
): Promise<void> {
  await q.delete(t.systemRoles).where(eq(t.systemRoles.personId, personId));
  if (roles.length === 0) return;
  await q.insert(t.systemRoles).values(roles.map((grant) => ({ id: newId(), personId, ...grant })));
}
