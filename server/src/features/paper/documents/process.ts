/**
 * The process in which PDFs are made. It may read files and write into the folder of what is being made, nothing
 * else; when it eats too much memory it ends itself, when it takes too long it is ended. Neither touches the server.
 */
import { writeFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { Signal } from '../process-pool.ts';
import type { Order, Report } from './document-order.ts';
import { makeCopy } from './make-copy.ts';
import { makePack } from './make-pack.ts';
import { NotMade } from './open-source.ts';
import { forbidPrinting, written } from './written.ts';

/** A scan of 105 MB takes 330 MB of memory (pdf.md §3.1). */
const MOST_BYTES = 512 * 1024 * 1024;

const report = (message: Report | Signal) => void process.send?.(message);
const onProgress = (percent: number) => report({ kind: 'progress', percent: Math.round(percent) });

async function carryOut(order: Order): Promise<Report> {
  try {
    const doc = await (order.task === 'copy' ? makeCopy(order, onProgress) : makePack(order, onProgress));
    if (!order.isPrintable) forbidPrinting(doc);
    onProgress(80);
    const pages = doc.getPageCount();
    const bytes = await written(doc);
    await writeFile(order.out, bytes);
    return { kind: 'made', bytes: bytes.length, pages };
  } catch (cause) {
    if (cause instanceof NotMade) return { kind: 'refused', code: cause.code };
    return {
      kind: 'failed',
      message: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
    };
  }
}

new Worker(new URL('../examination/memory-guard.ts', import.meta.url), {
  resourceLimits: { maxOldGenerationSizeMb: 16 },
  workerData: { mostBytes: MOST_BYTES },
});
process.on('message', (order: Order) => void carryOut(order).then(report));
process.on('disconnect', () => process.exit());
report({ kind: 'ready' });
