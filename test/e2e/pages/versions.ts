import type { Page } from 'playwright-core';
import type { ChosenFile } from '../files.ts';

/** New versions of papers: laid at the desk, read and arranged at a tablet. */
export class Versions {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get band() {
    return this.page.getByTestId('version-band');
  }

  get question() {
    return this.page.getByTestId('new-version-dialog');
  }

  get strip() {
    return this.page.getByTestId('version-strip');
  }

  get tray() {
    return this.page.getByTestId('note-tray');
  }

  get trayDialog() {
    return this.page.getByTestId('note-tray-dialog');
  }

  /** Lays a file on an item, whether it is asked about or not. */
  async lay(itemId: string, file: ChosenFile): Promise<void> {
    await this.page.getByTestId(`paper-upload-${itemId}`).setInputFiles(file);
  }

  /** Puts the note that is chosen in the tray into the middle of a page. */
  async placeOn(page: number): Promise<void> {
    const target = this.trayDialog.getByTestId('note-tray-new').getByTestId(`note-tray-page-${page}`);
    await target.click({ position: { x: 100, y: 120 } });
  }
}
