import { createReadStream } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  DatabaseNewerError,
  openPostgres,
  postgresSchema,
  queryBuilder,
  readMigrations,
  type SqlClient,
  type SqlPool,
} from '#platform/database';
import type { DatabaseTarget } from './database-target.ts';
import { BackupDamagedError, TargetNotEmptyError } from './failures.ts';
import type { Manifest } from './manifest.ts';

/** Text sent in one statement. */
const CHUNK_BYTES = 2_000_000;

/**
 * PostgreSQL: rows go into an empty database, at the step of the schema at which they were dumped; the later steps
 * are taken afterwards. One transaction, in which the files of the data folder change places too.
 */
export function postgresTarget(pool: SqlPool): DatabaseTarget {
  return {
    engine: 'postgres',
    checkEmpty: (manifest) => checkEmpty(pool, manifest),
    async restore(folder, manifest, declare, swap) {
      await openPostgres(pool, { migration: { migrations: stepsOf(manifest) } });
      await pool.transaction(async (client) => {
        await importTables(client, folder, manifest);
        for (const name of await readdir(folder)) await rm(join(folder, name));
        await declare(queryBuilder(client), postgresSchema);
        await swap();
      });
      await openPostgres(pool);
    },
  };
}

/** @throws DatabaseNewerError when the backup knows a step that this version does not. */
function stepsOf({ migrations }: Manifest) {
  const known = readMigrations('postgres');
  for (const [index, name] of migrations.entries()) {
    if (known[index]?.name !== name) throw new DatabaseNewerError(name);
  }
  return known.slice(0, migrations.length);
}

/** Empty: no rows but settings (a server may have been started once), and no later schema than the backup's. */
async function checkEmpty(pool: SqlPool, manifest: Manifest): Promise<void> {
  stepsOf(manifest);
  const tables = await tablesOf(pool);
  if (tables.length === 0) return;
  const counted = tables.filter((table) => table !== 'settings' && table !== 'schema_migrations');
  for (const table of counted) {
    const rows = await pool.query(`SELECT 1 FROM "${table}" LIMIT 1`, []);
    if (rows.length > 0) throw new TargetNotEmptyError('database');
  }
  if (!tables.includes('schema_migrations')) throw new TargetNotEmptyError('database');
  const taken = await pool.query('SELECT name FROM schema_migrations', []);
  if (taken.length > manifest.migrations.length) throw new TargetNotEmptyError('database');
}

async function tablesOf(client: SqlClient): Promise<string[]> {
  const rows = await client.query(
    "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
    [],
  );
  return rows.map(([name]) => String(name));
}

async function importTables(client: SqlClient, folder: string, manifest: Manifest): Promise<void> {
  const known = new Set(await tablesOf(client));
  await client.query('DELETE FROM settings', []);
  for (const { path } of manifest.files.filter((file) => file.path.endsWith('.ndjson'))) {
    const table = basename(path, '.ndjson');
    if (!known.has(table)) throw new BackupDamagedError('foreign-entry', path);
    await importRows(client, table, join(folder, basename(path)));
    await continueCounters(client, table);
  }
}

async function importRows(client: SqlClient, table: string, file: string): Promise<void> {
  let rows: string[] = [];
  let bytes = 0;
  const send = async () => {
    const text = `[${rows.join(',')}]`;
    rows = [];
    bytes = 0;
    await client.query(
      `INSERT INTO "${table}" SELECT * FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`,
      [text],
    );
  };
  for await (const line of linesOf(file)) {
    rows.push(line);
    bytes += line.length;
    if (bytes > CHUNK_BYTES) await send();
  }
  if (rows.length > 0) await send();
}

/** Only the line feed ends a line: a text may hold other characters that readers of lines take for an end. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(file, 'utf8') as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') throw new BackupDamagedError('database-broken', basename(file));
}

/** Numbers that the database gives out go on after the highest that was restored. */
async function continueCounters(client: SqlClient, table: string): Promise<void> {
  const columns = await client.query(
    `SELECT column_name FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND column_default LIKE 'nextval(%'`,
    [table],
  );
  for (const [column] of columns) {
    await client.query(
      `SELECT setval(pg_get_serial_sequence($1, $2), (SELECT coalesce(max("${String(column)}"), 0) + 1 FROM "${table}"), false)`,
      [table, column],
    );
  }
}
