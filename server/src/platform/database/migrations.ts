import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DatabaseNewerError, MigrationChangedError } from './failures.ts';

export type Dialect = 'sqlite' | 'postgres';

/** One step of the schema, as generated; never edited after a release. */
export interface Migration {
  readonly name: string;
  readonly hash: string;
  readonly statements: readonly string[];
}

/** What a database remembers of a step it took. */
export interface AppliedMigration {
  readonly name: string;
  readonly hash: string;
}

const FOLDER = new URL('../../../../migrations/', import.meta.url);

/** The steps of one engine in their order, from `folder` (the project's own unless a test brings another). */
export function readMigrations(
  dialect: Dialect,
  folder = fileURLToPath(new URL(dialect, FOLDER)),
): Migration[] {
  const journal: { entries: { tag: string }[] } = JSON.parse(
    readFileSync(`${folder}/meta/_journal.json`, 'utf8'),
  );
  return journal.entries.map(({ tag }) => {
    const text = readFileSync(`${folder}/${tag}.sql`, 'utf8');
    return {
      name: tag,
      hash: createHash('sha256').update(text).digest('hex'),
      statements: text.split('--> statement-breakpoint'),
    };
  });
}

/**
 * The steps a database has not taken yet.
 * @throws DatabaseNewerError when it took one the code does not know; MigrationChangedError when one was edited.
 */
export function pendingMigrations(
  known: readonly Migration[],
  applied: readonly AppliedMigration[],
): readonly Migration[] {
  for (const [index, { name, hash }] of applied.entries()) {
    const step = known[index];
    if (step?.name !== name) throw new DatabaseNewerError(name);
    if (step.hash !== hash) throw new MigrationChangedError(name);
  }
  return known.slice(applied.length);
}
