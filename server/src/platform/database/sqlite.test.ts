import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DataDirLockedError } from './failures.ts';
import { openSqlite, readSqlite, type SqliteDatabase } from './sqlite.ts';

let dataDir: string;
const opened: SqliteDatabase[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'hopso-'));
});
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
  rmSync(dataDir, { recursive: true, force: true });
});

function open(warn: (facts: Record<string, unknown>) => void = () => {}): SqliteDatabase {
  const database = openSqlite(dataDir, { logger: { warn } });
  opened.push(database);
  return database;
}

const put = (database: SqliteDatabase, key: string) =>
  database.db.write(async (q) => {
    await q.insert(database.db.t.settings).values({ key, value: 'đã ghi' });
  });

test('the writer is durable, checked and forgetful, also after writes', async () => {
  const database = open();
  await put(database, 'a');
  const pragma = (name: string) => database.writer.pragma(name, { simple: true });
  expect({
    journal: pragma('journal_mode'),
    synchronous: pragma('synchronous'),
    foreignKeys: pragma('foreign_keys'),
    secureDelete: pragma('secure_delete'),
  }).toEqual({ journal: 'wal', synchronous: 2, foreignKeys: 1, secureDelete: 1 });
  expect(pragma('journal_size_limit')).toBeGreaterThan(0);
});

test('what was written is there after closing and opening again', async () => {
  const first = openSqlite(dataDir, { logger: { warn() {} } });
  await put(first, 'kept');
  await first.close();
  const { db } = open();
  expect(await db.read.select().from(db.t.settings)).toEqual([{ key: 'kept', value: 'đã ghi' }]);
});

test('a data folder serves one server; the second is told which folder', () => {
  open();
  expect(() => openSqlite(dataDir, { logger: { warn() {} } })).toThrow(DataDirLockedError);
  expect(() => openSqlite(dataDir, { logger: { warn() {} } })).toThrow(dataDir);
});

test('a folder is free again when its server was killed', async () => {
  const module = new URL('./data-dir-lock.ts', import.meta.url).href;
  const script = `import { lockDataDir } from ${JSON.stringify(module)};
    globalThis.held = lockDataDir(${JSON.stringify(dataDir)}); process.stdout.write('held'); setInterval(() => {}, 1000);`;
  const other = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(other.stdout, 'data');
  expect(() => open()).toThrow(DataDirLockedError);
  other.kill('SIGKILL');
  await once(other, 'exit');
  expect(open().facts.engine).toBe('SQLite');
});

test('an operator reads beside the running server and cannot write', async () => {
  const database = open();
  await put(database, 'a');
  const reading = readSqlite(dataDir);
  const { db } = reading;
  expect(await db.read.select().from(db.t.settings)).toHaveLength(1);
  await put(database, 'b');
  expect(await db.read.select().from(db.t.settings)).toHaveLength(2);
  expect(() => reading.reader.exec('DELETE FROM settings')).toThrow('readonly');
  reading.close();
});

test('an operator reads the data of a server that is stopped', async () => {
  const database = openSqlite(dataDir, { logger: { warn() {} } });
  await put(database, 'a');
  await database.close();
  const reading = readSqlite(dataDir);
  expect(await reading.db.read.select().from(reading.db.t.settings)).toHaveLength(1);
  reading.close();
});

test('a write that keeps the database busy is reported', async () => {
  const warnings: Record<string, unknown>[] = [];
  const { db } = open((facts) => warnings.push(facts));
  await db.write(async () => undefined);
  expect(warnings).toEqual([]);
  await db.write(async () => {
    const began = performance.now();
    while (performance.now() - began < 12);
  });
  expect(warnings).toEqual([{ heldMs: expect.any(Number) }]);
});

test('after closing, writes are refused instead of waiting for ever', async () => {
  const database = openSqlite(dataDir, { logger: { warn() {} } });
  await database.close();
  await expect(put(database, 'late')).rejects.toThrow('not open');
});
