import { readCodeLink } from '@hopso/shared/identity';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { guessesFor } from './failure-limits.ts';
import {
  type Browser,
  passwordOf,
  type ServedIdentity,
  serveIdentity,
} from './served-identity.test-support.ts';

let served: ServedIdentity;
let desk: Browser;
beforeEach(async () => {
  served = await serveIdentity();
  desk = served.browser();
  await desk.signIn('thu');
});
afterEach(() => served.close());

const issue = async (person = 'an') => (await desk.post('/api/meetings/m1/codes', { person })).body;
const redeem = (browser: Browser, code: string, ticket?: string) =>
  browser.post('/api/sign-in/code', { code, ...(ticket === undefined ? {} : { ticket }) });

describe('"Mã vào họp"', () => {
  test('[I9] is six digits and a QR, and signs in to that meeting', async () => {
    const issued = await issue();
    expect(issued.code).toMatch(/^\d{6}$/);
    expect(issued.expiresAt).toBe(served.clock.now() + 15 * 60_000);
    expect(issued.qr).toMatch(/^<svg /);
    expect(readCodeLink(new URL(issued.link).hash)).toMatchObject({ code: issued.code });
    const an = served.browser();
    expect(await redeem(an, issued.code)).toMatchObject({
      status: 200,
      body: { personId: 'an', meetingScope: 'm1', passwordChangeRequired: false },
    });
    expect((await an.get('/api/meetings/m1/agenda')).body).toEqual({ caller: 'an' });
  });

  test('[I10] opens that meeting only, changes no password, ends no other sign-in', async () => {
    const elsewhere = served.browser();
    await elsewhere.signIn('anx', passwordOf('an'));
    const an = served.browser();
    await redeem(an, (await issue()).code);
    for (const path of ['/api/meetings/m2/agenda', '/api/calendar', '/api/users']) {
      expect((await an.get(path)).status).toBe(404);
    }
    const change = { currentPassword: passwordOf('an'), newPassword: 'con đò chiều sông Vàm' };
    expect((await an.post('/api/me/password', change)).status).toBe(404);
    expect((await an.post('/api/sign-out/everywhere')).status).toBe(404);
    expect((await elsewhere.get('/api/calendar')).status).toBe(200);
    expect((await an.post('/api/sign-out')).status).toBe(204);
  });

  test('[I10] carries no system role', async () => {
    await served.identity.createAccount('system', {
      personId: 'khach',
      userName: 'khach.quan',
      roles: [{ role: 'administrator', unitId: null }],
      password: passwordOf('khach'),
    });
    const guest = served.browser();
    expect((await redeem(guest, (await issue('khach')).code)).body.roles).toEqual([]);
  });

  test('[I9] works once', async () => {
    const { code } = await issue();
    expect((await redeem(served.browser(), code)).status).toBe(200);
    expect(await redeem(served.browser(), code)).toMatchObject({
      status: 401,
      body: { code: 'auth/wrong-code' },
    });
  });

  test('[I9] works once even when two tablets use it at the same moment', async () => {
    const { code } = await issue();
    const both = await Promise.all([redeem(served.browser(), code), redeem(served.browser(), code)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  test('[I9] ends after 15 minutes, and when a new one is issued', async () => {
    const first = await issue();
    const second = await issue();
    expect((await redeem(served.browser(), first.code)).status).toBe(401);
    served.clock.advance(15 * 60_000);
    expect((await redeem(served.browser(), second.code)).status).toBe(401);
  });

  test('serves a person without an account', async () => {
    const guest = served.browser();
    expect((await redeem(guest, (await issue('khach')).code)).body).toMatchObject({
      personId: 'khach',
      userName: null,
    });
  });

  test('only the desk of that meeting issues it, only to its participants', async () => {
    const member = served.browser();
    await member.signIn('anx', passwordOf('an'));
    const answers = [
      await member.post('/api/meetings/m1/codes', { person: 'binh' }),
      await desk.post('/api/meetings/m2/codes', { person: 'an' }),
      await desk.post('/api/meetings/m1/codes', { person: 'quan' }),
      await desk.post('/api/meetings/nothing/codes', { person: 'an' }),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(Array(4).fill([404, 'not-found']));
  });

  test('[I9] issuing and use are in the journal, the code is not', async () => {
    const { code } = await issue();
    await redeem(served.browser(), code);
    const rows = await served.db.read.select().from(served.db.t.auditEntries);
    const deeds = rows.map(({ actorId, action, object }) => [actorId, action, object]);
    expect(deeds).toContainEqual(['thu', 'identity.code-issued', 'an']);
    expect(deeds).toContainEqual(['an', 'identity.signed-in-by-code', 'an']);
    expect(JSON.stringify(rows)).not.toContain(code);
  });

  test('[I11] guessing is slowed for the guesser; the QR still works for the hall', async () => {
    const issued = await issue();
    const wrong = issued.code === '000000' ? '000001' : '000000';
    for (let n = 0; n < 60; n += 1) await redeem(served.browser(), wrong);
    const slowed = await redeem(served.browser(), issued.code);
    expect(slowed).toMatchObject({ status: 429, body: { code: 'auth/locked' } });
    const { ticket } = readCodeLink(new URL(issued.link).hash) ?? { ticket: '' };
    expect((await redeem(served.browser(), wrong, ticket)).status).toBe(401);
    expect((await redeem(served.browser(), issued.code, ticket)).status).toBe(200);
  });

  test('[I11] all guesses together find a code in fewer than one attack in fifty', () => {
    for (const live of [1, 2, 40, 300, 1000]) {
      expect((guessesFor(live) * live) / 1_000_000).toBeLessThanOrEqual(0.02);
    }
  });
});

describe('the desk', () => {
  test('unlocks an account in one tap', async () => {
    for (let n = 0; n < 6; n += 1) await served.browser().signIn('binh', 'sai mật khẩu rồi đó');
    expect((await served.browser().signIn('binh')).status).toBe(429);
    expect((await desk.post('/api/meetings/m1/unlock', { person: 'binh' })).status).toBe(204);
    expect((await served.browser().signIn('binh')).status).toBe(200);
    expect((await desk.post('/api/meetings/m1/unlock', { person: 'quan' })).status).toBe(404);
  });

  test('[I12] makes a link for the hall screen and withdraws it', async () => {
    const dark: string[] = [];
    served.identity.onScreenRevoked((meetingId) => dark.push(meetingId));
    const made = (await desk.post('/api/meetings/m1/screens')).body;
    const token = new URL(made.url).hash.slice(1);
    expect(await served.identity.resolveScreen(token)).toBe('m1');
    expect(await served.identity.resolveScreen(made.id)).toBeNull();
    expect(await served.identity.resolveScreen('A'.repeat(43))).toBeNull();
    const listed = (await desk.get('/api/meetings/m1/screens')).body.screens;
    expect(listed).toEqual([
      { id: made.id, hint: token.slice(-4), createdBy: 'thu', createdAt: served.clock.now() },
    ]);
    expect((await desk.send('DELETE', `/api/meetings/m2/screens/${made.id}`)).status).toBe(404);
    expect((await desk.send('DELETE', `/api/meetings/m1/screens/${made.id}`)).status).toBe(204);
    expect(await served.identity.resolveScreen(token)).toBeNull();
    expect(dark).toEqual(['m1']);
    expect((await desk.send('DELETE', `/api/meetings/m1/screens/${made.id}`)).status).toBe(404);
  });
});
