import type { MeetingView } from '@hopso/shared/session';

/** Where a person reads in a meeting. */
export interface Reading {
  /** Goes where the session goes; an own step to another item releases it. */
  readonly isFollowing: boolean;
  /** The item chosen by the person; stands while not following, or while the session is at no item. */
  readonly chosenId: string | null;
  /** The paper last open under each item; null: the item's overview. */
  readonly paperOf: { readonly [itemId: string]: string | null };
}

export const startReading: Reading = { isFollowing: true, chosenId: null, paperOf: {} };

type Places = Pick<MeetingView, 'items' | 'itemOrder' | 'papers'> & {
  readonly meeting: Pick<MeetingView['meeting'], 'currentItemId'>;
};

/** The item on the screen: that of the session, the chosen one, or the first. */
export function itemShown(
  { isFollowing, chosenId }: Reading,
  { meeting, items, itemOrder }: Places,
): string | null {
  const wanted = isFollowing ? (meeting.currentItemId ?? chosenId) : chosenId;
  if (wanted !== null && items[wanted] !== undefined) return wanted;
  return itemOrder[0] ?? null;
}

/** The paper on the screen under an item: the one last open there, else the first. */
export function paperShown({ paperOf }: Reading, { items, papers }: Places, itemId: string): string | null {
  const item = items[itemId];
  if (item === undefined || item.isListed) return null;
  const last = paperOf[itemId];
  if (last === null) return null;
  if (last !== undefined && papers[last] !== undefined) return last;
  return item.paperOrder[0] ?? null;
}

/** An own step to an item. Before the session is at an item there is nothing to be released from. */
export function choosingItem(reading: Reading, itemId: string, currentItemId: string | null): Reading {
  const isFollowing = reading.isFollowing && (currentItemId === null || currentItemId === itemId);
  return { ...reading, isFollowing, chosenId: itemId };
}

/** A paper of the item on the screen; reading another paper of the same item does not leave the session. */
export function choosingPaper(reading: Reading, itemId: string, paper: string | null): Reading {
  return { ...reading, paperOf: { ...reading.paperOf, [itemId]: paper } };
}
