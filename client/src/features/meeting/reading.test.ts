import type { ItemView, PaperView } from '@hopso/shared/session';
import { expect, test } from 'vitest';
import { choosingItem, choosingPaper, itemShown, paperShown, startReading } from './reading.ts';

const item = (id: string, paperOrder: string[] = []) =>
  ({ id, isListed: false, paperOrder }) as unknown as ItemView;
const paper = (id: string) => ({ id }) as PaperView;
const places = (currentItemId: string | null) => ({
  meeting: { currentItemId },
  itemOrder: ['a', 'b'],
  items: { a: item('a', ['p1', 'p2']), b: item('b') },
  papers: { p1: paper('p1'), p2: paper('p2') },
});

test('a follower is where the session is, forth and back', () => {
  expect(itemShown(startReading, places('b'))).toBe('b');
  expect(itemShown(startReading, places('a'))).toBe('a');
});

test('an own step to another item keeps its place when the session moves', () => {
  const reading = choosingItem(startReading, 'a', 'b');
  expect(reading.isFollowing).toBe(false);
  expect(itemShown(reading, places('b'))).toBe('a');
});

test('a step to the item of the session, or before it is at one, releases nothing', () => {
  expect(choosingItem(startReading, 'b', 'b').isFollowing).toBe(true);
  const before = choosingItem(startReading, 'b', null);
  expect(itemShown(before, places(null))).toBe('b');
  expect(itemShown(before, places('a'))).toBe('a');
});

test('a chosen item that is gone gives way to the first', () => {
  expect(itemShown({ ...startReading, isFollowing: false, chosenId: 'gone' }, places('b'))).toBe('a');
});

test('under an item the paper last open comes back; its overview counts as one', () => {
  expect(paperShown(startReading, places('a'), 'a')).toBe('p1');
  expect(paperShown(choosingPaper(startReading, 'a', 'p2'), places('a'), 'a')).toBe('p2');
  expect(paperShown(choosingPaper(startReading, 'a', null), places('a'), 'a')).toBeNull();
  expect(paperShown(choosingPaper(startReading, 'a', 'withdrawn'), places('a'), 'a')).toBe('p1');
  expect(paperShown(startReading, places('b'), 'b')).toBeNull();
});
