import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Verification, verifyInstallation } from '#audit';
import { recordAudit } from '#identity';
import {
  createBackup,
  type DatabaseSource,
  type DatabaseTarget,
  postgresSource,
  postgresTarget,
  type RestoreOptions,
  restoreBackup,
  sqliteSource,
  sqliteTarget,
} from '#platform/backup';
import { openDatabase, postgresPool, snapshotsOf, sqliteFile } from '#platform/database';
import { version } from '../version.ts';
import { OperatorFault } from './fault.ts';
import type { Operation } from './settings.ts';

/** Writes a backup to `file`. Returns the exit status, as all commands do. */
export async function backup(operation: Operation, file: string): Promise<number> {
  const { texts, terminal, blobs, dataDir } = operation;
  requireData(operation);
  const path = resolve(file);
  const source = sourceOf(operation);
  const { files } = await createBackup({ source, blobs, dataDir, file: path, version, now: Date.now() });
  const papers = files.filter(({ path: entry }) => entry.startsWith('blobs/')).length;
  terminal.say(texts.backupDone(path, (await stat(path)).size, papers));
  return 0;
}

function sourceOf({ database, logger }: Operation): DatabaseSource {
  return database.engine === 'sqlite'
    ? sqliteSource(database.dataDir)
    : postgresSource(snapshotsOf(database, logger));
}

/** Puts the backup in place of the installation and verifies what is there then. */
export async function restore(operation: Operation, file: string, force: boolean): Promise<number> {
  const { texts, terminal, dataDir, database, logger } = operation;
  const options = { file: resolve(file), dataDir, force, now: Date.now(), declare: declareRestored };
  const restored =
    database.engine === 'sqlite'
      ? await restoreBackup({ ...options, target: sqliteTarget(logger) })
      : await restoreToPostgres(database.url, operation, options);
  const { manifest, aside } = restored;
  terminal.say(texts.restoreDone(resolve(dataDir), manifest.createdAt, manifest.version));
  if (aside !== null) terminal.say(texts.restoreAside(resolve(aside)));
  return verify(operation, false);
}

async function restoreToPostgres(
  url: string,
  { logger }: Operation,
  options: Omit<RestoreOptions, 'target'>,
) {
  const pool = postgresPool(url, logger);
  try {
    const target: DatabaseTarget = postgresTarget(pool);
    return await restoreBackup({ ...options, target });
  } finally {
    // Where opening failed, it is closed already.
    await pool.close().catch(() => {});
  }
}

/** The journal of the restored database says that there is a gap, and which. */
const declareRestored: RestoreOptions['declare'] = (manifest) => (q, t) =>
  recordAudit(q, t, {
    at: Date.now(),
    actorId: 'operator',
    action: 'operation.restored',
    object: 'installation',
    detail: { backupOf: manifest.createdAt, version: manifest.version },
  });

/** Says whether the data are whole; status 1 when they are not. */
export async function verify(operation: Operation, asJson: boolean): Promise<number> {
  const { terminal, dataDir, blobs, database, logger } = operation;
  requireData(operation);
  const snapshot = snapshotsOf(database, logger);
  const verification = await verifyInstallation({ snapshot, dataDir, blobs });
  if (asJson) terminal.say(JSON.stringify(verification));
  else sayVerification(operation, verification);
  return verification.ok ? 0 : 1;
}

function sayVerification({ terminal, texts }: Operation, verification: Verification): void {
  terminal.say(texts.verified(verification));
  if (verification.checkpoints.torn) terminal.say(texts.tornCheckpoint);
  if (verification.ok) {
    terminal.say(texts.whole);
    return;
  }
  terminal.say(texts.found(verification.faults.length));
  for (const fault of verification.faults) terminal.say(texts.fault(fault));
  terminal.say(texts.adviseFaults);
}

/** Brings the database up to this version. */
export async function migrate({ terminal, texts, database, logger }: Operation): Promise<number> {
  const { facts, close } = await openDatabase(database, { logger });
  await close();
  terminal.say(texts.migrated(facts.engine, facts.migrations));
  return 0;
}

function requireData({ database, texts }: Operation): void {
  if (database.engine === 'sqlite' && !existsSync(sqliteFile(database.dataDir))) {
    throw new OperatorFault(texts.noData(resolve(database.dataDir)));
  }
}
