import { createReadStream } from 'node:fs';
import { access, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BlobReading } from '#platform/blobs';
import { ArchiveWriter } from './archive-writer.ts';
import { syncFolder } from './data-folder.ts';
import type { DatabaseSource } from './database-source.ts';
import { BackupExistsError } from './failures.ts';
import { blobFile, CHECKPOINTS, type Manifest } from './manifest.ts';

export interface BackupOptions {
  readonly source: DatabaseSource;
  readonly blobs: BlobReading;
  readonly dataDir: string;
  /** Where the backup goes. */
  readonly file: string;
  /** Of the product. */
  readonly version: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Writes the whole installation, without its secrets, into one file: to `FILE.part` first, so that a file of that
 * name is always a whole backup. Works beside a running server; what was committed when it began is in it.
 * @throws BackupExistsError when there is such a file.
 */
export async function createBackup(options: BackupOptions): Promise<Manifest> {
  const { file } = options;
  if (await exists(file)) throw new BackupExistsError(file);
  const part = `${file}.part`;
  const work = `${file}.work`;
  // What an earlier backup left that was ended from outside.
  await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true, mode: 0o700 });
  try {
    const manifest = await writeArchive(options, work, part);
    await rename(part, file);
    await syncFolder(dirname(file));
    return manifest;
  } finally {
    await rm(part, { force: true });
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * The order matters. A checkpoint speaks of what is committed, a row of a file that is stored, and neither goes away:
 * so the database copied between them has all that the checkpoints name, and the files have all that it names.
 */
async function writeArchive(options: BackupOptions, work: string, part: string): Promise<Manifest> {
  const { source, blobs, dataDir, version, now } = options;
  const checkpoints = await wholeLines(join(dataDir, CHECKPOINTS));
  const { files, migrations } = await source.writeTo(work);
  const archive = new ArchiveWriter(part);
  try {
    for (const { path, file } of files)
      await archive.add(path, (await stat(file)).size, createReadStream(file));
    if (checkpoints !== null) await archive.add(CHECKPOINTS, checkpoints.length, [checkpoints]);
    for await (const { sha256, bytes } of blobs.list()) {
      await archive.add(blobFile(sha256), bytes, await blobs.open(sha256));
    }
    const about = { format: 1, version, engine: source.engine, createdAt: now } as const;
    return await archive.finish({ ...about, migrations: [...migrations] });
  } catch (cause) {
    await archive.abandon();
    throw cause;
  }
}

/** The file up to its last line break: the server may be writing the next line. Null when there is no file. */
async function wholeLines(file: string): Promise<Buffer | null> {
  try {
    const bytes = await readFile(file);
    return bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1);
  } catch (cause) {
    if (isMissing(cause)) return null;
    throw cause;
  }
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch (cause) {
    if (isMissing(cause)) return false;
    throw cause;
  }
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
}
