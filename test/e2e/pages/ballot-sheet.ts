import type { Page } from 'playwright-core';
import { say } from '../texts.ts';

export type Choice = 'approve' | 'disapprove' | 'abstain';

export const choiceWord = (choice: Choice): string => say(`voting:choice.${choice}`);

/** The vote at the lower edge of a tablet. */
export class BallotSheet {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get sheet() {
    return this.page.getByTestId('vote-sheet');
  }

  get question() {
    return this.sheet.getByTestId('vote-question');
  }

  get submit() {
    return this.sheet.getByTestId('vote-submit');
  }

  get receipt() {
    return this.sheet.getByTestId('vote-receipt');
  }

  get progress() {
    return this.sheet.getByTestId('vote-progress');
  }

  get whyNot() {
    return this.sheet.getByTestId('vote-why-not');
  }

  get retrying() {
    return this.sheet.getByTestId('vote-retrying');
  }

  get verdict() {
    return this.sheet.getByTestId('verdict-sentence');
  }

  get outcome() {
    return this.sheet.getByTestId('verdict-outcome');
  }

  get dockButton() {
    return this.page.getByTestId('vote-button');
  }

  /** The first tap of two. */
  async choose(choice: Choice): Promise<void> {
    await this.sheet.getByRole('radio', { name: choiceWord(choice), exact: true }).check({ force: true });
  }

  /** Both taps: the tile, then the one button that repeats it. */
  async vote(choice: Choice): Promise<void> {
    await this.choose(choice);
    await this.sheet
      .getByRole('button', { name: say('voting:ballot.submit', { luaChon: choiceWord(choice) }) })
      .click();
  }

  async changeTo(choice: Choice): Promise<void> {
    await this.sheet.getByRole('button', { name: say('voting:ballot.change') }).click();
    await this.vote(choice);
  }

  async fold(): Promise<void> {
    await this.sheet.getByTestId('vote-sheet-fold').click();
  }

  async confirmRaisedHand(): Promise<void> {
    await this.sheet.getByRole('button', { name: say('voting:ballot.clerkRight'), exact: true }).click();
  }
}
