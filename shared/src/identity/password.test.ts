import { expect, test } from 'vitest';
import { checkPassword } from './password.ts';
import { userNameOf } from './user-name.ts';

const me = ['nguyen.van.an', 'Nguyễn Văn An'];
const codeOf = (password: string) => {
  const result = checkPassword(password, me);
  return result.ok ? 'ok' : result.error.code;
};

test.each(['trời mưa hôm thứ ba', 'c4y-bang-vuong-tim', 'Kx7m4qpd9wzt', 'sông Vàm Cỏ Đông xanh'])(
  '[I2] %s may be a password',
  (password) => {
    expect(codeOf(password)).toBe('ok');
  },
);

test.each([
  ['ngắn quá', 'identity/password-short'],
  ['a'.repeat(129), 'identity/password-long'],
  ['aaaaaaaaaaaaaa', 'identity/password-common'],
  ['123456789012', 'identity/password-common'],
  ['210987654321', 'identity/password-common'],
  ['28042021280420', 'identity/password-common'],
  ['MatKhau@123456', 'identity/password-common'],
  ['M@tkhau123456!', 'identity/password-common'],
  ['Mật khẩu 123456', 'identity/password-common'],
  ['UBND-Long-An-2021', 'identity/password-common'],
  ['P@ssw0rd2021!!', 'identity/password-common'],
  ['nguyenvanan1975', 'identity/password-common'],
  ['Nguyễn Văn An 75', 'identity/password-common'],
])('[I2] %s is refused as %s', (password, code) => {
  expect(codeOf(password)).toBe(code);
});

test('[I2] a long row of common words is judged at once', () => {
  const startedAt = performance.now();
  expect(codeOf(`${'hopso'.repeat(25)}zq`)).toBe('ok');
  expect(performance.now() - startedAt).toBeLessThan(100);
});

test('[I2] length is counted in characters, not in bytes or marks typed apart', () => {
  expect(codeOf('đặ'.repeat(3))).toBe('identity/password-short');
});

test('[I1] a user name has one form', () => {
  for (const typed of ['Đặng.Hường', 'đặng.hường'.normalize('NFD'), ' DANG.HUONG ']) {
    expect(userNameOf(typed)).toEqual({ ok: true, value: 'dang.huong' });
  }
});

test.each(['ab', 'an bình', 'аdmin', 'an\u200bbinh', '.an', 'a'.repeat(41), 'an@binh', ''])(
  '[I1] %j has none',
  (typed) => {
    expect(userNameOf(typed)).toMatchObject({ error: { code: 'identity/user-name-invalid' } });
  },
);
