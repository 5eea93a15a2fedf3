import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { BlobStore } from '#platform/blobs';

/**
 * Runs something with a folder of its own that holds a stored file as `paper.pdf`; nothing stays behind. Programs
 * outside the server open files by their path, and a store need not be a folder.
 * @throws BlobMissingError
 */
export async function withLocalCopy<T>(
  blobs: BlobStore,
  sha256: string,
  run: (copy: { readonly folder: string; readonly file: string }) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'hopso-text-'));
  try {
    const file = join(folder, 'paper.pdf');
    await pipeline(await blobs.open(sha256), createWriteStream(file, { mode: 0o600 }));
    return await run({ folder, file });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
