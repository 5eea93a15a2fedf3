import type { Page } from 'playwright-core';

/** Rights on papers at the desk, and the view as one participant. */
export class Access {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get dialog() {
    return this.page.getByTestId('access-dialog');
  }

  get seen() {
    return this.page.getByTestId('seen-by');
  }

  /** Gives groups and single persons rights on a paper, and saves them. */
  async give(
    paper: string,
    groups: Readonly<Record<string, string>>,
    persons: Readonly<Record<string, string>>,
  ): Promise<void> {
    await this.page.getByTestId(`paper-access-${paper}`).click();
    for (const [group, right] of Object.entries(groups))
      await this.dialog.getByTestId(`access-group-${group}`).selectOption(right);
    for (const [name, right] of Object.entries(persons)) {
      await this.dialog.getByTestId('access-add').fill(name);
      await this.page.getByRole('option', { name }).click();
      await this.dialog.getByLabel(name, { exact: true }).selectOption(right);
    }
  }

  async save(): Promise<void> {
    await this.dialog.getByTestId('access-save').click();
    await this.dialog.waitFor({ state: 'detached' });
  }

  /** Looks as this participant does. */
  async lookAs(name: string, personId: string): Promise<void> {
    const who = this.page.getByTestId('seen-by-who');
    if (!(await who.isVisible())) {
      await this.page.getByTestId('desk-more').click();
      await this.page.getByTestId('desk-seen-by').click();
    }
    await who.fill(name);
    await this.page.getByRole('option', { name }).click();
    await this.page.locator(`[data-testid="seen-by"][data-person="${personId}"]`).waitFor();
  }

  async recall(paper: string, reason: string): Promise<void> {
    await this.page.getByTestId(`paper-withdraw-${paper}`).click();
    await this.page.getByTestId('paper-withdraw-reason').fill(reason);
    await this.page.getByTestId('paper-withdraw-confirm').click();
  }
}
