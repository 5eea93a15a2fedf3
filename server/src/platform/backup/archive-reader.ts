import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar-stream';
import { BackupDamagedError } from './failures.ts';
import { type ArchivedFile, isArchivePath, MANIFEST, type Manifest, manifestSchema } from './manifest.ts';

/** Takes one file of the archive; returns when it is stored. */
export type StoreEntry = (path: string, content: AsyncIterable<Uint8Array>) => Promise<void>;

/** A manifest lists every file by name, length and hash; more would be no manifest. */
const LARGEST_MANIFEST = 64 * 1024 * 1024;

/**
 * Unpacks an archive through `store` and compares everything that came out with its manifest.
 * @throws BackupDamagedError when it is not a whole backup as it was written; whatever was stored is then worthless.
 */
export async function readArchive(file: string, store: StoreEntry): Promise<Manifest> {
  const found: ArchivedFile[] = [];
  const seen = new Set<string>();
  let manifest: Manifest | null = null;
  for await (const { path, content } of entriesOf(file)) {
    if (manifest !== null) throw new BackupDamagedError('entry-unlisted', path);
    if (seen.has(path)) throw new BackupDamagedError('entry-twice', path);
    seen.add(path);
    if (path === MANIFEST) manifest = await readManifest(content);
    else found.push(await storeHashed(path, content, store));
  }
  if (manifest === null) throw new BackupDamagedError('cut-off');
  compare(manifest.files, found);
  return manifest;
}

interface ArchiveEntry {
  readonly path: string;
  readonly content: AsyncIterable<Uint8Array>;
}

async function* entriesOf(file: string): AsyncGenerator<ArchiveEntry> {
  const archive = extract();
  const reading = pipeline(createReadStream(file), archive);
  reading.catch(() => {});
  try {
    for await (const entry of whole(archive)) {
      const { name, type } = entry.header;
      if (type !== 'file' || !isArchivePath(name)) throw new BackupDamagedError('foreign-entry', name);
      // A tar stream gives bytes, whatever its general type says.
      yield { path: name, content: whole(entry as AsyncIterable<Uint8Array>) };
    }
    await reading;
  } finally {
    archive.destroy();
  }
}

/** Passes on what comes out of the archive; what the reading of it throws means that it is damaged. */
async function* whole<T>(source: AsyncIterable<T>): AsyncGenerator<T> {
  const parts = source[Symbol.asyncIterator]();
  while (true) {
    const part = await parts.next().catch((cause: unknown) => {
      throw isFault(cause) ? new BackupDamagedError('not-an-archive', undefined, cause) : cause;
    });
    if (part.done === true) return;
    yield part.value;
  }
}

/** Errors of the operating system and our own say more as they are. */
function isFault(cause: unknown): boolean {
  return cause instanceof Error && !(cause instanceof BackupDamagedError) && !('errno' in cause);
}

async function storeHashed(
  path: string,
  content: AsyncIterable<Uint8Array>,
  store: StoreEntry,
): Promise<ArchivedFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  async function* counted() {
    for await (const chunk of content) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  await store(path, counted());
  return { path, bytes, sha256: hash.digest('hex') };
}

async function readManifest(content: AsyncIterable<Uint8Array>): Promise<Manifest> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of content) {
    bytes += chunk.length;
    if (bytes > LARGEST_MANIFEST) throw new BackupDamagedError('contents-unreadable');
    chunks.push(chunk);
  }
  const parsed = manifestSchema.safeParse(jsonIn(Buffer.concat(chunks).toString('utf8')));
  if (!parsed.success) throw new BackupDamagedError('contents-unreadable');
  return parsed.data;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function compare(listed: readonly ArchivedFile[], found: readonly ArchivedFile[]): void {
  const byPath = new Map(found.map((file) => [file.path, file]));
  for (const { path, bytes, sha256 } of listed) {
    const file = byPath.get(path);
    if (file === undefined) throw new BackupDamagedError('entry-missing', path);
    if (file.bytes !== bytes || file.sha256 !== sha256) throw new BackupDamagedError('entry-changed', path);
  }
  const paths = new Set(listed.map(({ path }) => path));
  const unlisted = found.find(({ path }) => !paths.has(path));
  if (unlisted !== undefined) throw new BackupDamagedError('entry-unlisted', unlisted.path);
}
