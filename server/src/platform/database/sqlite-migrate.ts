import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { MigrationBreaksReferencesError, PendingMigrationsError } from './failures.ts';
import { type AppliedMigration, type Migration, pendingMigrations } from './migrations.ts';

export interface SqliteMigration {
  readonly migrations: readonly Migration[];
  /** False: refuse a database that needs migrations instead of migrating it. */
  readonly apply: boolean;
}

/**
 * Brings the database file up to the code, all pending steps or none. A database that has data is copied first,
 * to `before-migration/` beside it. Uses a connection of its own with foreign keys off: inside a transaction the
 * generated `PRAGMA foreign_keys=OFF` does nothing, and rebuilding a table would then delete or refuse its children.
 * @returns the number of steps the database has taken in all.
 */
export function migrateSqlite(file: string, { migrations, apply }: SqliteMigration): number {
  const connection = new Database(file);
  try {
    connection.pragma('synchronous = FULL');
    const applied = appliedSteps(connection);
    const pending = pendingMigrations(migrations, applied);
    const [first] = pending;
    if (!first) return applied.length;
    if (!apply) throw new PendingMigrationsError(pending.map(({ name }) => name));
    if (applied.length > 0) copySqlite(connection, copyPath(file, first.name));
    applySteps(connection, pending);
    return applied.length + pending.length;
  } finally {
    connection.close();
  }
}

/** @throws DatabaseNewerError or PendingMigrationsError when the database and the code have different steps. */
export function checkSqliteSteps(connection: Database.Database, migrations: readonly Migration[]): void {
  const pending = pendingMigrations(migrations, appliedSteps(connection));
  if (pending.length > 0) throw new PendingMigrationsError(pending.map(({ name }) => name));
}

/**
 * Writes a compact copy of the whole database as of now to `target`, replacing what is there; complete and on disk
 * when it returns. Works beside a running server.
 */
export function copySqlite(connection: Database.Database, target: string): void {
  mkdirSync(dirname(target), { recursive: true });
  const unfinished = `${target}.unfinished`;
  rmSync(unfinished, { force: true });
  connection.prepare('VACUUM INTO ?').run(unfinished);
  const handle = openSync(unfinished, 'r+');
  fsyncSync(handle);
  closeSync(handle);
  renameSync(unfinished, target);
}

function copyPath(file: string, firstStep: string): string {
  return join(dirname(file), 'before-migration', `hopso-before-${firstStep}.db`);
}

function appliedSteps(connection: Database.Database): AppliedMigration[] {
  const table = connection
    .prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'schema_migrations'")
    .get();
  if (!table) return [];
  return connection
    .prepare<[], AppliedMigration>('SELECT name, hash FROM schema_migrations ORDER BY number')
    .all();
}

function applySteps(connection: Database.Database, pending: readonly Migration[]): void {
  connection.pragma('foreign_keys = OFF');
  const run = connection.transaction(() => {
    connection.exec(
      `CREATE TABLE IF NOT EXISTS schema_migrations
       (number INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL, applied_at INTEGER NOT NULL)`,
    );
    const remember = connection.prepare(
      'INSERT INTO schema_migrations (name, hash, applied_at) VALUES (?, ?, ?)',
    );
    for (const { name, hash, statements } of pending) {
      for (const statement of statements) connection.exec(statement);
      remember.run(name, hash, Date.now());
    }
    const dangling = connection
      .prepare<[], { table: string }>('SELECT DISTINCT "table" FROM pragma_foreign_key_check')
      .all();
    if (dangling.length > 0) throw new MigrationBreaksReferencesError(dangling.map(({ table }) => table));
  });
  run.immediate();
}
