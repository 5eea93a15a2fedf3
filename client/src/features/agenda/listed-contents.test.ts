import type { ListedItemContent, MeetingView } from '@hopso/shared/session';
import { expect, test } from 'vitest';
import { listedRefs, withContents } from './listed-contents.ts';

const view = {
  items: {
    open: { id: 'open', isListed: false, number: '1', parentId: null, children: [], title: 'Mở' },
    listed: { id: 'listed', isListed: true, number: '2', parentId: null, children: [] },
  },
  itemOrder: ['open', 'listed'],
  papers: {},
  votes: {
    v: { id: 'v', itemId: 'listed', isListed: true, phase: 'open', round: 1, electorCount: 3, votedCount: 2 },
  },
  voteOrder: ['v'],
} as unknown as MeetingView;
const content = {
  item: { id: 'listed', isListed: false, number: '9', title: 'Hạn chế' },
  papers: [{ id: 'p', itemId: 'listed' }],
  votes: [{ id: 'v', itemId: 'listed', isListed: false, phase: 'open', votedCount: 1, electorCount: 3 }],
} as unknown as ListedItemContent;

test('a fetched content stands where only the number stood', () => {
  const full = withContents(view, [content]);
  expect(full.items.listed).toMatchObject({ isListed: false, number: '2', title: 'Hạn chế' });
  expect(full.papers.p).toBeDefined();
  expect(full.items.open).toBe(view.items.open);
});

test('counts that came live are newer than the fetched ones', () => {
  expect(withContents(view, [content]).votes.v).toMatchObject({ isListed: false, votedCount: 2 });
});

test('a ballot on a listed item makes its content worth fetching again', () => {
  const [before] = listedRefs(view, { listed: '1' });
  const more = { ...view, votes: { v: { ...view.votes.v, votedCount: 3 } } } as unknown as MeetingView;
  const [after] = listedRefs(more, { listed: '1' });
  expect(after?.mark).not.toBe(before?.mark);
});

test('[P14] restricted papers stand among the others of an open item, which stays as it is live', () => {
  const paper = (id: string, number: number, isRestricted: boolean) => ({
    ...{ id, itemId: 'open', number, isRestricted },
  });
  const live = {
    ...view,
    items: { ...view.items, open: { ...view.items.open, paperOrder: ['a', 'd'] } },
    papers: { a: paper('a', 1, false), d: paper('d', 4, false) },
  } as unknown as MeetingView;
  // Fetched before `d` was everybody's and `c` was withdrawn.
  const fetched = {
    item: { id: 'open', isListed: false, number: '1', title: 'Cũ', paperOrder: ['a', 'b', 'c', 'd'] },
    papers: [paper('a', 1, false), paper('b', 2, true), paper('c', 3, false), paper('d', 4, true)],
    votes: [],
  } as unknown as ListedItemContent;
  const full = withContents(live, [fetched]);
  expect(full.items.open).toMatchObject({ title: 'Mở', paperOrder: ['a', 'b', 'd'] });
  expect(Object.keys(full.papers).sort()).toEqual(['a', 'b', 'd']);
  expect(full.papers.d).toMatchObject({ isRestricted: false });
});

test('without contents the view is the same object', () => {
  expect(withContents(view, [])).toBe(view);
});
