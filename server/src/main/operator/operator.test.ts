import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createIdentity } from '#identity';
import { systemClock } from '#platform/clock';
import { openDatabase, openSqlite } from '#platform/database';
import { createLogger } from '#platform/telemetry';
import { runOperator } from './run.ts';
import type { Terminal } from './terminal.ts';

let folder: string;
let dataDir: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hopso-'));
  dataDir = join(folder, 'data');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Answer {
  readonly status: number;
  readonly said: string;
  readonly noted: string;
}

/** Runs a command as an operator would; `typed` are the lines that the operator types, or sends in. */
async function hopso(
  args: readonly string[],
  typed: readonly string[] = [],
  canAsk = typed.length > 0,
): Promise<Answer> {
  const said: string[] = [];
  const noted: string[] = [];
  const lines = [...typed];
  const terminal: Terminal = {
    environment: { DATA_DIR: dataDir },
    say: (text) => void said.push(text),
    note: (text) => void noted.push(text),
    canAsk,
    readLine: async () => lines.shift() ?? null,
  };
  const status = await runOperator(args, terminal);
  return { status, said: said.join('\n'), noted: noted.join('\n') };
}

const create = (...more: string[]) =>
  hopso(['create-admin', '--username', 'quantri', '--name', 'Nguyễn Thị Hạnh', ...more]);
const passwordIn = ({ said }: Answer) => /\b(\w{4}-\w{4}-\w{4})\b/.exec(said)?.[1] ?? '';

/** What is stored, read without a server. */
async function stored() {
  const { db, close } = await openDatabase({ engine: 'sqlite', dataDir }, { logger: { warn() {} } });
  const read = async () => ({
    users: await db.read.select().from(db.t.users),
    units: await db.read.select().from(db.t.units),
    persons: await db.read.select().from(db.t.persons),
    roles: await db.read.select().from(db.t.systemRoles),
    journal: await db.read.select().from(db.t.auditEntries),
  });
  return read().finally(close);
}

describe('create-admin', () => {
  test('sets up an empty folder: unit, person, account, and a password that is shown once', async () => {
    const answer = await create();
    expect(answer.status).toBe(0);
    const password = passwordIn(answer);
    const { users, units, persons, roles, journal } = await stored();
    expect(units).toMatchObject([{ name: 'Quản trị hệ thống', parentId: null }]);
    expect(persons).toMatchObject([{ name: 'Nguyễn Thị Hạnh', unitId: units[0]?.id }]);
    expect(users).toMatchObject([{ username: 'quantri', mustChange: true }]);
    expect(roles).toMatchObject([{ role: 'administrator', unitId: null }]);
    expect(journal.every(({ actorId }) => actorId === 'operator')).toBe(true);
    expect(password).not.toBe('');
    expect(JSON.stringify([users, journal])).not.toContain(password);
  });

  test('takes the one root unit, or the unit that is named, by name without marks or by code', async () => {
    await create('--unit', 'Văn phòng UBND tỉnh');
    await hopso(['create-admin', '--username', 'hai', '--name', 'B']);
    await hopso(['create-admin', '--username', 'hai.ba', '--name', 'B', '--unit', 'van phong ubnd tinh']);
    await hopso(['create-admin', '--username', 'hai.bon', '--name', 'C', '--unit', 'van-phong-ubnd-tinh']);
    const { units, users } = await stored();
    expect(units).toHaveLength(1);
    expect(users).toHaveLength(4);
  });

  test('does not choose among several root units', async () => {
    await create('--unit', 'UBND tỉnh');
    await create('--unit', 'HĐND tỉnh', '--username', 'khac');
    const answer = await create('--username', 'nua');
    expect(answer).toMatchObject({ status: 2, noted: expect.stringContaining('HĐND tỉnh') });
  });

  test('asks for what was not given; a typed password need not be changed', async () => {
    const password = 'cây bàng trước sân rất cao';
    const answer = await hopso(
      ['create-admin', '--password-stdin'],
      ['quantri', 'Lê An', password, password],
    );
    expect(answer).toMatchObject({ status: 0, noted: '' });
    expect(answer.said).not.toContain(password);
    expect((await stored()).users).toMatchObject([{ username: 'quantri', mustChange: false }]);
  });

  test.each<[string, readonly string[], readonly string[], boolean]>([
    ['a taken name', ['--username', 'QuanTri', '--name', 'A'], [], false],
    ['an unusable name', ['--username', 'ông A', '--name', 'A'], [], false],
    ['nothing to ask', [], [], false],
    ['an empty person', ['--username', 'abc', '--name', ' '], [], false],
    ['a weak password', ['--username', 'abc', '--name', 'A', '--password-stdin'], ['matkhau123456'], false],
    ['no password', ['--username', 'abc', '--name', 'A', '--password-stdin'], [], false],
    [
      'two passwords',
      ['--username', 'abc', '--name', 'A', '--password-stdin'],
      ['cây bàng cao lắm', 'khác'],
      true,
    ],
  ])('refuses %s and leaves nothing', async (_, args, typed, canAsk) => {
    await create();
    const answer = await hopso(['create-admin', ...args], typed, canAsk);
    expect(answer.status).toBeGreaterThan(0);
    expect(answer.noted).not.toContain('ngoài dự kiến');
    const { users, persons } = await stored();
    expect([users.length, persons.length]).toEqual([1, 1]);
  });
});

describe('reset-password', () => {
  test('gives another one, shown once', async () => {
    const first = passwordIn(await create());
    const answer = await hopso(['reset-password', 'QuanTri']);
    expect(answer.status).toBe(0);
    expect(passwordIn(answer)).not.toBe(first);
    expect(await hopso(['reset-password', 'ai-do'])).toMatchObject({ status: 1, said: '' });
  });

  test('beside a running server ends the sign-ins there within a second; create-admin works there too', async () => {
    await create();
    const database = openSqlite(dataDir, { logger: { warn() {} } });
    const { db } = database;
    const identity = createIdentity({
      db,
      clock: systemClock,
      logger: createLogger({ level: 'silent' }),
      secure: false,
      meetings: { isParticipant: () => false, isDesk: () => false, isInRunningMeeting: () => false },
    });
    try {
      const [person] = await db.read.select().from(db.t.persons);
      const personId = person?.id ?? '';
      const token = 'a'.repeat(43);
      const tokenHash = createHash('sha256').update(token).digest('hex');
      const now = systemClock.now();
      const session = { tokenHash, personId, createdAt: now, lastSeenAt: now, expiresAt: now + 3_600_000 };
      await db.write(async (q) => {
        await q.insert(db.t.loginSessions).values({ ...session, userAgent: '', address: '' });
      });
      await identity.start();
      expect(await identity.authenticate(`hopso=${token}`)).toMatchObject({ personId });
      const revoked = new Promise((resolve) => identity.onRevoked(resolve));
      expect((await hopso(['reset-password', 'quantri'])).status).toBe(0);
      const began = performance.now();
      expect(await revoked).toMatchObject({ personId });
      expect(performance.now() - began).toBeLessThan(1_000);
      expect(await identity.authenticate(`hopso=${token}`)).toBeNull();
      expect((await create('--username', 'thu-hai')).status).toBe(0);
      expect(await db.read.select().from(db.t.users)).toHaveLength(2);
    } finally {
      await identity.close();
      await database.close();
    }
  });
});

describe('the data', () => {
  test('are backed up, verified and restored', async () => {
    await create();
    const file = join(folder, 'b.tar');
    expect((await hopso(['backup', file])).said).toContain(file);
    expect(await hopso(['backup', file])).toMatchObject({ status: 1, said: '' });
    expect((await hopso(['verify'])).said).toContain('Dữ liệu toàn vẹn.');
    const { said } = await hopso(['verify', '--json']);
    expect(JSON.parse(said)).toMatchObject({ ok: true, meetings: 0, faults: [] });
    expect(await hopso(['restore', file])).toMatchObject({
      status: 1,
      noted: expect.stringContaining('--force'),
    });
    const restored = await hopso(['restore', file, '--force']);
    expect(restored).toMatchObject({ status: 0, noted: '' });
    expect(restored.said).toContain('before-restore-');
    expect((await stored()).journal.at(-1)).toMatchObject({
      action: 'operation.restored',
      actorId: 'operator',
    });
  });

  test('are migrated, but not under a running server, which a restore does not disturb either', async () => {
    expect((await hopso(['migrate'])).status).toBe(0);
    const file = join(folder, 'b.tar');
    const database = openSqlite(dataDir, { logger: { warn() {} } });
    try {
      expect((await hopso(['backup', file])).status).toBe(0);
      for (const args of [['migrate'], ['restore', file, '--force']]) {
        expect(await hopso(args)).toMatchObject({
          status: 1,
          noted: expect.stringContaining('dừng máy chủ'),
        });
      }
    } finally {
      await database.close();
    }
    expect(readFileSync(file).length).toBeGreaterThan(0);
  });

  test('that are not there are not made by looking for them', async () => {
    for (const args of [['verify'], ['backup', join(folder, 'b.tar')]]) {
      expect(await hopso(args)).toMatchObject({ status: 1, noted: expect.stringContaining(dataDir) });
    }
    expect(readdirSync(folder)).toEqual([]);
  });
});

test.each([
  [[]],
  [['fly']],
  [['backup']],
  [['backup', 'a', 'b']],
  [['verify', 'a']],
  [['verify', '--loud']],
  [['restore', '--json', 'a']],
  [['reset-password']],
])('called as %j says how to call it, with status 2', async (args) => {
  const answer = await hopso(args);
  expect(answer).toMatchObject({ status: 2, said: '' });
  expect(answer.noted).not.toBe('');
});

test('help is the answer when it is asked for', async () => {
  expect(await hopso(['help'])).toMatchObject({
    status: 0,
    said: expect.stringContaining('create-admin'),
    noted: '',
  });
});
