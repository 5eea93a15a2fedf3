import type { ItemView, PaperView } from '@hopso/shared/session';
import { expect, test } from 'vitest';
import {
  choosingItem,
  choosingPaper,
  itemLed,
  itemShown,
  paperShown,
  startReading,
  stayingHere,
} from './reading.ts';

const item = (id: string, paperOrder: string[] = []) =>
  ({ id, isListed: false, paperOrder }) as unknown as ItemView;
const paper = (id: string, itemId = 'a') => ({ id, itemId }) as PaperView;
const places = (currentItemId: string | null, ledPaper: string | null = null) => ({
  ledPaper,
  meeting: { currentItemId },
  itemOrder: ['a', 'b'],
  items: { a: item('a', ['p1', 'p2']), b: item('b', ['p3']) },
  papers: { p1: paper('p1'), p2: paper('p2'), p3: paper('p3', 'b') },
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
  expect(paperShown(choosingPaper(startReading, 'a', 'p2', null), places('a'), 'a')).toBe('p2');
  expect(paperShown(choosingPaper(startReading, 'a', null, null), places('a'), 'a')).toBeNull();
  expect(paperShown(choosingPaper(startReading, 'a', 'withdrawn', null), places('a'), 'a')).toBe('p1');
});

test('a follower is where the pages are led, also beside the item of the session', () => {
  const led = places('a', 'p3');
  expect(itemLed(led)).toBe('b');
  expect(itemShown(startReading, led)).toBe('b');
  expect(paperShown(choosingPaper(startReading, 'b', null, null), led, 'b')).toBe('p3');
  // What this person may not see leads nowhere.
  expect(itemLed({ ...led, ledPaper: 'unknown' })).toBe('a');
});

test('while pages are led, another paper or item releases, and the one that is led does not', () => {
  expect(choosingPaper(startReading, 'a', 'p2', 'p1').isFollowing).toBe(false);
  expect(choosingPaper(startReading, 'a', null, 'p1').isFollowing).toBe(false);
  expect(choosingPaper(startReading, 'a', 'p1', 'p1').isFollowing).toBe(true);
  expect(choosingPaper(startReading, 'a', 'p2', null).isFollowing).toBe(true);
  expect(choosingItem(startReading, 'a', 'b').isFollowing).toBe(false);
});

test('released, nothing moves: the paper that was led stays open', () => {
  const stayed = stayingHere(startReading, places('a', 'p3'));
  expect(stayed.isFollowing).toBe(false);
  expect(itemShown(stayed, places('a', 'p1'))).toBe('b');
  expect(paperShown(stayed, places('a', 'p1'), 'b')).toBe('p3');
});
