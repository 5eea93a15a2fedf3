import { type AnnotationAct, annotationLimits } from '@hopso/shared/annotation';
import { expect, test } from 'vitest';
import { actIdAt } from './act-stamp.ts';
import { batchesOf } from './batches.ts';

const act = (at: number, points: number): AnnotationAct => ({
  ...{
    actId: actIdAt(at),
    id: actIdAt(at),
    paperId: 'p',
    version: 1,
    page: 1,
    type: 'ink',
    sharing: 'private',
  },
  ...{
    at,
    body: { colour: 'blue', width: 1, points: Array.from({ length: points }, () => [1.25, 2.5, 0.5]) },
  },
});

test('acts keep their order, a hundred at most in one message', () => {
  const acts = Array.from({ length: 250 }, (_, at) => act(at, 2));
  const batches = batchesOf(acts);
  expect(batches.map(({ length }) => length)).toEqual([100, 100, 50]);
  expect(batches.flat()).toEqual(acts);
});

test('a message stays below what the server takes, and the largest stroke fits into one', () => {
  const acts = Array.from({ length: 12 }, (_, at) => act(at, annotationLimits.points));
  const batches = batchesOf(acts);
  expect(batches.flat()).toEqual(acts);
  for (const batch of batches) expect(JSON.stringify({ acts: batch }).length).toBeLessThan(256 * 1024);
  expect(batchesOf([])).toEqual([]);
});
