import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  BlobMissingError,
  type BlobReading,
  type BlobStore,
  type StagedBlob,
  type StoredBlob,
} from './blob-store.ts';

const STAGING = 'incoming';
const SHA256 = /^[0-9a-f]{64}$/;

/**
 * The store in a folder, for the one process that writes there. Leftovers of a process that died are removed.
 * Layout: `ab/cdef…` is the blob whose hash is `abcdef…`; `incoming/` holds what is not stored yet.
 */
export async function openBlobFolder(folder: string): Promise<BlobStore> {
  const staging = join(folder, STAGING);
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { recursive: true, mode: 0o700 });
  const stage = (source: AsyncIterable<Uint8Array>) => stageBlob(folder, source);
  return {
    ...readBlobFolder(folder),
    stage,
    async put(source) {
      const staged = await stage(source);
      try {
        await staged.keep();
      } finally {
        await staged.discard();
      }
      return { sha256: staged.sha256, bytes: staged.bytes };
    },
  };
}

/** The store in a folder, only to be looked at: safe beside a server that is writing to it. */
export function readBlobFolder(folder: string): BlobReading {
  return {
    async stat(sha256) {
      const bytes = await sizeOf(blobPath(folder, sha256));
      return bytes === null ? null : { sha256, bytes };
    },
    async open(sha256, range) {
      const handle = await openBlob(folder, sha256);
      return handle.createReadStream(range === undefined ? {} : { start: range.first, end: range.last });
    },
    list: () => listBlobs(folder),
  };
}

/** @throws TypeError for anything but a hash: a path must never be made of what a caller sent. */
function blobPath(folder: string, sha256: string): string {
  if (!SHA256.test(sha256)) throw new TypeError('A blob is named by its SHA-256 in lower-case hexadecimal.');
  return join(folder, sha256.slice(0, 2), sha256.slice(2));
}

async function openBlob(folder: string, sha256: string): Promise<FileHandle> {
  try {
    return await open(blobPath(folder, sha256));
  } catch (cause) {
    throw isMissing(cause) ? new BlobMissingError(sha256) : cause;
  }
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (cause) {
    if (isMissing(cause)) return null;
    throw cause;
  }
}

async function* listBlobs(folder: string): AsyncGenerator<StoredBlob> {
  const shards = (await namesIn(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name));
  for (const shard of shards) {
    for (const rest of await readdir(join(folder, shard))) {
      const sha256 = shard + rest;
      const bytes = SHA256.test(sha256) ? await sizeOf(join(folder, shard, rest)) : null;
      if (bytes !== null) yield { sha256, bytes };
    }
  }
}

/** A folder that nothing was ever stored in may not be there yet. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (cause) {
    if (isMissing(cause)) return [];
    throw cause;
  }
}

async function stageBlob(folder: string, source: AsyncIterable<Uint8Array>): Promise<StagedBlob> {
  const file = join(folder, STAGING, randomUUID());
  const discard = () => rm(file, { force: true });
  try {
    const { sha256, bytes } = await writeDown(file, source);
    return { sha256, bytes, file, discard, keep: () => moveIntoPlace(file, blobPath(folder, sha256)) };
  } catch (cause) {
    await discard();
    throw cause;
  }
}

async function writeDown(file: string, source: AsyncIterable<Uint8Array>): Promise<StoredBlob> {
  const hash = createHash('sha256');
  const handle = await open(file, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o600);
  let bytes = 0;
  try {
    for await (const chunk of source) {
      hash.update(chunk);
      await handle.writeFile(chunk);
      bytes += chunk.length;
    }
  } finally {
    await handle.close();
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** First the bytes, then the name, then the folders that hold the name: a power cut leaves all or nothing. */
async function moveIntoPlace(file: string, path: string): Promise<void> {
  await flushToDisk(file);
  const shard = dirname(path);
  await mkdir(shard, { recursive: true, mode: 0o700 });
  await rename(file, path);
  await flushToDisk(shard);
  await flushToDisk(dirname(shard));
}

async function flushToDisk(path: string): Promise<void> {
  const handle = await open(path);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
}
