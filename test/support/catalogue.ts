import type { Database, Schema } from '@hopso/server/platform/database';
import { is } from 'drizzle-orm';
import { PgTable, getTableConfig as postgresConfig } from 'drizzle-orm/pg-core';
import { getTableConfig as sqliteConfig } from 'drizzle-orm/sqlite-core';

/** Tables, columns and indexes as sorted lines, so that a difference reads as one. */
export type Catalogue = string[];

/** What the schema in the code declares, whichever kit built it. */
export function declaredCatalogue(schema: Schema): Catalogue {
  const lines = Object.values(schema).flatMap((table) => {
    const { name, columns, indexes } = is(table, PgTable) ? postgresConfig(table) : sqliteConfig(table);
    return [
      ...columns.map((column) => columnLine(name, column.name, column.notNull)),
      ...columns
        .filter(({ isUnique }) => isUnique)
        .map(({ uniqueName }) => indexLine(name, String(uniqueName))),
      ...indexes.map(({ config }) => indexLine(name, String(config.name))),
    ];
  });
  return lines.toSorted();
}

/** What an open database really has, apart from the list of migrations and the engines' own indexes. */
export async function storedCatalogue(database: Database): Promise<Catalogue> {
  const lines =
    database.engine === 'sqlite' ? sqliteLines(database.reader) : await postgresLines(database.pool);
  return lines.toSorted();
}

const columnLine = (table: string, column: string, notNull: boolean) =>
  `${table}.${column}${notNull ? '' : ' (may be null)'}`;
const indexLine = (table: string, index: string) => `${table} has index ${index}`;

function sqliteLines(connection: Extract<Database, { engine: 'sqlite' }>['reader']): string[] {
  const columns = connection
    .prepare<[], { tbl: string; name: string; notnull: 0 | 1 }>(
      `SELECT m.name AS tbl, c.name, c."notnull" FROM sqlite_master m JOIN pragma_table_info(m.name) c
       WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name <> 'schema_migrations'`,
    )
    .all();
  const indexes = connection
    .prepare<[], { tbl: string; name: string }>(
      `SELECT tbl_name AS tbl, name FROM sqlite_master WHERE type = 'index' AND name NOT LIKE 'sqlite_%'`,
    )
    .all();
  return [
    ...columns.map(({ tbl, name, notnull }) => columnLine(tbl, name, notnull === 1)),
    ...indexes.map(({ tbl, name }) => indexLine(tbl, name)),
  ];
}

async function postgresLines(pool: Extract<Database, { engine: 'postgres' }>['pool']): Promise<string[]> {
  const columns = await pool.query(
    `SELECT table_name, column_name, is_nullable FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name <> 'schema_migrations'`,
    [],
  );
  const indexes = await pool.query(
    `SELECT t.relname, i.relname FROM pg_index x
     JOIN pg_class t ON t.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
     JOIN pg_namespace n ON n.oid = t.relnamespace
     WHERE n.nspname = 'public' AND NOT x.indisprimary`,
    [],
  );
  return [
    ...columns.map(([table, column, nullable]) =>
      columnLine(String(table), String(column), nullable === 'NO'),
    ),
    ...indexes.map(([table, index]) => indexLine(String(table), String(index))),
  ];
}
