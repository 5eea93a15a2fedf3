import type { RoleGrant } from '@hopso/shared/identity';
import { ok, type Result, refuse } from '@hopso/shared/kernel';
import { inArray } from 'drizzle-orm';
import type { Q, Schema } from '#platform/database';
import { administratorIds, holderById, holderByUserName } from './account-rows.ts';

/** Refuses `not-found` (person), `identity/has-account`, `identity/user-name-used`, and the refusals of roles. */
export async function mayCreate(
  q: Q,
  t: Schema,
  wish: { readonly personId: string; readonly userName: string; readonly roles: readonly RoleGrant[] },
): Promise<Result<undefined>> {
  const holder = await holderById(q, t, wish.personId);
  if (!holder?.active) return refuse('not-found');
  if (holder.user !== null) return refuse('identity/has-account');
  if ((await holderByUserName(q, t, wish.userName)) !== undefined) return refuse('identity/user-name-used');
  return checkRoles(q, t, wish.roles);
}

/** [I14] Refuses `identity/role-needs-unit`, `identity/role-is-global`, `identity/unit-unknown`. */
export async function checkRoles(q: Q, t: Schema, roles: readonly RoleGrant[]): Promise<Result<undefined>> {
  for (const { role, unitId } of roles) {
    if (role === 'unitSecretary' && unitId === null) return refuse('identity/role-needs-unit');
    if (role === 'administrator' && unitId !== null) return refuse('identity/role-is-global');
  }
  const unitIds = [...new Set(roles.flatMap(({ unitId }) => unitId ?? []))];
  if (unitIds.length === 0) return ok(undefined);
  const known = await q.select({ id: t.units.id }).from(t.units).where(inArray(t.units.id, unitIds));
  return known.length === unitIds.length ? ok(undefined) : refuse('identity/unit-unknown');
}

/** [I13] */
export async function isLastAdministrator(q: Q, t: Schema, personId: string): Promise<boolean> {
  const ids = await administratorIds(q, t);
  return ids.length === 1 && ids[0] === personId;
}
