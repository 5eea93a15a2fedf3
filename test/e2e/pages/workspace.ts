import type { Locator, Page } from 'playwright-core';
import { say, sessionWords } from '../texts.ts';
import { BallotSheet } from './ballot-sheet.ts';
import { Reader } from './reader.ts';

/** The meeting on a member's tablet or phone. */
export class Workspace {
  readonly page: Page;
  readonly ballot: BallotSheet;
  readonly reader: Reader;

  constructor(page: Page) {
    this.page = page;
    this.ballot = new BallotSheet(page);
    this.reader = new Reader(page);
  }

  get title() {
    return this.page.getByTestId('meeting-title');
  }

  get connection() {
    return this.page.getByTestId('connection');
  }

  get state() {
    return this.page.getByTestId('meeting-state');
  }

  /** What the dock says the session is at. */
  get current() {
    return this.page.getByTestId('dock-current');
  }

  get overview() {
    return this.page.getByTestId('item-overview');
  }

  get offlineBand() {
    return this.page.getByTestId('offline-band');
  }

  get returnPill() {
    return this.page.getByTestId('return-pill');
  }

  /** The tab of the open paper, or of the overview. */
  get openTab() {
    return this.page
      .getByRole('navigation', { name: say('meeting:paper.choose') })
      .locator('[aria-current="page"]');
  }

  async ready(): Promise<this> {
    await this.title.waitFor();
    return this;
  }

  /** The agenda: beside the paper, or in a drawer where there is no room for it. */
  async rail(): Promise<Locator> {
    const beside = this.page.getByRole('navigation', { name: say('meeting:rail.title') });
    if (await beside.isVisible()) return beside;
    const drawer = this.page.getByRole('dialog', { name: say('meeting:rail.title') });
    if (!(await drawer.isVisible()))
      await this.page.getByRole('button', { name: say('meeting:rail.open') }).click();
    await drawer.waitFor();
    return drawer;
  }

  async item(number: string): Promise<Locator> {
    return (await this.rail()).getByTestId(`rail-item-${number}`);
  }

  async goToItem(number: string): Promise<void> {
    await (await this.item(number)).click();
  }

  /** Opens a paper of the item on the screen. */
  async openPaper(title: string): Promise<void> {
    const tabs = this.page.getByRole('navigation', { name: say('meeting:paper.choose') });
    await tabs.getByRole('button', { name: title }).click();
  }

  async openOverview(): Promise<void> {
    await this.page.getByTestId('paper-tab-overview').click();
    await this.overview.waitFor();
  }

  async returnToPresider(): Promise<void> {
    await this.page.getByRole('button', { name: say('meeting:follow.return', sessionWords) }).click();
  }

  get leadButton() {
    return this.page.getByTestId('lead-pages');
  }

  /** Back to the page that is led to. */
  async followAgain(): Promise<void> {
    await this.page.getByRole('button', { name: say('follow:pill.again') }).click();
  }

  get checkInButton() {
    return this.page.getByTestId('check-in');
  }

  get checkedIn() {
    return this.page.getByTestId('check-in-done');
  }

  get invitationAnswer() {
    return this.page.getByTestId('invitation-answer');
  }

  async decline(reason: string): Promise<void> {
    await this.page.getByTestId('invitation-decline').click();
    await this.page.getByTestId('invitation-reason').fill(reason);
    await this.page.getByTestId('invitation-decline-submit').click();
  }

  async checkInWithHallCode(code: string): Promise<void> {
    await this.checkInButton.click();
    const dialog = this.page.getByRole('dialog', { name: say('meeting:checkIn.title') });
    await dialog.getByRole('radio', { name: say('meeting:checkIn.room') }).check({ force: true });
    await dialog.getByTestId('hall-code').fill(code);
    await dialog.getByRole('button', { name: say('meeting:checkIn.action') }).click();
  }
}
