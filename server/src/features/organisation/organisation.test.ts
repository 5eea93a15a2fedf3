import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { manualClock } from '#platform/clock';
import { type Database, openDatabase } from '#platform/database';
import { createHttpApp, createWebServer, listen, type Principal } from '#platform/http';
import { createLogger, createMetrics } from '#platform/telemetry';
import { ImportError, type ImportedUnit } from './import-units.ts';
import { createOrganisation, type Organisation } from './organisation.ts';

const province = {
  code: '80',
  name: 'Tỉnh Long An',
  level: 'province',
  parentCode: null,
  validFrom: '1976-01-01',
  validTo: '2025-06-30',
} as const satisfies ImportedUnit;
const under = (code: string, name: string, validTo: string | null = '2025-06-30'): ImportedUnit => ({
  code,
  name,
  level: 'district',
  parentCode: '80',
  validFrom: '1976-01-01',
  validTo,
});

let folder: string;
let database: Database;
let organisation: Organisation;
let server: Server;
let base: string;
let ids: ReadonlyMap<string, string>;
let ended: string[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hopso-organisation-'));
  const logger = createLogger({ level: 'silent' });
  database = await openDatabase({ engine: 'sqlite', dataDir: folder }, { logger });
  ended = [];
  organisation = createOrganisation({
    db: database.db,
    clock: manualClock(Date.UTC(2021, 3, 28, 0, 30)),
    afterDeactivation: async (personId) => void ended.push(personId),
  });
  ids = await organisation.importUnits('system', [
    province,
    under('794', 'Thành phố Tân An'),
    under('803', 'Huyện Bến Lức'),
    under('STC', 'Sở Tài chính', null),
  ]);
  const http = createHttpApp({
    config: { mode: 'test', publicUrl: undefined, trustProxy: false, secure: false, metricsToken: undefined },
    logger,
    metrics: createMetrics(),
    authenticate: async (role) => (role === undefined ? null : principalWith(role)),
    access: { isDesk: () => false, isParticipant: () => false },
    version: '0.0.0',
    isReady: () => true,
  });
  organisation.mountRoutes(http.mount);
  server = createWebServer(http.express, { tls: undefined });
  base = `http://127.0.0.1:${await listen(server, { host: '127.0.0.1', port: 0 })}`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await database.close();
  rmSync(folder, { recursive: true });
});

const principalWith = (role: string): Principal => ({
  sessionId: 's',
  personId: 'quan',
  roles: [{ role: role as 'administrator', unitId: null }],
  meetingScope: null,
  passwordChangeRequired: false,
  expiresAt: 0,
});

async function send(method: string, path: string, body?: unknown, role = 'administrator') {
  const answer = await fetch(base + path, {
    method,
    headers: { cookie: role, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  // biome-ignore lint/suspicious/noExplicitAny: tests read the members they name
  return { status: answer.status, body: (text === '' ? undefined : JSON.parse(text)) as any };
}

const unitId = (code: string, validFrom = '1976-01-01') => ids.get(`${code}@${validFrom}`) ?? '';

async function person(name: string, post = 'Giám đốc', code = 'STC') {
  const made = await organisation.addPerson('quan', { name, post, unitId: unitId(code), phone: null });
  if (!made.ok) throw new Error(made.error.code);
  return made.value.personId;
}

async function seat(title: string, sort: number, isChair = false) {
  const wish = { title, isChair, sort, validFrom: '2016-06-20' };
  const made = await organisation.addSeat('quan', unitId('80'), wish);
  if (!made.ok) throw new Error(made.error.code);
  return made.value.id;
}

describe('units', () => {
  test('[O1] are asked for as of a day, in the order of the tree', async () => {
    const names = async (day: string) => (await organisation.unitsOn(day)).map(({ name }) => name);
    expect(await names('2021-04-28')).toEqual([
      'Tỉnh Long An',
      'Thành phố Tân An',
      'Huyện Bến Lức',
      'Sở Tài chính',
    ]);
    expect(await names('2025-07-01')).toEqual(['Sở Tài chính']);
    expect(
      (await send('GET', '/api/units?on=2025-06-30', undefined, 'unitSecretary')).body.units,
    ).toHaveLength(4);
    expect((await send('GET', '/api/units?on=30/6/2025')).status).toBe(400);
    expect((await send('GET', '/api/units', undefined, 'viewer')).status).toBe(404);
  });

  test('a whole province comes in at once, and only once', async () => {
    const districts = Array.from({ length: 15 }, (_, n) => under(`D${n}`, `Huyện ${n}`));
    const communes = districts.flatMap(({ code }) =>
      Array.from({ length: 14 }, (_, n): ImportedUnit => {
        return { ...under(`${code}-${n}`, `Xã ${n}`), level: 'commune', parentCode: code };
      }),
    );
    await organisation.importUnits('system', [...districts, ...communes]);
    const again = await organisation.importUnits('system', [...districts, ...communes]);
    const found = (await organisation.unitsOn('2021-04-28')).filter(({ level }) => level === 'commune');
    expect(found).toHaveLength(15 * 14);
    expect(again.size).toBe(4 + 15 + 15 * 14);
  });

  test('a list that contradicts itself is not imported at all', async () => {
    const orphan = { ...under('999', 'Xã lạc'), parentCode: '998' };
    await expect(organisation.importUnits('system', [under('797', 'Huyện mới'), orphan])).rejects.toThrow(
      ImportError,
    );
    expect((await organisation.unitsOn('2021-04-28')).map(({ code }) => code)).not.toContain('797');
  });

  test('[O2] are added under a unit of that day, renamed, and ended when nothing outlasts them', async () => {
    const wish = { code: '796', name: 'Huyện Tân Hưng', level: 'district', parentId: unitId('80') };
    const made = await send('POST', '/api/units', { ...wish, validFrom: '2021-01-01' });
    expect(made).toMatchObject({ status: 201, body: { validTo: null } });
    const { id } = made.body;
    expect((await send('POST', '/api/units', { ...wish, validFrom: '2021-01-01' })).body.code).toBe(
      'organisation/code-used',
    );
    expect(
      (await send('POST', '/api/units', { ...wish, code: 'x', validFrom: '2026-01-01' })).body.code,
    ).toBe('organisation/parent-not-valid');
    expect((await send('PATCH', `/api/units/${id}`, { name: 'Huyện Tân Hưng mới' })).body).toMatchObject({
      name: 'Huyện Tân Hưng mới',
      code: '796',
    });
    const end = (lastDay: string, unit = id) => send('POST', `/api/units/${unit}/end`, { lastDay });
    expect((await end('2024-12-31', unitId('80'))).body).toMatchObject({ code: 'organisation/still-in-use' });
    expect((await end('2020-12-31')).body.code).toBe('organisation/ends-before-start');
    expect((await end('2025-06-30')).body.validTo).toBe('2025-06-30');
    expect((await end('2025-06-30', 'nothing')).status).toBe(404);
  });
});

describe("a committee's seats", () => {
  test('[O7] the facts of a day: filled seats with holders of that day, in order', async () => {
    const [chair, finance, vacant] = [
      await seat('Chủ tịch', 1, true),
      await seat('Ủy viên', 3),
      await seat('Phó', 2),
    ];
    const [an, binh, chi] = [
      await person('Lê An', 'Chủ tịch'),
      await person('Đỗ Bình'),
      await person('Vũ Chi'),
    ];
    await organisation.appoint('quan', chair, { personId: an, from: '2016-06-20' });
    await organisation.appoint('quan', finance, { personId: binh, from: '2016-06-20' });
    await organisation.appoint('quan', finance, { personId: chi, from: '2021-06-21' });
    expect(await organisation.seatsOn(unitId('80'), '2021-06-20')).toEqual([
      {
        seatId: chair,
        title: 'Chủ tịch',
        isChair: true,
        personId: an,
        name: 'Lê An',
        post: 'Chủ tịch',
        unit: 'Sở Tài chính',
      },
      {
        seatId: finance,
        title: 'Ủy viên',
        isChair: false,
        personId: binh,
        name: 'Đỗ Bình',
        post: 'Giám đốc',
        unit: 'Sở Tài chính',
      },
    ]);
    expect((await organisation.seatsOn(unitId('80'), '2021-06-21')).map(({ name }) => name)).toEqual([
      'Lê An',
      'Vũ Chi',
    ]);
    const listed = (await send('GET', `/api/units/${unitId('80')}/seats`)).body.seats;
    expect(listed.map(({ holder }: { holder: { name: string } | null }) => holder?.name)).toEqual([
      'Lê An',
      undefined,
      'Đỗ Bình',
    ]);
    expect(listed[1].id).toBe(vacant);
  });

  test('[O3] [O4] two chairs, two seats for one person, unknown persons are refused', async () => {
    const [chair, member] = [await seat('Chủ tịch', 1, true), await seat('Ủy viên', 2)];
    const an = await person('Lê An');
    const add = { title: 'Chủ tịch', isChair: true, sort: 9, validFrom: '2021-01-01' };
    expect((await send('POST', `/api/units/${unitId('80')}/seats`, add)).body.code).toBe(
      'organisation/second-chair',
    );
    const appoint = (seatId: string, personId: string) =>
      send('POST', `/api/seats/${seatId}/holders`, { personId, from: '2021-01-01' });
    expect((await appoint(chair, an)).body.holder).toMatchObject({ personId: an, validFrom: '2021-01-01' });
    expect((await appoint(member, an)).body.code).toBe('organisation/holds-another-seat');
    expect((await appoint(member, 'nobody')).status).toBe(404);
    expect((await appoint('nothing', an)).status).toBe(404);
  });

  test('[O6] a seat is vacated, or ends with its holding', async () => {
    const chair = await seat('Chủ tịch', 1, true);
    const an = await person('Lê An');
    await organisation.appoint('quan', chair, { personId: an, from: '2021-01-01' });
    expect((await send('POST', `/api/seats/${chair}/vacate`, { lastDay: '2020-01-01' })).status).toBe(404);
    const vacated = await send('POST', `/api/seats/${chair}/vacate`, { lastDay: '2021-05-31' });
    expect(vacated.body.holder.validTo).toBe('2021-05-31');
    expect(await organisation.seatsOn(unitId('80'), '2021-06-01')).toEqual([]);
    const over = await send('POST', `/api/seats/${chair}/end`, { lastDay: '2021-04-30' });
    expect(over.body).toMatchObject({ validTo: '2021-04-30', holder: { validTo: '2021-04-30' } });
  });
});

describe('persons', () => {
  test('are found by parts of name, post or unit, marks and đ aside, and listed by given name', async () => {
    for (const name of ['Trần Văn Ổn', 'Đặng Thị Hường', 'Lê Ân', 'Đỗ Minh Anh']) await person(name);
    const found = async (query: string) =>
      (await send('GET', `/api/persons?${query}`, undefined, 'unitSecretary')).body.persons.map(
        ({ name }: { name: string }) => name,
      );
    expect(await found('search=dang+huong')).toEqual(['Đặng Thị Hường']);
    expect(await found('search=GIAM')).toEqual(['Đỗ Minh Anh', 'Lê Ân', 'Đặng Thị Hường', 'Trần Văn Ổn']);
    expect(await found(`unit=${unitId('80')}`)).toEqual([]);
    expect((await send('GET', '/api/persons?limit=1')).body.more).toBe(true);
  });

  test('are changed; leaving the lists ends their sign-ins, holding a seat forbids it', async () => {
    const an = await person('Lê An');
    expect((await send('GET', `/api/persons/${an}`, undefined, 'unitSecretary')).status).toBe(404);
    const edit = (changes: object) => send('PATCH', `/api/persons/${an}`, changes);
    expect((await edit({ post: 'Chánh Văn phòng', phone: '0272 3826 152' })).body).toMatchObject({
      name: 'Lê An',
      post: 'Chánh Văn phòng',
      phone: '0272 3826 152',
    });
    expect((await edit({ unitId: 'nothing' })).body.code).toBe('organisation/unit-not-valid');
    const chair = await seat('Chủ tịch', 1, true);
    await organisation.appoint('quan', chair, { personId: an, from: '2021-01-01' });
    expect((await edit({ active: false })).body.code).toBe('organisation/holds-a-seat');
    await send('POST', `/api/seats/${chair}/vacate`, { lastDay: '2021-04-27' });
    expect((await edit({ active: false })).body.active).toBe(false);
    expect(ended).toEqual([an]);
    expect((await send('GET', '/api/persons')).body.persons).toEqual([]);
    expect(await organisation.personCards([an, 'nobody'])).toEqual({
      [an]: { personId: an, name: 'Lê An', post: 'Chánh Văn phòng', unit: 'Sở Tài chính' },
    });
  });

  test('names with control characters or reversed text are refused', async () => {
    for (const name of ['An\nBình', 'An\u202eBình', '   ']) {
      const wish = { name, post: 'Ủy viên', unitId: unitId('STC'), phone: null };
      expect((await send('POST', '/api/persons', wish)).status).toBe(400);
    }
  });
});
