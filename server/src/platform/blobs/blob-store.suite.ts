import { createHash, randomBytes } from 'node:crypto';
import { access } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { BlobMissingError, type BlobReading, type BlobStore, type StoredBlob } from './blob-store.ts';

export interface BlobStoreSetup {
  readonly name: string;
  /** A store that holds nothing. */
  readonly open: () => Promise<BlobStore>;
}

export async function* pieces(...parts: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part);
}

export async function listed(store: BlobReading): Promise<StoredBlob[]> {
  const blobs: StoredBlob[] = [];
  for await (const blob of store.list()) blobs.push(blob);
  return blobs;
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** What every blob store keeps to, whatever it stands on. */
export function blobStoreSuite({ name, open }: BlobStoreSetup): void {
  describe(`blob store: ${name}`, () => {
    test('what was put is found under its hash, whole and in parts', async () => {
      const store = await open();
      const bytes = randomBytes(300_000);
      const blob = await store.put(pieces(bytes.subarray(0, 100_001), bytes.subarray(100_001)));
      expect(blob).toEqual({ sha256: sha256(bytes), bytes: 300_000 });
      expect(await store.stat(blob.sha256)).toEqual(blob);
      expect((await buffer(await store.open(blob.sha256))).equals(bytes)).toBe(true);
      const part = await buffer(await store.open(blob.sha256, { first: 99_999, last: 200_000 }));
      expect(part.equals(bytes.subarray(99_999, 200_001))).toBe(true);
    });

    test('equal bytes are stored once, also when they arrive at the same time', async () => {
      const store = await open();
      const blobs = await Promise.all(Array.from({ length: 8 }, () => store.put(pieces('Tờ trình'))));
      expect(await listed(store)).toEqual([blobs[0]]);
    });

    test('staged bytes can be read but are not in the store until kept', async () => {
      const store = await open();
      const staged = await store.stage(pieces('Dự thảo'));
      expect(await store.stat(staged.sha256)).toBeNull();
      expect(await listed(store)).toEqual([]);
      await expect(access(staged.file)).resolves.toBeUndefined();
      await staged.keep();
      await staged.discard();
      expect((await buffer(await store.open(staged.sha256))).toString()).toBe('Dự thảo');
    });

    test('discarded bytes leave nothing, and discarding twice is no fault', async () => {
      const store = await open();
      const staged = await store.stage(pieces('Dự thảo'));
      await staged.discard();
      await staged.discard();
      await expect(access(staged.file)).rejects.toThrow();
      expect(await listed(store)).toEqual([]);
    });

    test('bytes that break off in the middle leave nothing', async () => {
      const store = await open();
      async function* broken() {
        yield Buffer.alloc(100_000);
        throw new Error('the connection is gone');
      }
      await expect(store.put(broken())).rejects.toThrow('the connection is gone');
      expect(await listed(store)).toEqual([]);
    });

    test('no bytes are a blob too', async () => {
      const store = await open();
      const blob = await store.put(pieces());
      expect(blob).toEqual({ sha256: sha256(Buffer.alloc(0)), bytes: 0 });
      expect(await buffer(await store.open(blob.sha256))).toHaveLength(0);
    });

    test('what is not there is said to be missing; what is no hash is never looked for', async () => {
      const store = await open();
      const unknown = sha256(Buffer.from('?'));
      expect(await store.stat(unknown)).toBeNull();
      await expect(store.open(unknown)).rejects.toThrow(BlobMissingError);
      for (const name of ['../../etc/passwd', unknown.toUpperCase(), `${unknown}0`, '']) {
        await expect(store.stat(name)).rejects.toThrow(TypeError);
        await expect(store.open(name)).rejects.toThrow(TypeError);
      }
    });
  });
}
