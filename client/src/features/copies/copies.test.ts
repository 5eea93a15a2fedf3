import type { CopyEntry } from '@hopso/shared/copies';
import type { MeetingView, ParticipantView } from '@hopso/shared/session';
import { expect, test } from 'vitest';
import { copiesOut, nextFree, waitingFor } from './copies.ts';

const entry = (copy: number, change: Partial<CopyEntry> = {}): CopyEntry => ({
  ...{ copy, personId: `p${copy}`, name: `P${copy}`, handedOutAt: 1, collectedAt: null, correctedAt: null },
  ...change,
});
const person = (personId: string, change: Partial<ParticipantView> = {}) =>
  ({ personId, status: 'room', capacity: 'member', ...change }) as ParticipantView;

test('copies in hand are named by item, in order', () => {
  const items = { x: { number: '2' }, y: { number: '3' } } as unknown as MeetingView['items'];
  const copies = {
    x: [entry(10), entry(9), entry(1, { collectedAt: 5 }), entry(2, { correctedAt: 5 })],
    y: [entry(1, { collectedAt: 5 })],
  };
  expect(copiesOut({ items, copies })).toEqual([{ itemId: 'x', n: '2', so: '9, 10' }]);
  expect(copiesOut({ items })).toEqual([]);
});

test('the next number follows the highest that was handed out', () => {
  expect(nextFree([])).toBe(1);
  expect(nextFree([entry(4, { collectedAt: 5 }), entry(2), entry(9, { correctedAt: 5 })])).toBe(5);
});

test('copies go to members in the room who may see the item and have none', () => {
  const people = [
    person('p1'),
    person('p2', { status: 'online' }),
    person('p3', { capacity: 'guest' }),
    person('p4', { capacity: 'substitute' }),
    person('p5'),
  ];
  const names = (openTo: readonly string[] | null) =>
    waitingFor(people, { openTo }, [entry(1), entry(5, { collectedAt: 5 })]).map(({ personId }) => personId);
  expect(names(null)).toEqual(['p4', 'p5']);
  expect(names(['p5'])).toEqual(['p5']);
});
