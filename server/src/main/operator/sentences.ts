import {
  BackupDamagedError,
  BackupExistsError,
  OtherEngineError,
  TargetNotEmptyError,
} from '#platform/backup';
import { ConfigError } from '#platform/config';
import {
  DatabaseNewerError,
  DataDirLockedError,
  isDiskFull,
  MigrationChangedError,
  PendingMigrationsError,
  UnsafeDatabaseError,
} from '#platform/database';
import { OperatorFault } from './fault.ts';
import type { Texts } from './texts.ts';

const ENGINES = { sqlite: 'SQLite', postgres: 'PostgreSQL' } as const;
/** No server there, no such name, wrong password, no such database. */
const CONNECTION_CODES = new Set(['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', '28P01', '28000', '3D000']);

export interface Sentence {
  readonly sentence: string;
  readonly exitCode: 1 | 2;
}

/** What to tell the operator about a failure, in one sentence where one is known. */
export function sentenceFor(
  cause: unknown,
  texts: Texts,
  environment: Readonly<Record<string, string | undefined>>,
): Sentence {
  if (cause instanceof OperatorFault) return { sentence: cause.message, exitCode: cause.exitCode };
  if (cause instanceof ConfigError) return { sentence: texts.settings(cause.message), exitCode: 2 };
  const sentence = ofBackup(cause, texts, environment) ?? ofDatabase(cause, texts) ?? ofSystem(cause, texts);
  const message = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  return { sentence: sentence ?? texts.unexpected(message), exitCode: 1 };
}

function ofBackup(
  cause: unknown,
  texts: Texts,
  { DATA_DIR }: Readonly<Record<string, string | undefined>>,
): string | undefined {
  if (cause instanceof BackupExistsError) return texts.backupExists(cause.file);
  if (cause instanceof BackupDamagedError) return texts.backupDamaged(cause.damage, cause.entry);
  if (cause instanceof OtherEngineError) {
    return texts.otherEngine(ENGINES[cause.backup], ENGINES[cause.installation]);
  }
  if (cause instanceof TargetNotEmptyError) {
    return cause.target === 'database' ? texts.databaseNotEmpty : texts.folderNotEmpty(DATA_DIR || 'data');
  }
  return undefined;
}

function ofDatabase(cause: unknown, texts: Texts): string | undefined {
  if (cause instanceof DataDirLockedError) return texts.locked(cause.dataDir);
  if (cause instanceof DatabaseNewerError) return texts.databaseNewer;
  if (cause instanceof MigrationChangedError) return texts.migrationChanged;
  if (cause instanceof PendingMigrationsError) return texts.pending;
  if (cause instanceof UnsafeDatabaseError) return texts.unsafeDatabase(cause.message);
  if (CONNECTION_CODES.has(codeOf(cause))) return texts.noConnection;
  return undefined;
}

function ofSystem(cause: unknown, texts: Texts): string | undefined {
  if (isDiskFull(cause)) return texts.diskFull;
  const path = cause instanceof Error && 'path' in cause ? String(cause.path) : '';
  switch (codeOf(cause)) {
    case 'ENOENT':
      return texts.noFile(path);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return texts.noPermission(path);
    default:
      return undefined;
  }
}

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : '';
