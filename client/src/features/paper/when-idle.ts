import { whenSeenPagesAreDrawn } from './draw-queue.ts';

const longestWaitMs = 2_000;
/** A page that was just asked for has begun to be drawn by then; also for Safari, which has no idle callback. */
const pauseMs = 60;

/** Resolves when the pages in view are drawn and the browser has nothing more urgent to do. */
export async function whenIdle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, pauseMs));
  await whenSeenPagesAreDrawn();
  if (typeof requestIdleCallback !== 'function') return;
  await new Promise<void>((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: longestWaitMs });
  });
}
