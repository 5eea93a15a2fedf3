import type { Locator, Page } from 'playwright-core';
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

  /** Nothing is being scrolled any more. */
  async atRest(): Promise<void> {
    await this.pages.evaluate(
      (pages) =>
        new Promise<void>((done) => {
          let [last, still] = [Number.NaN, 0];
          const look = () => {
            still = pages.scrollTop === last ? still + 1 : 0;
            last = pages.scrollTop;
            if (still >= 15) done();
            else requestAnimationFrame(look);
          };
          look();
        }),
    );
  }

  get pages() {
    return this.page.getByTestId('paper-pages');
  }

  /** Scrolls to the upper end; answers where the pages rest some frames later. */
  toTop(): Promise<number> {
    return this.pages.evaluate(async (element) => {
      element.scrollTo({ top: 0, left: 0 });
      for (let frame = 0; frame < 6; frame += 1) await new Promise(requestAnimationFrame);
      return element.scrollTop;
    });
  }

  /** A page as it is drawn. */
  picture(page: number) {
    return this.pages.locator(`[data-page="${page}"] canvas`);
  }

  /** Goes to a sheet, whatever number is printed on it. */
  async goTo(page: number): Promise<void> {
    const dialog = await this.askForPage();
    await dialog.getByTestId('page-input').fill(String(page));
    await dialog.locator(`[data-sheet="${page}"]`).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  async askForPage(): Promise<Locator> {
    await this.page.getByTestId('page-go-to').click();
    const dialog = this.page.getByRole('dialog', { name: say('meeting:paper.goTo') });
    await dialog.waitFor();
    return dialog;
  }

  /** Presses an entry of the menu "Thêm". */
  async fromMenu(testId: string): Promise<void> {
    await this.page.getByTestId('reader-more').click();
    await this.page.getByRole('menu').getByTestId(testId).click();
  }

  /** Pages as small pictures that are drawn now. */
  get thumbnails() {
    return this.page.getByTestId('thumbnails').locator('canvas');
  }

  /** How many large pictures are kept. */
  pictures(): Promise<number> {
    return this.pages.locator('[data-page] canvas').count();
  }

  /** Height by width of a page as it stands. */
  async ratioOf(page: number): Promise<number> {
    const box = await this.pages.locator(`[data-page="${page}"]`).boundingBox();
    return box === null ? 0 : box.height / box.width;
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
