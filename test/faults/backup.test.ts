import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { verifyInstallation } from '@hopso/server/features/audit';
import {
  BackupExistsError,
  createBackup,
  type DatabaseSource,
  type DatabaseTarget,
  OtherEngineError,
  postgresSource,
  postgresTarget,
  restoreBackup,
  sqliteSource,
  sqliteTarget,
  TargetNotEmptyError,
} from '@hopso/server/platform/backup';
import { readBlobFolder } from '@hopso/server/platform/blobs';
import {
  DataDirLockedError,
  type Db,
  openSqlite,
  type ReadSnapshot,
  readPostgresSnapshot,
  snapshotsOf,
} from '@hopso/server/platform/database';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { quietLogger, type TestEngine, temporaryFolder, testEngines } from '../support/engines.ts';
import { type Installation, openInstallation } from '../support/installation.ts';

const NOW = Date.UTC(2021, 3, 28, 5);
const ballot = (person: string) => ({ type: 'BallotCast', person, choice: 'tán thành\u2028"12"\n' });

let cleanUp: (() => Promise<void> | void)[] = [];
beforeEach(() => {
  cleanUp = [];
});
afterEach(async () => {
  for (const step of cleanUp.toReversed()) await step();
});

function newFolder(): string {
  const folder = temporaryFolder();
  cleanUp.push(folder.remove);
  return folder.path;
}

async function newInstallation(engine: TestEngine): Promise<Installation> {
  const installation = await openInstallation(engine);
  cleanUp.push(() => installation.dispose());
  return installation;
}

/** Meetings with records, a stored paper, checkpoints, and secrets that must not leave the house. */
async function fill(installation: Installation): Promise<void> {
  const { database, checkpoints } = installation;
  await installation.publish('m1');
  const paper = await installation.upload('m1', 'Tờ trình về kế hoạch đầu tư công');
  await installation.publish('m2', [paper]);
  await checkpoints.flush();
  for (const person of ['a', 'b', 'c']) await installation.append('m1', ballot(person));
  const { db } = database;
  await db.write(async (q) => {
    const { units, persons, loginSessions, screenLinks, settings, auditEntries } = db.t;
    await q.insert(units).values([
      {
        id: 'b',
        code: '2',
        name: 'Huyện',
        level: 'district',
        parentId: 'unit-long-an',
        validFrom: '1',
        sortKey: '2',
      },
      { id: 'a', code: '1', name: 'Xã', level: 'commune', parentId: 'b', validFrom: '1', sortKey: '1' },
    ]);
    await q
      .insert(persons)
      .values({ id: 'p', name: 'Lê Thị Ánh', post: '', unitId: 'a', active: true, createdAt: 1 });
    const session = { personId: 'p', createdAt: 1, lastSeenAt: 1, expiresAt: 9, userAgent: '', address: '' };
    await q.insert(loginSessions).values({ tokenHash: 'SECRET-session', ...session });
    const link = { tokenHint: 'x', meetingId: 'm1', createdBy: 'p', createdAt: 1 };
    await q.insert(screenLinks).values({ tokenHash: 'SECRET-screen', ...link });
    await q.insert(settings).values([
      { key: 'hall-code-secret', value: 'SECRET-setting' },
      { key: 'profile', value: { ngưỡng: [1, null, 'a\nb'] } },
    ]);
    await q
      .insert(auditEntries)
      .values({ at: 1, actorId: 'p', action: 'x', object: '', result: 'done', detail: null });
  });
}

const sourceOf = ({ database, dataDir, snapshot }: Installation): DatabaseSource =>
  database.engine === 'sqlite' ? sqliteSource(dataDir) : postgresSource(snapshot);

const back = (installation: Installation, file: string) =>
  createBackup({
    source: sourceOf(installation),
    blobs: installation.blobs,
    dataDir: installation.dataDir,
    file,
    version: '1.2.3',
    now: NOW,
  });

interface Target {
  readonly target: DatabaseTarget;
  readonly snapshot: (dataDir: string) => ReadSnapshot;
}

/** An empty installation of the engine, to be restored into. */
async function emptyTarget(engine: TestEngine): Promise<Target> {
  if (engine.name === 'SQLite') {
    const snapshot = (dataDir: string) => snapshotsOf({ engine: 'sqlite', dataDir }, quietLogger);
    return { target: sqliteTarget(quietLogger), snapshot };
  }
  const { database, dispose } = await engine.open();
  cleanUp.push(dispose);
  if (database.engine !== 'postgres') throw new Error('This engine is no PostgreSQL.');
  const { pool } = database;
  return { target: postgresTarget(pool), snapshot: () => (fn) => readPostgresSnapshot(pool, fn) };
}

interface Restoring {
  readonly file: string;
  readonly dataDir: string;
  readonly target?: DatabaseTarget;
  readonly force?: boolean;
}

const restore = ({ file, dataDir, target = sqliteTarget(quietLogger), force = false }: Restoring) =>
  restoreBackup({
    file,
    dataDir,
    target,
    force,
    now: NOW,
    declare: (manifest) => async (q, t) => {
      const entry = { at: NOW, actorId: 'operator', action: 'restored', object: '', result: 'done' };
      await q.insert(t.auditEntries).values({ ...entry, detail: manifest.createdAt });
    },
  });

/** Every row of every table, in no order that depends on where it stood. */
async function contents({ read, t }: Pick<Db, 'read' | 't'>): Promise<Record<string, string[]>> {
  const tables: Record<string, string[]> = {};
  for (const [name, table] of Object.entries(t)) {
    const rows: object[] = await read.select().from(table);
    tables[name] = rows.map((row) => JSON.stringify(row)).toSorted();
  }
  return tables;
}

const contentsOf = (snapshot: ReadSnapshot) => snapshot(({ q, t }) => contents({ read: q, t }));

describe.each(testEngines())('backup and restore on $name', (engine) => {
  test('what is restored is what was backed up, without secrets, and says that it was restored', async () => {
    const installation = await newInstallation(engine);
    await fill(installation);
    await installation.checkpoints.flush();
    const file = join(newFolder(), 'backup.tar');
    const manifest = await back(installation, file);
    expect(manifest).toMatchObject({ version: '1.2.3', createdAt: NOW });
    const bytes = readFileSync(file);
    expect(bytes.includes('SECRET')).toBe(false);
    expect(bytes.includes('tán thành')).toBe(true);

    const dataDir = newFolder();
    const { target, snapshot } = await emptyTarget(engine);
    expect(await restore({ file, dataDir, target })).toMatchObject({ aside: null });
    const restored = await contentsOf(snapshot(dataDir));
    const original = await contentsOf(installation.snapshot);
    const journal = restored.auditEntries?.map((row) => JSON.parse(row)) ?? [];
    expect(journal.at(-1)).toMatchObject({ seq: 2, action: 'restored', detail: NOW });
    expect({ ...restored, auditEntries: restored.auditEntries?.slice(0, 1) }).toEqual({
      ...original,
      loginSessions: [],
      meetingCodes: [],
      screenLinks: [],
      settings: original.settings?.filter((row) => !row.includes('SECRET')),
    });
    const blobs = readBlobFolder(join(dataDir, 'blobs'));
    const verification = await verifyInstallation({ snapshot: snapshot(dataDir), dataDir, blobs });
    expect(verification).toMatchObject({
      ok: true,
      meetings: 2,
      events: 5,
      papers: 1,
      checkpoints: { lines: 2 },
    });
  });

  test.runIf(engine.readsBesideWrites)(
    'under load, one moment is backed up that has everything acknowledged before',
    async () => {
      const installation = await newInstallation(engine);
      await fill(installation);
      const load = underLoad(installation);
      await load.acknowledged(50);
      const before = load.count();
      const file = join(newFolder(), 'backup.tar');
      if (engine.name === 'SQLite') await backupByCommand(installation.dataDir, file);
      else await back(installation, file);
      await load.acknowledged(load.count() + 10);
      await load.end();
      const dataDir = newFolder();
      const { target, snapshot } = await emptyTarget(engine);
      await restore({ file, dataDir, target });
      const blobs = readBlobFolder(join(dataDir, 'blobs'));
      const verification = await verifyInstallation({ snapshot: snapshot(dataDir), dataDir, blobs });
      expect(verification.faults).toEqual([]);
      expect(verification.events).toBeGreaterThanOrEqual(5 + before);
      expect(verification.events).toBeLessThan(5 + load.count());
    },
  );
});

/** Ballots, papers and checkpoints, one after another, until it is told to end. */
function underLoad(installation: Installation) {
  let count = 0;
  let isEnding = false;
  const waiting: { readonly at: number; readonly resolve: () => void }[] = [];
  const run = async () => {
    while (!isEnding) {
      await installation.append('m1', ballot(`p${count}`));
      count += 1;
      if (count % 20 === 0) await installation.upload('m1', `Tài liệu ${count}`);
      if (count % 7 === 0) await installation.checkpoints.flush();
      for (const { at, resolve } of waiting) if (count >= at) resolve();
      // Others have a turn too: on SQLite everything above is done without waiting for the outside.
      await new Promise((turn) => setImmediate(turn));
    }
  };
  const running = run();
  return {
    count: () => count,
    acknowledged: (at: number) => new Promise<void>((resolve) => waiting.push({ at, resolve })),
    async end() {
      isEnding = true;
      await running;
    },
  };
}

const hopso = fileURLToPath(new URL('../../server/src/main/hopso.ts', import.meta.url));

async function backupByCommand(dataDir: string, file: string): Promise<void> {
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' };
  const child = spawn(process.execPath, [hopso, 'backup', file], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
}

describe('what a backup and a restore refuse', () => {
  let installation: Installation;
  let file: string;

  beforeEach(async () => {
    const [sqlite] = testEngines();
    if (sqlite === undefined) throw new Error('There is always SQLite.');
    installation = await newInstallation(sqlite);
    await fill(installation);
    file = join(newFolder(), 'backup.tar');
    await back(installation, file);
  });

  const titles = (dataDir: string) => {
    const database = openSqlite(dataDir, { logger: quietLogger });
    const found = database.writer.prepare('SELECT id FROM meetings ORDER BY id').pluck().all();
    return database.close().then(() => found);
  };

  test('a file that is there is not overwritten, and nothing half-made stays', async () => {
    await expect(back(installation, file)).rejects.toThrow(BackupExistsError);
    expect(readdirSync(join(file, '..'))).toEqual(['backup.tar']);
    const missing = { ...installation, dataDir: newFolder() };
    await expect(back(missing, `${file}.2`)).rejects.toThrow('unable to open');
    expect(readdirSync(join(file, '..'))).toEqual(['backup.tar']);
  });

  test('what an ended backup left is cleared away by the next', async () => {
    writeFileSync(`${file}.2.part`, 'half');
    cpSync(join(file, '..', 'backup.tar'), join(`${file}.2.work`, 'hopso.db'));
    await back(installation, `${file}.2`);
    expect(readdirSync(join(file, '..')).toSorted()).toEqual(['backup.tar', 'backup.tar.2']);
  });

  test('a cut or changed archive leaves a new folder empty and an old one as it was', async () => {
    const whole = readFileSync(file);
    const changed = Buffer.from(whole);
    const at = changed.indexOf('Kế hoạch') < 0 ? changed.indexOf('tán thành') : changed.indexOf('Kế hoạch');
    changed[at] = (changed[at] ?? 0) ^ 1;
    const old = newFolder();
    await restore({ file, dataDir: old });
    for (const bytes of [
      whole.subarray(0, whole.length / 2),
      whole.subarray(0, whole.length - 3_000),
      changed,
    ]) {
      writeFileSync(`${file}.bad`, bytes);
      const fresh = newFolder();
      await expect(restore({ file: `${file}.bad`, dataDir: fresh })).rejects.toThrow('cannot be used');
      await expect(restore({ file: `${file}.bad`, dataDir: old, force: true })).rejects.toThrow(
        'cannot be used',
      );
      expect(readdirSync(fresh)).toEqual(['lock.db']);
      expect(readdirSync(old).toSorted()).toEqual(['blobs', 'checkpoints', 'hopso.db', 'lock.db']);
    }
    expect(await titles(old)).toEqual(['m1', 'm2']);
  });

  test('data are not replaced unless told to, and then kept aside with their write-ahead log', async () => {
    const dataDir = newFolder();
    cpSync(installation.dataDir, dataDir, { recursive: true });
    rmSync(join(dataDir, 'lock.db'));
    await expect(restore({ file, dataDir })).rejects.toThrow(TargetNotEmptyError);
    const later = await newerDatabaseWithLog(dataDir);
    const { aside } = await restore({ file, dataDir, force: true });
    expect(aside).toBe(join(dataDir, 'before-restore-20210428-050000'));
    expect(readdirSync(aside ?? '').toSorted()).toEqual(
      ['blobs', 'checkpoints', 'hopso.db', 'hopso.db-shm', 'hopso.db-wal'].toSorted(),
    );
    expect(later).toContain('m9');
    expect(await titles(dataDir)).toEqual(['m1', 'm2']);
    expect(await titles(aside ?? '')).toEqual(['m1', 'm2', 'm9']);
  });

  test('a write-ahead log without its database is never taken for part of the restored one', async () => {
    const dataDir = newFolder();
    cpSync(installation.dataDir, dataDir, { recursive: true });
    rmSync(join(dataDir, 'lock.db'));
    await newerDatabaseWithLog(dataDir);
    rmSync(join(dataDir, 'hopso.db'));
    await expect(restore({ file, dataDir })).rejects.toThrow(TargetNotEmptyError);
    await restore({ file, dataDir, force: true });
    expect(existsSync(join(dataDir, 'hopso.db-wal'))).toBe(false);
    expect(await titles(dataDir)).toEqual(['m1', 'm2']);
  });

  test('a folder that a server uses is not restored into', async () => {
    const restoring = restore({ file, dataDir: installation.dataDir, force: true });
    await expect(restoring).rejects.toThrow(DataDirLockedError);
    expect((await installation.verify()).ok).toBe(true);
  });

  test('a backup of the other engine is refused, and a PostgreSQL database that holds data', async () => {
    const pglite = testEngines()[1];
    if (pglite === undefined) throw new Error('There is always PGlite.');
    const other = await newInstallation(pglite);
    if (other.database.engine !== 'postgres') throw new Error('PGlite is a PostgreSQL.');
    const target = postgresTarget(other.database.pool);
    const dataDir = newFolder();
    await expect(restore({ file, dataDir, target })).rejects.toThrow(OtherEngineError);
    await fill(other);
    const dump = join(newFolder(), 'dump.tar');
    await back(other, dump);
    await expect(restore({ file: dump, dataDir, target })).rejects.toThrow(TargetNotEmptyError);
    expect(readdirSync(dataDir)).toEqual(['lock.db']);
  });

  test('when the files cannot change places, nothing has changed', async () => {
    const dataDir = newFolder();
    await restore({ file, dataDir });
    // The place where the old data would go is taken.
    cpSync(join(dataDir, 'hopso.db'), join(dataDir, 'before-restore-20210428-050000', 'blobs', 'x'));
    await expect(restore({ file, dataDir, force: true })).rejects.toThrow();
    expect(await titles(dataDir)).toEqual(['m1', 'm2']);
    expect(existsSync(join(dataDir, 'blobs'))).toBe(true);
  });
});

/** Leaves a database whose newest meeting stands in its write-ahead log only, as after a crash. */
async function newerDatabaseWithLog(dataDir: string): Promise<unknown[]> {
  const database = openSqlite(dataDir, { logger: quietLogger });
  database.writer.exec(
    `INSERT INTO meetings (id, unit_id, phase, kind, title, place, starts_at, created_by, created_at, updated_at)
     VALUES ('m9', 'unit-long-an', 'draft', 'regular', '', '', 0, 'p', 0, 0)`,
  );
  const found = database.writer.prepare('SELECT id FROM meetings').pluck().all();
  const log = readFileSync(join(dataDir, 'hopso.db-wal'));
  const main = readFileSync(join(dataDir, 'hopso.db'));
  const index = readFileSync(join(dataDir, 'hopso.db-shm'));
  await database.close();
  writeFileSync(join(dataDir, 'hopso.db'), main);
  writeFileSync(join(dataDir, 'hopso.db-wal'), log);
  appendFileSync(join(dataDir, 'hopso.db-shm'), index);
  rmSync(join(dataDir, 'lock.db'));
  return found;
}
