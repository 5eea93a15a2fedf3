/**
 * A thread beside the examination: it also runs while a parser is caught in a loop. A limit on the heap alone would
 * not do, for unpacked data lie outside it.
 */
import { workerData } from 'node:worker_threads';

const { mostBytes } = workerData as { readonly mostBytes: number };
const EVERY_MS = 10;
const server = process.ppid;

setInterval(() => {
  const isOrphan = process.ppid !== server;
  if (isOrphan || process.memoryUsage.rss() > mostBytes) process.kill(process.pid, 'SIGKILL');
}, EVERY_MS);
