import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { getTableName } from 'drizzle-orm';
import { postgresSchema, type ReadSnapshot, type SqlClient } from '#platform/database';
import type { DatabaseFile, DatabaseSource } from './database-source.ts';
import { tableFile } from './manifest.ts';
import { SECRET_SETTINGS, SECRET_TABLES } from './secrets.ts';

/** Rows fetched at once. */
const PAGE = 1_000;

/** A PostgreSQL database: every table as lines of JSON, one row each, referenced tables before those that refer. */
export function postgresSource(snapshot: ReadSnapshot): DatabaseSource {
  return {
    engine: 'postgres',
    writeTo: (folder) =>
      snapshot(async (taken) => {
        if (taken.dialect !== 'postgres') throw new Error('A dump of rows is made from PostgreSQL only.');
        const { client } = taken;
        const files: DatabaseFile[] = [];
        for (const table of tablesToDump()) {
          const file = join(folder, `${table}.ndjson`);
          await dump(client, table, file);
          files.push({ path: tableFile(table), file });
        }
        const rows = await client.query('SELECT name FROM schema_migrations ORDER BY number', []);
        return { files, migrations: rows.map(([name]) => String(name)) };
      }),
  };
}

/** The schema declares a table after those it refers to. */
function tablesToDump(): string[] {
  const names = Object.values(postgresSchema).map((table) => getTableName(table));
  return names.filter((name) => !SECRET_TABLES.includes(name));
}

async function dump(client: SqlClient, table: string, file: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await client.query(`DECLARE rows_to_dump NO SCROLL CURSOR FOR ${rowsOf(table)}`, []);
    for (let rows = await fetch(client); rows.length > 0; rows = await fetch(client)) {
      await handle.writeFile(rows.map(([row]) => `${row}\n`).join(''));
    }
    await client.query('CLOSE rows_to_dump', []);
  } finally {
    await handle.close();
  }
}

const fetch = (client: SqlClient) => client.query(`FETCH ${PAGE} FROM rows_to_dump`, []);

function rowsOf(table: string): string {
  if (table === 'settings') {
    return `SELECT to_jsonb(x)::text FROM settings x WHERE x.key NOT LIKE '${SECRET_SETTINGS}'`;
  }
  if (table !== 'units') return `SELECT to_jsonb(x)::text FROM "${table}" x`;
  // Units refer to units: each comes after the one above it.
  return `WITH RECURSIVE tree AS (
      SELECT id, 0 AS depth FROM units WHERE parent_id IS NULL
      UNION ALL
      SELECT u.id, tree.depth + 1 FROM units u JOIN tree ON u.parent_id = tree.id
    )
    SELECT to_jsonb(x)::text FROM units x JOIN tree ON tree.id = x.id ORDER BY tree.depth, x.id`;
}
