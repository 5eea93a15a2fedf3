import type { Locator, Page } from 'playwright-core';
import type { ChosenFile } from '../files.ts';
import { say } from '../texts.ts';
import { ItemDialog, type ItemEntry } from './item-dialog.ts';

type Step = 'info' | 'agenda' | 'people' | 'publish';

/** What a new meeting is, as it is typed. */
export interface MeetingEntry {
  readonly title: string;
  readonly place: string;
  /** `06/05/2021` */
  readonly day: string;
  /** `08:00` */
  readonly time: string;
}

/** "Tạo cuộc họp" and the page where a meeting is prepared. */
export class PreparePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Fills in the form of a new meeting; answers its id. */
  async create({ title, place, day, time }: MeetingEntry): Promise<string> {
    await this.page.getByTestId('meeting-new').click();
    await this.page.getByTestId('prepare-title').fill(title);
    await this.page.getByTestId('prepare-place').fill(place);
    await this.page.getByRole('textbox', { name: say('prepare:info.startDay') }).fill(day);
    const [hours = '', minutes = ''] = time.split(':');
    await this.page.getByTestId('prepare-starts-hours').fill(hours);
    await this.page.getByTestId('prepare-starts-minutes').fill(minutes);
    await this.page.getByTestId('prepare-create').click();
    await this.page.waitForURL(/\/prepare$/);
    return /\/meetings\/([^/]+)/.exec(this.page.url())?.[1] ?? '';
  }

  async show(step: Step): Promise<void> {
    await this.page.getByTestId(`prepare-tab-${step}`).click();
  }

  async addItem(entry: ItemEntry): Promise<void> {
    await this.page.getByTestId('item-add').click();
    await new ItemDialog(this.page).enter(entry);
  }

  /** An item of the agenda with everything about it. */
  item(title: string): Locator {
    return this.page.locator('[data-testid^="prepare-item-"]').filter({ hasText: title });
  }

  async addBelow(title: string, entry: ItemEntry): Promise<void> {
    await this.item(title).locator('[data-testid^="item-add-below-"]').click();
    await new ItemDialog(this.page).enter(entry);
  }

  /** Moves an item by keys: the focus is in it, then Alt with an arrow. */
  async press(title: string, keys: string): Promise<void> {
    await this.item(title).locator('[data-testid^="item-edit-"]').focus();
    await this.page.keyboard.press(keys);
  }

  async upload(title: string, files: readonly ChosenFile[]): Promise<void> {
    await this.item(title)
      .locator('input[type="file"]')
      .setInputFiles([...files]);
  }

  /** What became of files that were not taken, with the reason. */
  refusals(title: string): Locator {
    return this.item(title).getByTestId('upload-refused');
  }

  papers(title: string): Locator {
    return this.item(title).locator('[data-testid^="paper-row-"]');
  }

  async preview(paperTitle: string): Promise<Locator> {
    await this.page
      .getByRole('button', { name: say('prepare:paper.preview', { title: paperTitle }) })
      .click();
    return this.page.getByTestId('paper-preview');
  }

  async withdraw(title: string, reason: string, consent: string): Promise<void> {
    await this.item(title).locator('[data-testid^="item-withdraw-"]').click();
    await new ItemDialog(this.page).withdraw(reason, consent);
  }

  get participants(): Locator {
    return this.page.locator('[data-testid^="participant-"]:is(li)');
  }

  async addCommittee(): Promise<void> {
    await this.page.getByTestId('people-add-committee').click();
  }

  /** Finds a person and adds them as a guest, which is what the form offers first. */
  async addGuest(search: string, name: string): Promise<void> {
    await this.page.getByTestId('people-search').fill(search);
    await this.page.getByRole('button', { name: say('prepare:people.addPerson', { name }) }).click();
  }

  get published(): Locator {
    return this.page.getByTestId('published');
  }

  async publish(): Promise<void> {
    await this.page.getByTestId('publish').click();
    await this.page.getByTestId('publish-confirm').click();
    await this.published.waitFor();
  }
}
