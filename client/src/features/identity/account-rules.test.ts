import type { Account } from '@hopso/shared/identity';
import { expect, test } from 'vitest';
import { lacksUnit, withoutRepeats, withRole } from './account-roles.ts';
import { findAccounts } from './account-search.ts';
import { proposedUserName } from './account-user-name.ts';

const account = (name: string, post: string, userName: string): Account => ({
  personId: userName,
  userName,
  name,
  post,
  unitId: 'u',
  unit: 'Văn phòng UBND tỉnh',
  disabled: false,
  mustChange: false,
  lockedUntil: null,
  roles: [],
});

test('accounts are found without marks and stand by given name', () => {
  const accounts = [
    account('Đoàn Vĩnh Khang', 'Chủ tịch', 'chutich'),
    account('Huỳnh Thị Ngọc Lan', 'Chuyên viên', 'thuky'),
    account('Trần Văn Ánh', 'Chuyên viên', 'anhtv'),
  ];
  const found = (search: string) => findAccounts(accounts, search).map(({ userName }) => userName);
  expect(found('')).toEqual(['anhtv', 'chutich', 'thuky']);
  expect(found('doan khang')).toEqual(['chutich']);
  expect(found('chuyen vien van phong')).toEqual(['anhtv', 'thuky']);
  expect(found('thuky')).toEqual(['thuky']);
});

test('a user name is proposed from the given name and the initials', () => {
  expect(proposedUserName('Nguyễn Thị Đào', new Set())).toBe('daont');
  expect(proposedUserName('Nguyễn Văn An', new Set(['annv', 'annv2']))).toBe('annv3');
  expect(proposedUserName('  ', new Set())).toBe('');
  expect(proposedUserName('Y', new Set())).toBe('y00');
});

test('an administrator has no unit, a secretary needs one', () => {
  expect(withRole({ role: 'unitSecretary', unitId: 'u' }, 'administrator').unitId).toBeNull();
  expect(withRole({ role: 'unitSecretary', unitId: 'u' }, 'viewer').unitId).toBe('u');
  expect(lacksUnit({ role: 'unitSecretary', unitId: null })).toBe(true);
  expect(lacksUnit({ role: 'member', unitId: null })).toBe(false);
});

test('a right given twice is one', () => {
  const member = { role: 'member', unitId: null } as const;
  expect(withoutRepeats([member, { role: 'viewer', unitId: null }, member])).toHaveLength(2);
});
