export { lockDataDir } from './data-dir-lock.ts';
export { type Db, forUpdate, type Q } from './db.ts';
export {
  DatabaseNewerError,
  DataDirLockedError,
  isDiskFull,
  isUniqueViolation,
  MigrationBreaksReferencesError,
  MigrationChangedError,
  NestedWriteError,
  PendingMigrationsError,
  UnsafeDatabaseError,
} from './failures.ts';
export { type Migration, readMigrations } from './migrations.ts';
export { type Database, type DatabaseConfig, type OpenOptions, openDatabase } from './open.ts';
export { openPostgres, type PostgresDatabase, queryBuilder } from './postgres.ts';
export { postgresPool, type SqlClient, type SqlPool } from './postgres-client.ts';
export type { DatabaseLogger, EngineFacts } from './reporting.ts';
export type { SystemRole } from './schema/identity.ts';
export { GENESIS_CHAIN, type MeetingKind, type MeetingPhase, type MeetingStream } from './schema/meeting.ts';
export type { UnitLevel } from './schema/organisation.ts';
export { type NewRow, postgresSchema, type Row, type Schema, sqliteSchema } from './schema.ts';
export { type ReadSnapshot, readPostgresSnapshot, type Snapshot, snapshotsOf } from './snapshot.ts';
export { openSqlite, readSqlite, type SqliteDatabase, type SqliteReading, sqliteFile } from './sqlite.ts';
export { openSqliteBeside, type SqliteBeside } from './sqlite-beside.ts';
export { copySqlite } from './sqlite-migrate.ts';
