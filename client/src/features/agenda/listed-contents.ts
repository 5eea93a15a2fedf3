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

/**
 * The view with the fetched contents in place of what stood there for a listed item, whose place stays the view's, and
 * with the restricted papers of items that are open to all.
 */
export function withContents(view: MeetingView, contents: readonly ListedItemContent[]): MeetingView {
  if (contents.length === 0) return view;
  const items = { ...view.items };
  const papers = { ...view.papers };
  const votes = { ...view.votes };
  const copies = { ...view.copies };
  for (const content of contents) {
    const place = view.items[content.item.id];
    if (place === undefined) continue;
    if (!place.isListed) {
      // What is no longer restricted stands in the view, as it is now.
      const restricted = content.papers.filter(
        ({ id, isRestricted }) => isRestricted && !(id in view.papers),
      );
      for (const paper of restricted) papers[paper.id] = paper;
      const shown = [...place.paperOrder.flatMap((id) => view.papers[id] ?? []), ...restricted];
      const paperOrder = shown.sort((a, b) => a.number - b.number).map(({ id }) => id);
      items[place.id] = { ...place, paperOrder };
      continue;
    }
    const { number, parentId, children } = place;
    items[content.item.id] = { ...content.item, number, parentId, children };
    if (content.copies !== undefined) copies[content.item.id] = content.copies;
    for (const paper of content.papers) papers[paper.id] = paper;
    for (const vote of content.votes) {
      const counted = view.votes[vote.id];
      if (counted === undefined) continue;
      const { phase, votedCount, electorCount } = counted;
      votes[vote.id] = { ...vote, phase, votedCount, electorCount };
    }
  }
  return { ...view, items, papers, votes, ...(view.copies !== undefined && { copies }) };
}
