import type { EventMeta } from '#kernel';

export type PaperRecord = {
  readonly id: string;
  readonly itemId: string;
  readonly title: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly pages: number;
  /** False for a scan without a text layer: nothing can be found in it. */
  readonly hasText: boolean;
};

export type PaperEvent =
  | { type: 'PaperAdded'; paper: PaperRecord }
  | { type: 'PaperRetitled'; paper: string; title: string }
  | { type: 'PaperWithdrawn'; paper: string; reason: string };

type PublicationEvent = { type: 'MeetingPublished'; papers: readonly PaperRecord[] };
type ItemRemovedEvent = { type: 'ItemRemoved'; item: string };

export interface Paper extends PaperRecord {
  readonly rev: number;
  readonly addedAt: number;
  readonly isAddedLater: boolean;
  readonly withdrawn: { readonly reason: string; readonly at: number } | null;
}

export interface PaperState {
  readonly rev: number;
  readonly papers: Map<string, Paper>;
  readonly byItem: ReadonlyMap<string, readonly string[]>;
  readonly isPublished: boolean;
}

export const initialPapers = (): PaperState => ({
  rev: 0,
  papers: new Map(),
  byItem: new Map(),
  isPublished: false,
});

type Handled = PaperEvent | PublicationEvent | ItemRemovedEvent;

export function evolvePapers(state: PaperState, event: Handled, { at }: EventMeta): PaperState {
  switch (event.type) {
    case 'MeetingPublished':
      return {
        ...event.papers.reduce((s, paper) => added(s, paper, at), initialPapers()),
        isPublished: true,
      };
    case 'PaperAdded':
      return added(state, event.paper, at);
    case 'PaperRetitled':
      return patch(state, event.paper, (paper) => ({ ...paper, title: event.title, rev: paper.rev + 1 }));
    case 'PaperWithdrawn':
      return patch(state, event.paper, (paper) => ({
        ...paper,
        withdrawn: { reason: event.reason, at },
        rev: paper.rev + 1,
      }));
    case 'ItemRemoved':
      return removedWithItem(state, event.item);
    default:
      return state;
  }
}

function added(state: PaperState, record: PaperRecord, at: number): PaperState {
  state.papers.set(record.id, {
    ...record,
    rev: 1,
    addedAt: at,
    isAddedLater: state.isPublished,
    withdrawn: null,
  });
  const byItem = new Map(state.byItem);
  byItem.set(record.itemId, [...(byItem.get(record.itemId) ?? []), record.id]);
  return { ...state, byItem, rev: state.rev + 1 };
}

function patch(state: PaperState, id: string, change: (paper: Paper) => Paper): PaperState {
  const paper = state.papers.get(id);
  if (paper === undefined) return state;
  state.papers.set(id, change(paper));
  return { ...state, rev: state.rev + 1 };
}

function removedWithItem(state: PaperState, itemId: string): PaperState {
  for (const id of state.byItem.get(itemId) ?? []) state.papers.delete(id);
  const byItem = new Map(state.byItem);
  byItem.delete(itemId);
  return { ...state, byItem, rev: state.rev + 1 };
}

/** Papers of an item that are in force, in the order they were laid. */
export const papersOf = (state: PaperState, itemId: string): readonly Paper[] =>
  (state.byItem.get(itemId) ?? []).flatMap((id) => {
    const paper = state.papers.get(id);
    return paper === undefined || paper.withdrawn !== null ? [] : [paper];
  });
