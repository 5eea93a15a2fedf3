import type { ParticipantView } from '@hopso/shared/session';
import { expect, test } from 'vitest';
import { attendanceStatement, matches, rosterRows } from './roster.ts';

const person = (personId: string, name: string, changes: Partial<ParticipantView> = {}): ParticipantView => ({
  personId,
  name,
  post: 'Giám đốc',
  unit: 'Sở Tài chính',
  capacity: 'member',
  hasSeat: true,
  isChairSeat: false,
  status: 'unknown',
  ...changes,
});
const peopleOf = (...list: ParticipantView[]) => ({
  participants: Object.fromEntries(list.map((one) => [one.personId, one])),
  participantOrder: list.map(({ personId }) => personId),
});
const people = peopleOf(
  person('a', 'Đặng Thị Hường', { status: 'room' }),
  person('b', 'Nguyễn Văn Đức', { status: 'excused', unit: 'Sở Y tế' }),
  person('c', 'Trần Thị Mai', { status: 'left' }),
  person('d', 'Lê Văn An', { hasSeat: false, capacity: 'substitute', status: 'room' }),
  person('e', 'Phạm Duy', { hasSeat: false, capacity: 'guest', status: 'room' }),
);

test('a name is found without its marks, by the beginning of any of its words', () => {
  const huong = person('a', 'Đặng Thị Hường');
  for (const typed of ['dang', 'HUONG', 'đặng h', 'so tai', 'huong giam'])
    expect(matches(huong, typed)).toBe(true);
  for (const typed of ['ang', 'duong', 'dang y']) expect(matches(huong, typed)).toBe(false);
});

test('the filters show all, the members, and the members who are not here', () => {
  const ids = (filter: 'all' | 'members' | 'missing') =>
    rosterRows(people, filter, '').map((p) => p.personId);
  expect(ids('all')).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(ids('members')).toEqual(['a', 'b', 'c']);
  expect(ids('missing')).toEqual(['b', 'c']);
});

test('the statement counts members in their own right; substitutes stand apart', () => {
  expect(attendanceStatement(people)).toEqual({
    members: 3,
    present: 1,
    absentNames: ['Nguyễn Văn Đức'],
    leftNames: ['Trần Thị Mai'],
    substitutes: 1,
  });
});
