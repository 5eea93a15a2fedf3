import type { ListedMeeting } from '@hopso/shared/meeting';
import { expect, test } from 'vitest';
import { byDay, scheduleOf } from './my-meetings.ts';

const hour = 3_600_000;
const now = 100 * hour;

function meeting(id: string, phase: ListedMeeting['phase'], startsAt: number): ListedMeeting {
  return {
    ...{ id, phase, startsAt, title: id, kind: 'regular', gathering: 'session', place: '', hostName: '' },
    ...{ endsAt: null, startedAt: null, endedAt: null, capacity: 'member', atDesk: false },
  };
}
const ids = (meetings: readonly ListedMeeting[]) => meetings.map(({ id }) => id);

test('a running session leads, even before one that begins sooner', () => {
  const soon = meeting('soon', 'published', now + hour);
  const running = meeting('running', 'paused', now - 2 * hour);
  const { lead, upcoming } = scheduleOf([soon, running], now);
  expect(lead?.id).toBe('running');
  expect(ids(upcoming)).toEqual(['soon']);
});

test('otherwise the next published one leads; a draft or a forgotten one does not', () => {
  const forgotten = meeting('forgotten', 'published', now - 20 * hour);
  const draft = meeting('draft', 'draft', now + hour);
  const next = meeting('next', 'published', now + 30 * hour);
  const { lead, upcoming } = scheduleOf([next, draft, forgotten], now);
  expect(lead?.id).toBe('next');
  expect(ids(upcoming)).toEqual(['forgotten', 'draft']);
});

test('past sessions come latest first', () => {
  const { lead, past } = scheduleOf(
    [meeting('a', 'ended', now - 9 * hour), meeting('b', 'ended', now - 5 * hour)],
    now,
  );
  expect(lead).toBeNull();
  expect(ids(past)).toEqual(['b', 'a']);
});

test('meetings of a day stand together', () => {
  const dayOf = (instant: number) => String(Math.floor(instant / (24 * hour)));
  const days = byDay(
    [meeting('a', 'published', 0), meeting('b', 'published', hour), meeting('c', 'published', 25 * hour)],
    dayOf,
  );
  expect(days.map(({ meetings }) => ids(meetings))).toEqual([['a', 'b'], ['c']]);
});
