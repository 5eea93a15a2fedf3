import fc from 'fast-check';
import { capacities, presentModes } from '#attendance';
import { outcomes } from '#decision';
import type { StoredEvent } from '#kernel';
import { type Actor, choices, type Facts, meetingKinds } from '#meeting';
import { votesOn } from '#voting';
import type { Command, CommandOf, CommandType } from './commands.ts';
import { decide } from './decide.ts';
import {
  actor,
  card,
  committee,
  info,
  inSession,
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
import { evolve, initialSession, type SessionEvent, type SessionState } from './state.ts';

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
  upload: { uploadId: 'upload', ...examined },
  hallCodeValid: true,
  draft: { rev: 1, text: 'Kết luận' },
};

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
const someone = (s: SessionState, d: Dice) => d.pick([...s.attendance.participants.keys(), 'm1', 'x1']);
const statusOf = (s: SessionState, person: string) =>
  s.attendance.participants.get(person)?.status ?? 'unknown';
const capacityOf = (s: SessionState, person: string) =>
  s.attendance.participants.get(person)?.capacity ?? 'guest';
const place = (s: SessionState, d: Dice) => ({
  parentId: d.roll(4) === 0 ? d.pick(itemIds(s)) : null,
  before: d.roll(3) === 0 ? d.pick(itemIds(s)) : null,
});
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
    return {
      type: 'EditItem',
      ...seenItem(s, d),
      changes: d.pick([{ title }, { title, openTo }, { isCollective }]),
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
  RetitlePaper: (s, d) => ({ type: 'RetitlePaper', ...seenPaper(s, d), title: `Báo cáo ${d.roll(99)}` }),
  WithdrawPaper: (s, d) => ({ type: 'WithdrawPaper', ...seenPaper(s, d), reason: 'Gửi nhầm' }),
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

/** How often an order is tried; what makes a session go on comes more often than what ends it. */
const weights: { readonly [T in CommandType]?: number } = {
  StartMeeting: 4,
  PublishMeeting: 3,
  GoToItem: 8,
  UndoItemMove: 4,
  OpenVoting: 8,
  CastBallot: 14,
  RecordRaisedHand: 5,
  AnswerRaisedHand: 6,
  CloseVoting: 5,
  PublishResult: 6,
  CheckIn: 6,
  RecordReturned: 4,
  ResumeMeeting: 4,
  EndMeeting: 1,
  PostponeMeeting: 1,
  ConvertToDiscussion: 2,
};
const weighted = (Object.keys(builders) as CommandType[]).flatMap((type) =>
  Array<CommandType>(weights[type] ?? 2).fill(type),
);
const personal = new Set<CommandType>([
  'AnswerInvitation',
  'CheckIn',
  'JoinOnDevice',
  'CastBallot',
  'AnswerRaisedHand',
]);

export interface Order {
  readonly actor: Actor;
  readonly command: Command;
}

/** Some order in a state; by the desk that leads, mostly, or by anybody about themself. */
export function anyOrder(state: SessionState, d: Dice): Order {
  const type = d.pick(weighted);
  const lead = state.meeting.deskHolderId ?? 'clerk';
  const who = personal.has(type)
    ? d.pick(people)
    : d.pick([lead, lead, lead, ...desks, ...people, 'stranger']);
  return { actor: actor(who), command: builders[type](state, d) };
}

/** An order that is taken, if one of a few is; so that histories get somewhere. */
function someTaken(state: SessionState, d: Dice, minted: number): Order {
  let order = anyOrder(state, d);
  for (let tries = 0; tries < 5; tries++) {
    const ids = [`id${minted}`, `id${minted + 1}`];
    const decided = decide(state, order.command, { now: state.lastAt, actor: order.actor, ids, facts });
    if (decided.ok && decided.value.length > 0) return order;
    order = anyOrder(state, d);
  }
  return order;
}

export interface Run {
  readonly state: SessionState;
  /** The record as it would be stored: from its publication on, or the preparation. */
  readonly events: readonly StoredEvent[];
}

/** One order, taken or refused, as it was decided. */
export interface Step {
  readonly state: SessionState;
  readonly order: Order;
  readonly now: number;
  readonly ids: readonly string[];
}

export interface Watch {
  /** Before the order is decided. */
  readonly asked?: (step: Step) => void;
  /** After its events, if it was taken. */
  readonly taken?: (run: Run) => void;
}

/** Plays orders, one per seed, on a beginning. What was refused leaves no trace. */
export function play(beginning: string, seeds: readonly number[], watch: Watch = {}): Run {
  let state = initialSession();
  let events: StoredEvent[] = [];
  let minted = 0;
  const commit = (decided: readonly SessionEvent[], at: number, actorId: string) => {
    for (const event of decided) {
      if (event.type === 'MeetingPublished') events = [];
      const seq = events.length + 1;
      const data = JSON.parse(JSON.stringify(event)) as StoredEvent['data'];
      events.push({ seq, at, actorId, commandId: `c${seq}`, type: event.type, typeVersion: 1, data });
      state = evolve(state, data as unknown as SessionEvent, { seq, at, actorId });
    }
  };
  commit(beginnings[beginning] ?? [], START, 'clerk');
  watch.taken?.({ state, events });
  for (const seed of seeds) {
    const d = dice(seed);
    const order = someTaken(state, d, minted);
    const now = state.lastAt + d.pick([0, 1_000, 4_000, 9_000, 12_000, MINUTE, 7 * MINUTE]);
    const ids = [`id${minted++}`, `id${minted++}`];
    watch.asked?.({ state, order, now, ids });
    const decided = decide(state, order.command, { now, actor: order.actor, ids, facts });
    if (!decided.ok || decided.value.length === 0) continue;
    commit(decided.value, now, order.actor.personId);
    watch.taken?.({ state, events });
  }
  return { state, events };
}

/** Beginnings and seeds for `play`. */
export const plays = (maxLength: number) =>
  fc.record({
    beginning: fc.constantFrom(...Object.keys(beginnings)),
    seeds: fc.array(fc.integer(), { minLength: maxLength >> 2, maxLength, size: 'max' }),
  });

/** A state as plain JSON, for comparing: Maps and Sets in their order. */
export const plain = (state: SessionState): unknown =>
  JSON.parse(
    JSON.stringify(state, (_key, value: unknown) =>
      value instanceof Map ? [...value] : value instanceof Set ? { set: [...value] } : value,
    ),
  );
