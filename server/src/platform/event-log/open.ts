import type { Database } from '#platform/database';
import type { EventLog } from './event-log.ts';
import { openPostgresEventLog } from './postgres-event-log.ts';
import { openSqliteEventLog } from './sqlite-event-log.ts';

/** The event log of an open database, on whichever engine that is. */
export function openEventLog(database: Database): EventLog {
  return database.engine === 'sqlite' ? openSqliteEventLog({ database }) : openPostgresEventLog(database);
}
