import { openPostgres, type PostgresDatabase } from './postgres.ts';
import { postgresPool } from './postgres-client.ts';
import type { DatabaseLogger } from './reporting.ts';
import { openSqlite, type SqliteDatabase } from './sqlite.ts';

/** Where the data is: a folder of this machine, or a PostgreSQL server. */
export type DatabaseConfig =
  | { readonly engine: 'sqlite'; readonly dataDir: string }
  | { readonly engine: 'postgres'; readonly url: string };

export type Database = SqliteDatabase | PostgresDatabase;

export interface OpenOptions {
  readonly logger: DatabaseLogger;
  /** False refuses a database that needs migrations; by default they are applied. */
  readonly migrate?: boolean;
}

/**
 * Opens the installation's database, migrated to the code.
 * @throws DataDirLockedError, DatabaseNewerError, PendingMigrationsError, UnsafeDatabaseError
 */
export async function openDatabase(config: DatabaseConfig, options: OpenOptions): Promise<Database> {
  const migration = { apply: options.migrate ?? true };
  if (config.engine === 'sqlite') return openSqlite(config.dataDir, { logger: options.logger, migration });
  return openPostgres(postgresPool(config.url, options.logger), { migration });
}
