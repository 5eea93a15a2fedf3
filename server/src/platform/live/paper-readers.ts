import type { Actor } from '@hopso/shared/meeting';
import { includesRight, type Paper } from '@hopso/shared/paper';
import {
  type Audience,
  audiences,
  isRestrictedPaper,
  rightOf,
  type SessionState,
} from '@hopso/shared/session';

/** Everybody of these audiences, or these persons alone. */
export type LedTo = { readonly audiences: readonly Audience[] } | { readonly persons: readonly string[] };

/** Persons who are connected and of whom this holds. */
export type ReadersWho = (holds: (actor: Actor) => boolean) => readonly string[];

/** Everybody but the wall. */
export const people: readonly Audience[] = audiences.filter((audience) => audience !== 'screen');

export interface PaperReaders {
  readonly paper: Paper;
  /** For everybody, so that the wall may show it too. */
  readonly isOpen: boolean;
  readonly to: LedTo;
}

/** Whom something about a paper may be told to, the wall apart; null where there is no such paper (any more). */
export function readersOf(state: SessionState, paperId: string, readersWho: ReadersWho): PaperReaders | null {
  const paper = paperInForce(state, paperId);
  if (paper === null) return null;
  if (!isRestrictedPaper(state, paper)) return { paper, isOpen: true, to: { audiences: people } };
  const persons = readersWho((actor) => maySee(state, paper, actor));
  return { paper, isOpen: false, to: { persons } };
}

/** Null for a paper that is withdrawn, or whose item is gone. */
export function paperInForce(state: SessionState, paperId: string): Paper | null {
  const paper = state.paper.papers.get(paperId);
  if (paper === undefined || paper.withdrawn !== null || !state.agenda.items.has(paper.itemId)) return null;
  return paper;
}

export const maySee = (state: SessionState, paper: Paper, actor: Actor): boolean =>
  includesRight(rightOf(state, paper, actor), 'view');
