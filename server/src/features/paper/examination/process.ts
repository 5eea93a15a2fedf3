/**
 * The process in which files of unknown origin are opened. It may read files and nothing else; when it eats too much
 * memory it ends itself, when it takes too long it is ended. Neither touches the server.
 */
import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { Order, Report } from './examination.ts';
import { inspect } from './inspect.ts';
import { openPages } from './open-pages.ts';
import { NotTaken } from './verdict.ts';

const report = (message: Report) => void process.send?.(message);

async function carryOut({ file }: Order): Promise<Report> {
  try {
    const bytes = await readFile(file);
    await inspect(bytes);
    return { kind: 'facts', facts: await openPages(bytes) };
  } catch (cause) {
    if (!(cause instanceof NotTaken)) return { kind: 'failed', message: String(cause) };
    const { code, params } = cause;
    return { kind: 'refused', code, ...(params === undefined ? {} : { params }) };
  }
}

new Worker(new URL('./memory-guard.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 16 } });
process.on('message', (order: Order) => void carryOut(order).then(report));
// The engine leaves promises of its own behind when a broken file stops it; the verdict was given without them.
process.on('unhandledRejection', () => {});
process.on('disconnect', () => process.exit());
report({ kind: 'ready' });
