import type { Page } from 'playwright-core';
import { say } from './texts.ts';

/** What a connection pill said, by kind; anything else is its words. */
export type Connection = 'live' | 'catching-up' | 'offline';

/** From here on the page notes what its connection pill says, however short it stands there. */
export async function noteConnection(page: Page): Promise<void> {
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(globalThis, { pillSaid: said });
    const note = () => {
      const text = document.querySelector('[data-testid="connection"]')?.textContent?.trim();
      if (text !== undefined && text !== said.at(-1)) said.push(text);
    };
    new MutationObserver(note).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
}

/** What the pill said since, in order. */
export async function notedConnection(page: Page): Promise<(Connection | string)[]> {
  const said = await page.evaluate(() => (globalThis as unknown as { pillSaid: string[] }).pillSaid);
  return said.map(kindOf);
}

const offline = say('meeting:connection.offline', { gio: '' }).trim();

function kindOf(text: string): Connection | string {
  if (text === say('meeting:connection.live')) return 'live';
  if (text === say('meeting:connection.catching-up')) return 'catching-up';
  return text.startsWith(offline) ? 'offline' : text;
}
