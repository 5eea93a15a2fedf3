import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type BlobStore, openBlobFolder } from '#platform/blobs';
import { lockDataDir } from '#platform/database';
import { readArchive } from './archive-reader.ts';
import { asideFolder, dataIn, Renames, STAGING, syncFolder } from './data-folder.ts';
import type { DatabaseTarget, Declare } from './database-target.ts';
import { BackupDamagedError, OtherEngineError, TargetNotEmptyError } from './failures.ts';
import { CHECKPOINTS, isBlobFile, type Manifest, SQLITE_FILE } from './manifest.ts';

export interface RestoreOptions {
  readonly file: string;
  readonly dataDir: string;
  readonly target: DatabaseTarget;
  /** Moves data that is there aside instead of refusing. */
  readonly force: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Says in the restored database that it was restored. */
  readonly declare: (manifest: Manifest) => Declare;
}

export interface Restored {
  readonly manifest: Manifest;
  /** Folder into which the data was moved that was there before; null when there was none. */
  readonly aside: string | null;
}

/**
 * Puts a backup in the place of the installation. Everything is unpacked and checked beside it first; until then,
 * and whenever it fails, what was there stays as it was.
 * @throws DataDirLockedError, TargetNotEmptyError, BackupDamagedError, OtherEngineError, DatabaseNewerError
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { dataDir, force } = options;
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const lock = lockDataDir(dataDir);
  const staging = join(dataDir, STAGING);
  try {
    const present = await dataIn(dataDir);
    if (present.length > 0 && !force) throw new TargetNotEmptyError('data-folder');
    await rm(staging, { recursive: true, force: true });
    return await restoreInto(options, staging, present);
  } finally {
    await rm(staging, { recursive: true, force: true });
    lock.release();
  }
}

async function restoreInto(
  options: RestoreOptions,
  staging: string,
  present: readonly string[],
): Promise<Restored> {
  const { dataDir, target, now, declare } = options;
  const manifest = await unpack(options.file, staging);
  checkDatabase(manifest, target);
  await target.checkEmpty(manifest);
  const aside = present.length > 0 ? asideFolder(dataDir, now) : null;
  const renames = new Renames();
  const swap = async () => {
    // The old database leaves together with its write-ahead log: beside the new one, its pages would be taken for new.
    if (aside !== null) {
      await renames.move(present, dataDir, aside);
      await syncFolder(aside);
    }
    await renames.move(['blobs', 'checkpoints'], staging, dataDir);
    if (target.engine === 'sqlite')
      await renames.move([basename(SQLITE_FILE)], databaseFolder(staging), dataDir);
    await syncFolder(dataDir);
  };
  try {
    await target.restore(databaseFolder(staging), manifest, declare(manifest), swap);
  } catch (cause) {
    await renames.undo();
    throw cause;
  }
  return { manifest, aside };
}

const databaseFolder = (staging: string) => join(staging, dirname(SQLITE_FILE));

function checkDatabase({ engine, files }: Manifest, target: DatabaseTarget): void {
  if (engine !== target.engine) throw new OtherEngineError(engine, target.engine);
  const isThere = files.some(({ path }) =>
    engine === 'sqlite' ? path === SQLITE_FILE : path.endsWith('.ndjson'),
  );
  if (!isThere) throw new BackupDamagedError('no-database');
}

async function unpack(file: string, staging: string): Promise<Manifest> {
  await mkdir(databaseFolder(staging), { recursive: true, mode: 0o700 });
  await mkdir(join(staging, dirname(CHECKPOINTS)), { mode: 0o700 });
  const blobs = await openBlobFolder(join(staging, 'blobs'));
  return readArchive(file, (path, content) => store(path, content, staging, blobs));
}

async function store(
  path: string,
  content: AsyncIterable<Uint8Array>,
  staging: string,
  blobs: BlobStore,
): Promise<void> {
  if (isBlobFile(path)) await blobs.put(content);
  else
    await pipeline(
      content,
      createWriteStream(join(staging, path), { flags: 'wx', mode: 0o600, flush: true }),
    );
}
