import type { Locator, Page } from 'playwright-core';
import { say } from '../texts.ts';

type AdminTab = 'accounts' | 'units' | 'committees';

/** "Quản trị hệ thống": accounts, units, committees. */
export class AdminPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<this> {
    await this.page.goto('/admin');
    await this.page.getByRole('heading', { level: 1, name: say('admin:title') }).waitFor();
    return this;
  }

  async show(tab: AdminTab): Promise<void> {
    await this.page.getByTestId(`admin-tab-${tab}`).click();
  }

  account(userName: string): Locator {
    return this.page.getByTestId(`account-${userName}`);
  }

  get passwordDialog(): Locator {
    return this.page.getByTestId('account-password');
  }

  get createDialog(): Locator {
    return this.page.getByRole('dialog', { name: say('admin:create.title') });
  }

  /** Gives a person an account; answers the first password, which is shown this once. */
  async createAccount(search: string, name: string, userName: string): Promise<string> {
    await this.page.getByTestId('admin-account-create').click();
    await this.createDialog.getByTestId('person-search').fill(search);
    await this.createDialog.getByRole('radio', { name }).check({ force: true });
    await this.createDialog.getByTestId('account-user-name').fill(userName);
    await this.createDialog.getByRole('button', { name: say('admin:create.action') }).click();
    return this.passwordDialog.getByTestId('account-password-value').innerText();
  }

  async passwordHandedOver(): Promise<void> {
    await this.page.getByTestId('account-password-done').click();
    await this.passwordDialog.waitFor({ state: 'hidden' });
  }
}
