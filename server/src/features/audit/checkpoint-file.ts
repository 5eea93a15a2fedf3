import { constants } from 'node:fs';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Checkpoint, checkpointIn, lineHash, NO_LINE } from './checkpoint.ts';

/** The checkpoint file of a data folder. */
export function checkpointFile(dataDir: string): string {
  return join(dataDir, 'checkpoints', 'checkpoints.jsonl');
}

/** The file as it was found. */
export interface CheckpointLines {
  /** Every whole line; null: not a checkpoint. */
  readonly lines: readonly { readonly text: string; readonly checkpoint: Checkpoint | null }[];
  /** Bytes after the last line break: a line that was being written when the machine stopped. 0 when it is whole. */
  readonly tornBytes: number;
  /** Bytes of the whole lines. */
  readonly wholeBytes: number;
}

/** Null when there is no file. */
export async function readCheckpoints(file: string): Promise<CheckpointLines | null> {
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return null;
    throw cause;
  });
  if (bytes === null) return null;
  const wholeBytes = bytes.lastIndexOf(0x0a) + 1;
  const texts = bytes.toString('utf8', 0, wholeBytes).split('\n').slice(0, -1);
  return {
    lines: texts.map((text) => ({ text, checkpoint: checkpointIn(text) })),
    tornBytes: bytes.length - wholeBytes,
    wholeBytes,
  };
}

/** Adds lines to the end of the file, each on disk when `append` returns. */
export class CheckpointAppender {
  readonly #file: string;
  #wholeBytes: number;
  /** Something unfinished may stand after the whole lines. */
  #torn: boolean;

  constructor(file: string, found: CheckpointLines | null) {
    this.#file = file;
    this.#wholeBytes = found?.wholeBytes ?? 0;
    this.#torn = (found?.tornBytes ?? 0) > 0;
  }

  /** On failure the next attempt first removes what this one left. */
  async append(line: string): Promise<void> {
    const bytes = Buffer.from(`${line}\n`);
    const isFirst = this.#wholeBytes === 0;
    if (isFirst) await mkdir(dirname(this.#file), { recursive: true, mode: 0o700 });
    const handle = await open(this.#file, constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND, 0o600);
    try {
      if (this.#torn) await this.#removeTorn(handle);
      this.#torn = true;
      await handle.writeFile(bytes);
      await handle.datasync();
      this.#torn = false;
      this.#wholeBytes += bytes.length;
    } finally {
      await handle.close();
    }
    if (isFirst) await syncFolder(dirname(this.#file));
  }

  /** Never makes the file longer: somebody else may have cut it, and that must stay visible. */
  async #removeTorn(handle: Awaited<ReturnType<typeof open>>): Promise<void> {
    const { size } = await handle.stat();
    if (size > this.#wholeBytes) await handle.truncate(this.#wholeBytes);
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What the next line must name as `prev`. */
export function lastHash(found: CheckpointLines | null): string {
  const last = found?.lines.at(-1);
  return last === undefined ? NO_LINE : lineHash(last.text);
}
