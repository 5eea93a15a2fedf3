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
  /** The paper whose pages are led; null while none is, or none this person may see. */
  readonly ledPaper: string | null;
};

/** Where a follower is taken: to the item of the paper that is led, else to the session's. */
export function itemLed({
  meeting,
  papers,
  ledPaper,
}: Pick<Places, 'meeting' | 'papers' | 'ledPaper'>): string | null {
  return (ledPaper === null ? undefined : papers[ledPaper]?.itemId) ?? meeting.currentItemId;
}

/** The item on the screen: that of the session, the chosen one, or the first. */
export function itemShown({ isFollowing, chosenId }: Reading, places: Places): string | null {
  const wanted = isFollowing ? (itemLed(places) ?? chosenId) : chosenId;
  if (wanted !== null && places.items[wanted] !== undefined) return wanted;
  return places.itemOrder[0] ?? null;
}

/** The paper on the screen under an item: for a follower the one that is led, else the one last open there, else the first. */
export function paperShown(
  { isFollowing, paperOf }: Reading,
  { items, papers, ledPaper }: Places,
  itemId: string,
): string | null {
  const item = items[itemId];
  if (item === undefined || item.isListed) return null;
  if (isFollowing && ledPaper !== null && papers[ledPaper]?.itemId === itemId) return ledPaper;
  const last = paperOf[itemId];
  if (last === null) return null;
  if (last !== undefined && papers[last] !== undefined) return last;
  return item.paperOrder[0] ?? null;
}

/** An own step to an item. Before the session is at an item there is nothing to be released from. */
export function choosingItem(reading: Reading, itemId: string, ledItemId: string | null): Reading {
  const isFollowing = reading.isFollowing && (ledItemId === null || ledItemId === itemId);
  return { ...reading, isFollowing, chosenId: itemId };
}

/**
 * A paper of the item on the screen. Reading another paper of the same item does not leave the session, unless
 * somebody leads the pages of one.
 */
export function choosingPaper(
  reading: Reading,
  itemId: string,
  paper: string | null,
  ledPaper: string | null,
): Reading {
  const isFollowing = reading.isFollowing && (ledPaper === null || ledPaper === paper);
  return { ...reading, isFollowing, paperOf: { ...reading.paperOf, [itemId]: paper } };
}

/** Goes on reading where the session or a leader brought this person, and does not follow any more. */
export function stayingHere(reading: Reading, places: Places): Reading {
  const itemId = itemShown(reading, places);
  if (itemId === null) return { ...reading, isFollowing: false };
  const paper = paperShown(reading, places, itemId);
  return { isFollowing: false, chosenId: itemId, paperOf: { ...reading.paperOf, [itemId]: paper } };
}
