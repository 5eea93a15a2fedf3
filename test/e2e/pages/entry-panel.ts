import type { Locator, Page } from 'playwright-core';
import { say } from '../texts.ts';

/** "Vào họp" at the desk: codes for people who cannot sign in, and accounts that wait. */
export class EntryPanel {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  row(name: string): Locator {
    return this.page
      .getByRole('listitem')
      .filter({ hasText: name })
      .filter({ has: this.page.locator('[data-testid^="code-issue-"]') });
  }

  get dialog(): Locator {
    return this.page.getByTestId('code-dialog');
  }

  /** Issues a code and reads it from the dialog, which stays open. */
  async issueCode(name: string): Promise<string> {
    await this.row(name)
      .getByRole('button', { name: say('desk:entry.issue') })
      .click();
    const shown = await this.dialog.getByTestId('issued-code').innerText();
    return shown.replace(/\D/g, '');
  }

  async unlock(name: string): Promise<void> {
    await this.row(name)
      .getByRole('button', { name: say('desk:entry.unlock') })
      .click();
  }
}
