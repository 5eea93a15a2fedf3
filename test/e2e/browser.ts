import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { Watch } from './watch.ts';
import { Wire } from './wire.ts';

/** Screens of the product, as people hold them. */
export const sizes = {
  desk: { width: 1366, height: 768 },
  landscape: { width: 1180, height: 820 },
  portrait: { width: 820, height: 1180 },
  phone: { width: 360, height: 740 },
  wall: { width: 1920, height: 1080 },
} as const;
export type Size = keyof typeof sizes;

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** For any one wait; generous, because two cores carry the server and every browser. */
const PATIENCE_MS = 20_000;

/** One person's browser: a profile of its own, watched from its first page on. */
export interface Seat {
  readonly name: string;
  readonly page: Page;
  readonly context: BrowserContext;
  readonly watch: Watch;
  readonly wire: Wire;
}

/** The browsers of one test file: one process, and for each seat a profile without anything stored. */
export class Browsers {
  readonly #browser: Promise<Browser> = chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: flags,
    headless: true,
  });
  readonly #seats: Seat[] = [];

  async seat(name: string, size: Size, baseURL: string): Promise<Seat> {
    const browser = await this.#browser;
    const context = await browser.newContext({
      viewport: sizes[size],
      hasTouch: size !== 'desk' && size !== 'wall',
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
      baseURL,
      acceptDownloads: true,
    });
    context.setDefaultTimeout(PATIENCE_MS);
    const watch = new Watch(name);
    await watch.over(context);
    const wire = new Wire();
    context.on('page', (page) => wire.listen(page));
    const page = await context.newPage();
    const seat = { name, page, context, watch, wire };
    this.#seats.push(seat);
    return seat;
  }

  /** Fails when any seat saw an error or a violation of the content policy. */
  expectQuiet(): void {
    for (const { watch } of this.#seats) watch.expectQuiet();
  }

  async close(): Promise<void> {
    await (await this.#browser).close();
  }
}
