import type { Page } from 'playwright-core';

/** Searching papers, and their words as text, beside or over the paper. */
export class SearchPanel {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get panel() {
    return this.page.getByTestId('search-panel');
  }

  get input() {
    return this.page.getByTestId('search-input');
  }

  get summary() {
    return this.page.getByTestId('search-summary');
  }

  get hits() {
    return this.page.getByTestId(/^search-hit-/);
  }

  get text() {
    return this.page.getByTestId('paper-text');
  }

  /** Marked places on a page as it is drawn. */
  marksOn(page: number) {
    return this.page.locator(`[data-page="${page}"]`).getByTestId('search-marks').locator('rect');
  }

  async open(): Promise<this> {
    await this.page.getByTestId('search-open').click();
    await this.input.waitFor();
    return this;
  }

  async search(words: string): Promise<void> {
    await this.input.fill(words);
  }

  async inAllPapers(): Promise<void> {
    await this.page.getByTestId('search-all').check({ force: true });
  }

  async close(): Promise<void> {
    await this.page.getByTestId('finder-close').click();
  }

  /** From the reader's menu. */
  async readAsText(): Promise<void> {
    await this.page.getByTestId('reader-more').click();
    await this.page.getByTestId('text-panel-open').click();
    await this.text.waitFor();
  }

  async toggleSelecting(): Promise<void> {
    await this.page.getByTestId('reader-more').click();
    await this.page.getByTestId('words-select').click();
  }
}
