import type { Database } from '@hopso/server/platform/database';

/** Takes the record's guard against accidents away, as somebody would who means to tamper with it. */
export async function liftGuard(database: Database): Promise<void> {
  if (database.engine === 'postgres') {
    await database.pool.query('ALTER TABLE meeting_events DISABLE TRIGGER USER', []);
    return;
  }
  const names = database.writer
    .prepare<[], string>(
      "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'meeting_events'",
    )
    .pluck()
    .all();
  for (const name of names) database.writer.exec(`DROP TRIGGER ${name}`);
}
