import type { Q } from './db.ts';
import type { DatabaseConfig } from './open.ts';
import { openPostgres, queryBuilder } from './postgres.ts';
import { postgresPool, type SqlClient, type SqlPool } from './postgres-client.ts';
import type { DatabaseLogger } from './reporting.ts';
import { postgresSchema, type Schema } from './schema.ts';
import { readSqlite, type SqliteReading } from './sqlite.ts';

/** The whole database as of one moment, to be looked at only. */
export type Snapshot =
  | {
      readonly dialect: 'sqlite';
      readonly t: Schema;
      readonly q: Q;
      readonly reader: SqliteReading['reader'];
    }
  | { readonly dialect: 'postgres'; readonly t: Schema; readonly q: Q; readonly client: SqlClient };

/** Runs `fn` on a snapshot taken when it begins. */
export type ReadSnapshot = <T>(fn: (snapshot: Snapshot) => Promise<T>) => Promise<T>;

/**
 * Reads beside a server that goes on writing; changes nothing.
 * Throws DatabaseNewerError or PendingMigrationsError when the schema is not that of the code.
 */
export function snapshotsOf(config: DatabaseConfig, logger: DatabaseLogger): ReadSnapshot {
  if (config.engine === 'sqlite') return (fn) => readSqliteSnapshot(config.dataDir, fn);
  return async (fn) => {
    const database = await openPostgres(postgresPool(config.url, logger), { migration: { apply: false } });
    try {
      return await readPostgresSnapshot(database.pool, fn);
    } finally {
      await database.close();
    }
  };
}

async function readSqliteSnapshot<T>(dataDir: string, fn: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  const { db, reader, close } = readSqlite(dataDir);
  try {
    reader.exec('BEGIN');
    return await fn({ dialect: 'sqlite', t: db.t, q: db.read, reader });
  } finally {
    close();
  }
}

/** The same over a pool that stays open. */
export function readPostgresSnapshot<T>(pool: SqlPool, fn: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  return pool.transaction(async (client) => {
    await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY', []);
    return fn({ dialect: 'postgres', t: postgresSchema, q: queryBuilder(client), client });
  });
}
