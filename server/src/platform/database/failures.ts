/** Another process of the product already serves this data folder. */
export class DataDirLockedError extends Error {
  override readonly name = 'DataDirLockedError';
  readonly dataDir: string;

  constructor(dataDir: string) {
    super(`The data folder ${dataDir} is in use by another running server. Stop that one first.`);
    this.dataDir = dataDir;
  }
}

/** The database was written by a newer version of the product; nothing was changed in it. */
export class DatabaseNewerError extends Error {
  override readonly name = 'DatabaseNewerError';

  constructor(unknownMigration: string) {
    super(
      `This database was made by a newer version of Họp Số (it has migration ${unknownMigration}, which this ` +
        'version does not know). Start the newer version, or restore a backup made before the upgrade.',
    );
  }
}

/** A released migration was edited: what the database holds and what the code expects may differ. */
export class MigrationChangedError extends Error {
  override readonly name = 'MigrationChangedError';

  constructor(migration: string) {
    super(`Migration ${migration} differs from the one that was applied to this database.`);
  }
}

/** A migration would have left rows that point to nothing; it was rolled back whole. */
export class MigrationBreaksReferencesError extends Error {
  override readonly name = 'MigrationBreaksReferencesError';

  constructor(tables: readonly string[]) {
    super(`The migration was rolled back: it would leave dangling references in ${tables.join(', ')}.`);
  }
}

/** The database needs migrations and the caller asked not to apply them. */
export class PendingMigrationsError extends Error {
  override readonly name = 'PendingMigrationsError';

  constructor(pending: readonly string[]) {
    super(`The database needs ${pending.length} migration(s) first: ${pending.join(', ')}.`);
  }
}

/** A write was begun inside a write of the same flow: it would wait for itself for ever. */
export class NestedWriteError extends Error {
  override readonly name = 'NestedWriteError';

  constructor() {
    super('A write was begun inside another write. Use the query builder that the outer one was given.');
  }
}

/** The engine does not run as safely as promised; the server must not start on it. */
export class UnsafeDatabaseError extends Error {
  override readonly name = 'UnsafeDatabaseError';
}

const UNIQUE_CODES = new Set(['SQLITE_CONSTRAINT_PRIMARYKEY', 'SQLITE_CONSTRAINT_UNIQUE', '23505']);
const FULL_CODES = new Set([
  'SQLITE_FULL',
  'SQLITE_IOERR_WRITE',
  'SQLITE_IOERR_FSYNC',
  'SQLITE_IOERR_SHMSIZE',
  'ENOSPC',
  'EDQUOT',
  '53100',
]);

/** True when a row with the same key existed already, on either engine. */
export function isUniqueViolation(error: unknown): boolean {
  return hasCode(error, UNIQUE_CODES);
}

/** True when the medium took no more bytes: answer 503, keep reading, try again when there is room. */
export function isDiskFull(error: unknown): boolean {
  return hasCode(error, FULL_CODES);
}

/** The query layer wraps engine errors, so the whole chain of causes is looked at. */
function hasCode(error: unknown, codes: ReadonlySet<string>): boolean {
  for (let link = error; link instanceof Error; link = link.cause) {
    const code: unknown = 'code' in link ? link.code : undefined;
    if (typeof code === 'string' && codes.has(code)) return true;
  }
  return false;
}
