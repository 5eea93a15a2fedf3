import { startChild } from './child.ts';
import type { DocumentsApi } from './documents.ts';
import { type Line, lineOfPairs } from './measure.ts';
import { withFolder } from './scratch-folder.ts';

/** A copy with 500 notes on 300 pages ÷ bare load and save; a pack of 20 papers and 500 pages ÷ bare merge. */
export function documentLines(rounds: number): Promise<readonly Line[]> {
  return withFolder(async (folder) => {
    const child = startChild<DocumentsApi>(new URL('documents.ts', import.meta.url));
    const flattened = await child.ask('flatten', { folder, rounds });
    const packed = await child.ask('pack', { folder, rounds });
    await child.stop();
    return [lineOfPairs('paper.flatten', flattened), lineOfPairs('paper.pack', packed)];
  });
}
