import type { Locator, Page } from 'playwright-core';
import { say } from '../texts.ts';

/** "Lịch họp của tôi". */
export class HomePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get heading() {
    return this.page.getByRole('heading', { level: 1, name: say('home:title') });
  }

  async open(): Promise<this> {
    await this.page.goto('/');
    await this.heading.waitFor();
    return this;
  }

  /** The card or row of a meeting, by a part of its title. */
  meeting(title: string): Locator {
    return this.page.locator('[data-testid^="meeting-card-"]').filter({ hasText: title });
  }

  async enter(title: string): Promise<void> {
    await this.meeting(title).getByTestId('meeting-enter').click();
  }

  async toDesk(title: string): Promise<void> {
    await this.meeting(title).getByTestId('meeting-desk').click();
  }

  async showPast(): Promise<void> {
    await this.page.getByRole('tab', { name: say('home:past') }).click();
  }
}

/** The person's own menu, on every page under the common header. */
export class UserMenu {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async choose(testId: string): Promise<void> {
    await this.page.getByTestId('user-menu').click();
    await this.page.getByTestId(testId).click();
  }

  async signOutEverywhere(): Promise<void> {
    await this.choose('sign-out-everywhere');
    await this.page.getByTestId('sign-out-everywhere-confirm').click();
  }
}
