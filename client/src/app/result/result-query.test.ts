import type { ListedItemContent, MeetingView, OpenItemView, OpenVoteView } from '@hopso/shared/session';
import { expect, test } from 'vitest';
import { wholeView } from './result-query.ts';

const place = { id: 'i1', number: '1', parentId: null, children: [] };
const item = { ...place, isListed: false, title: 'Công tác cán bộ' } as unknown as OpenItemView;
const vote = { id: 'v1', itemId: 'i1', isListed: false, round: 1, phase: 'published' } as OpenVoteView;
const listed: readonly ListedItemContent[] = [{ item, papers: [], votes: [vote] }];

function viewWith(votes: MeetingView['votes']): MeetingView {
  const items = { i1: { ...place, isListed: true } };
  return {
    items,
    itemOrder: ['i1'],
    papers: {},
    votes,
    voteOrder: Object.keys(votes),
  } as unknown as MeetingView;
}

test('what a person is entitled to stands in the place of the listed item', () => {
  const listedVote = { id: 'v1', itemId: 'i1', isListed: true, round: 1, phase: 'published' } as const;
  const view = wholeView({
    view: viewWith({ v1: { ...listedVote, electorCount: 3, votedCount: 2 } }),
    listed,
    rights: {},
  });
  expect(view.items.i1).toMatchObject({ isListed: false, title: 'Công tác cán bộ' });
  expect(view.votes.v1).toMatchObject({ isListed: false, votedCount: 2 });
  expect(view.voteOrder).toEqual(['v1']);
});

test('a guest on the list sees its vote, of which guests are not told otherwise', () => {
  const view = wholeView({ view: viewWith({}), listed, rights: {} });
  expect(view.votes.v1).toBe(vote);
  expect(view.voteOrder).toEqual(['v1']);
});

test('nothing is added for who is on no list', () => {
  const view = viewWith({});
  const rights = { p1: 'view' } as const;
  expect(wholeView({ view, listed: [], rights })).toEqual({ ...view, rights });
});
