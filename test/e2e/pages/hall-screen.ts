import type { Page } from 'playwright-core';

export type Scene =
  | 'welcome'
  | 'break'
  | 'ended'
  | 'postponed'
  | 'item'
  | 'blank'
  | 'paper'
  | 'voteOpen'
  | 'voteClosed'
  | 'result';

/** The screen of the hall. */
export class HallScreen {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  scene(scene: Scene) {
    return this.page.getByTestId(`hall-${scene}`);
  }

  get itemNumber() {
    return this.page.getByTestId('hall-item-number');
  }

  get itemTitle() {
    return this.page.getByTestId('hall-item-title');
  }

  get present() {
    return this.page.getByTestId('hall-present');
  }

  /** The page of a paper that is led to. */
  get pageName() {
    return this.page.getByTestId('hall-page-name');
  }

  get pagePicture() {
    return this.page.getByTestId('hall-page').locator('canvas');
  }

  get progress() {
    return this.page.getByTestId('hall-progress');
  }

  get outcome() {
    return this.page.getByTestId('hall-outcome');
  }

  get verdict() {
    return this.page.getByTestId('hall-verdict');
  }

  get offlineDot() {
    return this.page.getByTestId('hall-offline');
  }

  /** The code that people in the room type. */
  async code(): Promise<string> {
    const shown = await this.page.getByTestId('hall-code').innerText();
    return shown.replace(/\D/g, '');
  }
}
