import { readFileSync } from 'node:fs';
import { postgresSchema, readMigrations, sqliteSchema } from '@hopso/server/platform/database';
import {
  generateDrizzleJson,
  generateMigration,
  generateSQLiteDrizzleJson,
  generateSQLiteMigration,
} from 'drizzle-kit/api';
import { expect, test } from 'vitest';
import { declaredCatalogue, storedCatalogue } from '../support/catalogue.ts';
import { testEngines } from '../support/engines.ts';

test('both engines declare the same tables, columns and indexes', () => {
  expect(declaredCatalogue(postgresSchema)).toEqual(declaredCatalogue(sqliteSchema));
});

test.each(testEngines())('$name migrated from zero has exactly what the code declares', async (engine) => {
  const open = await engine.open();
  try {
    expect(await storedCatalogue(open.database)).toEqual(declaredCatalogue(sqliteSchema));
  } finally {
    await open.dispose();
  }
});

test('the migrations of both engines have the same numbers and names', () => {
  const names = (dialect: 'sqlite' | 'postgres') => readMigrations(dialect).map(({ name }) => name);
  expect(names('postgres')).toEqual(names('sqlite'));
});

const lastSnapshot = (dialect: 'sqlite' | 'postgres') => {
  const number = readMigrations(dialect).at(-1)?.name.slice(0, 4);
  const file = new URL(`../../migrations/${dialect}/meta/${number}_snapshot.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8'));
};

test('the migrations of SQLite say all that the schema says', async () => {
  const current = await generateSQLiteDrizzleJson(sqliteSchema);
  expect(await generateSQLiteMigration(lastSnapshot('sqlite'), current)).toEqual([]);
});

test('the migrations of PostgreSQL say all that the schema says', async () => {
  const current = generateDrizzleJson(postgresSchema);
  expect(await generateMigration(lastSnapshot('postgres'), current)).toEqual([]);
});
