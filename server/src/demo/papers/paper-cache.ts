import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DemoPaper, DemoPaperCard } from './paper.ts';

interface ManifestEntry extends DemoPaperCard {
  pages: number;
  file: string;
  sha256: string;
}

const MANIFEST = 'manifest.json';
const FOLDER = /^papers-[0-9a-f]{16}(\.[0-9a-f-]{36})?$/;
const SOURCE_ROOT = dirname(fileURLToPath(import.meta.url));
const BUILT_WITH = ['pdf-lib', 'fontkit', '@expo-google-fonts/tinos'];

/** Returns the folder's name for the sources as they are: it changes with any source file or library version. */
export async function cacheKey(): Promise<string> {
  const hash = createHash('sha256');
  for (const path of await sourceFiles()) {
    hash
      .update(`${path}\0`)
      .update(await readFile(join(SOURCE_ROOT, path)))
      .update('\0');
  }
  for (const name of BUILT_WITH) hash.update(`${name}@${await installedVersion(name)}\0`);
  return `papers-${hash.digest('hex').slice(0, 16)}`;
}

async function sourceFiles(): Promise<string[]> {
  const paths = await readdir(SOURCE_ROOT, { recursive: true });
  return paths.filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts')).sort();
}

/** Reads the version beside the package's entry; a package may hide its package.json from `require`. */
async function installedVersion(name: string): Promise<string> {
  let folder = dirname(createRequire(import.meta.url).resolve(name));
  while (basename(folder) !== 'node_modules') {
    const path = join(folder, 'package.json');
    if (existsSync(path)) {
      const { version } = JSON.parse(await readFile(path, 'utf8'));
      if (typeof version === 'string') return version;
    }
    folder = dirname(folder);
  }
  throw new Error(`The version of ${name} was not found.`);
}

/** Returns the papers kept in that folder, or undefined when one is missing or its bytes are not what was written. */
export async function readPapers(folder: string): Promise<DemoPaper[] | undefined> {
  const entries = await readManifest(join(folder, MANIFEST));
  if (!entries) return undefined;
  const papers = await Promise.all(entries.map((entry) => readPaper(folder, entry)));
  return papers.every((paper) => paper !== undefined) ? papers : undefined;
}

async function readManifest(path: string): Promise<ManifestEntry[] | undefined> {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    // A power cut can leave the file empty; the papers are then built again.
    return undefined;
  }
}

async function readPaper(folder: string, entry: ManifestEntry): Promise<DemoPaper | undefined> {
  const path = join(folder, entry.file);
  if (!existsSync(path)) return undefined;
  const bytes = await readFile(path);
  if (sha256(bytes) !== entry.sha256) return undefined;
  const { file: _file, sha256: _sha256, ...card } = entry;
  return { ...card, bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
}

/**
 * Keeps the papers. They are written aside and moved into place at once, so that a build cut off in the middle
 * leaves no half folder. What older sources or a cut-off build left is removed: only one process has the data folder.
 */
export async function keepPapers(cacheDir: string, key: string, papers: readonly DemoPaper[]): Promise<void> {
  const aside = join(cacheDir, `${key}.${randomUUID()}`);
  await mkdir(aside, { recursive: true });
  const entries = await Promise.all(papers.map((paper) => writePaper(aside, paper)));
  await writeFile(join(aside, MANIFEST), JSON.stringify(entries, null, 2));
  for (const name of await readdir(cacheDir)) {
    if (FOLDER.test(name) && name !== basename(aside)) await rm(join(cacheDir, name), { recursive: true });
  }
  await rename(aside, join(cacheDir, key));
}

async function writePaper(folder: string, { bytes, ...card }: DemoPaper): Promise<ManifestEntry> {
  const file = `${card.key}.pdf`;
  await writeFile(join(folder, file), bytes);
  return { ...card, file, sha256: sha256(bytes) };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
