import { describe, expect, test } from 'vitest';
import { dayOf } from '#organisation';
import {
  actor,
  arrived,
  card,
  cast,
  closed,
  committee,
  info,
  inSession,
  item,
  itemContent,
  MINUTE,
  members,
  movedTo,
  others,
  participant,
  participantsOf,
  profile,
  published,
  resultPublished,
  START,
  started,
  votingOpened,
} from '../session/fixtures.ts';
import { after, given } from '../session/spec.ts';
import type { SessionEvent } from '../session/state.ts';
import { newMeetingSchema } from './commands.ts';
import { committeeProfiles, discussionProfile, profileOn } from './profile.ts';

const prepared: SessionEvent = { type: 'MeetingPrepared', info: info() };
const people: SessionEvent = { type: 'ParticipantsAdded', participants: participantsOf(committee(22)) };
const added: SessionEvent = { type: 'ItemAdded', item: item('i1'), before: null, consent: null };
const facts = { seats: committee(22), profile };
const paused: SessionEvent = { type: 'MeetingPaused' };
const ended: SessionEvent = { type: 'MeetingEnded' };
const postponedOpen: SessionEvent = { type: 'MeetingPostponed', reason: 'Bão', startsAt: null };
const discussion = { profile: discussionProfile, info: info({ kind: 'briefing' }) };

describe('from phase to phase', () => {
  const histories = {
    draft: [prepared, people, added],
    published: [published({ size: 3 }), ...arrived('m1', 'm2', 'm3')],
    inSession: inSession({ size: 3 }),
    paused: [...inSession({ size: 3 }), paused],
    ended: [...inSession({ size: 3 }), ended],
    postponed: [published({ size: 3 }), postponedOpen],
  };
  const steps = [
    { type: 'PublishMeeting' },
    { type: 'StartMeeting' },
    { type: 'PauseMeeting' },
    { type: 'ResumeMeeting' },
    { type: 'EndMeeting' },
    { type: 'PostponeMeeting', reason: 'Bão', startsAt: null },
  ] as const;
  const lawful: { readonly [phase in keyof typeof histories]: readonly string[] } = {
    draft: ['PublishMeeting'],
    published: ['StartMeeting', 'PostponeMeeting'],
    inSession: ['PauseMeeting', 'EndMeeting'],
    paused: ['ResumeMeeting', 'EndMeeting'],
    ended: [],
    postponed: ['PostponeMeeting'],
  };

  test.each(Object.keys(histories) as (keyof typeof histories)[])('[M1] from %s', (phase) => {
    const { when, state } = given(...histories[phase]);
    expect(state.meeting.phase).toBe(phase);
    const taken = steps
      .filter((step) => when('clerk', step, { facts: { seats: committee(3), profile } }).result.ok)
      .map(({ type }) => type);
    expect(taken).toEqual(lawful[phase]);
  });

  test('[M1] a refused start says what stands in its way', () => {
    const code = {
      draft: 'not-published',
      inSession: 'already-started',
      ended: 'ended',
      postponed: 'postponed',
    };
    for (const phase of Object.keys(code) as (keyof typeof code)[])
      given(...histories[phase])
        .when('clerk', { type: 'StartMeeting' })
        .refused(`meeting/${code[phase]}`);
  });

  test('[M1] a postponed meeting is announced again by a new time, as long as it was', () => {
    const startsAt = START + 7 * 24 * 60 * MINUTE;
    const { when } = given(published(), postponedOpen);
    const again = { type: 'PostponeMeeting', reason: 'Đã có ngày', startsAt } as const;
    when('clerk', again).then([{ type: 'MeetingPostponed', reason: 'Đã có ngày', startsAt }]);
    const { meeting } = given(published(), { ...again, type: 'MeetingPostponed' }).state;
    expect(meeting).toMatchObject({ phase: 'published', postponed: { reason: 'Đã có ngày', startsAt } });
    expect(meeting.info).toMatchObject({ startsAt, endsAt: startsAt + 240 * MINUTE });
  });

  test('[M1] a postponed meeting does not get its time by editing', () => {
    const { when, state } = given(published(), postponedOpen);
    const { rev } = state.meeting;
    when('clerk', { type: 'EditMeeting', rev, changes: { startsAt: START + MINUTE } }).refused(
      'meeting/postponed',
    );
  });

  test('[M1] breaks are counted out of the meeting', () => {
    const { meeting } = given(
      ...inSession(),
      ...after(10 * MINUTE, paused),
      ...after(25 * MINUTE, { type: 'MeetingResumed' }),
      ...after(60 * MINUTE, paused),
      ...after(65 * MINUTE, ended),
    ).state;
    expect(meeting).toMatchObject({
      pausedMs: 20 * MINUTE,
      pausedAt: null,
      endedAt: START + 65 * MINUTE,
      breaks: [
        { from: START + 10 * MINUTE, to: START + 25 * MINUTE },
        { from: START + 60 * MINUTE, to: START + 65 * MINUTE },
      ],
    });
  });

  test('[M6] the quorum of the opening stays, whatever comes after; a discussion has none', () => {
    const converted: SessionEvent = { type: 'ConvertedToDiscussion', reason: 'Thiếu', present: 1, needed: 2 };
    const opening = { present: 3, needed: 2, total: 3 };
    const open: SessionEvent = started(committee(3), 3);
    expect(given(published({ size: 3 }), open, converted).state.meeting).toMatchObject({ opening });
    expect(given(published({ size: 3 }), converted, open).state.meeting.opening).toBeNull();
    expect(
      given(published({ size: 3 }), { ...open, needed: null } as SessionEvent).state.meeting.opening,
    ).toBeNull();
  });
});

describe('publication', () => {
  const publish = { type: 'PublishMeeting' } as const;

  test('[M2] publishes what was prepared, with its chair', () => {
    const { result } = given(prepared, people, added).when('clerk', publish, { facts });
    expect(result.ok && result.value).toEqual([
      {
        type: 'MeetingPublished',
        info: info(),
        profile,
        seats: committee(22),
        presidingId: 'm1',
        items: [item('i1')],
        participants: participantsOf(committee(22)),
        papers: [],
      },
    ]);
  });

  test('[M5] not with rules or seats looked up for another kind, body or day: an edit came in between', () => {
    const { kind, hostUnitId, startsAt } = info();
    const announced = { kind, hostUnitId, startsAt };
    const draft = given(prepared, people, added);
    expect(draft.when('clerk', publish, { facts: { ...facts, announced } }).result.ok).toBe(true);
    for (const seen of [{ startsAt: startsAt - 1 }, { hostUnitId: 'u9' }, { kind: 'briefing' as const }])
      draft
        .when('clerk', publish, { facts: { ...facts, announced: { ...announced, ...seen } } })
        .refused('stale');
  });

  test('[M2] not without items, participants or a chair', () => {
    const withoutChair: SessionEvent = { type: 'ParticipantsAdded', participants: others };
    given(prepared, people).when('clerk', publish, { facts }).refused('meeting/no-items');
    given(prepared, added).when(actor('office'), publish, { facts }).refused('meeting/no-participants');
    given(prepared, added, withoutChair).when('clerk', publish, { facts }).refused('meeting/no-chair');
  });

  test('[M2] not with an item whose list names nobody who takes part', () => {
    const listed: SessionEvent = {
      type: 'ItemAdded',
      item: item('i2', { openTo: ['office', 'gone'] }),
      before: null,
      consent: null,
    };
    given(prepared, people, added, listed)
      .when('clerk', publish, { facts })
      .refused('agenda/list-names-nobody', { item: 'i2' });
  });

  test('[M2] a committee session needs filled seats, another meeting does not', () => {
    const history = [prepared, people, added];
    given(...history)
      .when('clerk', publish, { facts: { seats: [], profile } })
      .refused('meeting/no-seats');
    const other = { seats: [], profile: discussionProfile };
    expect(given(...history).when('clerk', publish, { facts: other }).result.ok).toBe(true);
  });

  test('[M3] publishing twice changes nothing', () => {
    given(published()).when('clerk', publish, { facts }).refused('meeting/already-published');
  });

  test('[M5] the profile is the one in force on the day', () => {
    const id = (day: string) => profileOn('session', day).id;
    expect([id('2021-04-28'), id('2025-06-15'), id('2025-06-16'), id('2026-11-23')]).toEqual([
      'committee-2015',
      'committee-2015',
      'committee-2025',
      'committee-2025',
    ]);
    expect(profileOn('meeting', '2021-04-28')).toBe(discussionProfile);
    expect(profileOn('conference', '2021-04-28')).toBe(discussionProfile);
  });

  test('[M5] the profiles leave no day without one and give none two', () => {
    const byDay = [...committeeProfiles].sort((a, b) => a.validFrom.localeCompare(b.validFrom));
    byDay.slice(1).forEach((next, index) => {
      const gap = Date.parse(next.validFrom) - Date.parse(byDay[index]?.validTo ?? '');
      expect(gap).toBe(24 * 60 * MINUTE);
    });
    expect(byDay.at(-1)?.validTo).toBeNull();
  });

  test('[M5] a published session is not moved to a day under other rules', () => {
    const startsAt = Date.parse('2025-06-16T08:00:00+07:00');
    expect(dayOf(startsAt)).toBe('2025-06-16');
    const { when, state } = given(published());
    const changes = { startsAt, endsAt: null };
    when('clerk', { type: 'EditMeeting', rev: state.meeting.rev, changes }).refused('meeting/profile-frozen');
    when('clerk', { type: 'PostponeMeeting', reason: 'Bão', startsAt }).refused('meeting/profile-frozen');
  });
});

describe('changing what was announced', () => {
  const edit = (rev: number, changes: object) => ({ type: 'EditMeeting', rev, changes }) as const;

  test('[M4] title, place and time change until the start', () => {
    const changes = { title: 'Phiên họp tháng 4', place: 'Hội trường' };
    given(published())
      .when('clerk', edit(1, changes))
      .then([{ type: 'MeetingEdited', changes }]);
    given(...inSession())
      .when('clerk', edit(2, changes))
      .refused('meeting/already-started');
  });

  test('[M4] naming an older version is answered with the current one', () => {
    given(published())
      .when('clerk', edit(0, { title: 'Khác' }))
      .stale({ rev: 1, info: info() });
  });

  test('[M4] the kind stays in its family after publication', () => {
    given(published())
      .when('clerk', edit(1, { kind: 'urgent' }))
      .then([{ type: 'MeetingEdited', changes: { kind: 'urgent' } }]);
    given(published())
      .when('clerk', edit(1, { kind: 'briefing' }))
      .refused('meeting/profile-frozen');
    expect(given(prepared, people).when('clerk', edit(1, { kind: 'briefing' })).result.ok).toBe(true);
  });

  test('[M4] the end lies after the start, from the first entry on', () => {
    given(published())
      .when('clerk', edit(1, { endsAt: START }))
      .refused('meeting/ends-before-start');
    const { hostName: _, ...stated } = info();
    expect(newMeetingSchema.safeParse(stated).success).toBe(true);
    expect(newMeetingSchema.safeParse({ ...stated, endsAt: START }).success).toBe(false);
  });
});

describe('quorum of the session', () => {
  const start = { type: 'StartMeeting' } as const;
  const convert = { type: 'ConvertToDiscussion', reason: 'Không đủ thành viên' } as const;

  test('[M6] starts with two thirds of all members: 15 of 22', () => {
    given(published(), ...arrived(...members(15)))
      .when('clerk', start)
      .then([{ ...started(committee(22), 15), deskName: card('clerk').name } as SessionEvent]);
  });

  test('[M6] not with 14 of 22, whoever else is there', () => {
    given(published(), ...arrived(...members(14), 'clerk', 'sub', 'guest'))
      .when('m1', start)
      .refused('quorum/short', { present: 14, needed: 15, total: 22, missing: 1 });
  });

  test('[M6] the members are those who hold a seat on the day of the session', () => {
    given(published(), ...arrived(...members(14)))
      .when('clerk', start, { facts: { seats: committee(21) } })
      .then([started(committee(21), 14)]);
  });

  test('[M6] a committee without a filled seat has no quorum', () => {
    given(published())
      .when('clerk', start, { facts: { seats: [] } })
      .refused('quorum/short');
  });

  test('[M8] below the quorum it is postponed, or held as a discussion, and both are on record', () => {
    const history = [published(), ...arrived(...members(14))];
    given(...history)
      .when('clerk', convert)
      .then([{ type: 'ConvertedToDiscussion', reason: convert.reason, present: 14, needed: 15 }]);
    expect(
      given(...history).when('clerk', { type: 'PostponeMeeting', reason: 'x', startsAt: null }).result.ok,
    ).toBe(true);
    const converted = { type: 'ConvertedToDiscussion', reason: 'x', present: 14, needed: 15 } as const;
    expect(given(...history, converted).when('clerk', start).result.ok).toBe(true);
    given(...history, converted)
      .when('clerk', convert)
      .refused('meeting/no-quorum-rule');
  });

  test('[M8] with its quorum a session stays a session, and so does one that has voted', () => {
    given(published(), ...arrived(...members(15)))
      .when('clerk', convert)
      .refused('meeting/quorum-met');
    given(
      ...inSession({ present: 15 }),
      movedTo('i1'),
      votingOpened(15),
      closed(members(15)),
      resultPublished(),
      { type: 'ParticipantLeft', person: 'm15' },
    )
      .when('clerk', convert)
      .refused('meeting/has-voted');
  });

  test('[M9] other meetings start with whoever is there', () => {
    const opening = published(discussion);
    expect(given(opening).when('clerk', start).result.ok).toBe(true);
    given(opening).when('clerk', convert).refused('meeting/no-quorum-rule');
  });
});

describe('the end', () => {
  const end = { type: 'EndMeeting' } as const;
  const open = [...inSession(), movedTo('i1'), votingOpened(22), cast('m1', 'approve')];

  test('[M7] waits for open votes and unpublished results', () => {
    given(...open)
      .when('clerk', end)
      .refused('meeting/vote-open');
    given(...open)
      .when('clerk', { type: 'PauseMeeting' })
      .refused('meeting/vote-open');
    given(...open, closed(members(22)))
      .when('clerk', end)
      .refused('meeting/result-unpublished');
    given(...open, closed(members(22)), resultPublished())
      .when('clerk', end)
      .then([ended]);
  });

  test('[M3] after it nothing changes any more', () => {
    const { when } = given(...inSession(), ended);
    const codes = [
      when('clerk', { type: 'AddItem', parentId: null, before: null, content: itemContent(), consent: 'x' }),
      when('clerk', { type: 'RecordLeft', person: 'm2' }),
      when('clerk', { type: 'AddCommittee' }),
      when('clerk', { type: 'WithdrawPaper', paper: 'p1', rev: 1, reason: 'x' }),
      when('clerk', { type: 'TakeOverDesk', from: 'clerk' }),
      when('clerk', { type: 'HandOverChair', from: 'm1', to: 'm2' }),
      when('m2', { type: 'CheckIn', mode: 'online' }),
    ].map(({ result }) => (result.ok ? 'accepted' : result.error.code));
    expect(new Set(codes)).toEqual(new Set(['meeting/ended']));
  });
});

describe('who presides, who leads', () => {
  const handOver = (from: string, to: string) => ({ type: 'HandOverChair', from, to }) as const;

  test('[M10] the chair is handed over by an event; the seat stays where it is', () => {
    const { when } = given(...inSession());
    when('m1', handOver('m1', 'm2')).then([{ type: 'ChairHandedOver', from: 'm1', to: 'm2' }]);
    const { meeting } = given(...inSession(), { type: 'ChairHandedOver', from: 'm1', to: 'm2' }).state;
    expect(meeting.presidingId).toBe('m2');
    expect(meeting.seats.find(({ isChair }) => isChair)?.personId).toBe('m1');
  });

  test('[M10] naming somebody who no longer presides is stale; handing to oneself changes nothing', () => {
    const { when } = given(...inSession(), { type: 'ChairHandedOver', from: 'm1', to: 'm2' });
    when('m1', handOver('m1', 'm3')).stale({ presidingId: 'm2' });
    when('m1', handOver('m2', 'm2')).then([]);
  });

  test('[M10] only who takes part in their own right can preside', () => {
    const { when } = given(...inSession());
    when('clerk', handOver('m1', 'nobody')).refused('participant/unknown');
    for (const person of ['sub', 'guest', 'presenter', 'observer'])
      when('clerk', handOver('m1', person)).refused('participant/cannot-preside');
    given(prepared, people).when('clerk', handOver('m1', 'm2')).refused('meeting/not-published');
  });

  test('[M11] who opens the session leads; another desk takes over by naming whom it saw', () => {
    const start = [...inSession()];
    expect(given(...start).state.meeting).toMatchObject({
      deskHolderId: 'clerk',
      deskHolderName: 'Name of clerk',
    });
    const { when } = given(...start);
    when('clerk2', { type: 'PauseMeeting' }).refused('desk/held-by-other', {
      holderId: 'clerk',
      holder: 'Name of clerk',
    });
    when('clerk2', { type: 'TakeOverDesk', from: null }).stale({
      deskHolderId: 'clerk',
      deskHolderName: 'Name of clerk',
    });
    when('clerk2', { type: 'TakeOverDesk', from: 'clerk' }).then([
      { type: 'DeskTakenOver', from: 'clerk', to: 'clerk2', name: 'Name of clerk2' },
    ]);
    when('clerk', { type: 'TakeOverDesk', from: 'clerk' }).then([]);
  });

  test('[M11] a secretary of the host who takes no part may lead, and is named', () => {
    const { when } = given(...inSession());
    when('office', { type: 'TakeOverDesk', from: 'clerk' }).then([
      { type: 'DeskTakenOver', from: 'clerk', to: 'office', name: 'Name of office' },
    ]);
  });

  test('[M11] when two desks press at once, the second is told who leads now', () => {
    const takenOver = { type: 'DeskTakenOver', from: 'clerk', to: 'clerk2', name: 'Name of clerk2' } as const;
    const { when } = given(...inSession(), takenOver);
    when('office', { type: 'TakeOverDesk', from: 'clerk' }).stale({
      deskHolderId: 'clerk2',
      deskHolderName: 'Name of clerk2',
    });
    when('clerk', { type: 'PauseMeeting' }).refused('desk/held-by-other');
    expect(when('clerk2', { type: 'PauseMeeting' }).result.ok).toBe(true);
  });

  test('[M11] who presides gives orders whoever leads', () => {
    given(...inSession())
      .when('m1', { type: 'PauseMeeting' })
      .then([paused]);
    const handed = given(...inSession(), { type: 'ChairHandedOver', from: 'm1', to: 'm2' });
    handed.when('m2', { type: 'PauseMeeting' }).then([paused]);
    handed.when('m1', { type: 'PauseMeeting' }).refused('desk/held-by-other');
  });
});

test('[M3] a clock that jumped is noted and changes nothing', () => {
  const before = given(...inSession()).state.meeting;
  expect(given(...inSession(), { type: 'ClockJumped', from: 1, to: 9_000 }).state.meeting).toEqual(before);
});

test('[M6] somebody listed in another capacity is no member, whatever the seat', () => {
  const seats = committee(3);
  const listed = [
    participant('m1', { capacity: 'chair' }),
    participant('m2'),
    participant('m3', { capacity: 'guest' }),
    ...others,
  ];
  const history = [published({ seats, participants: listed }), ...arrived('m1', 'm3')];
  given(...history)
    .when('clerk', { type: 'StartMeeting' })
    .refused('quorum/short');
  expect(given(...history, ...arrived('m2')).when('clerk', { type: 'StartMeeting' }).result.ok).toBe(true);
});
