import type { Annotation } from '@hopso/shared/annotation';
import { expect, test } from 'vitest';
import { placedAt } from './placed-at.ts';

const note = (change: Partial<Annotation>): Annotation => ({
  ...{ id: 'n', paperId: 'p', version: 2, page: 1, type: 'ink', ownerId: 'an', ownerName: 'An' },
  ...{ sharing: 'private', remark: null, updatedAt: 1, actId: 'a', createdAt: 1, seq: 1 },
  body: {
    colour: 'blue',
    width: 2,
    placement: 'tray',
    points: [
      [100, 100, 0.5],
      [140, 120, 0.5],
    ],
  },
  ...change,
});

test('[N8] a note is placed with its middle where it was put, and waits no more', () => {
  expect(placedAt(note({}), 4, 320, 510)).toMatchObject({
    ...{ id: 'n', version: 2, page: 4 },
    body: {
      placement: 'moved',
      points: [
        [300, 500, 0.5],
        [340, 520, 0.5],
      ],
    },
  });
});

test('a bookmark goes to the page', () => {
  const bookmark = note({ type: 'bookmark', body: { colour: 'red', width: 2, placement: 'tray' } });
  expect(placedAt(bookmark, 3, 1, 1)).toMatchObject({ page: 3, body: { placement: 'moved' } });
});
