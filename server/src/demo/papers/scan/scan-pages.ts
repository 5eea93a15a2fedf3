import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Page } from '../layout/marks.ts';
import { grayJpeg } from './gray-jpeg.ts';
import { inkPage } from './page-ink.ts';
import { scanSheet } from './scanner.ts';

export interface ScannedPage {
  width: number;
  height: number;
  jpeg: Uint8Array<ArrayBuffer>;
}

/** The share of one thread: pages with their place in the document, which seeds skew and grain. */
export interface ScanJob {
  pages: readonly Page[];
  firstIndex: number;
}

const DPI = 180;
const QUALITY = 76;
const MOST_THREADS = 4;

/** Scans one page; the same page at the same place gives the same bytes. */
export function scanPage(page: Page, index: number): ScannedPage {
  const image = scanSheet(inkPage(page, DPI, 9000 + index), 100 + index);
  return { width: image.width, height: image.height, jpeg: grayJpeg(image, QUALITY, DPI) };
}

/** Scans all pages, in as many threads as there are processors: this is by far the longest part of the build. */
export async function scanPages(pages: readonly Page[]): Promise<ScannedPage[]> {
  const threads = Math.min(availableParallelism(), MOST_THREADS);
  const share = Math.ceil(pages.length / threads);
  const jobs: ScanJob[] = [];
  for (let first = 0; first < pages.length; first += share) {
    jobs.push({ pages: pages.slice(first, first + share), firstIndex: first });
  }
  return (await Promise.all(jobs.map(runInThread))).flat();
}

function runInThread(job: ScanJob): Promise<ScannedPage[]> {
  const { promise, resolve, reject } = Promise.withResolvers<ScannedPage[]>();
  const worker = new Worker(new URL('./scan-worker.ts', import.meta.url), { workerData: job });
  worker.once('message', resolve);
  worker.once('error', reject);
  worker.once('exit', (code) => reject(new Error(`The scanning thread ended early with code ${code}.`)));
  return promise;
}
