import { type AgendaItem, type AgendaState, numberedItems } from '#agenda';
import { type Paper, papersOf } from '#paper';
import type { SessionState } from './state.ts';
import type { ItemView, ListedItemView, OpenItemView, PaperView } from './view.ts';

export interface AgendaView {
  readonly items: { readonly [itemId: string]: ItemView };
  readonly papers: { readonly [paperId: string]: PaperView };
}

/** The agenda as every audience gets it: content of open items, the place of listed ones. */
export function projectAgenda(state: SessionState): AgendaView {
  const items: { [itemId: string]: ItemView } = {};
  const papers: { [paperId: string]: PaperView } = {};
  for (const { item, number } of numberedItems(state.agenda)) {
    if (item.openTo !== 'all') {
      items[item.id] = listedItem(state.agenda, item, number);
      continue;
    }
    items[item.id] = openItem(state, item, number);
    for (const paper of papersOf(state.paper, item.id)) papers[paper.id] = paperView(paper);
  }
  return { items, papers };
}

const listedItem = (agenda: AgendaState, item: AgendaItem, number: string): ListedItemView => ({
  id: item.id,
  isListed: true,
  number,
  parentId: item.parentId,
  children: agenda.children.get(item.id) ?? [],
});

/** Full content; the caller has seen to it that the reader may have it. */
export function openItem(state: SessionState, item: AgendaItem, number: string): OpenItemView {
  const presider = item.presiderId === null ? undefined : state.attendance.participants.get(item.presiderId);
  return {
    id: item.id,
    isListed: false,
    number,
    parentId: item.parentId,
    children: state.agenda.children.get(item.id) ?? [],
    rev: item.rev,
    title: item.title,
    kind: item.kind,
    submittingBody: item.submittingBody,
    presenters: item.presenters,
    presiderId: item.presiderId,
    presiderName: presider?.name ?? null,
    isCollective: item.isCollective,
    plannedMinutes: item.plannedMinutes,
    state: stateOf(state.agenda, item),
    withdrawnReason: item.withdrawn?.reason ?? null,
    addedAt: item.addedAt,
    spentMs: item.spentMs,
    currentSince: item.currentSince,
    paperOrder: papersOf(state.paper, item.id).map((paper) => paper.id),
    outcome: state.decision.outcomes.get(item.id)?.outcome ?? null,
    conclusion: state.decision.conclusions.get(item.id) ?? null,
    openTo: item.openTo === 'all' ? null : item.openTo,
  };
}

function stateOf(agenda: AgendaState, item: AgendaItem): OpenItemView['state'] {
  if (item.withdrawn !== null) return 'withdrawn';
  if (agenda.currentId === item.id) return 'current';
  return item.visits > 0 ? 'visited' : 'pending';
}

export const paperView = (paper: Paper): PaperView => ({
  id: paper.id,
  itemId: paper.itemId,
  rev: paper.rev,
  title: paper.title,
  fileName: paper.fileName,
  bytes: paper.bytes,
  pages: paper.pages,
  hasText: paper.hasText,
  isAddedLater: paper.isAddedLater,
  addedAt: paper.addedAt,
});
