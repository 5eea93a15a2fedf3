import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

interface ManifestChunk {
  readonly file: string;
  readonly name?: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}
type Manifest = { readonly [key: string]: ManifestChunk };

/** Modules whose chunks a tablet loads to show a meeting. */
const tabletRoute = ['index.html', 'src/features/meeting/workspace-page.tsx'];
/** Counted apart: fetched once, and only when a paper is opened. */
const apart = /pdfjs/;

/** Gzipped KiB of the JavaScript and style sheets of the tablet route, without fonts and pdf.js. */
export async function routeKib(dist: URL): Promise<number> {
  const manifest = JSON.parse(await readFile(new URL('.vite/manifest.json', dist), 'utf8')) as Manifest;
  const files = filesOf(manifest, tabletRoute);
  const contents = await Promise.all(files.map((file) => readFile(new URL(file, dist))));
  const bytes = contents.reduce((sum, content) => sum + gzipSync(content, { level: 9 }).length, 0);
  return bytes / 1024;
}

/** What the modules need before they can run, imports of imports included. */
function filesOf(manifest: Manifest, modules: readonly string[]): string[] {
  const files = new Set<string>();
  const seen = new Set<string>();
  function visit(key: string) {
    const chunk = manifest[key];
    if (chunk === undefined || seen.has(key)) return;
    seen.add(key);
    if (apart.test(chunk.file)) return;
    files.add(chunk.file);
    for (const sheet of chunk.css ?? []) files.add(sheet);
    for (const imported of chunk.imports ?? []) visit(imported);
  }
  for (const module of modules) visit(module);
  return [...files];
}
