import { expect, test } from 'vitest';
import { FailureLimits, waitAfter } from './failure-limits.ts';
import { createPasswordHasher } from './password-hash.ts';

test('[I5] the wait begins at the fifth failure, doubles, and never passes 15 minutes', () => {
  expect([1, 4, 5, 6, 7, 8, 9, 10, 50].map(waitAfter)).toEqual([0, 0, 30, 60, 120, 240, 480, 900, 900]);
});

test('[I5] an attempt that was too many for the server to look at is no failure', async () => {
  const limits = new FailureLimits();
  for (let n = 0; n < 20; n += 1) {
    expect(await limits.beginSignIn('an', '10.0.0.1')).toMatchObject({ ok: true });
    await limits.notChecked('an');
  }
  expect(await limits.waitingMs('an')).toBe(0);
  for (let n = 0; n < 4; n += 1) await limits.beginSignIn('an', '10.0.0.1');
  // The fifth was not looked at, the sixth was wrong: four and one, and the wait of the fifth failure.
  await limits.beginSignIn('an', '10.0.0.1');
  await limits.notChecked('an');
  expect(await limits.waitingMs('an')).toBe(0);
  await limits.beginSignIn('an', '10.0.0.1');
  expect(await limits.waitingMs('an')).toBeGreaterThan(0);
  await limits.notChecked('an');
  await Promise.all([limits.beginSignIn('an', '10.0.0.1'), limits.beginSignIn('an', '10.0.0.1')]);
  await limits.notChecked('an');
  expect(await limits.beginSignIn('an', '10.0.0.1')).toMatchObject({ error: { code: 'auth/locked' } });
});

test('[I6] a hall behind one address is not stopped by a hundred mistakes of different people', async () => {
  const limits = new FailureLimits();
  for (let person = 0; person < 150; person += 1) {
    expect(await limits.beginSignIn(`p${person}`, '10.0.0.1')).toMatchObject({ ok: true });
    await limits.signInFailed('10.0.0.1');
  }
  expect(await limits.beginSignIn('next', '10.0.0.1')).toMatchObject({ ok: true });
  for (let n = 0; n < 50; n += 1) await limits.signInFailed('10.0.0.1');
  expect(await limits.beginSignIn('next', '10.0.0.1')).toMatchObject({ error: { code: 'auth/locked' } });
  expect(await limits.beginSignIn('next', '10.0.0.2')).toMatchObject({ ok: true });
});

test('[I6] addresses of one IPv6 network count together', async () => {
  const limits = new FailureLimits();
  for (let n = 0; n < 200; n += 1) await limits.signInFailed(`2001:db8:1:2::${n.toString(16)}`);
  expect(await limits.beginSignIn('an', '2001:db8:1:2:aaaa:bbbb:cccc:dddd')).toMatchObject({ ok: false });
  expect(await limits.beginSignIn('an', '2001:db8:1:3::1')).toMatchObject({ ok: true });
});

test('hashes differ for the same password and are checked whatever way its marks were typed', async () => {
  const hasher = createPasswordHasher();
  const [one, two] = [await hasher.hash('cây bàng rất cao'), await hasher.hash('cây bàng rất cao')];
  if (!one.ok || !two.ok) throw new Error('busy');
  expect(one.value).not.toBe(two.value);
  expect(await hasher.verify('cây bàng rất cao'.normalize('NFD'), one.value)).toEqual({
    ok: true,
    value: true,
  });
  expect(await hasher.verify('cây bàng rất thấp', one.value)).toEqual({ ok: true, value: false });
  expect(await hasher.verify('', null)).toEqual({ ok: true, value: false });
});

test('a flood waits in a bounded queue; the rest is told to come back', async () => {
  const hasher = createPasswordHasher({ atOnce: 2, mostWaiting: 3 });
  const all = await Promise.all(Array.from({ length: 10 }, () => hasher.verify('x', null)));
  const busy = all.filter((result) => !result.ok && result.error.code === 'auth/busy');
  expect(busy).toHaveLength(5);
  expect(await hasher.verify('x', null)).toEqual({ ok: true, value: false });
});
