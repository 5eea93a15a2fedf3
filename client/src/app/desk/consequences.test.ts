import type { MeetingView, OpenItemView } from '@hopso/shared/session';
import { expect, test } from 'vitest';
import { endFacts, followerCount, startFacts } from './consequences.ts';

const item = (number: string, changes: Partial<OpenItemView> = {}) =>
  ({
    ...{
      id: number,
      number,
      isListed: false,
      parentId: null,
      children: [],
      plannedMinutes: 10,
      state: 'pending',
    },
    ...{ outcome: null, conclusion: null },
    ...changes,
  }) as unknown as OpenItemView;
const conclusion = { text: '', at: 0, rev: 1 };
const items = [
  item('1', { state: 'visited', outcome: 'noted', conclusion }),
  item('2', { state: 'visited', children: ['2.1'] }),
  item('2.1', { parentId: '2', state: 'current', conclusion }),
  item('3', { state: 'withdrawn' }),
  item('4'),
];
const view = {
  quorum: { total: 22, present: 15, needed: 15, isMet: true },
  counts: { present: 18, invited: 30 },
  items: Object.fromEntries(items.map((one) => [one.id, one])),
  itemOrder: ['1', '2', '3', '4'],
} as unknown as MeetingView;

test('starting counts who is here and when the plan would end', () => {
  expect(startFacts(view, 0)).toMatchObject({ present: 18, invited: 30, items: 4, endsAt: 30 * 60_000 });
});

test('ending names what stays unsettled; a heading is settled by its parts', () => {
  expect(endFacts(view)).toEqual({
    held: 3,
    items: 4,
    pending: ['4'],
    withoutOutcome: ['2.1'],
    withoutConclusion: [],
    copiesOut: [],
  });
});

test('ending names the paper copies that are out, and asks for no conclusion on a secret item', () => {
  const entry = { copy: 3, personId: 'p', name: 'P', handedOutAt: 1, collectedAt: null, correctedAt: null };
  const secret = item('4', { state: 'visited', outcome: 'noted', isSecret: true });
  const facts = endFacts({ ...view, items: { ...view.items, 4: secret }, copies: { 4: [entry] } });
  expect(facts.copiesOut).toEqual([{ itemId: '4', n: '4', so: '3' }]);
  expect(facts.withoutConclusion).toEqual([]);
});

test('only those who are on the item move along, and no desk', () => {
  const participants = { d: { capacity: 'secretary' } } as unknown as MeetingView['participants'];
  const presence = {
    a: { state: 'here' },
    b: { state: 'elsewhere' },
    c: { state: 'here' },
    d: { state: 'here' },
  };
  expect(followerCount(presence, participants)).toBe(2);
});
