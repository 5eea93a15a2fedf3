import type { RoleGrant } from '@hopso/shared/identity';
import type { TFunction } from 'i18next';

export type Role = RoleGrant['role'];
export const roles = [
  'member',
  'unitSecretary',
  'viewer',
  'administrator',
] as const satisfies readonly Role[];

/** Whether a right is for the whole installation, for one unit, or for either. */
export const scopeOf: { readonly [role in Role]: 'everywhere' | 'unit' | 'either' } = {
  administrator: 'everywhere',
  unitSecretary: 'unit',
  member: 'either',
  viewer: 'either',
};

/** A right in words: "Thư ký của Văn phòng UBND tỉnh". */
export function roleSentence(
  t: TFunction<'admin'>,
  { role, unitId }: RoleGrant,
  unitName: (unitId: string) => string | undefined,
): string {
  if (role === 'administrator') return t('role.administrator');
  const donVi = unitId === null ? null : (unitName(unitId) ?? t('role.unknownUnit'));
  if (role === 'unitSecretary') return t('role.unitSecretary', { donVi: donVi ?? '' });
  return donVi === null ? t(`role.${role}`) : t(`role.${role}Of`, { donVi });
}

/** A right with another role; the unit stays where the role has one. */
export const withRole = (grant: RoleGrant, role: Role): RoleGrant => ({
  role,
  unitId: scopeOf[role] === 'everywhere' ? null : grant.unitId,
});

/** Whether a unit is still to be chosen. */
export const lacksUnit = ({ role, unitId }: RoleGrant): boolean =>
  scopeOf[role] === 'unit' && unitId === null;

/** Each right once, in the order given. */
export const withoutRepeats = (grants: readonly RoleGrant[]): readonly RoleGrant[] =>
  grants.filter(
    (grant, index) =>
      grants.findIndex(({ role, unitId }) => role === grant.role && unitId === grant.unitId) === index,
  );
