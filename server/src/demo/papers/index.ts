import { join } from 'node:path';
import type { DemoPaper } from './paper.ts';
import { cacheKey, keepPapers, readPapers } from './paper-cache.ts';

export { COMMITTEE } from './contents/office-holders.ts';
export type { DemoPaper } from './paper.ts';

/**
 * Returns the ten papers of the demo session in agenda order, the new version of one after it. The first call for given sources builds them
 * (seconds) and keeps them in `cacheDir`; later calls only read files.
 */
export async function buildDemoPapers(cacheDir: string): Promise<DemoPaper[]> {
  const key = await cacheKey();
  const kept = await readPapers(join(cacheDir, key));
  if (kept) return kept;
  // Loaded only here: the PDF and font libraries alone take longer to load than all kept papers take to read.
  const { buildPapers } = await import('./build-papers.ts');
  const papers = await buildPapers();
  await keepPapers(cacheDir, key, papers);
  return papers;
}
