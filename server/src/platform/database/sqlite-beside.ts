import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Db, Q } from './db.ts';
import { readMigrations } from './migrations.ts';
import type { DatabaseLogger } from './reporting.ts';
import { sqliteSchema } from './schema.ts';
import { openWriter, sqliteFile, sqliteWrite } from './sqlite.ts';
import { checkSqliteSteps } from './sqlite-migrate.ts';
import { WriteScope } from './write-scope.ts';
import { WriterLock } from './writer-lock.ts';

export interface SqliteBeside {
  readonly db: Db;
  close(): Promise<void>;
}

/**
 * Opens the database of a folder that a running server holds, for an operator's short deed. Both wait for each
 * other's writes: whoever writes here must not wait for anything else meanwhile, or the server stands still.
 * @throws DatabaseNewerError or PendingMigrationsError when its schema is not that of the code.
 */
export function openSqliteBeside(
  dataDir: string,
  { logger }: { readonly logger: DatabaseLogger },
): SqliteBeside {
  const file = sqliteFile(dataDir);
  const migrations = readMigrations('sqlite');
  const reader = new Database(file, { readonly: true });
  try {
    checkSqliteSteps(reader, migrations);
    const writer = openWriter(file, migrations.length);
    const writerQ: Q = drizzle(writer);
    const parts = { writer, writerQ, lock: new WriterLock(), scope: new WriteScope(), logger };
    return {
      db: { dialect: 'sqlite', t: sqliteSchema, read: drizzle(reader), write: sqliteWrite(parts) },
      async close() {
        reader.close();
        writer.close();
      },
    };
  } catch (cause) {
    reader.close();
    throw cause;
  }
}
