import * as P from 'drizzle-orm/pg-core';
import * as S from 'drizzle-orm/sqlite-core';

/** The columns a table may be made of. Each has one meaning and one JavaScript type on both engines. */
export const sqliteKit = {
  table: S.sqliteTable,
  pk: S.primaryKey,
  index: S.index,
  uniqueIndex: S.uniqueIndex,
  str: <T extends string = string>(name: string) => S.text(name).$type<T>(),
  int: (name: string) => S.integer(name),
  /** An instant: epoch milliseconds, UTC. */
  ms: (name: string) => S.integer(name),
  bool: (name: string) => S.integer(name, { mode: 'boolean' }),
  json: <T>(name: string) => S.text(name, { mode: 'json' }).$type<T>(),
  /** Primary key that counts up; gaps are possible. */
  counter: (name: string) => S.integer(name).primaryKey({ autoIncrement: true }),
};

export const postgresKit = {
  table: P.pgTable,
  pk: P.primaryKey,
  index: P.index,
  uniqueIndex: P.uniqueIndex,
  str: <T extends string = string>(name: string) => P.text(name).$type<T>(),
  int: (name: string) => P.integer(name),
  ms: (name: string) => P.bigint(name, { mode: 'number' }),
  bool: (name: string) => P.boolean(name),
  json: <T>(name: string) => P.jsonb(name).$type<T>(),
  counter: (name: string) => P.bigserial(name, { mode: 'number' }).primaryKey(),
};

export type Kit = typeof sqliteKit;

/** A column of a table that refers to itself: its type cannot be inferred. */
export type AnyColumn = S.AnySQLiteColumn;
