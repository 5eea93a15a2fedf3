import type { Locator, Page } from 'playwright-core';
import { say } from '../texts.ts';
import { type Choice, choiceWord } from './ballot-sheet.ts';

/** Voting at the desk: four acts, each on its own. */
export class VotePanel {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get openButton() {
    return this.page.getByTestId('vote-open');
  }

  get live() {
    return this.page.getByTestId('vote-live');
  }

  get progress() {
    return this.live.getByTestId('vote-progress');
  }

  get missing() {
    return this.live.getByTestId('vote-missing');
  }

  get closed() {
    return this.page.getByTestId('vote-closed');
  }

  get verdict() {
    return this.page.getByTestId('verdict-sentence');
  }

  async ask(): Promise<Locator> {
    await this.openButton.click();
    return this.page.getByRole('dialog');
  }

  async open(): Promise<void> {
    await this.ask();
    await this.page.getByTestId('vote-open-confirm').click();
    await this.live.waitFor();
  }

  /** Enters what a member raised by hand. */
  async recordRaisedHand(name: string, choice: Choice): Promise<void> {
    await this.missing
      .getByRole('listitem')
      .filter({ hasText: name })
      .getByRole('button', { name: say('desk:hand.enter') })
      .click();
    const dialog = this.page.getByRole('dialog', { name: say('desk:hand.title', { name }) });
    await dialog.getByRole('radio', { name: choiceWord(choice), exact: true }).check({ force: true });
    await dialog.getByTestId('raised-hand-confirm').click();
    await dialog.waitFor({ state: 'hidden' });
  }

  /** Those who have voted, with what they said to an entry by hand; folded away at first. */
  async votedList(): Promise<Locator> {
    const list = this.live.getByTestId('vote-voted');
    if (!(await list.isVisible())) await this.live.locator('summary').click();
    return list;
  }

  /** Who chose what, once published; folded away at first. */
  async namesList(): Promise<Locator> {
    const table = this.page.getByTestId('ballot-names').first();
    if (!(await table.isVisible())) await this.page.getByText(say('desk:vote.names')).first().click();
    return table;
  }

  /** Lets in a member who came after the vote was opened. */
  async admit(name: string): Promise<void> {
    await this.live
      .getByRole('listitem')
      .filter({ hasText: name })
      .getByRole('button', { name: say('desk:vote.admit') })
      .click();
  }

  async askToClose(): Promise<Locator> {
    await this.live.getByTestId('vote-close').click();
    return this.page.getByRole('dialog', { name: say('desk:vote.closeTitle') });
  }

  async confirmClose(): Promise<void> {
    await this.page.getByTestId('vote-close-confirm').click();
    await this.closed.waitFor();
  }

  async publish(): Promise<void> {
    await this.closed.getByTestId('vote-publish').click();
    await this.page.getByTestId('vote-publish-confirm').click();
    await this.verdict.first().waitFor();
  }
}
