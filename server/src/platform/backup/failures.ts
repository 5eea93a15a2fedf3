/** Somebody's file stands where the backup should go. */
export class BackupExistsError extends Error {
  override readonly name = 'BackupExistsError';
  readonly file: string;

  constructor(file: string) {
    super(`${file} exists already; a backup never overwrites.`);
    this.file = file;
  }
}

/** What is wrong with a file that should be a backup. */
export type BackupDamage =
  | 'not-an-archive'
  | 'cut-off'
  | 'contents-unreadable'
  | 'foreign-entry'
  | 'entry-twice'
  | 'entry-missing'
  | 'entry-changed'
  | 'entry-unlisted'
  | 'no-database'
  | 'database-broken';

/** The file is no backup of this product, or not all of one; nothing was changed. */
export class BackupDamagedError extends Error {
  override readonly name = 'BackupDamagedError';
  readonly damage: BackupDamage;
  /** Entry of the archive. */
  readonly entry: string | undefined;

  constructor(damage: BackupDamage, entry?: string, cause?: unknown) {
    super(`The backup cannot be used: ${damage}${entry === undefined ? '' : ` (${entry})`}.`, { cause });
    this.damage = damage;
    this.entry = entry;
  }
}

type Engine = 'sqlite' | 'postgres';

/** The backup was made with the other storage engine. */
export class OtherEngineError extends Error {
  override readonly name = 'OtherEngineError';
  readonly backup: Engine;
  readonly installation: Engine;

  constructor(backup: Engine, installation: Engine) {
    super(`The backup is of ${backup}, this installation uses ${installation}.`);
    this.backup = backup;
    this.installation = installation;
  }
}

/** There is something where the backup should be restored to. */
export class TargetNotEmptyError extends Error {
  override readonly name = 'TargetNotEmptyError';
  readonly target: 'data-folder' | 'database';

  constructor(target: 'data-folder' | 'database') {
    super(target === 'database' ? 'The database is not empty.' : 'The data folder is not empty.');
    this.target = target;
  }
}
