import type { ListedItemView } from '@hopso/shared/session';
import { expect, test } from 'vitest';
import { placementsOf } from './placement.ts';

const item = (id: string, parentId: string | null = null, children: string[] = []): ListedItemView => ({
  id,
  isListed: true,
  number: id,
  parentId,
  children,
});
const agenda = {
  items: {
    a: item('a'),
    b: item('b', null, ['b1', 'b2']),
    b1: item('b1', 'b'),
    b2: item('b2', 'b'),
    c: item('c'),
  },
  itemOrder: ['a', 'b', 'c'],
};

test('the first item goes down only, the last one up only', () => {
  expect(placementsOf(agenda, agenda.items.a)).toMatchObject({
    up: null,
    down: { parentId: null, before: 'c' },
    indent: null,
  });
  expect(placementsOf(agenda, agenda.items.c)).toMatchObject({
    up: { parentId: null, before: 'b' },
    down: null,
  });
});

test('an item becomes the last part of the one before it', () => {
  expect(placementsOf(agenda, agenda.items.c).indent).toEqual({ parentId: 'b', before: null });
});

test('an item with parts stays on the upper level', () => {
  expect(placementsOf(agenda, agenda.items.b).indent).toBeNull();
});

test('a part comes out right after the item it was part of', () => {
  expect(placementsOf(agenda, agenda.items.b1)).toEqual({
    up: null,
    down: { parentId: 'b', before: null },
    indent: null,
    outdent: { parentId: null, before: 'c' },
  });
});
