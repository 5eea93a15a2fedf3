import { join } from 'node:path';
import Database from 'better-sqlite3';
import { DataDirLockedError } from './failures.ts';

/**
 * Makes this process the only server of a data folder until `release`. The operating system lets go of the lock
 * when the process dies, however it dies: no stale file can keep a server from starting.
 * @throws DataDirLockedError when another process holds it.
 */
export function lockDataDir(dataDir: string): { release(): void } {
  const lock = new Database(join(dataDir, 'lock.db'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    if (cause instanceof Database.SqliteError && cause.code === 'SQLITE_BUSY') {
      throw new DataDirLockedError(dataDir);
    }
    throw cause;
  }
  return { release: () => lock.close() };
}
