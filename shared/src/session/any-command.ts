import { capacities, presentModes } from '#attendance';
import { outcomes } from '#decision';
import { choices, type Facts, meetingKinds } from '#meeting';
import { type PaperAccess, paperRights } from '#paper';
import { votesOn } from '#voting';
import type { CommandOf, CommandType } from './commands.ts';
import {
  card,
  committee,
  info,
  inSession,
  item,
  itemContent,
  items,
  MINUTE,
  members,
  movedTo,
  paper,
  participantsOf,
  profile,
  published,
  START,
  votingOpened,
} from './fixtures.ts';
import type { SessionEvent, SessionState } from './state.ts';

/** A repeatable source of choices (mulberry32), so that a failing run is told by its numbers. */
export interface Dice {
  readonly roll: (sides: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
}

export function dice(seed: number): Dice {
  let a = seed | 0;
  const roll = (sides: number) => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * sides);
  };
  return { roll, pick: (from) => from[roll(from.length)] as (typeof from)[number] };
}

const SIZE = 4;
const seats = committee(SIZE);
export const desks = ['clerk', 'clerk2', 'm1', 'office'];
export const people = [
  'm1',
  'm2',
  'm3',
  'm4',
  'clerk',
  'clerk2',
  'office',
  'sub',
  'presenter',
  'guest',
  'observer',
];
const persons = Object.fromEntries([...people, 'x1', 'x2'].map((id) => [id, card(id)]));
const { id: _, itemId: __, title: ___, ...examined } = paper('upload', 'i1');

/** What the server looks up: the seats of the day, a profile, a file, a text in work, a valid hall code. */
export const facts: Facts = {
  seats,
  profile,
  persons,
  upload: { uploadId: 'upload', ...examined, sha256: 'cd'.repeat(32) },
  hallCodeValid: true,
  draft: { rev: 1, text: 'Kết luận' },
};

const sealed = item('sealed', { isSecret: true });
const insiders = ['clerk', 'm1', 'm2', 'm3', 'm4'];
const openedOn = (id: string) => votingOpened(SIZE, { item: id, base: seats, electors: members(SIZE) });

/** Where a history may begin. */
export const beginnings: { readonly [name: string]: readonly SessionEvent[] } = {
  draft: [
    { type: 'MeetingPrepared', info: info() },
    { type: 'ParticipantsAdded', participants: participantsOf(seats) },
    ...items.map((each): SessionEvent => ({ type: 'ItemAdded', item: each, before: null, consent: null })),
  ],
  published: [published({ size: SIZE })],
  sealed: inSession({ size: SIZE, items: [...items, sealed] }),
  inSession: inSession({ size: SIZE }),
  voting: [...inSession({ size: SIZE }), movedTo('i2'), openedOn('i2')],
  votingBehindClosedDoors: [
    ...inSession({
      size: SIZE,
      items: items.map((each) => (each.openTo === 'all' ? each : { ...each, openTo: insiders })),
    }),
    movedTo('secret'),
    openedOn('secret'),
  ],
};

type Builders = { readonly [T in CommandType]: (s: SessionState, d: Dice) => CommandOf<T> };

const itemIds = (s: SessionState) => [...s.agenda.items.keys(), 'no-such'];
const openVote = (s: SessionState, d: Dice) =>
  s.voting.votes.get(s.voting.openId ?? '') ?? d.pick([...s.voting.votes.values()]);
const named = (s: SessionState, d: Dice) => {
  const vote = openVote(s, d);
  return { vote: vote?.id ?? 'no-such', round: vote?.round ?? 1 };
};
const seenItem = (s: SessionState, d: Dice) => {
  const id = d.pick(itemIds(s));
  return { item: id, rev: (s.agenda.items.get(id)?.rev ?? 1) + (d.roll(8) === 0 ? 1 : 0) };
};
const seenPaper = (s: SessionState, d: Dice) => {
  const id = d.pick([...s.paper.papers.keys(), 'no-such']);
  return { paper: id, rev: s.paper.papers.get(id)?.rev ?? 1 };
};
const someAccess = (s: SessionState, d: Dice): PaperAccess | null => {
  if (d.roll(5) === 0) return null;
  const right = () => d.pick(paperRights);
  return {
    groups: {
      member: right(),
      substitute: right(),
      presenter: right(),
      guest: right(),
      observer: right(),
    },
    exceptions: d.roll(2) === 0 ? {} : { [someone(s, d)]: right() },
  };
};
const someone = (s: SessionState, d: Dice) => d.pick([...s.attendance.participants.keys(), 'm1', 'x1']);
const statusOf = (s: SessionState, person: string) =>
  s.attendance.participants.get(person)?.status ?? 'unknown';
const capacityOf = (s: SessionState, person: string) =>
  s.attendance.participants.get(person)?.capacity ?? 'guest';
const place = (s: SessionState, d: Dice) => ({
  parentId: d.roll(4) === 0 ? d.pick(itemIds(s)) : null,
  before: d.roll(3) === 0 ? d.pick(itemIds(s)) : null,
});
const someCopy = (s: SessionState, d: Dice) => {
  const entries = [...s.copies.registers].flatMap(([item, register]) =>
    register.entries.map(({ copy, personId }) => ({ item, copy, holder: personId })),
  );
  return d.pick(entries.length > 0 ? entries : [{ item: 'sealed', copy: 1, holder: 'm1' }]);
};
const content = (d: Dice) =>
  itemContent({
    title: `Nội dung ${d.roll(1000)}`,
    isCollective: d.roll(3) === 0,
    openTo:
      d.roll(3) === 0
        ? d.pick([
            ['clerk', 'm1', 'm2'],
            ['m1', 'm3'],
            ['office', 'm1', 'm2', 'm3', 'm4', 'clerk'],
          ])
        : 'all',
    presiderId: d.roll(5) === 0 ? 'm2' : null,
    isSecret: d.roll(4) === 0,
  });

/** Orders that mostly fit the state they are given in, and sometimes do not. */
export const builders: Builders = {
  EditMeeting: (s, d) => ({
    type: 'EditMeeting',
    rev: s.meeting.rev,
    changes: d.pick([
      { title: `Phiên họp ${d.roll(99)}` },
      { kind: d.pick(meetingKinds) },
      { place: 'Phòng 2' },
    ]),
  }),
  PublishMeeting: () => ({ type: 'PublishMeeting' }),
  StartMeeting: () => ({ type: 'StartMeeting' }),
  PauseMeeting: () => ({ type: 'PauseMeeting' }),
  ResumeMeeting: () => ({ type: 'ResumeMeeting' }),
  EndMeeting: () => ({ type: 'EndMeeting' }),
  PostponeMeeting: (_s, d) => ({
    type: 'PostponeMeeting',
    reason: 'Bão',
    startsAt: d.roll(2) === 0 ? null : START + 60 * MINUTE,
  }),
  ConvertToDiscussion: () => ({ type: 'ConvertToDiscussion', reason: 'Thiếu thành viên' }),
  HandOverChair: (s, d) => ({
    type: 'HandOverChair',
    from: s.meeting.presidingId ?? 'm1',
    to: someone(s, d),
  }),
  TakeOverDesk: (s) => ({ type: 'TakeOverDesk', from: s.meeting.deskHolderId }),
  AddItem: (s, d) => ({ type: 'AddItem', ...place(s, d), content: content(d), consent: 'Chủ tịch đồng ý' }),
  EditItem: (s, d) => {
    const { title, openTo, isCollective } = content(d);
    const isSecret = d.roll(2) === 0;
    return {
      type: 'EditItem',
      ...seenItem(s, d),
      changes: d.pick([{ title }, { title, openTo }, { isCollective }, { isSecret, title }]),
    };
  },
  MoveItem: (s, d) => ({ type: 'MoveItem', ...seenItem(s, d), ...place(s, d), consent: 'Chủ tịch đồng ý' }),
  RemoveItem: (s, d) => ({ type: 'RemoveItem', ...seenItem(s, d) }),
  WithdrawItem: (s, d) => ({
    type: 'WithdrawItem',
    ...seenItem(s, d),
    reason: 'Chưa kỹ',
    consent: 'Chủ tịch',
  }),
  GoToItem: (s, d) => ({ type: 'GoToItem', from: s.agenda.currentId, to: d.pick(itemIds(s)) }),
  UndoItemMove: (s) => ({ type: 'UndoItemMove', of: s.agenda.lastMove?.seq ?? 1 }),
  AddParticipants: (_s, d) => ({
    type: 'AddParticipants',
    participants: [{ personId: d.pick(['x1', 'x2']), capacity: d.pick(capacities), substitutesFor: 'm2' }],
  }),
  AddCommittee: () => ({ type: 'AddCommittee' }),
  RemoveParticipant: (s, d) => ({ type: 'RemoveParticipant', person: someone(s, d) }),
  ChangeCapacity: (s, d) => {
    const person = someone(s, d);
    return { type: 'ChangeCapacity', person, from: capacityOf(s, person), to: d.pick(capacities) };
  },
  AnswerInvitation: (_s, d) => ({
    type: 'AnswerInvitation',
    answer: d.pick(['accepted', 'declined'] as const),
    reason: d.pick([null, 'Đi công tác']),
  }),
  CheckIn: (_s, d) => ({ type: 'CheckIn', mode: d.pick(presentModes), site: d.pick(['Tân An', null]) }),
  RecordAttendance: (s, d) => {
    const person = someone(s, d);
    const to = d.pick([...presentModes, 'excused', 'unexcused', 'unknown'] as const);
    return {
      type: 'RecordAttendance',
      person,
      from: statusOf(s, person),
      to,
      site: d.pick(['Bến Lức', null]),
    };
  },
  RecordLeft: (s, d) => ({ type: 'RecordLeft', person: someone(s, d) }),
  RecordReturned: (s, d) => ({ type: 'RecordReturned', person: someone(s, d), mode: d.pick(presentModes) }),
  JoinOnDevice: () => ({ type: 'JoinOnDevice', device: 'iPad' }),
  AddPaper: (s, d) => ({
    type: 'AddPaper',
    item: d.pick(itemIds(s)),
    upload: 'upload',
    title: `Tờ trình ${d.roll(99)}`,
  }),
  AddPaperVersion: (s, d) => ({ type: 'AddPaperVersion', ...seenPaper(s, d), upload: 'upload' }),
  RetitlePaper: (s, d) => ({ type: 'RetitlePaper', ...seenPaper(s, d), title: `Báo cáo ${d.roll(99)}` }),
  WithdrawPaper: (s, d) => ({ type: 'WithdrawPaper', ...seenPaper(s, d), reason: 'Gửi nhầm' }),
  SetPaperAccess: (s, d) => ({ type: 'SetPaperAccess', ...seenPaper(s, d), access: someAccess(s, d) }),
  OpenVoting: (s, d) => {
    const id = s.agenda.currentId ?? d.pick(itemIds(s));
    const round = votesOn(s.voting, id).length + 1;
    return {
      type: 'OpenVoting',
      item: id,
      round,
      question: 'Thông qua?',
      reason: round > 1 ? 'Tính lại' : null,
      durationMs: null,
    };
  },
  AdmitElector: (s, d) => ({ type: 'AdmitElector', vote: named(s, d).vote, person: someone(s, d) }),
  CastBallot: (s, d) => ({
    type: 'CastBallot',
    ...named(s, d),
    choice: d.pick(choices),
    ...(d.roll(2) === 0 ? { replaces: 'clerk' as const } : {}),
  }),
  RecordRaisedHand: (s, d) => ({
    type: 'RecordRaisedHand',
    ...named(s, d),
    person: d.pick(['m1', 'm2', 'm3', 'm4', 'sub']),
    choice: d.pick(choices),
    ...(d.roll(2) === 0 ? { replaces: 'tablet' as const } : {}),
  }),
  AnswerRaisedHand: (s, d) => ({
    type: 'AnswerRaisedHand',
    vote: named(s, d).vote,
    isRight: d.roll(2) === 0,
  }),
  CloseVoting: (s, d) => ({ type: 'CloseVoting', ...named(s, d) }),
  PublishResult: (s, d) => ({ type: 'PublishResult', ...named(s, d) }),
  RecordConclusion: (s, d) => ({
    type: 'RecordConclusion',
    item: d.pick(itemIds(s)),
    draftRev: 1,
    text: 'Kết luận',
  }),
  HandOutCopies: (s, d) => ({
    type: 'HandOutCopies',
    item: d.pick(itemIds(s)),
    copies: [{ copy: 1 + d.roll(3), to: someone(s, d) }],
  }),
  CollectCopies: (s, d) => {
    const { item, copy, holder } = someCopy(s, d);
    return { type: 'CollectCopies', item, copies: [{ copy, from: holder }] };
  },
  CorrectCopy: (s, d) => ({
    type: 'CorrectCopy',
    ...someCopy(s, d),
    entry: d.pick(['handedOut', 'collected'] as const),
  }),
  SetItemOutcome: (s, d) => {
    const id = d.pick(itemIds(s));
    return {
      type: 'SetItemOutcome',
      item: id,
      from: s.decision.outcomes.get(id)?.outcome ?? null,
      outcome: d.pick(outcomes),
    };
  },
};
