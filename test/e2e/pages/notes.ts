import type { CDPSession, Page } from 'playwright-core';
import { say } from '../texts.ts';

/** Parts of a page's width and height, from its upper left corner. */
export type Spot = readonly [x: number, y: number];

/** A wave from one spot to another. */
export const wave = (from: Spot, to: Spot, points = 40): Spot[] =>
  Array.from({ length: points + 1 }, (_, index) => [
    from[0] + ((to[0] - from[0]) * index) / points,
    from[1] + ((to[1] - from[1]) * index) / points + Math.sin(index / 4) * 0.006,
  ]);

/** What is written on a paper, and the hands that write it: a pen, fingers. */
export class Notes {
  readonly page: Page;
  #session: Promise<CDPSession> | null = null;

  constructor(page: Page) {
    this.page = page;
  }

  get tools() {
    return this.page.getByTestId('tools');
  }

  get dialog() {
    return this.page.getByTestId('note-dialog');
  }

  get list() {
    return this.page.getByTestId('my-notes');
  }

  /** What stands on a page for good, by kind of drawing. */
  drawn(page: number) {
    return this.page.locator(`[data-page="${page}"] path[data-note]`);
  }

  /** The stroke that is under way. */
  live(page: number) {
    return this.page.locator(`[data-page="${page}"] svg > g > path[d]:not([data-note])`);
  }

  pins(page: number) {
    return this.page.locator(`[data-page="${page}"] [data-testid^="pin-"]`);
  }

  texts(page: number) {
    return this.page.locator(`[data-page="${page}"] [data-testid^="text-"]`);
  }

  bookmark(page: number) {
    return this.page.getByTestId(`bookmark-${page}`);
  }

  async take(tool: string): Promise<void> {
    const button = this.page.getByTestId(`tool-${tool}`);
    await button.waitFor();
    if ((await button.getAttribute('aria-pressed')) === 'false') await button.click();
  }

  async undo(): Promise<void> {
    await this.page.getByTestId('note-undo').click();
  }

  async redo(): Promise<void> {
    await this.page.getByTestId('note-redo').click();
  }

  async write(text: string): Promise<void> {
    await this.dialog.getByTestId('note-text').fill(text);
    await this.dialog.getByTestId('note-save').click();
    await this.dialog.waitFor({ state: 'hidden' });
  }

  async openList(): Promise<void> {
    await this.page.getByTestId('my-notes-open').click();
    await this.list.waitFor();
  }

  /** From the open list to the first note of a page; `group`: words of the heading it stands under. */
  async jumpTo(group: string, page: number): Promise<void> {
    const notes = this.list.locator('section').filter({ hasText: group });
    const onPage = notes.getByRole('list', { name: say('annotation:list.page', { n: page }), exact: true });
    await onPage
      .getByTestId(/^note-jump-/)
      .first()
      .click();
  }

  /** Draws with a pen that presses harder and harder. */
  async pen(page: number, spots: readonly Spot[]): Promise<void> {
    const cdp = await this.#devices();
    const points = await this.#points(page, spots);
    const send = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', index: number) =>
      cdp.send('Input.dispatchMouseEvent', {
        type,
        ...(points[index] ?? { x: 0, y: 0 }),
        button: 'left',
        buttons: type === 'mouseReleased' ? 0 : 1,
        clickCount: 1,
        pointerType: 'pen',
        force: 0.2 + (0.7 * index) / points.length,
      });
    await send('mousePressed', 0);
    for (let index = 1; index < points.length; index += 1) await send('mouseMoved', index);
    await send('mouseReleased', points.length - 1);
  }

  /** Draws with one finger, or moves several at once, each along its own spots. */
  async fingers(page: number, ...paths: ReadonlyArray<readonly Spot[]>): Promise<void> {
    const cdp = await this.#devices();
    const lines = await Promise.all(paths.map((spots) => this.#points(page, spots)));
    const at = (index: number) =>
      lines.map((points, id) => ({ id, ...(points[index] ?? points.at(-1) ?? { x: 0, y: 0 }) }));
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
    const most = Math.max(...lines.map(({ length }) => length));
    for (let index = 1; index < most; index += 1)
      await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(index) });
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  #devices(): Promise<CDPSession> {
    this.#session ??= this.page.context().newCDPSession(this.page);
    return this.#session;
  }

  async #points(page: number, spots: readonly Spot[]): Promise<{ x: number; y: number }[]> {
    const box = await this.page.locator(`[data-page="${page}"]`).boundingBox();
    if (box === null) throw new Error(`Page ${page} is not there.`);
    return spots.map(([x, y]) => ({ x: box.x + x * box.width, y: box.y + y * box.height }));
  }
}
