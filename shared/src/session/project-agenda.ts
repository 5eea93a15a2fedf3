import { type AgendaItem, type AgendaState, numberedItems } from '#agenda';
import { type Lateness, latenessOf } from '#meeting';
import { type Paper, paperNumber, papersOf, versionOf } from '#paper';
import { isRestrictedPaper } from './paper-right.ts';
import type { SessionState } from './state.ts';
import type { ItemView, ListedItemView, OpenItemView, PaperView } from './view.ts';

export interface AgendaView {
  readonly items: { readonly [itemId: string]: ItemView };
  readonly papers: { readonly [paperId: string]: PaperView };
}

/** The agenda as every audience gets it: content of open items, the place of listed ones, no restricted paper (P14). */
export function projectAgenda(state: SessionState): AgendaView {
  const items: { [itemId: string]: ItemView } = {};
  const papers: { [paperId: string]: PaperView } = {};
  for (const { item, number } of numberedItems(state.agenda)) {
    if (item.openTo !== 'all') {
      items[item.id] = listedItem(state.agenda, item, number);
      continue;
    }
    const shown = papersOf(state.paper, item.id).filter((paper) => !isRestrictedPaper(state, paper));
    items[item.id] = openItem(state, item, number, shown);
    for (const paper of shown) papers[paper.id] = paperView(state, paper);
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

/** Full content with these papers; the caller has seen to it that the reader may have it. */
export function openItem(
  state: SessionState,
  item: AgendaItem,
  number: string,
  papers: readonly Paper[],
): OpenItemView {
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
    paperOrder: papers.map((paper) => paper.id),
    outcome: state.decision.outcomes.get(item.id)?.outcome ?? null,
    conclusion: state.decision.conclusions.get(item.id) ?? null,
    openTo: item.openTo === 'all' ? null : item.openTo,
    isSecret: item.isSecret === true,
  };
}

function stateOf(agenda: AgendaState, item: AgendaItem): OpenItemView['state'] {
  if (item.withdrawn !== null) return 'withdrawn';
  if (agenda.currentId === item.id) return 'current';
  return item.visits > 0 ? 'visited' : 'pending';
}

export const paperView = (state: SessionState, paper: Paper): PaperView => ({
  id: paper.id,
  itemId: paper.itemId,
  number: paperNumber(state.paper, paper),
  rev: paper.rev,
  title: paper.title,
  fileName: paper.fileName,
  bytes: paper.bytes,
  pages: paper.pages,
  hasText: paper.hasText,
  isAddedLater: paper.isAddedLater,
  addedAt: paper.addedAt,
  version: paper.version,
  versions: paper.versions.map(({ version, fileName, bytes, pages, hasText, addedAt }) => ({
    ...{ version, fileName, bytes, pages, hasText, addedAt },
  })),
  late: latenessIn(state, paper),
  isRestricted: isRestrictedPaper(state, paper),
});

/** [P8] A preparation is nobody's yet: what it holds arrives when it is published. */
function latenessIn({ meeting: { info, profile } }: SessionState, paper: Paper): Lateness | null {
  const arrivedAt = versionOf(paper)?.addedAt ?? paper.addedAt;
  return info === null || profile === null ? null : latenessOf(info, profile, arrivedAt);
}
