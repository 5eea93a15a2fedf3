import type { EventMeta } from '#kernel';
import type { PaperAccess } from './access.ts';

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
  /** Rights given before publication; missing (as in records from before there were rights): every right to all. */
  readonly access?: PaperAccess;
};

/** The file of one version of a paper; counted from 1, which is the file the paper was laid with. */
export type PaperVersionRecord = Omit<PaperRecord, 'id' | 'itemId' | 'title' | 'access'> & {
  readonly version: number;
};

export type PaperEvent =
  | { type: 'PaperAdded'; paper: PaperRecord }
  | { type: 'PaperVersionAdded'; paper: string; version: PaperVersionRecord }
  | { type: 'PaperRetitled'; paper: string; title: string }
  | { type: 'PaperWithdrawn'; paper: string; reason: string }
  | { type: 'PaperAccessSet'; paper: string; access: PaperAccess | null };

type PublicationEvent = { type: 'MeetingPublished'; papers: readonly PaperRecord[] };
type ItemRemovedEvent = { type: 'ItemRemoved'; item: string };

export interface PaperVersion extends PaperVersionRecord {
  readonly addedAt: number;
}

/** The facts of its file are those of the newest version. */
export interface Paper extends Omit<PaperRecord, 'access'> {
  readonly rev: number;
  /** The newest version. */
  readonly version: number;
  /** Every version, the oldest first; each stays readable (P5). */
  readonly versions: readonly PaperVersion[];
  readonly addedAt: number;
  readonly isAddedLater: boolean;
  readonly withdrawn: { readonly reason: string; readonly at: number } | null;
  /** Null: every right to all who may see the item (P13). */
  readonly access: PaperAccess | null;
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
    case 'PaperVersionAdded':
      return patch(state, event.paper, (paper) => withVersion(paper, { ...event.version, addedAt: at }));
    case 'PaperRetitled':
      return patch(state, event.paper, (paper) => ({ ...paper, title: event.title, rev: paper.rev + 1 }));
    case 'PaperWithdrawn':
      return patch(state, event.paper, (paper) => ({
        ...paper,
        withdrawn: { reason: event.reason, at },
        rev: paper.rev + 1,
      }));
    case 'PaperAccessSet':
      return patch(state, event.paper, (paper) => ({ ...paper, access: event.access, rev: paper.rev + 1 }));
    case 'ItemRemoved':
      return removedWithItem(state, event.item);
    default:
      return state;
  }
}

function added(state: PaperState, record: PaperRecord, at: number): PaperState {
  const { fileName, sha256, bytes, pages, hasText } = record;
  state.papers.set(record.id, {
    ...record,
    rev: 1,
    version: 1,
    versions: [{ version: 1, fileName, sha256, bytes, pages, hasText, addedAt: at }],
    addedAt: at,
    isAddedLater: state.isPublished,
    withdrawn: null,
    access: record.access ?? null,
  });
  const byItem = new Map(state.byItem);
  byItem.set(record.itemId, [...(byItem.get(record.itemId) ?? []), record.id]);
  return { ...state, byItem, rev: state.rev + 1 };
}

function withVersion(paper: Paper, added: PaperVersion): Paper {
  const { addedAt: _, ...facts } = added;
  return { ...paper, ...facts, versions: [...paper.versions, added], rev: paper.rev + 1 };
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

/** One version of a paper; the newest when none is named. Null for a version it never had. */
export const versionOf = (
  paper: Pick<Paper, 'version' | 'versions'>,
  version: number = paper.version,
): PaperVersion | null => paper.versions.find((each) => each.version === version) ?? null;

/** A paper's number within its item, from 1; a withdrawn one keeps its own, so that no address ever moves (P9). */
export const paperNumber = (state: PaperState, paper: Pick<Paper, 'id' | 'itemId'>): number =>
  (state.byItem.get(paper.itemId) ?? []).indexOf(paper.id) + 1;
