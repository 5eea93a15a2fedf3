import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { sessionCookie } from './cookie.ts';
import { createIdentity } from './identity.ts';
import { newToken, tokenHash } from './secrets.ts';
import { passwordOf, type ServedIdentity, serveIdentity } from './served-identity.test-support.ts';

let served: ServedIdentity;
beforeEach(async () => {
  served = await serveIdentity();
});
afterEach(() => served.close());

const withoutId = ({ status, body }: { status: number; body: object }) => ({
  status,
  ...body,
  correlationId: '',
});
const hour = 3_600_000;

describe('signing in', () => {
  test('name, post and rights come back; the cookie is closed to scripts and other sites', async () => {
    const an = served.browser();
    const answer = await an.signIn('anx', passwordOf('an'));
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ personId: 'an', name: 'Lê Văn An', meetingScope: null });
    expect(answer.headers.get('set-cookie')).toMatch(
      /^hopso=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect((await an.get('/api/calendar')).body).toEqual({ caller: 'an' });
    expect((await an.get('/api/me')).body).toEqual(answer.body);
  });

  test('nobody is signed in without a cookie, or with an invented one', async () => {
    const nobody = served.browser();
    expect((await nobody.get('/api/me')).body).toEqual({ signedIn: false });
    nobody.cookie = `hopso=${'A'.repeat(43)}`;
    expect((await nobody.get('/api/calendar')).status).toBe(401);
  });

  test('under HTTPS the cookie is bound to this very host', () => {
    const cookie = sessionCookie(true);
    expect(cookie.set('token')).toBe(
      '__Host-hopso=token; Max-Age=43200; Path=/; HttpOnly; Secure; SameSite=Lax',
    );
    expect(cookie.tokenIn(`hopso=${'A'.repeat(43)}`)).toBeUndefined();
  });

  test('[I1] capital letters and marks in the user name do not matter', async () => {
    expect((await served.browser().signIn(' THU ', passwordOf('thu'))).status).toBe(200);
  });

  test('[I4] unknown user, wrong password, disabled account and person gone answer alike', async () => {
    const admin = served.browser();
    await admin.signIn('quan');
    await admin.send('PATCH', '/api/users/binh', { disabled: true });
    const answers = await Promise.all([
      served.browser().signIn('thu', 'sai mật khẩu rồi đó'),
      served.browser().signIn('nobody-here', 'sai mật khẩu rồi đó'),
      served.browser().signIn('không hợp lệ!', 'sai mật khẩu rồi đó'),
      served.browser().signIn('binh', passwordOf('binh')),
    ]);
    expect(new Set(answers.map((answer) => JSON.stringify(withoutId(answer)))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 401, body: { code: 'auth/wrong-credentials' } });
  });

  test('[I4] an unknown user costs a whole hash too', async () => {
    const timed = async (userName: string) => {
      const from = performance.now();
      await served.browser().signIn(userName, 'sai mật khẩu rồi đó');
      return performance.now() - from;
    };
    await timed('warm-up');
    const known = Math.min(await timed('thu'), await timed('binh'), await timed('quan'));
    const unknown = Math.min(await timed('x-one'), await timed('x-two'), await timed('x-three'));
    expect(unknown / known).toBeGreaterThan(0.3);
    expect(unknown / known).toBeLessThan(3);
  });

  test('[I5] after five failures even the right password waits, for known and unknown alike', async () => {
    for (let n = 0; n < 5; n += 1) {
      await served.browser().signIn('binh', `sai lần thứ ${n} rồi`);
      await served.browser().signIn('nobody', `sai lần thứ ${n} rồi`);
    }
    const known = await served.browser().signIn('binh');
    const unknown = await served.browser().signIn('nobody', 'gì cũng được hết');
    expect(withoutId(known)).toEqual({ ...withoutId(unknown), params: known.body.params });
    expect(known).toMatchObject({ status: 429, body: { code: 'auth/locked' } });
    expect(known.body.params.retryAfterSeconds).toBeGreaterThan(20);
    expect(Number(known.headers.get('retry-after'))).toBe(known.body.params.retryAfterSeconds);
    expect((await served.browser().signIn('thu')).status).toBe(200);
  });

  test('[I5] guesses sent all at once count one by one', async () => {
    const guesses = await Promise.all(
      Array.from({ length: 12 }, (_, n) => served.browser().signIn('binh', `đoán đại lần ${n} nhé`)),
    );
    expect(guesses.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(5);
  });

  test('[I8] the id of before is worth nothing after signing in', async () => {
    const an = served.browser();
    await an.signIn('anx', passwordOf('an'));
    const before = an.cookie;
    await an.signIn('anx', passwordOf('an'));
    expect(an.cookie).not.toBe(before);
    const thief = served.browser();
    thief.cookie = before;
    expect((await thief.get('/api/calendar')).status).toBe(401);
  });

  test('a foreign page cannot sign anybody in', async () => {
    const answer = await served
      .browser()
      .send(
        'POST',
        '/api/sign-in',
        { userName: 'thu', password: passwordOf('thu') },
        { origin: 'https://evil.example' },
      );
    expect(answer).toMatchObject({ status: 403, body: { code: 'origin/foreign' } });
  });

  test('no password and no token reaches the log', async () => {
    const an = served.browser();
    await an.signIn('anx', passwordOf('an'));
    await an.signIn('anx', 'mật khẩu sai bét nhè');
    const log = served.logLines.join('');
    for (const secret of [passwordOf('an'), 'sai bét', an.cookie.slice(6)]) expect(log).not.toContain(secret);
  });
});

describe('the first password', () => {
  async function newcomer() {
    const admin = served.browser();
    await admin.signIn('quan');
    const made = await admin.post('/api/users', { personId: 'khach', userName: 'khach.moi', roles: [] });
    const guest = served.browser();
    await guest.signIn('khach.moi', made.body.initialPassword);
    return { guest, initialPassword: made.body.initialPassword as string };
  }

  test('[I3] nothing else is open until it is changed', async () => {
    const { guest, initialPassword } = await newcomer();
    expect((await guest.get('/api/me')).body).toMatchObject({
      personId: 'khach',
      passwordChangeRequired: true,
    });
    expect(await guest.get('/api/calendar')).toMatchObject({
      status: 403,
      body: { code: 'auth/password-change-required' },
    });
    const change = (newPassword: string) =>
      guest.post('/api/me/password', { currentPassword: initialPassword, newPassword });
    expect((await change('matkhau@123456')).body.code).toBe('identity/password-common');
    expect((await change('ngắn')).body.code).toBe('identity/password-short');
    expect((await change(initialPassword)).body.code).toBe('identity/password-unchanged');
    expect((await change('con đò chiều sông Vàm')).body).toMatchObject({ passwordChangeRequired: false });
    expect((await guest.get('/api/calendar')).status).toBe(200);
  });

  test('[I8] changing it ends the other sign-ins and renews this one', async () => {
    const { guest, initialPassword } = await newcomer();
    const other = served.browser();
    await other.signIn('khach.moi', initialPassword);
    const before = guest.cookie;
    const newPassword = 'con đò chiều sông Vàm';
    await guest.post('/api/me/password', { currentPassword: initialPassword, newPassword });
    expect(guest.cookie).not.toBe(before);
    expect((await other.get('/api/me')).body).toEqual({ signedIn: false });
    expect((await served.browser().signIn('khach.moi', initialPassword)).status).toBe(401);
    expect((await served.browser().signIn('khach.moi', newPassword)).status).toBe(200);
  });

  test('a wrong current password changes nothing', async () => {
    const { guest } = await newcomer();
    const given = { currentPassword: 'không phải cái này', newPassword: 'con đò chiều sông Vàm' };
    expect((await guest.post('/api/me/password', given)).body.code).toBe('identity/current-password-wrong');
  });
});

describe('the end of a sign-in', () => {
  test('signing out ends this one at once, and tells open connections', async () => {
    const told: string[] = [];
    served.identity.onRevoked(({ personId, sessionIds }) => told.push(`${personId} ${sessionIds.length}`));
    const an = served.browser();
    await an.signIn('anx', passwordOf('an'));
    const thief = served.browser();
    thief.cookie = an.cookie;
    expect((await an.post('/api/sign-out')).status).toBe(204);
    expect(an.cookie).toBe('hopso=');
    expect((await thief.get('/api/calendar')).status).toBe(401);
    expect(told).toEqual(['an 1']);
  });

  test('signing out everywhere ends them all', async () => {
    const told: number[] = [];
    served.identity.onRevoked(({ sessionIds }) => told.push(sessionIds.length));
    const [one, two, other] = [served.browser(), served.browser(), served.browser()];
    await one.signIn('anx', passwordOf('an'));
    await two.signIn('anx', passwordOf('an'));
    await other.signIn('thu');
    await two.get('/api/calendar');
    await one.post('/api/sign-out/everywhere');
    expect((await two.get('/api/calendar')).status).toBe(401);
    expect((await other.get('/api/calendar')).status).toBe(200);
    expect(told).toEqual([2]);
  });

  test('[I8] who remembers a person is told of their changed rights, whether or not they are signed in', async () => {
    const told: string[] = [];
    served.identity.onRevoked(({ personId, sessionIds }) => told.push(`${personId} ${sessionIds.length}`));
    const [admin, an] = [served.browser(), served.browser()];
    await admin.signIn('quan');
    const roles = { roles: [{ role: 'member', unitId: null }] };
    expect((await admin.send('PUT', '/api/users/an/roles', roles)).status).toBe(200);
    await an.signIn('anx', passwordOf('an'));
    expect((await admin.send('PUT', '/api/users/an/roles', { roles: [] })).status).toBe(200);
    expect(told).toEqual(['an 0', 'an 1']);
  });

  test('[I7] an hour without use ends it, a running session keeps it, twelve hours end it', async () => {
    const [idle, busy, inSession] = [served.browser(), served.browser(), served.browser()];
    await idle.signIn('anx', passwordOf('an'));
    await busy.signIn('thu');
    await inSession.signIn('binh');
    served.running.add('binh');
    for (let minutes = 0; minutes < 90; minutes += 30) {
      served.clock.advance(hour / 2);
      expect((await busy.get('/api/calendar')).status).toBe(200);
    }
    expect((await idle.get('/api/calendar')).status).toBe(401);
    expect((await inSession.get('/api/calendar')).status).toBe(200);
    served.clock.advance(11 * hour);
    expect((await inSession.get('/api/calendar')).status).toBe(401);
  });

  test('use over an open connection counts', async () => {
    const an = served.browser();
    await an.signIn('anx', passwordOf('an'));
    const principal = await served.identity.authenticate(an.cookie);
    for (let n = 0; n < 3; n += 1) {
      served.clock.advance(0.9 * hour);
      served.identity.touch(principal?.sessionId ?? '');
    }
    expect((await an.get('/api/calendar')).status).toBe(200);
  });

  test('a password reset by another process ends sign-ins here within a second', async () => {
    const { db, clock, logger, meetings, identity } = served;
    await identity.start();
    const an = served.browser();
    await an.signIn('anx', passwordOf('an'));
    const revoked = new Promise((resolve) => identity.onRevoked(resolve));
    const operator = createIdentity({ db, clock, logger, secure: false, meetings });
    const from = performance.now();
    expect(await operator.resetPasswordOf('operator', 'ANX')).toMatchObject({ ok: true });
    expect(await revoked).toMatchObject({ personId: 'an' });
    expect(performance.now() - from).toBeLessThan(1000);
    expect((await an.get('/api/calendar')).status).toBe(401);
  });

  test('a thousand that come back after a restart cost a handful of queries', async () => {
    const { db, clock, logger, meetings } = served;
    const cookies: string[] = [];
    const now = clock.now();
    await db.write(async (q) => {
      for (let n = 0; n < 1000; n += 1) {
        const token = newToken();
        cookies.push(`hopso=${token}`);
        const times = { createdAt: now, lastSeenAt: now, expiresAt: now + hour };
        const row = { ...times, personId: 'an', meetingId: null, userAgent: '', address: '' };
        await q.insert(db.t.loginSessions).values({ ...row, tokenHash: tokenHash(token) });
      }
    });
    const select = vi.spyOn(db.read, 'select');
    const restarted = createIdentity({ db, clock, logger, secure: false, meetings });
    const found = await Promise.all(cookies.map((cookie) => restarted.authenticate(cookie)));
    expect(found.every((principal) => principal?.personId === 'an')).toBe(true);
    expect(select.mock.calls.length).toBeLessThan(10);
    select.mockClear();
    await Promise.all(cookies.map((cookie) => restarted.authenticate(cookie)));
    expect(select).not.toHaveBeenCalled();
  });
});
