import { PendingMigrationsError } from './failures.ts';
import { type Migration, pendingMigrations } from './migrations.ts';
import type { SqlPool } from './postgres-client.ts';

/** Any number that is the same in every process: only one may migrate at a time. */
const MIGRATION_LOCK = 7_264_093;

/**
 * Brings the database up to the code, all pending steps or none.
 * @returns the number of steps the database has taken in all.
 */
export function migratePostgres(
  pool: SqlPool,
  { migrations, apply }: { migrations: readonly Migration[]; apply: boolean },
): Promise<number> {
  return pool.transaction(async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await client.query(
      `CREATE TABLE IF NOT EXISTS schema_migrations
       (number integer PRIMARY KEY, name text NOT NULL, hash text NOT NULL, applied_at bigint NOT NULL)`,
      [],
    );
    const rows = await client.query('SELECT name, hash FROM schema_migrations ORDER BY number', []);
    const applied = rows.map(([name, hash]) => ({ name: String(name), hash: String(hash) }));
    const pending = pendingMigrations(migrations, applied);
    if (pending.length > 0 && !apply) throw new PendingMigrationsError(pending.map(({ name }) => name));
    for (const [index, { name, hash, statements }] of pending.entries()) {
      for (const statement of statements) await client.query(statement, []);
      await client.query('INSERT INTO schema_migrations VALUES ($1, $2, $3, $4)', [
        applied.length + index + 1,
        name,
        hash,
        Date.now(),
      ]);
    }
    return applied.length + pending.length;
  });
}
