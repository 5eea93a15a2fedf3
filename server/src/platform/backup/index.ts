export { type BackupOptions, createBackup } from './backup.ts';
export type { DatabaseSource } from './database-source.ts';
export type { DatabaseTarget, Declare } from './database-target.ts';
export {
  type BackupDamage,
  BackupDamagedError,
  BackupExistsError,
  OtherEngineError,
  TargetNotEmptyError,
} from './failures.ts';
export type { Manifest } from './manifest.ts';
export { postgresSource } from './postgres-source.ts';
export { postgresTarget } from './postgres-target.ts';
export { type Restored, type RestoreOptions, restoreBackup } from './restore.ts';
export { sqliteSource } from './sqlite-source.ts';
export { sqliteTarget } from './sqlite-target.ts';
