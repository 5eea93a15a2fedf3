import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { type Pack, pack } from 'tar-stream';
import { type ArchivedFile, MANIFEST, type Manifest } from './manifest.ts';

type Content = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Writes one archive, entry after entry, and remembers what went in. */
export class ArchiveWriter {
  readonly #file: string;
  readonly #pack = pack();
  readonly #written: Promise<void>;
  readonly #files: ArchivedFile[] = [];
  #failure: { readonly cause: unknown } | null = null;

  constructor(file: string) {
    this.#file = file;
    this.#written = pipeline(this.#pack, createWriteStream(file, { mode: 0o600 }));
    this.#written.catch((cause: unknown) => {
      this.#failure = { cause };
    });
  }

  /** `bytes` is the length that `content` will have. */
  async add(path: string, bytes: number, content: Content): Promise<void> {
    this.#files.push(await this.#write(path, bytes, content));
  }

  /** Adds the manifest and puts all of it on disk. */
  async finish(about: Omit<Manifest, 'files'>): Promise<Manifest> {
    const manifest = { ...about, files: this.#files };
    const text = Buffer.from(JSON.stringify(manifest, null, 2));
    await this.#write(MANIFEST, text.length, [text]);
    this.#pack.finalize();
    await this.#written;
    const handle = await open(this.#file, 'r+');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    return manifest;
  }

  /** Lets go of an archive that will not be finished. */
  async abandon(): Promise<void> {
    this.#pack.destroy();
    await this.#written.catch(() => {});
  }

  async #write(path: string, bytes: number, content: Content): Promise<ArchivedFile> {
    if (this.#failure !== null) throw this.#failure.cause;
    const hash = createHash('sha256');
    const entry = this.#pack.entry({ name: path, size: bytes, mode: 0o600 });
    // A disk that is full shows on the archive, and the entry would then wait for ever.
    await Promise.race([writeAll(entry, hashed(content, hash)), this.#written.then(() => undefined)]);
    return { path, bytes, sha256: hash.digest('hex') };
  }
}

async function* hashed(content: Content, hash: ReturnType<typeof createHash>): AsyncGenerator<Uint8Array> {
  for await (const chunk of content) {
    hash.update(chunk);
    yield chunk;
  }
}

async function writeAll(entry: ReturnType<Pack['entry']>, content: AsyncIterable<Uint8Array>): Promise<void> {
  const finished = once(entry, 'finish');
  // When the content fails first, that is what the caller hears of.
  finished.catch(() => {});
  for await (const chunk of content) if (!entry.write(chunk)) await once(entry, 'drain');
  entry.end(null);
  await finished;
}
