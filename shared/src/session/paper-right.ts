import type { Actor } from '#meeting';
import { includesRight, isRestrictedAccess, type Paper, type PaperRight, papersOf, rightGiven } from '#paper';
import { isAtDesk, isEntitled } from './standing.ts';
import type { SessionState } from './state.ts';

type RightsOn = Pick<Paper, 'itemId' | 'access'>;

/**
 * What a person may do with a paper now: nothing without a part in the meeting and the item (P12), then what was given
 * (P13). The one place that says so; whether the paper is still in force is asked apart.
 */
export const rightOf = (state: SessionState, paper: RightsOn, actor: Actor): PaperRight =>
  isEntitled(state, actor, paper.itemId) ? rightOnOpenItem(state, paper, actor) : 'none';

/** The same for somebody of whom it is known that the item is, or will be, open to them. */
export function rightOnOpenItem(state: SessionState, paper: Pick<Paper, 'access'>, actor: Actor): PaperRight {
  if (isAtDesk(state, actor)) return 'print';
  const participant = state.attendance.participants.get(actor.personId);
  return participant === undefined ? 'none' : rightGiven(paper.access, actor.personId, participant.capacity);
}

/** Whether the paper is for some alone: its item is, or it is itself (P14). */
export const isRestrictedPaper = (state: SessionState, paper: RightsOn): boolean =>
  state.agenda.items.get(paper.itemId)?.openTo !== 'all' || isRestrictedAccess(paper.access);

/** Papers of an item in force that this person may see, in the order they were laid. */
export const papersFor = (state: SessionState, itemId: string, actor: Actor): readonly Paper[] =>
  papersOf(state.paper, itemId).filter((paper) => includesRight(rightOf(state, paper, actor), 'view'));
