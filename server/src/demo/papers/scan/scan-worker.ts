import { parentPort, workerData } from 'node:worker_threads';
import { type ScanJob, scanPage } from './scan-pages.ts';

const { pages, firstIndex }: ScanJob = workerData;
const scans = pages.map((page, offset) => scanPage(page, firstIndex + offset));
parentPort?.postMessage(
  scans,
  scans.map(({ jpeg }) => jpeg.buffer),
);
