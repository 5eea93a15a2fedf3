/**
 * The process in which files of unknown origin are opened. It may read files and nothing else; when it eats too much
 * memory it ends itself, when it takes too long it is ended. Neither touches the server.
 */
import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { Order, Report } from './examination.ts';
import { inspect } from './inspect.ts';
import { openPages } from './open-pages.ts';
import { OpenText } from './open-text.ts';
import { NotTaken } from './verdict.ts';

const MOST_BYTES = 420 * 1024 * 1024;

const report = (message: Report) => void process.send?.(message);

/** Stays open between orders: a long paper is read in several of them. */
const text = new OpenText();

async function carryOut(order: Order): Promise<Report> {
  try {
    if (order.task === 'text') return { kind: 'text', pages: await text.read(order) };
    await text.close();
    const bytes = await readFile(order.file);
    await inspect(bytes);
    return { kind: 'facts', facts: await openPages(bytes) };
  } catch (cause) {
    if (!(cause instanceof NotTaken)) return { kind: 'failed', message: String(cause) };
    const { code, params } = cause;
    return { kind: 'refused', code, ...(params === undefined ? {} : { params }) };
  }
}

new Worker(new URL('./memory-guard.ts', import.meta.url), {
  resourceLimits: { maxOldGenerationSizeMb: 16 },
  workerData: { mostBytes: MOST_BYTES },
});
process.on('message', (order: Order) => void carryOut(order).then(report));
// The engine leaves promises of its own behind when a broken file stops it; the verdict was given without them.
process.on('unhandledRejection', () => {});
process.on('disconnect', () => process.exit());
report({ kind: 'ready' });
