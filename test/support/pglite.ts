import { PGlite } from '@electric-sql/pglite';
import type { SqlClient, SqlPool } from '@hopso/server/platform/database';

const BIGINT = 20;
const JSON_TYPES = [114, 3802] as const;
const asText = (text: string) => text;

type Runs = Pick<PGlite, 'query'>;

/** PostgreSQL inside this process: the same SQL, but one connection, so it can show nothing about locks. */
export async function pglitePool(): Promise<SqlPool> {
  const lite = await PGlite.create({
    parsers: { [BIGINT]: Number, [JSON_TYPES[0]]: asText, [JSON_TYPES[1]]: asText },
  });
  return {
    ...client(lite),
    transaction: (fn) => lite.transaction((tx) => fn(client(tx))),
    close: () => lite.close(),
  };
}

function client(runs: Runs): SqlClient {
  return {
    async query(text, params) {
      const { rows } = await runs.query<unknown[]>(text, [...params], { rowMode: 'array' });
      return rows;
    },
  };
}
