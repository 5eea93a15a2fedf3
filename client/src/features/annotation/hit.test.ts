import type { Annotation, AnnotationBody } from '@hopso/shared/annotation';
import { expect, test } from 'vitest';
import { boundsOf, isHit } from './hit.ts';

const note = (type: Annotation['type'], body: Partial<AnnotationBody>): Annotation => ({
  id: 'note',
  paperId: 'paper',
  version: 1,
  page: 1,
  type,
  ownerId: 'me',
  ownerName: 'Me',
  sharing: 'private',
  body: { colour: 'blue', width: 2, ...body },
  updatedAt: 1,
  actId: 'act',
  createdAt: 1,
  seq: 1,
  remark: null,
});

test('a stroke is hit on its line, between its points too, and not inside its curve', () => {
  const corner = note('ink', {
    points: [
      [100, 100, 0.5],
      [200, 100, 0.5],
      [200, 200, 0.5],
    ],
  });
  expect(isHit(corner, 150, 103, 4)).toBe(true);
  expect(isHit(corner, 150, 110, 4)).toBe(false);
  expect(isHit(corner, 140, 160, 4)).toBe(false);
  expect(isHit(note('ink', { points: [[100, 100, 0.5]] }), 102, 102, 4)).toBe(true);
});

test('a highlight is hit on its lines, not between them', () => {
  const lines = note('highlight', {
    boxes: [
      [100, 700, 300, 712],
      [100, 640, 200, 652],
    ],
  });
  expect(isHit(lines, 290, 706, 4)).toBe(true);
  expect(isHit(lines, 290, 646, 4)).toBe(false);
  expect(isHit(lines, 150, 676, 4)).toBe(false);
});

test('a bookmark has no place on the page, and what was deleted is not hit', () => {
  expect(boundsOf({ colour: 'red', width: 1 })).toBeNull();
  expect(isHit(note('bookmark', {}), 0, 0, 1_000)).toBe(false);
  expect(isHit({ ...note('note', { rect: [5, 5, 5, 5] }), body: null }, 5, 5, 10)).toBe(false);
  expect(isHit(note('note', { rect: [5, 5, 5, 5] }), 9, 9, 10)).toBe(true);
});
