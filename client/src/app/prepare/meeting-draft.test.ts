import type { MeetingHeader } from '@hopso/shared/session';
import { expect, test } from 'vitest';
import {
  changesOfMeeting,
  draftOfMeeting,
  emptyMeetingDraft,
  infoOf,
  meetingFaults,
} from './meeting-draft.ts';

const meeting = {
  title: 'Phiên họp tháng 5',
  kind: 'regular',
  form: 'hybrid',
  place: 'Phòng họp số 1',
  startsAt: 1_000,
  endsAt: null,
  sites: ['Đức Hòa'],
} as unknown as MeetingHeader;

test('title, place and time are needed, and the end comes after the start', () => {
  expect(meetingFaults(emptyMeetingDraft)).toEqual(['title', 'place', 'startsAt']);
  expect(meetingFaults({ ...draftOfMeeting(meeting), endsAt: 1_000 })).toEqual(['endsAt']);
  expect(infoOf(emptyMeetingDraft)).toBeNull();
});

test('sites are lines, named once, and none in a meeting held in one room', () => {
  const draft = { ...draftOfMeeting(meeting), sites: ' Đức Hòa \n\nBến Lức\nĐức Hòa' };
  expect(infoOf(draft)?.sites).toEqual(['Đức Hòa', 'Bến Lức']);
  expect(infoOf({ ...draft, form: 'inPerson' })?.sites).toEqual([]);
});

test('only what was changed is sent', () => {
  const draft = draftOfMeeting(meeting);
  const info = infoOf({ ...draft, place: 'Phòng họp số 2' });
  expect(info && changesOfMeeting(meeting, info)).toEqual({ place: 'Phòng họp số 2' });
  const same = infoOf(draft);
  expect(same && changesOfMeeting(meeting, same)).toEqual({});
});
