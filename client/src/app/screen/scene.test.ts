import type { MeetingView, OpenVoteView } from '@hopso/shared/session';
import { expect, test } from 'vitest';
import { sceneOf } from './scene.ts';

type Given = Parameters<typeof sceneOf>[0];

const vote = (id: string, itemId: string, phase: OpenVoteView['phase']) => ({
  id,
  itemId,
  phase,
  isListed: false,
});

function meeting(
  phase: MeetingView['meeting']['phase'],
  currentItemId: string | null,
  votes: readonly ReturnType<typeof vote>[] = [],
): Given {
  return {
    meeting: { phase, currentItemId },
    items: { a: { isListed: false, isSecret: false }, x: { isListed: false, isSecret: true } },
    papers: { p: { id: 'p', itemId: 'a' } },
    votes: Object.fromEntries(votes.map((one) => [one.id, one])),
    voteOrder: votes.map(({ id }) => id),
  } as unknown as Given;
}

test('before the first item the wall welcomes', () => {
  expect(sceneOf(meeting('published', null)).kind).toBe('welcome');
  expect(sceneOf(meeting('inSession', null)).kind).toBe('welcome');
});

test('a running session shows its item, a break and an end show themselves', () => {
  expect(sceneOf(meeting('inSession', 'a'))).toEqual({ kind: 'item', itemId: 'a' });
  expect(sceneOf(meeting('paused', 'a')).kind).toBe('break');
  expect(sceneOf(meeting('ended', 'a')).kind).toBe('ended');
});

test('a vote on the current item takes the wall, its last round first', () => {
  const first = vote('1', 'a', 'published');
  expect(sceneOf(meeting('inSession', 'a', [first])).kind).toBe('result');
  expect(sceneOf(meeting('inSession', 'a', [first, vote('2', 'a', 'open')])).kind).toBe('voteOpen');
  expect(sceneOf(meeting('inSession', 'a', [vote('2', 'a', 'closed')])).kind).toBe('voteClosed');
});

test('the result of another item gives way to the item', () => {
  expect(sceneOf(meeting('inSession', 'b', [vote('1', 'a', 'published')])).kind).toBe('item');
});

test('a page that is led to takes the place of its item, but of no vote, break or unknown paper', () => {
  const place = { paper: 'p', version: 1, page: 7, y: null };
  expect(sceneOf(meeting('inSession', 'a'), place)).toMatchObject({ kind: 'paper', place });
  expect(sceneOf(meeting('inSession', 'a'), { ...place, paper: 'q' }).kind).toBe('item');
  expect(sceneOf(meeting('paused', 'a'), place).kind).toBe('break');
  expect(sceneOf(meeting('inSession', 'a', [vote('1', 'a', 'open')]), place).kind).toBe('voteOpen');
});

test('of a secret item nothing is shown, whoever leads; a break and the end show themselves', () => {
  const place = { paper: 'p', version: 1, page: 7, y: null };
  expect(sceneOf(meeting('inSession', 'x'))).toEqual({ kind: 'blank' });
  expect(sceneOf(meeting('inSession', 'x'), place)).toEqual({ kind: 'blank' });
  expect(sceneOf(meeting('paused', 'x'), place).kind).toBe('break');
  expect(sceneOf(meeting('ended', 'x')).kind).toBe('ended');
});
