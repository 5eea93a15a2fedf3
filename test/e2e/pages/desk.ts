import type { Locator, Page } from 'playwright-core';
import { say, sessionWords } from '../texts.ts';
import { ItemDialog, type ItemEntry } from './item-dialog.ts';
import { Roster } from './roster.ts';
import { VotePanel } from './vote-panel.ts';

export type DeskTab = 'vote' | 'roster' | 'presence' | 'entry';
export type PresenceState = 'here' | 'elsewhere' | 'behind' | 'offline';

/** "Điều hành": the secretary's desk. */
export class Desk {
  readonly page: Page;
  readonly vote: VotePanel;
  readonly roster: Roster;

  constructor(page: Page) {
    this.page = page;
    this.vote = new VotePanel(page);
    this.roster = new Roster(page);
  }

  get quorum() {
    return this.page.getByTestId('quorum');
  }

  get phase() {
    return this.page.getByTestId('desk-phase');
  }

  get connection() {
    return this.page.getByTestId('connection');
  }

  /** The item in hand. */
  get item() {
    return this.page.getByTestId('desk-current');
  }

  get nextEffect() {
    return this.page.getByTestId('desk-next-effect');
  }

  get lead() {
    return this.page.getByTestId('desk-lead');
  }

  get toasts() {
    return this.page.getByTestId('toast');
  }

  get dialog() {
    return this.page.getByRole('dialog');
  }

  async ready(): Promise<this> {
    await this.phase.waitFor();
    return this;
  }

  async show(tab: DeskTab): Promise<void> {
    await this.page.getByRole('tab', { name: say(`desk:tabs.${tab}`) }).click();
  }

  /** The row of an item in the agenda at the left. */
  agendaItem(title: string): Locator {
    return this.page
      .getByRole('list', { name: say('desk:agenda.title') })
      .getByRole('button')
      .filter({ hasText: title });
  }

  async next(number: string): Promise<void> {
    await this.page
      .getByTestId('desk-next')
      .filter({ hasText: say('desk:next.go', { n: number }) })
      .click();
  }

  async undoMove(): Promise<void> {
    await this.page.getByTestId('desk-undo').click();
  }

  /** Leads the session to an item that is not the next one. */
  async goTo(title: string): Promise<void> {
    await this.agendaItem(title).click();
    await this.page.getByTestId('desk-goto').click();
  }

  presence(state: PresenceState): Locator {
    return this.page.getByTestId(`presence-${state}`);
  }

  outcome(name: string): Locator {
    return this.item.getByTestId(`outcome-${name}`);
  }

  async writeConclusion(text: string): Promise<void> {
    await this.item.getByTestId('conclusion-text').fill(text);
  }

  get conclusionSaving() {
    return this.item.getByTestId('conclusion-saving');
  }

  get conclusionRecorded() {
    return this.item.getByTestId('conclusion-recorded');
  }

  async recordConclusion(): Promise<void> {
    await this.item.getByRole('button', { name: say('desk:conclusion.record') }).click();
  }

  /** What somebody else is writing at this item, and who. */
  get othersConclusion(): Locator {
    return this.item.getByTestId('conclusion-others');
  }

  async handOverTo(name: string): Promise<void> {
    await this.more('desk-hand-over');
    await this.page.getByTestId('hand-over-to').fill(name);
    await this.page.getByRole('option', { name }).click();
    await this.page.getByTestId('desk-hand-over-confirm').click();
    await this.dialog.waitFor({ state: 'hidden' });
  }

  async takeOver(): Promise<void> {
    await this.page.getByTestId('desk-take-over').click();
  }

  /** The code of the hall, from the panel of entries. */
  async hallCode(): Promise<string> {
    await this.show('entry');
    const place = this.page.getByTestId('hall-code').filter({ hasText: /^\d{6}$/ });
    return place.innerText();
  }

  async addItem(entry: ItemEntry): Promise<void> {
    await this.page.getByTestId('item-add').click();
    await new ItemDialog(this.page).enter(entry);
  }

  async withdrawItem(title: string, reason: string, consent: string): Promise<void> {
    await this.agendaItem(title).click();
    await this.page.getByTestId('item-menu').click();
    await this.page.getByTestId('item-withdraw').click();
    await new ItemDialog(this.page).withdraw(reason, consent);
  }

  async pause(): Promise<void> {
    await this.page.getByTestId('desk-pause').click();
    await this.page.getByTestId('desk-pause-confirm').click();
  }

  async resume(): Promise<void> {
    await this.page.getByTestId('desk-resume').click();
  }

  /** Asks to end; the dialog then says what that means. */
  async askToEnd(): Promise<Locator> {
    await this.page.getByTestId('desk-end').click();
    return this.page.getByRole('dialog', { name: say('desk:end.title', sessionWords) });
  }

  async confirmEnd(): Promise<void> {
    await this.page.getByTestId('desk-end-confirm').click();
  }

  async more(testId: string): Promise<void> {
    await this.page.getByTestId('desk-more').click();
    await this.page.getByTestId(testId).click();
  }
}
