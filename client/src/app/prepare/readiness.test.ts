import type { MeetingView } from '@hopso/shared/session';
import { expect, test } from 'vitest';
import { readinessOf } from './readiness.ts';

const empty = { items: {}, itemOrder: [], papers: {}, participants: {} } as unknown as MeetingView;

test('an empty preparation says everything that blocks it', () => {
  expect(readinessOf(empty).blocking).toEqual([
    'meeting/no-items',
    'meeting/no-participants',
    'meeting/no-chair',
  ]);
});

test('papers are asked for where there is something to read, not for headings and procedure', () => {
  const item = (number: string, changes: object) => ({
    ...{
      id: number,
      number,
      isListed: false,
      parentId: null,
      children: [],
      kind: 'decision',
      state: 'pending',
    },
    ...{ paperOrder: [] },
    ...changes,
  });
  const view = {
    ...empty,
    items: {
      '1': item('1', { kind: 'procedure' }),
      '2': item('2', { children: ['2.1'] }),
      '2.1': item('2.1', { parentId: '2', paperOrder: ['p'] }),
      '3': item('3', {}),
    },
    itemOrder: ['1', '2', '3'],
    papers: { p: { pages: 12 } },
    participants: { a: { capacity: 'chair', hasSeat: true }, b: { capacity: 'guest', hasSeat: false } },
  } as unknown as MeetingView;
  expect(readinessOf(view)).toMatchObject({
    items: 4,
    papers: 1,
    pages: 12,
    members: 1,
    withoutPapers: ['3'],
    blocking: [],
  });
});
