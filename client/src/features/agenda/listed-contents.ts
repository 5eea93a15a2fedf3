import type { ListedItemContent, MeetingView, PersonalView } from '@hopso/shared/session';

/** One listed item this person may see, and a mark that changes whenever its content does. */
export interface ListedRef {
  readonly item: string;
  readonly mark: string;
}

/**
 * Listed items to fetch. Ballots move no revision of the content, so the counts of its votes are part of the mark:
 * who has voted stays current.
 */
export function listedRefs(view: MeetingView, listed: PersonalView['listed']): readonly ListedRef[] {
  return Object.entries(listed).map(([item, revision]) => {
    const counts = view.voteOrder.flatMap((id) => {
      const vote = view.votes[id];
      return vote?.itemId === item ? [`${vote.electorCount}/${vote.votedCount}`] : [];
    });
    return { item, mark: [revision, ...counts].join(' ') };
  });
}

/** The view with the fetched contents in place of what stood there for a listed item. Its place stays the view's. */
export function withContents(view: MeetingView, contents: readonly ListedItemContent[]): MeetingView {
  if (contents.length === 0) return view;
  const items = { ...view.items };
  const papers = { ...view.papers };
  const votes = { ...view.votes };
  for (const content of contents) {
    const place = view.items[content.item.id];
    if (place === undefined) continue;
    const { number, parentId, children } = place;
    items[content.item.id] = { ...content.item, number, parentId, children };
    for (const paper of content.papers) papers[paper.id] = paper;
    for (const vote of content.votes) {
      const counted = view.votes[vote.id];
      if (counted === undefined) continue;
      const { phase, votedCount, electorCount } = counted;
      votes[vote.id] = { ...vote, phase, votedCount, electorCount };
    }
  }
  return { ...view, items, papers, votes };
}
