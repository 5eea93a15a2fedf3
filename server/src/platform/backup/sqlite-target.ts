import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type DatabaseLogger, openSqlite } from '#platform/database';
import type { DatabaseTarget } from './database-target.ts';
import { BackupDamagedError } from './failures.ts';

const FILE = 'hopso.db';

/** SQLite: the database is a file of the data folder and is made ready where it was unpacked. */
export function sqliteTarget(logger: DatabaseLogger): DatabaseTarget {
  return {
    engine: 'sqlite',
    checkEmpty: async () => {},
    async restore(folder, _manifest, declare, swap) {
      checkPages(join(folder, FILE));
      const { db, close } = openSqlite(folder, { logger });
      try {
        await db.write((q) => declare(q, db.t));
      } finally {
        await close();
      }
      const others = (await readdir(folder)).filter((name) => name !== FILE);
      for (const name of others) await rm(join(folder, name), { recursive: true });
      await swap();
    },
  };
}

function checkPages(file: string): void {
  const database = new Database(file, { fileMustExist: true });
  try {
    const verdict = database.pragma('quick_check(1)', { simple: true });
    if (verdict !== 'ok') throw new BackupDamagedError('database-broken', String(verdict));
  } finally {
    database.close();
  }
}
