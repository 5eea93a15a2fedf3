import type { Locator, Page } from 'playwright-core';
import { say } from '../texts.ts';

export type ResultTable = 'attendance' | 'items' | 'votes';

/** "Kết quả": what a meeting came to. */
export class ResultPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get title(): Locator {
    return this.page.getByTestId('result-title');
  }

  get whole(): Locator {
    return this.page.getByTestId('result');
  }

  get statement(): Locator {
    return this.page.getByTestId('result-statement');
  }

  /** One of the facts at the head: `chair`, `breaks`, `quorum-opening`. */
  fact(name: 'chair' | 'breaks' | 'quorum-opening'): Locator {
    return this.page.getByTestId(`result-${name}`);
  }

  item(number: string): Locator {
    return this.page.getByTestId(`result-item-${number}`);
  }

  get vote(): Locator {
    return this.page.getByTestId('result-vote');
  }

  get people(): Locator {
    return this.page.getByTestId('result-people');
  }

  async open(meeting: string): Promise<this> {
    await this.page.goto(`/meetings/${meeting}/result`);
    await this.title.waitFor();
    return this;
  }

  /** Names beside choices, folded away at first. */
  async ballots(): Promise<Locator> {
    const table = this.page.getByTestId('result-ballots');
    if (!(await table.isVisible())) await this.page.getByTestId('result-ballots-toggle').click();
    return table;
  }

  async download(table: ResultTable): Promise<string> {
    const coming = this.page.waitForEvent('download');
    await this.page.getByRole('link', { name: say(`result:csv.${table}`), exact: true }).click();
    const stream = await (await coming).createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks).toString('utf8');
  }
}
