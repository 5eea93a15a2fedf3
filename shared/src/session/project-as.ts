import { isItemOpenTo, numberedItems } from '#agenda';
import type { Capacity } from '#attendance';
import type { Actor } from '#meeting';
import { type PaperRight, paperNumber, papersOf } from '#paper';
import { isRestrictedPaper, rightOnOpenItem } from './paper-right.ts';
import { isAtDesk } from './standing.ts';
import type { SessionState } from './state.ts';

/** A paper as the person sees it. */
export type PaperSeen = {
  readonly id: string;
  /** Within its item (P9). */
  readonly number: number;
  readonly title: string;
  readonly pages: number;
  readonly right: Exclude<PaperRight, 'none'>;
  readonly isRestricted: boolean;
};

/**
 * An item as the person sees it.
 * - `open`: title and papers; `closed`: they see its number alone
 * - `apart`: who looks is not on its list, so nothing is said of it, nor whether the person is
 */
export type ItemSeen = { readonly id: string; readonly number: string; readonly isBelow: boolean } & (
  | { readonly kind: 'open'; readonly title: string; readonly papers: readonly PaperSeen[] }
  | { readonly kind: 'closed' | 'apart' }
);

/** `GET /api/meetings/:meeting/seen-by/:person`. */
export type SeenBy = {
  readonly personId: string;
  readonly name: string;
  readonly capacity: Capacity;
  /** In the order of the agenda. */
  readonly items: readonly ItemSeen[];
};

/**
 * The agenda and papers as a participant sees them, or will once a preparation is published, for one at the desk (P17).
 * What the one who looks may not see stays out, as do notes and ballots. Null for others and for who does not take part.
 */
export function projectAs(state: SessionState, reader: Actor, person: Actor): SeenBy | null {
  const participant = state.attendance.participants.get(person.personId);
  if (participant === undefined || !isAtDesk(state, reader)) return null;
  const { personId, name, capacity } = participant;
  const items = numberedItems(state.agenda).map(({ item, number }): ItemSeen => {
    const place = { id: item.id, number, isBelow: item.parentId !== null };
    if (!isItemOpenTo(state.agenda, item.id, reader.personId)) return { ...place, kind: 'apart' };
    if (!isItemOpenTo(state.agenda, item.id, personId)) return { ...place, kind: 'closed' };
    return { ...place, kind: 'open', title: item.title, papers: papersSeen(state, item.id, person) };
  });
  return { personId, name, capacity, items };
}

const papersSeen = (state: SessionState, itemId: string, person: Actor): PaperSeen[] =>
  papersOf(state.paper, itemId).flatMap((paper) => {
    const right = rightOnOpenItem(state, paper, person);
    if (right === 'none') return [];
    const number = paperNumber(state.paper, paper);
    const isRestricted = isRestrictedPaper(state, paper);
    return [{ id: paper.id, number, title: paper.title, pages: paper.pages, right, isRestricted }];
  });
