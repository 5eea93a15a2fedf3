import pg from 'pg';
import type { DatabaseLogger } from './reporting.ts';

/**
 * All the server asks of a PostgreSQL connection. Rows come as arrays in the order of the select list;
 * bigint comes as number, json and jsonb as text.
 */
export interface SqlClient {
  /** `name` lets the engine keep the plan of a statement that is run often. */
  query(text: string, params: readonly unknown[], name?: string): Promise<unknown[][]>;
}

export interface SqlPool extends SqlClient {
  /** One connection, BEGIN and COMMIT around `fn`; anything thrown rolls back. */
  transaction<T>(fn: (client: SqlClient) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const BIGINT = 20;
const JSON_TYPES: readonly number[] = [114, 3802];

/** The query layer parses JSON itself; parsed twice, the text `"12"` would become the number 12. */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === BIGINT) return Number;
    if (JSON_TYPES.includes(oid)) return (text: string) => text;
    return pg.types.getTypeParser(oid, format);
  },
};

/** A pool of connections to the server that `url` names; connects when first asked. */
export function postgresPool(url: string, logger: DatabaseLogger): SqlPool {
  const pool = new pg.Pool({ connectionString: url, application_name: 'hopso', max: 10, types });
  // An idle connection that breaks (the server restarts) must not end the process: the next query reconnects.
  pool.on('error', (error) => logger.warn({ error: error.message }, 'a database connection broke'));
  return {
    query: onConnection(pool),
    transaction: (fn) => inTransaction(pool, fn),
    close: () => pool.end(),
  };
}

function onConnection(connection: pg.Pool | pg.PoolClient): SqlClient['query'] {
  return async (text, params, name) => {
    const values = [...params];
    const config = name === undefined ? { text, values } : { text, values, name };
    const result = await connection.query<unknown[]>({ ...config, rowMode: 'array' });
    return result.rows;
  };
}

async function inTransaction<T>(pool: pg.Pool, fn: (client: SqlClient) => Promise<T>): Promise<T> {
  const connection = await pool.connect();
  let broken: Error | undefined;
  try {
    await connection.query('BEGIN');
    const value = await fn({ query: onConnection(connection) });
    await connection.query('COMMIT');
    return value;
  } catch (cause) {
    await connection.query('ROLLBACK').catch((error: Error) => {
      broken = error;
    });
    throw cause;
  } finally {
    connection.release(broken);
  }
}
