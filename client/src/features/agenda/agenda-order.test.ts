import type { ItemView, OpenItemView } from '@hopso/shared/session';
import { expect, test } from 'vitest';
import { nextItem, planOf, readingOrder, spentMsOf } from './agenda-order.ts';

const item = (id: string, changes: Partial<OpenItemView> = {}): OpenItemView => ({
  id,
  isListed: false,
  number: id,
  parentId: null,
  children: [],
  rev: 1,
  title: id,
  kind: 'decision',
  submittingBody: '',
  presenters: [],
  presiderId: null,
  presiderName: null,
  isCollective: false,
  plannedMinutes: 10,
  state: 'pending',
  withdrawnReason: null,
  addedAt: null,
  spentMs: 0,
  currentSince: null,
  paperOrder: [],
  outcome: null,
  conclusion: null,
  openTo: null,
  isSecret: false,
  ...changes,
});
const agendaOf = (...items: ItemView[]) => ({
  items: Object.fromEntries(items.map((one) => [one.id, one])),
  itemOrder: items.filter((one) => one.parentId === null).map((one) => one.id),
});

const agenda = agendaOf(
  item('1'),
  item('2', { children: ['2.1', '2.2'], plannedMinutes: 0 }),
  item('2.1', { parentId: '2', plannedMinutes: 15 }),
  item('2.2', { parentId: '2', plannedMinutes: 20 }),
  item('3', { state: 'withdrawn', plannedMinutes: 30 }),
  item('4', { plannedMinutes: 5 }),
);

test('parts are read after the item they belong to', () => {
  expect(readingOrder(agenda).map(({ id }) => id)).toEqual(['1', '2', '2.1', '2.2', '3', '4']);
});

test('the next item is the first before any was opened, and passes over what was withdrawn', () => {
  expect(nextItem(agenda, null)?.id).toBe('1');
  expect(nextItem(agenda, '2')?.id).toBe('2.1');
  expect(nextItem(agenda, '2.2')?.id).toBe('4');
  expect(nextItem(agenda, '4')).toBeNull();
});

test('the plan adds up the parts and leaves out what was withdrawn', () => {
  const minute = 60_000;
  const { begins, endsAt } = planOf(agenda, 0);
  expect(begins.get('2')).toBe(10 * minute);
  expect(begins.get('2.2')).toBe(25 * minute);
  expect(begins.get('4')).toBe(45 * minute);
  expect(endsAt).toBe(50 * minute);
});

test('a running item adds what runs now to what it took before', () => {
  expect(spentMsOf({ spentMs: 5_000, currentSince: null }, 99_000)).toBe(5_000);
  expect(spentMsOf({ spentMs: 5_000, currentSince: 90_000 }, 99_000)).toBe(14_000);
});
