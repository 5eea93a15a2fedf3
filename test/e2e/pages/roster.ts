import type { Locator, Page } from 'playwright-core';
import { say } from '../texts.ts';

/** "Điểm danh" at the desk. */
export class Roster {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get statement() {
    return this.page.getByTestId('attendance-statement');
  }

  row(name: string): Locator {
    return this.page
      .getByRole('listitem')
      .filter({ has: this.page.locator('[data-testid^="roster-"]', { hasText: name }) });
  }

  /** One tap: in the room. */
  async markInRoom(name: string): Promise<void> {
    await this.page.getByRole('button', { name: say('desk:attendance.markRoom', { name }) }).click();
  }

  /** Opens the row, where everything stands that can be said of this person. */
  async open(name: string): Promise<Locator> {
    const row = this.row(name);
    const toggle = row.locator('[aria-expanded]');
    if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click();
    return row;
  }

  async leaves(name: string): Promise<void> {
    await (await this.open(name)).getByTestId('roster-left').click();
  }

  async returns(name: string): Promise<void> {
    await (await this.open(name)).getByTestId('roster-returned-room').click();
  }

  /** Opens the row and sets one of the other states. */
  async set(name: string, status: string): Promise<void> {
    await (await this.open(name)).getByTestId(`roster-set-${status}`).click();
  }
}
