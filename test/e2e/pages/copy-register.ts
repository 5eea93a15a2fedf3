import type { Locator, Page } from 'playwright-core';

/** "Phát và thu bản giấy": the desk's register of a secret item. */
export class CopyRegister {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get register(): Locator {
    return this.page.getByTestId('copy-register');
  }

  get out(): Locator {
    return this.page.getByTestId('copies-out');
  }

  /** The last line about a copy. */
  row(copy: number): Locator {
    return this.page.getByTestId(`copy-${copy}`).last();
  }

  /** Hands out the copy whose number stands there. */
  async handOutNext(name: string): Promise<void> {
    await this.register.getByTestId('copy-receiver').fill(name);
    await this.page.getByRole('option', { name }).click();
    await this.register.getByTestId('copy-hand-out').click();
  }

  async collect(copy: number): Promise<void> {
    await this.register.getByTestId(`copy-collect-${copy}`).click();
  }
}
