import { describe, expect, test } from 'vitest';
import {
  actor,
  arrived,
  card,
  cast,
  closed,
  committee,
  info,
  inSession,
  MINUTE,
  members,
  others,
  participant,
  participantsOf,
  profile,
  published,
  resultPublished,
  START,
  started,
  voting,
} from '../session/fixtures.ts';
import { after, given } from '../session/spec.ts';
import type { SessionEvent } from '../session/state.ts';
import { type AttendanceStatus, type Capacity, capacities, presentHolders, quorumOf } from './attendance.ts';

const prepared: SessionEvent = { type: 'MeetingPrepared', info: info() };
const office = actor('office');
const persons = Object.fromEntries(['m1', 'm2', 'x', 'y', 'sub2'].map((id) => [id, card(id)]));
const record = (
  person: string,
  from: AttendanceStatus,
  to: Exclude<AttendanceStatus, 'left'>,
  site?: string,
) => ({ type: 'RecordAttendance', person, from, to, ...(site === undefined ? {} : { site }) }) as const;
const recorded = (person: string, status: Exclude<AttendanceStatus, 'left'>): SessionEvent => ({
  type: 'AttendanceRecorded',
  person,
  status,
  site: null,
});
const left = (person: string): SessionEvent => ({ type: 'ParticipantLeft', person });
const ended: SessionEvent = { type: 'MeetingEnded' };

describe('who takes part', () => {
  const add = (...participants: { personId: string; capacity: Capacity; substitutesFor?: string }[]) =>
    ({ type: 'AddParticipants', participants }) as const;

  test('[T1] each in one capacity, with the card of that day and their seat', () => {
    given(prepared)
      .when(office, add({ personId: 'm1', capacity: 'chair' }, { personId: 'x', capacity: 'guest' }), {
        facts: { persons, seats: committee(3) },
      })
      .then([
        {
          type: 'ParticipantsAdded',
          participants: [
            participant('m1', { capacity: 'chair', seatId: 'seat-1' }),
            participant('x', { capacity: 'guest' }),
          ],
        },
      ]);
  });

  test('[T1] who is listed already is not listed again', () => {
    given(published())
      .when('clerk', add({ personId: 'm1', capacity: 'guest' }), { facts: { persons } })
      .then([]);
  });

  test('[T1] who is named twice in one order is listed once, as named first', () => {
    given(published())
      .when('clerk', add({ personId: 'x', capacity: 'guest' }, { personId: 'x', capacity: 'secretary' }), {
        facts: { persons },
      })
      .then([{ type: 'ParticipantsAdded', participants: [participant('x', { capacity: 'guest' })] }]);
  });

  test('[T1] somebody nobody knows is not listed, whatever the id spells', () => {
    const { when } = given(published());
    for (const personId of ['nobody', '__proto__', 'constructor', 'toString'])
      when('clerk', add({ personId, capacity: 'guest' }), { facts: { persons } }).refused(
        'participant/unknown',
      );
  });

  test('[T1] a substitute comes for somebody who is listed, and takes no seat', () => {
    const { when } = given(published());
    const facts = { persons };
    when('clerk', add({ personId: 'sub2', capacity: 'substitute' }), { facts }).refused(
      'attendance/substitute-for-whom',
    );
    when('clerk', add({ personId: 'sub2', capacity: 'substitute', substitutesFor: 'y' }), { facts }).refused(
      'participant/unknown',
    );
    const oneself = { personId: 'sub2', capacity: 'substitute', substitutesFor: 'sub2' } as const;
    when('clerk', add(oneself), { facts }).refused('participant/unknown');
    const substitute = participant('sub2', { capacity: 'substitute', substitutesFor: 'm3' });
    when('clerk', add({ personId: 'sub2', capacity: 'substitute', substitutesFor: 'm3' }), { facts }).then([
      { type: 'ParticipantsAdded', participants: [substitute] },
    ]);
  });

  test('[T1] the committee comes with its seats, the holder of the Chair presiding', () => {
    const participants = [
      participant('m1', { capacity: 'chair', seatId: 'seat-1' }),
      participant('m2', { seatId: 'seat-2' }),
    ];
    const facts = { seats: committee(2) };
    given(prepared)
      .when(office, { type: 'AddCommittee' }, { facts })
      .then([{ type: 'ParticipantsAdded', participants }]);
    const other: SessionEvent = {
      type: 'ParticipantsAdded',
      participants: [participant('m2', { capacity: 'chair', seatId: 'seat-2' })],
    };
    given(prepared, other)
      .when(office, { type: 'AddCommittee' }, { facts })
      .then([{ type: 'ParticipantsAdded', participants: [participant('m1', { seatId: 'seat-1' })] }]);
    given(prepared, { type: 'ParticipantsAdded', participants })
      .when(office, { type: 'AddCommittee' }, { facts })
      .then([]);
  });

  test('[T1] a capacity changes from the one that was seen', () => {
    const change = (from: Capacity, to: Capacity) =>
      ({ type: 'ChangeCapacity', person: 'm5', from, to }) as const;
    const { when } = given(published());
    when('clerk', change('member', 'guest')).then([
      { type: 'CapacityChanged', person: 'm5', from: 'member', to: 'guest' },
    ]);
    when('clerk', change('guest', 'member')).stale({ capacity: 'member' });
    when('clerk', change('member', 'member')).then([]);
    when('clerk', change('member', 'substitute')).refused('attendance/substitute-for-whom');
  });

  test('[T1] who presides stays in a capacity that can', () => {
    const change = (to: Capacity) => ({ type: 'ChangeCapacity', person: 'm1', from: 'chair', to }) as const;
    const { when } = given(published());
    when('clerk', change('guest')).refused('participant/presiding');
    expect(when('clerk', change('member')).result.ok).toBe(true);
  });

  test('[T7] who has not taken part can leave the list, who has stays', () => {
    const remove = (person: string) => ({ type: 'RemoveParticipant', person }) as const;
    const { when } = given(published(), ...arrived('m3'), ...arrived('m4'), recorded('m4', 'excused'));
    when('clerk', remove('m5')).then([{ type: 'ParticipantRemoved', person: 'm5' }]);
    when('clerk', remove('m3')).refused('participant/has-taken-part');
    when('clerk', remove('m1')).refused('participant/presiding');
    when('clerk', remove('nobody')).refused('participant/unknown');
    expect(when('clerk', remove('m4')).result.ok).toBe(true);
  });

  test('[T7] who presided the session stays, who handed over before it began can leave', () => {
    const remove = { type: 'RemoveParticipant', person: 'm1' } as const;
    const handedOver: SessionEvent = { type: 'ChairHandedOver', from: 'm1', to: 'm2' };
    const begun = started(committee(22), 15);
    given(published(), begun, ...after(MINUTE, handedOver))
      .when('clerk', remove)
      .refused('participant/has-taken-part');
    expect(given(published(), handedOver, begun).when('clerk', remove).result.ok).toBe(true);
  });
});

describe('the quorum', () => {
  const needed = (n: number) => {
    const seats = committee(n);
    const { attendance } = given(published({ seats, participants: participantsOf(seats) })).state;
    return quorumOf(attendance, seats, profile)?.needed;
  };

  test('[T2] two thirds of all seats filled that day, rounded up', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 17, 21, 22, 23].map(needed)).toEqual([1, 2, 2, 3, 4, 4, 5, 12, 14, 15, 16]);
  });

  test('[T2] the smallest number that is not below two thirds, for any committee', () => {
    for (let n = 1; n <= 200; n++) {
      const k = needed(n) ?? 0;
      expect(3 * k >= 2 * n && 3 * (k - 1) < 2 * n, `of ${n}`).toBe(true);
    }
  });

  test('[T2] nobody of nobody is no quorum', () => {
    expect(needed(0)).toBe(1);
  });

  test.each(capacities)('[T3] a seat holder listed as %s', (capacity) => {
    const seats = committee(1);
    const listed = [participant('m1', { capacity, seatId: 'seat-1' }), ...others];
    const { attendance } = given(published({ seats, participants: listed }), ...arrived('m1')).state;
    const counts = presentHolders(attendance, seats, profile).length === 1;
    expect(counts).toBe(['chair', 'secretary', 'member'].includes(capacity));
  });

  test('[T3] neither substitutes nor guests nor the secretary without a seat count', () => {
    const { attendance, meeting } = given(
      published(),
      ...arrived('m1', 'sub', 'guest', 'clerk', 'presenter', 'observer'),
    ).state;
    expect(quorumOf(attendance, meeting.seats, profile)).toMatchObject({
      present: 1,
      needed: 15,
      isMet: false,
    });
  });

  test.each([
    [true, 2],
    [false, 1],
  ])('[T3] who takes part from afar counts as the profile says: %s', (remoteCountsForQuorum, expected) => {
    const { attendance, meeting } = given(published(), ...arrived('m1'), recorded('m2', 'online')).state;
    const rules = { ...profile, remoteCountsForQuorum };
    expect(presentHolders(attendance, meeting.seats, rules)).toHaveLength(expected);
  });

  test('[T3] who left no longer counts, who returned does', () => {
    const present = (...events: readonly SessionEvent[]) => {
      const { attendance, meeting } = given(...inSession(), ...events).state;
      return presentHolders(attendance, meeting.seats, profile).length;
    };
    expect(present(left('m2'))).toBe(21);
    expect(present(left('m2'), { type: 'ParticipantReturned', person: 'm2', mode: 'room' })).toBe(22);
  });
});

describe('checking in', () => {
  const checkIn = { type: 'CheckIn', mode: 'room', hallCode: '123456' } as const;
  const valid = { facts: { hallCodeValid: true } };

  test("[T4] presence in the room needs the hall's code", () => {
    const { when } = given(published());
    when('m2', checkIn, valid).then(arrived('m2'));
    when('m2', checkIn, { facts: { hallCodeValid: false } }).refused('attendance/hall-code-wrong');
    when('m2', { type: 'CheckIn', mode: 'room' }).refused('attendance/hall-code-needed');
    expect(when('m2', { type: 'CheckIn', mode: 'online' }).result.ok).toBe(true);
  });

  test('[T4] a site is one of the meeting; the one a person was listed for stands unless they name another', () => {
    const listed = participantsOf(committee(22)).map((p) =>
      p.personId === 'm3' ? { ...p, site: 'Tân An' } : p,
    );
    const { when } = given(published({ participants: listed }));
    const atSite = (site: string | null): SessionEvent => ({
      type: 'CheckedIn',
      person: 'm3',
      mode: 'site',
      site,
    });
    when('m2', { type: 'CheckIn', mode: 'site' }).refused('attendance/site-unknown');
    when('m2', { type: 'CheckIn', mode: 'site', site: 'Hà Nội' }).refused('attendance/site-unknown');
    when('m3', { type: 'CheckIn', mode: 'site' }).then([atSite('Tân An')]);
    when('m3', { type: 'CheckIn', mode: 'site', site: 'Bến Lức' }).then([atSite('Bến Lức')]);
    when('clerk', record('m2', 'unknown', 'site', 'Hà Nội')).refused('attendance/site-unknown');
  });

  test('[T4] saying the same twice changes nothing', () => {
    const listed = participantsOf(committee(22)).map((p) => ({ ...p, site: 'Tân An' }));
    given(published({ participants: listed }), ...arrived('m2'))
      .when('m2', checkIn, valid)
      .then([]);
  });

  test('[T6] from one hour before the announced start until the end', () => {
    const opensAt = START - 60 * MINUTE;
    const { when } = given(published());
    when('m2', checkIn, { ...valid, now: opensAt - 1 }).refused('attendance/too-early', { opensAt });
    expect(when('m2', checkIn, { ...valid, now: opensAt }).result.ok).toBe(true);
    const paused: SessionEvent = { type: 'MeetingPaused' };
    expect(given(...inSession({ present: 15 }), paused).when('m20', checkIn, valid).result.ok).toBe(true);
    given(...inSession(), ended)
      .when('m2', checkIn, valid)
      .refused('meeting/ended');
    given(published(), { type: 'MeetingPostponed', reason: 'x', startsAt: null })
      .when('m2', checkIn, valid)
      .refused('meeting/postponed');
  });

  test('[T5] whoever first arrives after the opening is late, and only they', () => {
    const { participants } = given(
      ...inSession({ present: 15 }),
      ...after(5 * MINUTE, ...arrived('m16'), left('m1')),
      ...after(9 * MINUTE, ...arrived('m1')),
    ).state.attendance;
    expect(participants.get('m16')).toMatchObject({ isLate: true, arrivedAt: START + 5 * MINUTE });
    expect(participants.get('m1')).toMatchObject({ isLate: false, arrivedAt: START, leftAt: null });
  });

  test('[T5] leaving and returning keep their times', () => {
    const leaving = [...inSession(), ...after(5 * MINUTE, left('m2'))];
    expect(given(...leaving).state.attendance.participants.get('m2')).toMatchObject({
      status: 'left',
      leftAt: START + 5 * MINUTE,
      arrivedAt: START,
    });
    const { when } = given(...leaving);
    when('clerk', { type: 'RecordReturned', person: 'm2', mode: 'room' }).then([
      { type: 'ParticipantReturned', person: 'm2', mode: 'room' },
    ]);
    when('clerk', { type: 'RecordReturned', person: 'm3', mode: 'room' }).refused('attendance/not-left');
    when('clerk', { type: 'RecordReturned', person: 'm2', mode: 'site' }).refused('attendance/site-unknown');
    when('clerk', { type: 'RecordLeft', person: 'm2' }).refused('attendance/not-present');
    when('clerk', { type: 'RecordLeft', person: 'm3' }).then([left('m3')]);
  });
});

describe("the desk's entries", () => {
  test('[T4] the secretary enters who is there, from what was seen', () => {
    const { when } = given(published());
    when('clerk', record('m2', 'unknown', 'room')).then([recorded('m2', 'room')]);
    when('clerk', record('m2', 'room', 'excused')).stale({ status: 'unknown' });
    when('clerk', record('nobody', 'unknown', 'room')).refused('participant/unknown');
  });

  test('[T5] a correction to absent takes back the arrival', () => {
    const { participants } = given(published(), ...arrived('m2'), recorded('m2', 'unexcused')).state
      .attendance;
    expect(participants.get('m2')).toMatchObject({ status: 'unexcused', arrivedAt: null, isLate: false });
  });

  test('[T6] a preparation has nobody present, and the end closes the roll', () => {
    given(prepared, { type: 'ParticipantsAdded', participants: others })
      .when('clerk', record('guest', 'unknown', 'room'))
      .refused('meeting/not-published');
    const { when } = given(...inSession(), ended);
    when('clerk', record('m2', 'room', 'excused')).refused('meeting/ended');
    when('clerk', { type: 'RecordLeft', person: 'm2' }).refused('meeting/ended');
    when('clerk', { type: 'RecordReturned', person: 'm2', mode: 'room' }).refused('meeting/ended');
  });

  test('[T7] who was an elector was there, also after the vote', () => {
    const done = [...voting(15), cast('m2', 'approve'), closed(members(15)), resultPublished()];
    const { when } = given(...done);
    when('clerk', record('m2', 'room', 'unexcused')).refused('participant/has-taken-part');
    expect(when('clerk', record('m2', 'room', 'online')).result.ok).toBe(true);
    expect(when('clerk', { type: 'RecordLeft', person: 'm2' }).result.ok).toBe(true);
    expect(given(...done, ...arrived('m20')).when('clerk', record('m20', 'room', 'excused')).result.ok).toBe(
      true,
    );
  });

  test('[T8] during a vote neither presence nor capacity of an elector is taken back', () => {
    const { when } = given(...voting(15), ...arrived('m20'));
    when('clerk', record('m2', 'room', 'excused')).refused('meeting/vote-open');
    when('clerk', { type: 'RecordLeft', person: 'm2' }).refused('meeting/vote-open');
    when('clerk', { type: 'ChangeCapacity', person: 'm2', from: 'member', to: 'guest' }).refused(
      'meeting/vote-open',
    );
    when('clerk', { type: 'RemoveParticipant', person: 'm2' }).refused('participant/has-taken-part');
    when('clerk', { type: 'RecordLeft', person: 'm20' }).then([left('m20')]);
  });

  test('[T9] a postponement takes back every arrival: who came on that day has not come on the next', () => {
    const { attendance } = given(
      published(),
      ...arrived(...members(14)),
      { type: 'MeetingPostponed', reason: 'Thiếu thành viên', startsAt: START + 60 * 24 * MINUTE },
      ...arrived('m15'),
    ).state;
    expect(presentHolders(attendance, committee(22), profile).map(({ personId }) => personId)).toEqual([
      'm15',
    ]);
    expect(attendance.participants.get('m1')).toMatchObject({ status: 'unknown', arrivedAt: null });
  });
});

describe('invitations and devices', () => {
  const answer = (to: 'accepted' | 'declined', reason: string | null) =>
    ({ type: 'AnswerInvitation', answer: to, reason }) as const;

  test('[T1] everybody answers for themself; declining gives a reason', () => {
    const { when } = given(published());
    when('m4', answer('accepted', null)).then([
      { type: 'InvitationAnswered', person: 'm4', answer: 'accepted', reason: null },
    ]);
    when('m4', answer('declined', null)).refused('attendance/reason-needed');
    given(...inSession())
      .when('m4', answer('declined', 'Đi công tác'))
      .refused('attendance/answer-closed');
  });

  test('[T10] joining on a device is recorded once, while there is something to take part in', () => {
    const join = { type: 'JoinOnDevice', device: 'iPad' } as const;
    const joined: SessionEvent = { type: 'JoinedOnDevice', person: 'm2', device: 'iPad' };
    given(published()).when('m2', join).then([joined]);
    given(published(), joined).when('m2', join).then([]);
    given(...inSession(), ended)
      .when('m2', join)
      .then([]);
    given(prepared, { type: 'ParticipantsAdded', participants: others }).when('clerk', join).then([]);
  });
});
