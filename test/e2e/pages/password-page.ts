import type { Page } from 'playwright-core';
import { say } from '../texts.ts';

/** "Đổi mật khẩu", forced at the first sign-in. */
export class PasswordPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get heading() {
    return this.page.getByRole('heading', { name: say('auth:firstPassword') });
  }

  async change(current: string, next: string, repeated = next): Promise<void> {
    await this.page.getByTestId('password-current').fill(current);
    await this.page.getByTestId('password-next').fill(next);
    await this.page.getByTestId('password-repeat').fill(repeated);
    await this.page.getByTestId('password-submit').click();
  }
}
