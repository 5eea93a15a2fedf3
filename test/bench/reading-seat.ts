import type { CDPSession, Page } from 'playwright-core';
import type { Cast } from '../e2e/cast.ts';
import { ask, meetingOf } from '../e2e/door.ts';
import type { Workspace } from '../e2e/pages/workspace.ts';

/** The two papers of the demonstration that the bars are about. */
export const papers = {
  text: { item: '3', title: 'Phụ lục danh mục' },
  scan: { item: '5.2', title: 'Hồ sơ phương án giá đất' },
} as const;
export type PaperKind = keyof typeof papers;

/** A member in the room, who follows nobody and has no paper open. */
export interface ReadingSeat {
  readonly page: Page;
  readonly room: Workspace;
  readonly cdp: CDPSession;
}

export async function readingSeat(cast: Cast, name = 'reader'): Promise<ReadingSeat> {
  const [{ page, context }, room] = await cast.inRoom(name, 'landscape', 'thanhvien1');
  return { page, room, cdp: await context.newCDPSession(page) };
}

/** Shows the overview of the paper's item, so that the paper is one tap away; answers the paper's id. */
export async function layReady({ page, room }: ReadingSeat, kind: PaperKind): Promise<string> {
  const { item, title } = papers[kind];
  const { body } = await ask(page, 'GET', `/api/meetings/${meetingOf(page)}/snapshot`);
  const paper = Object.values<{ id: string; title: string }>(body.view.papers).find((entry) =>
    entry.title.startsWith(title),
  );
  if (paper === undefined) throw new Error('The paper is not there.');
  // As if it had never been opened: on its first page, at the width of the screen.
  const place = { page: 1, zoom: 100 };
  await ask(page, 'PUT', `/api/meetings/${meetingOf(page)}/papers/${paper.id}/place`, place);
  await room.goToItem(item);
  await room.openOverview();
  return paper.id;
}

/** Taps the paper's tab; milliseconds from the tap until the first page is painted, and the picture's width. */
export function tapPaper(page: Page, paperId: string): Promise<{ ms: number; pixels: number }> {
  return page.evaluate(async (id) => {
    const begun = performance.now();
    document.querySelector<HTMLElement>(`[data-testid="paper-tab-${id}"]`)?.click();
    const picture = () => document.querySelector<HTMLCanvasElement>('[data-page="1"] canvas');
    await new Promise<void>((resolve) => {
      const watch = new MutationObserver(() => {
        if (picture() === null) return;
        watch.disconnect();
        resolve();
      });
      watch.observe(document.body, { childList: true, subtree: true });
    });
    await new Promise(requestAnimationFrame);
    return { ms: performance.now() - begun, pixels: picture()?.width ?? 0 };
  }, paperId);
}
