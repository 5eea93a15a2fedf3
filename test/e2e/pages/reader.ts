import type { Page } from 'playwright-core';
import { say } from '../texts.ts';

/** One paper, read page by page. */
export class Reader {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** "7 / 300". */
  get number() {
    return this.page.getByTestId('page-number');
  }

  get pages() {
    return this.page.getByTestId('paper-pages');
  }

  /** A page as it is drawn. */
  picture(page: number) {
    return this.pages.locator(`[data-page="${page}"] canvas`);
  }

  async goTo(page: number): Promise<void> {
    await this.page.getByTestId('page-go-to').click();
    const dialog = this.page.getByRole('dialog', { name: say('meeting:paper.goTo') });
    await dialog.getByTestId('page-input').fill(String(page));
    await dialog.getByTestId('page-go').click();
    await dialog.waitFor({ state: 'hidden' });
  }

  async nextPage(): Promise<void> {
    await this.page.getByRole('button', { name: say('meeting:paper.nextPage') }).click();
  }

  async zoomIn(): Promise<void> {
    await this.page.getByRole('button', { name: say('meeting:paper.zoomIn') }).click();
  }

  /** Width of a page on the screen. */
  async widthOf(page: number): Promise<number> {
    const box = await this.pages.locator(`[data-page="${page}"]`).boundingBox();
    return box?.width ?? 0;
  }

  /** How much of a drawn page is not white, in per cent; 0 while nothing is drawn. */
  async inkOf(page: number): Promise<number> {
    return this.picture(page).evaluate((element) => {
      const canvas = element as HTMLCanvasElement;
      const context = canvas.getContext('2d');
      if (context === null || canvas.width === 0) return 0;
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      let dark = 0;
      for (let at = 0; at < data.length; at += 4)
        if ((data[at] ?? 255) < 160 && data[at + 3] === 255) dark += 1;
      return (100 * dark) / (data.length / 4);
    });
  }
}
