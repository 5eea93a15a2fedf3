import type { CDPSession, Page } from 'playwright-core';
import { type Cast, SESSION } from '../e2e/cast.ts';
import { ask, meetingOf } from '../e2e/door.ts';
import { HomePage } from '../e2e/pages/home-page.ts';
import { SignInPage } from '../e2e/pages/sign-in-page.ts';
import { Workspace } from '../e2e/pages/workspace.ts';

/** The two papers of the demonstration that the bars are about. */
export const papers = {
  text: { item: '3', title: 'Phụ lục danh mục' },
  scan: { item: '5.2', title: 'Hồ sơ phương án giá đất' },
} as const;
export type PaperKind = keyof typeof papers;

/** A member in the room with no paper open, on a device that has the application but keeps no papers. */
export interface ReadingSeat {
  readonly page: Page;
  readonly room: Workspace;
  readonly cdp: CDPSession;
}

export async function readingSeat(cast: Cast, name = 'reader'): Promise<ReadingSeat> {
  const { page, context } = await cast.seat(name, 'landscape');
  await context.addInitScript(keepNoPapers);
  await new SignInPage(page).signIn('thanhvien1', cast.stage.password);
  await new HomePage(page).enter(SESSION);
  const room = await new Workspace(page).ready();
  await isKeptOnDevice(page);
  return { page, room, cdp: await context.newCDPSession(page) };
}

/** What is downloaded ahead would be read instead of the server's file, and its download would be measured along. */
function keepNoPapers(): void {
  const { fetch } = window;
  window.fetch = (input, init) => {
    const isAhead = new Headers(init?.headers).get('hopso-purpose') === 'keep';
    return isAhead ? Promise.resolve(new Response(null, { status: 404 })) : fetch(input, init);
  };
}

/** The application has been put on the device, which happens once and after the first page is shown. */
function isKeptOnDevice(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const kept = navigator.serviceWorker.ready.then(() => {});
    const refused = new Promise<void>((later) => setTimeout(later, 30_000));
    await Promise.race([kept, refused]);
  });
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
