import type { Page } from 'playwright-core';
import type { Choice } from './pages/ballot-sheet.ts';

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what the interface answers is read field by field
  readonly body: any;
}

/** Asks the interface as the page itself would, with the person's own sign-in. */
export function ask(
  page: Page,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<Answer> {
  return page.evaluate(
    async ([verb, address, payload]) => {
      const response = await fetch(address ?? '', {
        method: verb ?? 'GET',
        ...(payload !== undefined && { headers: { 'content-type': 'application/json' }, body: payload }),
      });
      const text = await response.text();
      return {
        status: response.status,
        body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text,
      };
    },
    [method, path, body === undefined ? undefined : JSON.stringify(body)] as const,
  );
}

/** Gives an order by the HTTP door. */
export const order = (page: Page, meeting: string, command: object): Promise<Answer> =>
  ask(page, 'POST', `/api/meetings/${meeting}/commands`, { id: crypto.randomUUID(), command });

/** The meeting that a page shows, from its address. */
export const meetingOf = (page: Page): string => /\/meetings\/([^/]+)/.exec(page.url())?.[1] ?? '';

/** The desk enters raised hands in the open vote for members who have not voted: so many of each choice. */
export async function raiseHands(
  page: Page,
  meeting: string,
  counts: Partial<Record<Choice, number>>,
): Promise<void> {
  const { body } = await ask(page, 'GET', `/api/meetings/${meeting}/snapshot`);
  const vote = body.view.votes[body.view.meeting.openVoteId];
  const waiting = Object.keys(vote.electors).filter((person) => !(person in vote.voted));
  for (const [choice, count] of Object.entries(counts)) {
    for (const person of waiting.splice(0, count)) {
      const entry = { type: 'RecordRaisedHand', vote: vote.id, round: vote.round, person, choice };
      const { status } = await order(page, meeting, entry);
      if (status !== 200) throw new Error(`A raised hand was refused: ${status}`);
    }
  }
}
