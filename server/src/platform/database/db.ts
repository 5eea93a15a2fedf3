import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { Schema } from './schema.ts';

/**
 * The query builder every query is written against and awaited. Only what both engines have:
 * select, selectDistinct, insert, update, delete, with `returning()` and `onConflict…`.
 */
export type Q = Omit<
  BetterSQLite3Database<Schema>,
  'transaction' | 'run' | 'all' | 'get' | 'values' | 'query' | '_' | '$client' | '$cache'
>;

/** The door of ordinary tables. The record of a meeting has its own: the event log. */
export interface Db {
  readonly dialect: 'sqlite' | 'postgres';
  readonly t: Schema;
  /** Sees committed rows only; on SQLite on a connection of its own, so a running `write` does not block it. */
  readonly read: Q;
  /**
   * Runs `fn` as one transaction and returns what it returned after COMMIT; anything thrown rolls back.
   * Inside, await queries of its `q` one after another and nothing else: on SQLite the only writer is held.
   * @throws NestedWriteError when called inside another `write`.
   */
  write<T>(fn: (q: Q) => Promise<T>): Promise<T>;
}

/**
 * Reads rows in order to change them in the same `write`: on PostgreSQL they stay the caller's until it ends;
 * on SQLite the only writer has them already.
 */
export function forUpdate<Query>(db: Db, query: Query): Query {
  if (db.dialect === 'sqlite') return query;
  // Only PostgreSQL's builder has the method, which the common type of queries does not name.
  return (query as { for(strength: 'update'): Query }).for('update');
}
