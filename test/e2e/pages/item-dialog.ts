import type { Page } from 'playwright-core';
import { say } from '../texts.ts';

export interface ItemEntry {
  readonly title: string;
  readonly isCollective?: boolean;
  /** Names of those who may see it, beside whoever enters it; everybody when left out. */
  readonly openTo?: readonly string[];
  /** Who agreed, once the agenda is published. */
  readonly consent?: string;
}

/** Adds or changes an item of the agenda. */
export class ItemDialog {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get dialog() {
    return this.page.getByRole('dialog');
  }

  async fill({ title, isCollective, openTo, consent }: ItemEntry): Promise<void> {
    await this.dialog.getByTestId('item-title').fill(title);
    if (isCollective) await this.dialog.getByTestId('item-collective').check();
    if (openTo !== undefined) {
      await this.dialog.getByTestId('item-open-list').check({ force: true });
      for (const name of openTo) await this.dialog.getByRole('checkbox', { name }).check();
    }
    if (consent !== undefined) await this.dialog.getByTestId('item-consent').fill(consent);
  }

  async save(): Promise<void> {
    await this.dialog.getByTestId('item-save').click();
    await this.dialog.waitFor({ state: 'hidden' });
  }

  async enter(entry: ItemEntry): Promise<void> {
    await this.fill(entry);
    await this.save();
  }

  /** Takes an item off the agenda. */
  async withdraw(reason: string, consent: string): Promise<void> {
    await this.dialog.getByTestId('item-withdraw-reason').fill(reason);
    await this.dialog.getByTestId('item-withdraw-consent').fill(consent);
    await this.dialog.getByRole('button', { name: say('prepare:withdraw.action') }).click();
    await this.dialog.waitFor({ state: 'hidden' });
  }
}
