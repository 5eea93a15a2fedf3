import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  DatabaseNewerError,
  MigrationBreaksReferencesError,
  MigrationChangedError,
  PendingMigrationsError,
} from './failures.ts';
import type { Migration } from './migrations.ts';
import { migrateSqlite } from './sqlite-migrate.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hopso-'));
  file = join(folder, 'hopso.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const step = (name: string, ...statements: string[]): Migration => ({
  name,
  hash: `hash of ${name}`,
  statements,
});

const INITIAL = step(
  '0000_initial',
  'CREATE TABLE votes (id TEXT PRIMARY KEY)',
  'CREATE TABLE ballots (id TEXT PRIMARY KEY, vote TEXT NOT NULL REFERENCES votes (id) ON DELETE CASCADE)',
);
/** As the generator rebuilds a table whose column changed. */
const REBUILD = step(
  '0001_rebuild',
  'PRAGMA foreign_keys=OFF',
  'CREATE TABLE __new_votes (id TEXT PRIMARY KEY, question TEXT NOT NULL DEFAULT "")',
  'INSERT INTO __new_votes (id) SELECT id FROM votes',
  'DROP TABLE votes',
  'ALTER TABLE __new_votes RENAME TO votes',
  'PRAGMA foreign_keys=ON',
);

const migrate = (...migrations: Migration[]) => migrateSqlite(file, { migrations, apply: true });

function ask<T>(sql: string, path = file): T[] {
  const connection = new Database(path, { readonly: true });
  try {
    return connection.prepare<[], T>(sql).pluck().all();
  } finally {
    connection.close();
  }
}

function fill(): void {
  const connection = new Database(file);
  connection.exec("INSERT INTO votes VALUES ('v'); INSERT INTO ballots VALUES ('b1', 'v'), ('b2', 'v')");
  connection.close();
}

test('a new database takes all steps, without a copy of nothing', () => {
  expect(migrate(INITIAL, REBUILD)).toBe(2);
  expect(ask('SELECT name FROM schema_migrations ORDER BY number')).toEqual(['0000_initial', '0001_rebuild']);
  expect(existsSync(join(folder, 'before-migration'))).toBe(false);
});

test('a database that is up to date is left alone', () => {
  migrate(INITIAL);
  expect(migrate(INITIAL)).toBe(1);
});

test('rebuilding a table keeps the rows that refer to it, and a copy from before is kept', () => {
  migrate(INITIAL);
  fill();
  migrate(INITIAL, REBUILD);
  expect(ask('SELECT id FROM ballots ORDER BY id')).toEqual(['b1', 'b2']);
  const copy = join(folder, 'before-migration', 'hopso-before-0001_rebuild.db');
  expect(ask("SELECT name FROM pragma_table_info('votes')", copy)).toEqual(['id']);
  expect(ask('SELECT id FROM ballots ORDER BY id', copy)).toEqual(['b1', 'b2']);
});

test('a step that fails leaves the database as it was, and can be tried again', () => {
  migrate(INITIAL);
  fill();
  const broken = step(
    '0001_broken',
    'CREATE TABLE extra (id TEXT)',
    'DELETE FROM ballots',
    'CREATE nonsense',
  );
  expect(() => migrate(INITIAL, broken)).toThrow('syntax error');
  expect(ask('SELECT id FROM ballots')).toHaveLength(2);
  expect(ask("SELECT name FROM sqlite_master WHERE name = 'extra'")).toEqual([]);
  expect(migrate(INITIAL, REBUILD)).toBe(2);
});

test('a step that would leave rows pointing to nothing is rolled back', () => {
  migrate(INITIAL);
  fill();
  const careless = step('0001_careless', 'DELETE FROM votes');
  expect(() => migrate(INITIAL, careless)).toThrow(MigrationBreaksReferencesError);
  expect(ask('SELECT id FROM votes')).toEqual(['v']);
});

test('a database of a newer version is refused and not touched', () => {
  migrate(INITIAL, REBUILD);
  expect(() => migrate(INITIAL)).toThrow(DatabaseNewerError);
  expect(ask('SELECT count(*) FROM schema_migrations')).toEqual([2]);
});

test('a released step that was edited is noticed', () => {
  migrate(INITIAL);
  expect(() => migrate({ ...INITIAL, hash: 'another' })).toThrow(MigrationChangedError);
});

test('steps wait when the caller does not want them applied', () => {
  expect(() => migrateSqlite(file, { migrations: [INITIAL], apply: false })).toThrow(PendingMigrationsError);
  expect(ask('SELECT name FROM sqlite_master')).toEqual([]);
});
