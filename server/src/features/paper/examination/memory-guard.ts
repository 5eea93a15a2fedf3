/**
 * A thread beside the examination: it also runs while a parser is caught in a loop. A limit on the heap alone would
 * not do, for unpacked data lie outside it.
 */
const MOST_BYTES = 420 * 1024 * 1024;
const EVERY_MS = 10;
const server = process.ppid;

setInterval(() => {
  const isOrphan = process.ppid !== server;
  if (isOrphan || process.memoryUsage.rss() > MOST_BYTES) process.kill(process.pid, 'SIGKILL');
}, EVERY_MS);
