import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type Browser,
  passwordOf,
  type ServedIdentity,
  serveIdentity,
} from './served-identity.test-support.ts';

let served: ServedIdentity;
let admin: Browser;
beforeEach(async () => {
  served = await serveIdentity();
  admin = served.browser();
  await admin.signIn('quan');
});
afterEach(() => served.close());

const administrator = { role: 'administrator', unitId: null };

describe('the administrator', () => {
  test('lists accounts by name; the search folds marks and đ; no hash is shown', async () => {
    const all = (await admin.get('/api/users')).body;
    expect(all.accounts.map(({ userName }: { userName: string }) => userName)).toEqual([
      'binh',
      'anx',
      'quan',
      'thu',
    ]);
    expect(JSON.stringify(all)).not.toMatch(/argon2|hash/i);
    const found = (await admin.get('/api/users?search=DANG')).body.accounts;
    expect(found).toMatchObject([
      { personId: 'binh', name: 'Đặng Bình', disabled: false, lockedUntil: null },
    ]);
  });

  test('gives an account with a password that is shown once', async () => {
    const made = await admin.post('/api/users', {
      personId: 'khach',
      userName: 'Khách.Mời',
      roles: [{ role: 'unitSecretary', unitId: 'u1' }],
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ account: { userName: 'khach.moi', mustChange: true } });
    expect(made.body.initialPassword).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
    const stored = JSON.stringify(await served.db.read.select().from(served.db.t.users));
    const journal = JSON.stringify(await served.db.read.select().from(served.db.t.auditEntries));
    for (const kept of [stored, journal, served.logLines.join('')]) {
      expect(kept).not.toContain(made.body.initialPassword);
    }
    expect(stored).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  });

  test.each([
    [{ personId: 'nobody', userName: 'moi', roles: [] }, 404, 'not-found'],
    [{ personId: 'an', userName: 'moi', roles: [] }, 409, 'identity/has-account'],
    [{ personId: 'khach', userName: 'THU', roles: [] }, 409, 'identity/user-name-used'],
    [{ personId: 'khach', userName: 'a b', roles: [] }, 409, 'identity/user-name-invalid'],
    [
      { personId: 'khach', userName: 'moi', roles: [{ role: 'unitSecretary', unitId: null }] },
      409,
      'identity/role-needs-unit',
    ],
    [
      { personId: 'khach', userName: 'moi', roles: [{ role: 'administrator', unitId: 'u1' }] },
      409,
      'identity/role-is-global',
    ],
    [
      { personId: 'khach', userName: 'moi', roles: [{ role: 'viewer', unitId: 'u9' }] },
      409,
      'identity/unit-unknown',
    ],
    [{ personId: 'khach', userName: 'moi', roles: [{ role: 'king', unitId: null }] }, 400, 'input/invalid'],
    [{ personId: 'khach', userName: 'moi', roles: [], passwordHash: 'x' }, 400, 'input/invalid'],
  ])('refuses the account %o with %i %s', async (wish, status, code) => {
    expect(await admin.post('/api/users', wish)).toMatchObject({ status, body: { code } });
  });

  test('[I8] disabling ends every sign-in at once; enabling lets the person in again', async () => {
    const an = served.browser();
    await an.signIn('anx', passwordOf('an'));
    expect((await admin.send('PATCH', '/api/users/an', { disabled: true })).body.disabled).toBe(true);
    expect((await an.get('/api/calendar')).status).toBe(401);
    expect((await an.signIn('anx', passwordOf('an'))).status).toBe(401);
    await admin.send('PATCH', '/api/users/an', { disabled: false });
    expect((await an.signIn('anx', passwordOf('an'))).status).toBe(200);
  });

  test('a disabled account gets no meeting code, and a code issued before is void', async () => {
    const desk = served.browser();
    await desk.signIn('thu');
    const { code } = (await desk.post('/api/meetings/m1/codes', { person: 'an' })).body;
    await admin.send('PATCH', '/api/users/an', { disabled: true });
    expect((await served.browser().post('/api/sign-in/code', { code })).status).toBe(401);
    expect((await desk.post('/api/meetings/m1/codes', { person: 'an' })).body.code).toBe(
      'identity/account-disabled',
    );
  });

  test('[I8] roles take effect with a new sign-in; the old one is over', async () => {
    const thu = served.browser();
    await thu.signIn('thu');
    expect((await thu.get('/api/users')).status).toBe(404);
    await admin.send('PUT', '/api/users/thu/roles', { roles: [administrator] });
    expect((await thu.get('/api/calendar')).status).toBe(401);
    await thu.signIn('thu');
    expect((await thu.get('/api/users')).status).toBe(200);
    await admin.send('PUT', '/api/users/thu/roles', { roles: [] });
    expect((await thu.get('/api/users')).status).toBe(401);
  });

  test('[I13] the last one can neither be disabled nor lose the role, until there is another', async () => {
    const refused = { status: 409, body: { code: 'identity/last-administrator' } };
    expect(await admin.send('PATCH', '/api/users/quan', { disabled: true })).toMatchObject(refused);
    expect(await admin.send('PUT', '/api/users/quan/roles', { roles: [] })).toMatchObject(refused);
    await admin.send('PUT', '/api/users/thu/roles', { roles: [administrator] });
    expect((await admin.send('PATCH', '/api/users/quan', { disabled: true })).status).toBe(200);
  });

  test('[I3] resets a password: signed out everywhere, unlocked, to be changed', async () => {
    const an = served.browser();
    await an.signIn('anx', passwordOf('an'));
    for (let n = 0; n < 5; n += 1) await served.browser().signIn('anx', 'sai mật khẩu rồi đó');
    const listed = (await admin.get('/api/users?search=anx')).body.accounts[0];
    expect(listed.lockedUntil).toBeGreaterThan(served.clock.now());
    const { initialPassword } = (await admin.post('/api/users/an/password')).body;
    expect((await an.get('/api/calendar')).status).toBe(401);
    expect((await an.signIn('anx', passwordOf('an'))).status).toBe(401);
    expect((await an.signIn('anx', initialPassword)).body.passwordChangeRequired).toBe(true);
  });

  test('unlocks and signs out', async () => {
    const an = served.browser();
    await an.signIn('anx', passwordOf('an'));
    expect((await admin.post('/api/users/an/unlock')).status).toBe(204);
    expect((await admin.post('/api/users/an/sign-out')).status).toBe(204);
    expect((await an.get('/api/calendar')).status).toBe(401);
    expect((await admin.post('/api/users/nobody/sign-out')).status).toBe(404);
    expect((await admin.post('/api/users/khach/unlock')).status).toBe(404);
  });

  test('nobody else may, and every change is in the journal', async () => {
    const an = served.browser();
    await an.signIn('anx', passwordOf('an'));
    for (const [method, path] of [
      ['GET', '/api/users'],
      ['POST', '/api/users'],
      ['PATCH', '/api/users/thu'],
      ['PUT', '/api/users/thu/roles'],
      ['POST', '/api/users/thu/password'],
    ] as const) {
      expect((await an.send(method, path, method === 'GET' ? undefined : {})).status).toBe(404);
    }
    await admin.send('PATCH', '/api/users/an', { userName: 'an.le' });
    const rows = await served.db.read.select().from(served.db.t.auditEntries);
    expect(rows.at(-1)).toMatchObject({ actorId: 'quan', action: 'identity.account-edited', object: 'an' });
  });
});

test('the description names every mounted route', async () => {
  const { paths } = (await served.browser().get('/api/openapi.json')).body;
  for (const { method, path } of served.contracts) {
    expect(paths[path.replace(/:(\w+)/g, '{$1}')]).toHaveProperty(method);
  }
});
