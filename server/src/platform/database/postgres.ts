import { drizzle } from 'drizzle-orm/pg-proxy';
import type { Db, Q } from './db.ts';
import { UnsafeDatabaseError } from './failures.ts';
import { type Migration, readMigrations } from './migrations.ts';
import type { SqlClient, SqlPool } from './postgres-client.ts';
import { migratePostgres } from './postgres-migrate.ts';
import type { EngineFacts } from './reporting.ts';
import { postgresSchema } from './schema.ts';
import { WriteScope } from './write-scope.ts';

/** PostgreSQL behind a pool. `pool` is for the event log; features use `db`. */
export interface PostgresDatabase {
  readonly engine: 'postgres';
  readonly db: Db;
  readonly facts: EngineFacts;
  readonly pool: SqlPool;
  readonly scope: WriteScope;
  close(): Promise<void>;
}

export interface PostgresOptions {
  readonly migration?: { readonly migrations?: readonly Migration[]; readonly apply?: boolean };
}

/**
 * Migrates and opens a PostgreSQL database over `pool`, which it then owns.
 * @throws DatabaseNewerError, UnsafeDatabaseError
 */
export async function openPostgres(
  pool: SqlPool,
  { migration }: PostgresOptions = {},
): Promise<PostgresDatabase> {
  try {
    const version = await checkServer(pool);
    const migrations = await migratePostgres(pool, {
      migrations: migration?.migrations ?? readMigrations('postgres'),
      apply: migration?.apply ?? true,
    });
    const scope = new WriteScope();
    return {
      engine: 'postgres',
      db: {
        dialect: 'postgres',
        t: postgresSchema,
        read: queryBuilder(pool),
        write: postgresWrite(pool, scope),
      },
      facts: { engine: 'PostgreSQL', version, migrations },
      pool,
      scope,
      close: () => pool.close(),
    };
  } catch (cause) {
    await pool.close();
    throw cause;
  }
}

/** The query builder over one connection or the pool. */
export function queryBuilder(client: SqlClient): Q {
  const builder = drizzle(async (text, params) => ({ rows: await client.query(text, params) }));
  // Both builders have the methods of `Q`, with the same meaning; a union of their types would not compile.
  return builder as unknown as Q;
}

function postgresWrite(pool: SqlPool, scope: WriteScope): Db['write'] {
  return async (fn) => {
    scope.refuseNested();
    return scope.run(() => pool.transaction((client) => fn(queryBuilder(client))));
  };
}

/** An acknowledged vote must be on disk: a server told to answer earlier is refused. */
async function checkServer(pool: SqlPool): Promise<string> {
  const [row] = await pool.query(
    "SELECT current_setting('server_version'), current_setting('synchronous_commit'), current_setting('server_encoding')",
    [],
  );
  const [version, durability, encoding] = (row ?? []).map(String);
  if (durability === 'off') throw new UnsafeDatabaseError('PostgreSQL runs with synchronous_commit = off.');
  if (encoding !== 'UTF8') throw new UnsafeDatabaseError(`The database is encoded in ${encoding}, not UTF8.`);
  return version ?? '';
}
