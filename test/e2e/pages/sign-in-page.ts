import type { Page } from 'playwright-core';
import { say } from '../texts.ts';

/** "Đăng nhập": by account, or by a code issued on the day. */
export class SignInPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get problem() {
    return this.page.getByRole('alert');
  }

  get firstAdministrator() {
    return this.page.getByText(say('auth:emptyInstallation'));
  }

  async open(): Promise<this> {
    await this.page.goto('/sign-in');
    return this;
  }

  async enter(userName: string, password: string): Promise<void> {
    await this.page.getByRole('textbox', { name: say('auth:username') }).fill(userName);
    await this.page.getByTestId('sign-in-password').fill(password);
    await this.page.getByRole('button', { name: say('auth:signIn'), exact: true }).click();
  }

  /** Signs in and waits for the first page behind it. */
  async signIn(userName: string, password: string): Promise<void> {
    await this.open();
    await this.enter(userName, password);
    await this.page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  }

  async enterCode(code: string): Promise<void> {
    await this.page.getByRole('tab', { name: say('auth:meetingCode') }).click();
    await this.page.getByTestId('code-input').fill(code);
    await this.page.getByRole('button', { name: say('auth:enterWithCode') }).click();
  }
}
