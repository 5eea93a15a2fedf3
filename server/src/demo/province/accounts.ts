import type { RoleGrant } from '@hopso/shared/identity';
import type { Core } from './core.ts';
import { type Organised, settled } from './organise.ts';
import { DEMO_DISTRICT, OFFICE, PROVINCE } from './people.ts';

/** Known to everybody, and said so: the demonstration protects nothing. */
export const DEMO_PASSWORD = 'long-an-28-thang-4';

export interface DemoAccount {
  readonly userName: string;
  /** Key of `people.ts`. */
  readonly person: string;
  readonly role: string;
}

/** The accounts that the demonstration prints. */
export const ACCOUNTS: readonly DemoAccount[] = [
  { userName: 'thuky', person: 'secretary', role: 'Thư ký phiên họp' },
  { userName: 'thuky2', person: 'secondSecretary', role: 'Thư ký thứ hai' },
  { userName: 'chutich', person: 'chair', role: 'Chủ tọa' },
  { userName: 'thanhvien1', person: 'planning', role: 'Thành viên UBND tỉnh' },
  { userName: 'thanhvien2', person: 'finance', role: 'Thành viên UBND tỉnh' },
  { userName: 'khachmoi', person: 'economicZone', role: 'Khách mời' },
  { userName: 'lanhdaohuyen', person: 'districtChair', role: 'Lãnh đạo huyện Đức Hòa' },
  { userName: 'thuky.duchoa', person: 'districtSecretary', role: 'Thư ký huyện Đức Hòa' },
  { userName: 'quantri', person: 'administrator', role: 'Quản trị hệ thống' },
];

export async function openAccounts(
  { identity }: Pick<Core, 'identity'>,
  organised: Organised,
): Promise<void> {
  for (const { userName, person } of ACCOUNTS) {
    const personId = organised.person(person);
    const roles = rolesOf(person, organised);
    settled(await identity.createAccount('seed', { personId, userName, roles, password: DEMO_PASSWORD }));
  }
}

function rolesOf(person: string, { unit }: Organised): RoleGrant[] {
  if (person === 'administrator') return [{ role: 'administrator', unitId: null }];
  if (person === 'secretary' || person === 'secondSecretary') {
    return [PROVINCE, OFFICE].map((name) => ({ role: 'unitSecretary', unitId: unit(name) }));
  }
  if (person === 'districtSecretary') return [{ role: 'unitSecretary', unitId: unit(DEMO_DISTRICT) }];
  if (person === 'districtChair') return [{ role: 'viewer', unitId: unit(DEMO_DISTRICT) }];
  return [{ role: 'member', unitId: null }];
}
