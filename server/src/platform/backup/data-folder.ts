import { mkdir, open, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';

/** Where an archive is unpacked and checked before anything else is touched: on the same disk as the data. */
export const STAGING = 'restore-unfinished';
const ASIDE = 'before-restore-';

/** Everything in a data folder that is data, or beside it; not our lock and not what earlier restores left. */
export async function dataIn(dataDir: string): Promise<string[]> {
  const names = await readdir(dataDir);
  return names.filter((name) => !name.startsWith('lock.db') && !name.startsWith(ASIDE) && name !== STAGING);
}

/** Where the data goes that a restore takes the place of. */
export function asideFolder(dataDir: string, now: number): string {
  const time = new Date(now).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
  return join(dataDir, `${ASIDE}${time}`);
}

/** Renames several files and folders; when one cannot be renamed, all have their old names again. */
export class Renames {
  readonly #done: (readonly [from: string, to: string])[] = [];

  async move(names: readonly string[], from: string, to: string): Promise<void> {
    await mkdir(to, { recursive: true, mode: 0o700 });
    for (const name of names) {
      await rename(join(from, name), join(to, name));
      this.#done.push([join(from, name), join(to, name)]);
    }
  }

  async undo(): Promise<void> {
    for (const [from, to] of this.#done.splice(0).reverse()) await rename(to, from);
  }
}

/** Makes names in a folder survive a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
