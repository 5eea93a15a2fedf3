import type { AttendanceStatus, Capacity } from '@hopso/shared/attendance';
import type { ParticipantView } from '@hopso/shared/session';
import { expect, test } from 'vitest';
import { attendanceFigures } from './attendance-figures.ts';

function people(
  ...list: ReadonlyArray<readonly [name: string, capacity: Capacity, status?: AttendanceStatus]>
) {
  const participants = Object.fromEntries(
    list.map(([name, capacity, status]) => {
      const card = { personId: name, name, post: '', unit: '', capacity, isChairSeat: capacity === 'chair' };
      const hasSeat = capacity === 'chair' || capacity === 'member';
      const person: ParticipantView = { ...card, hasSeat, ...(status && { status }) };
      return [name, person];
    }),
  );
  return { participants, participantOrder: Object.keys(participants) };
}

test('who left before the end had come', () => {
  const figures = attendanceFigures(
    people(
      ['An', 'chair', 'room'],
      ['Bình', 'member', 'left'],
      ['Chi', 'member', 'excused'],
      ['Dung', 'member', 'unknown'],
      ['Em', 'substitute', 'online'],
      ['Giang', 'guest', 'room'],
    ),
  );
  expect(figures).toEqual({
    members: 4,
    attended: 2,
    absentNames: ['Chi', 'Dung'],
    substitutes: 1,
    leftNames: ['Bình'],
  });
});

test('a guest is told nothing of who came', () => {
  expect(attendanceFigures(people(['An', 'chair'], ['Bình', 'guest']))).toBeNull();
});
