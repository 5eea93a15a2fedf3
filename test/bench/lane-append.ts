import type { AppendApi } from './append.ts';
import { startChild } from './child.ts';
import { type Line, lineOfPairs } from './measure.ts';
import { withFolder } from './scratch-folder.ts';

/** Ballots per second through room and log ÷ the bare loop. */
export function appendLine(pairs: number): Promise<Line> {
  return withFolder(async (dataDir) => {
    const child = startChild<AppendApi>(new URL('append.ts', import.meta.url));
    const measured = await child.ask('pairs', { dataDir, rounds: Math.max(pairs, 9) });
    await child.stop();
    return lineOfPairs('log.append', measured);
  });
}
