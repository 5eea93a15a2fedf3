import { join } from 'node:path';
import Database from 'better-sqlite3';
import { copySqlite, readSqlite } from '#platform/database';
import type { DatabaseSource } from './database-source.ts';
import { SQLITE_FILE } from './manifest.ts';
import { SECRET_SETTINGS, SECRET_TABLES } from './secrets.ts';

/** The database of a data folder; not locked and not changed by being copied. */
export function sqliteSource(dataDir: string): DatabaseSource {
  return {
    engine: 'sqlite',
    async writeTo(folder) {
      const file = join(folder, 'hopso.db');
      const { reader, close } = readSqlite(dataDir);
      try {
        copySqlite(reader, file);
      } finally {
        close();
      }
      return { files: [{ path: SQLITE_FILE, file }], migrations: withoutSecrets(file) };
    },
  };
}

/** Takes the secrets out of a copy; returns the migrations it had taken. */
function withoutSecrets(file: string): string[] {
  const copy = new Database(file);
  try {
    copy.pragma('journal_mode = MEMORY');
    // Deleted rows would stay readable in the free pages of the file.
    copy.pragma('secure_delete = ON');
    for (const table of SECRET_TABLES) copy.exec(`DELETE FROM ${table}`);
    copy.prepare('DELETE FROM settings WHERE key LIKE ?').run(SECRET_SETTINGS);
    return copy.prepare<[], string>('SELECT name FROM schema_migrations ORDER BY number').pluck().all();
  } finally {
    copy.close();
  }
}
