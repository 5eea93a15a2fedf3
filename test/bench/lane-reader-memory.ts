import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { Cast } from '../e2e/cast.ts';
import { type Line, lineOfValue } from './measure.ts';
import { layReady, type PaperKind, type ReadingSeat, readingSeat, tapPaper } from './reading-seat.ts';

const lastPage = { text: 300, scan: 60 } as const;

/**
 * What a paper leaves behind in the browser's page processes once it was scrolled through to its end, MB: their
 * proportional set size after a forced collection, less that before the paper was opened.
 */
export async function memoryLines(rounds: number): Promise<readonly Line[]> {
  const growth: Record<PaperKind, number[]> = { text: [], scan: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of ['text', 'scan'] as const) growth[kind].push(await growthOf(kind));
  }
  return [
    lineOfValue('reader.memory_mb.text', growth.text),
    lineOfValue('reader.memory_mb.scan', growth.scan),
  ];
}

/** In a browser of its own: what an earlier paper left must not be there already. */
async function growthOf(kind: PaperKind): Promise<number> {
  const cast = await Cast.open();
  try {
    const seat = await readingSeat(cast);
    const paper = await layReady(seat, kind);
    await seat.page.waitForLoadState('networkidle');
    const before = await rendererMegabytes(seat);
    await tapPaper(seat.page, paper);
    await scrollThrough(seat, lastPage[kind]);
    return (await rendererMegabytes(seat)) - before;
  } finally {
    await cast.close();
  }
}

/** From the first page to the last as a finger swipes, so that every page is drawn. */
async function scrollThrough({ page }: ReadingSeat, last: number): Promise<void> {
  await page.evaluate(async (end) => {
    const scroller = document.querySelector('[data-testid="paper-pages"]');
    if (scroller === null) throw new Error('No paper is open.');
    const step = scroller.clientHeight / 2;
    while (scroller.scrollTop + scroller.clientHeight < scroller.scrollHeight - 2) {
      scroller.scrollTop += step;
      await new Promise((later) => setTimeout(later, 60));
    }
    const isDrawn = () => scroller.querySelector(`[data-page="${end}"] canvas`) !== null;
    while (!isDrawn()) await new Promise(requestAnimationFrame);
  }, last);
}

async function rendererMegabytes({ page, cdp }: ReadingSeat): Promise<number> {
  for (let time = 0; time < 3; time += 1) await cdp.send('HeapProfiler.collectGarbage');
  const browser = page.context().browser() as Browser;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as {
    processInfo: readonly { type: string; id: number }[];
  };
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  return renderers.reduce((sum, { id }) => sum + proportionalKib(id), 0) / 1024;
}

function proportionalKib(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1]);
}
