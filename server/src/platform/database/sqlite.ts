import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { lockDataDir } from './data-dir-lock.ts';
import type { Db, Q } from './db.ts';
import { UnsafeDatabaseError } from './failures.ts';
import { readMigrations } from './migrations.ts';
import type { DatabaseLogger, EngineFacts } from './reporting.ts';
import { sqliteSchema } from './schema.ts';
import { checkSqliteSteps, migrateSqlite, type SqliteMigration } from './sqlite-migrate.ts';
import { WriteScope } from './write-scope.ts';
import { WriterLock } from './writer-lock.ts';

/** Longest time a feature's write should keep the event log waiting. */
const LONG_WRITE_MS = 10;
const BUSY_TIMEOUT_MS = 2_000;
const WAL_SIZE_LIMIT = 64 * 1024 * 1024;

export interface SqliteOptions {
  readonly logger: DatabaseLogger;
  readonly migration?: Partial<SqliteMigration>;
}

/** SQLite in a data folder. `writer`, `reader` and `lock` are for the event log; features use `db`. */
export interface SqliteDatabase {
  readonly engine: 'sqlite';
  readonly db: Db;
  readonly facts: EngineFacts;
  readonly file: string;
  readonly writer: Database.Database;
  readonly reader: Database.Database;
  /** Query builder on the writer; only for who holds `lock`. */
  readonly writerQ: Q;
  readonly lock: WriterLock;
  readonly scope: WriteScope;
  /** Waits for the write in progress, then lets go of files and folder. */
  close(): Promise<void>;
}

/** The database file of a data folder. */
export function sqliteFile(dataDir: string): string {
  return join(dataDir, 'hopso.db');
}

/**
 * Takes the data folder for this process, migrates and opens its database.
 * @throws DataDirLockedError, DatabaseNewerError, UnsafeDatabaseError
 */
export function openSqlite(dataDir: string, { logger, migration }: SqliteOptions): SqliteDatabase {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const held = lockDataDir(dataDir);
  try {
    const file = sqliteFile(dataDir);
    const steps = migrateSqlite(file, {
      migrations: migration?.migrations ?? readMigrations('sqlite'),
      apply: migration?.apply ?? true,
    });
    const writer = openWriter(file, steps);
    const reader = new Database(file, { readonly: true, timeout: BUSY_TIMEOUT_MS });
    const version = writer.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? '';
    const writerQ: Q = drizzle(writer);
    const lock = new WriterLock();
    const scope = new WriteScope();
    const write = sqliteWrite({ writer, writerQ, lock, scope, logger });
    return {
      engine: 'sqlite',
      db: { dialect: 'sqlite', t: sqliteSchema, read: drizzle(reader), write },
      facts: { engine: 'SQLite', version, migrations: steps },
      file,
      writer,
      reader,
      writerQ,
      lock,
      scope,
      async close() {
        await lock.acquire('ordinary');
        reader.close();
        writer.pragma('wal_checkpoint(TRUNCATE)');
        writer.close();
        held.release();
        lock.release();
      },
    };
  } catch (cause) {
    held.release();
    throw cause;
  }
}

/** A database that is only looked at, by an operator's command beside a server that may be running. */
export interface SqliteReading {
  readonly db: Pick<Db, 'dialect' | 't' | 'read'>;
  readonly reader: Database.Database;
  close(): void;
}

/**
 * Opens the database of a data folder without taking the folder and without changing anything.
 * @throws DatabaseNewerError or PendingMigrationsError when its schema is not that of the code.
 */
export function readSqlite(dataDir: string): SqliteReading {
  const reader = new Database(sqliteFile(dataDir), { readonly: true, timeout: BUSY_TIMEOUT_MS });
  try {
    checkSqliteSteps(reader, readMigrations('sqlite'));
  } catch (cause) {
    reader.close();
    throw cause;
  }
  return {
    db: { dialect: 'sqlite', t: sqliteSchema, read: drizzle(reader) },
    reader,
    close: () => reader.close(),
  };
}

/** The driver is built to fall back to NORMAL at the first write in WAL mode: what counts is read after one. */
export function openWriter(file: string, steps: number): Database.Database {
  const writer = new Database(file, { timeout: BUSY_TIMEOUT_MS });
  writer.pragma('journal_mode = WAL');
  writer.pragma('synchronous = FULL');
  writer.pragma('foreign_keys = ON');
  writer.pragma('secure_delete = ON');
  writer.pragma(`journal_size_limit = ${WAL_SIZE_LIMIT}`);
  writer.pragma(`user_version = ${steps}`);
  const state = {
    journal_mode: writer.pragma('journal_mode', { simple: true }),
    synchronous: writer.pragma('synchronous', { simple: true }),
    foreign_keys: writer.pragma('foreign_keys', { simple: true }),
    secure_delete: writer.pragma('secure_delete', { simple: true }),
  };
  const safe =
    state.journal_mode === 'wal' &&
    state.synchronous === 2 &&
    state.foreign_keys === 1 &&
    state.secure_delete === 1;
  if (safe) return writer;
  writer.close();
  throw new UnsafeDatabaseError(`SQLite does not keep its settings: ${JSON.stringify(state)}.`);
}

interface WriteParts {
  readonly writer: Database.Database;
  readonly writerQ: Q;
  readonly lock: WriterLock;
  readonly scope: WriteScope;
  readonly logger: DatabaseLogger;
}

/** `Db.write` over the one writer connection of a process. */
export function sqliteWrite({ writer, writerQ, lock, scope, logger }: WriteParts): Db['write'] {
  const begin = writer.prepare('BEGIN IMMEDIATE');
  const commit = writer.prepare('COMMIT');
  const rollback = writer.prepare('ROLLBACK');
  return async (fn) => {
    scope.refuseNested();
    await lock.acquire('ordinary');
    const began = performance.now();
    try {
      begin.run();
      const value = await scope.run(() => fn(writerQ));
      commit.run();
      return value;
    } catch (cause) {
      if (writer.inTransaction) rollback.run();
      throw cause;
    } finally {
      lock.release();
      const heldMs = performance.now() - began;
      if (heldMs > LONG_WRITE_MS)
        logger.warn({ heldMs: Math.round(heldMs) }, 'a write kept the database busy');
    }
  };
}
