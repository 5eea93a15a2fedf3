import { describe, expect, test } from 'vitest';
import { type Command, type CommandOf, type CommandType, commandSchema, commandTypes } from './commands.ts';
import { actor, info, inSession, itemContent, movedTo, others, published, votingOpened } from './fixtures.ts';
import { projectMine } from './project-mine.ts';
import { given, stateAfter } from './spec.ts';
import { audienceOf, isAtDesk, isEntitled } from './standing.ts';
import type { SessionEvent } from './state.ts';

/** One well-formed order of each kind; whether the state would take it is not the question here. */
const orders: { readonly [T in CommandType]: CommandOf<T> } = {
  EditMeeting: { type: 'EditMeeting', rev: 1, changes: { title: 'x' } },
  PublishMeeting: { type: 'PublishMeeting' },
  StartMeeting: { type: 'StartMeeting' },
  PauseMeeting: { type: 'PauseMeeting' },
  ResumeMeeting: { type: 'ResumeMeeting' },
  EndMeeting: { type: 'EndMeeting' },
  PostponeMeeting: { type: 'PostponeMeeting', reason: 'x', startsAt: null },
  ConvertToDiscussion: { type: 'ConvertToDiscussion', reason: 'x' },
  HandOverChair: { type: 'HandOverChair', from: 'm1', to: 'm2' },
  TakeOverDesk: { type: 'TakeOverDesk', from: 'clerk' },
  AddItem: { type: 'AddItem', parentId: null, before: null, content: itemContent(), consent: 'x' },
  EditItem: { type: 'EditItem', item: 'i1', rev: 1, changes: { title: 'x' } },
  MoveItem: { type: 'MoveItem', item: 'i1', rev: 1, parentId: null, before: null },
  RemoveItem: { type: 'RemoveItem', item: 'i1', rev: 1 },
  WithdrawItem: { type: 'WithdrawItem', item: 'i3', rev: 1, reason: 'x', consent: 'x' },
  GoToItem: { type: 'GoToItem', from: null, to: 'i1' },
  UndoItemMove: { type: 'UndoItemMove', of: 3 },
  AddParticipants: { type: 'AddParticipants', participants: [{ personId: 'x', capacity: 'guest' }] },
  AddCommittee: { type: 'AddCommittee' },
  RemoveParticipant: { type: 'RemoveParticipant', person: 'guest' },
  ChangeCapacity: { type: 'ChangeCapacity', person: 'guest', from: 'guest', to: 'observer' },
  AnswerInvitation: { type: 'AnswerInvitation', answer: 'accepted', reason: null },
  CheckIn: { type: 'CheckIn', mode: 'online' },
  RecordAttendance: { type: 'RecordAttendance', person: 'm2', from: 'room', to: 'online' },
  RecordLeft: { type: 'RecordLeft', person: 'm2' },
  RecordReturned: { type: 'RecordReturned', person: 'm2', mode: 'room' },
  JoinOnDevice: { type: 'JoinOnDevice', device: 'iPad' },
  AddPaper: { type: 'AddPaper', item: 'i1', upload: 'u', title: 'x' },
  AddPaperVersion: { type: 'AddPaperVersion', paper: 'p1', rev: 1, upload: 'u' },
  RetitlePaper: { type: 'RetitlePaper', paper: 'p1', rev: 1, title: 'x' },
  WithdrawPaper: { type: 'WithdrawPaper', paper: 'p1', rev: 1, reason: 'x' },
  SetPaperAccess: { type: 'SetPaperAccess', paper: 'p1', rev: 1, access: null },
  OpenVoting: { type: 'OpenVoting', item: 'i1', round: 1, question: 'x', reason: null, durationMs: null },
  AdmitElector: { type: 'AdmitElector', vote: 'v1', person: 'm2' },
  CastBallot: { type: 'CastBallot', vote: 'v1', round: 1, choice: 'approve' },
  RecordRaisedHand: { type: 'RecordRaisedHand', vote: 'v1', round: 1, person: 'm2', choice: 'approve' },
  AnswerRaisedHand: { type: 'AnswerRaisedHand', vote: 'v1', isRight: true },
  CloseVoting: { type: 'CloseVoting', vote: 'v1', round: 1 },
  PublishResult: { type: 'PublishResult', vote: 'v1', round: 1 },
  RecordConclusion: { type: 'RecordConclusion', item: 'i1', draftRev: 1, text: 'x' },
  SetItemOutcome: { type: 'SetItemOutcome', item: 'i1', from: null, outcome: 'noted' },
  HandOutCopies: { type: 'HandOutCopies', item: 'i1', copies: [{ copy: 1, to: 'm2' }] },
  CollectCopies: { type: 'CollectCopies', item: 'i1', copies: [{ copy: 1, from: 'm2' }] },
  CorrectCopy: { type: 'CorrectCopy', item: 'i1', copy: 1, holder: 'm2', entry: 'handedOut' },
};

/** Orders that move the session along: one desk at a time. */
const leading: readonly CommandType[] = [
  ...(['StartMeeting', 'PauseMeeting', 'ResumeMeeting', 'EndMeeting'] as const),
  ...(['PostponeMeeting', 'ConvertToDiscussion', 'GoToItem', 'UndoItemMove'] as const),
  ...(['OpenVoting', 'CloseVoting', 'PublishResult'] as const),
];
/** What everybody does for themself, and nobody for another. */
const personal: readonly CommandType[] = [
  'AnswerInvitation',
  'CheckIn',
  'JoinOnDevice',
  'CastBallot',
  'AnswerRaisedHand',
];
const standingOf = (type: CommandType) =>
  leading.includes(type) ? 'leading' : personal.includes(type) ? 'personal' : 'desk';

/** Answers to who asks; any other answer is about what is asked. */
const doors = ['not-found', 'capacity/not-desk', 'capacity/not-participant', 'desk/held-by-other'];
const notDesk = { leading: 'capacity/not-desk', desk: 'capacity/not-desk', personal: null };
const atDesk = { leading: null, desk: null, personal: null };
const otherDesk = { ...atDesk, leading: 'desk/held-by-other' };
const nowhere = { leading: 'not-found', desk: 'not-found', personal: 'not-found' };

describe('[S1] [S2] who may give which order', () => {
  const { when } = given(...inSession(), movedTo('i1'), votingOpened(22));

  test.each([
    ['clerk', 'the secretary who leads', atDesk],
    ['m1', 'who presides', atDesk],
    ['clerk2', 'another secretary', otherDesk],
    [
      'office',
      'a secretary of the host who takes no part',
      { ...otherDesk, personal: 'capacity/not-participant' },
    ],
    ['m2', 'a member', notDesk],
    ['sub', 'a substitute', notDesk],
    ['presenter', 'a presenter', notDesk],
    ['guest', 'a guest', notDesk],
    ['observer', 'an observer', notDesk],
    ['stranger', 'somebody with no part in it', nowhere],
  ] as const)('%s, %s', (person, _, expected) => {
    const got = commandTypes.map((type) => {
      const { result } = when(person, orders[type]);
      const code = result.ok ? null : result.error.code;
      return [type, code !== null && doors.includes(code) ? code : null];
    });
    expect(got).toEqual(commandTypes.map((type) => [type, expected[standingOf(type)]]));
  });

  test('every order of the table is one the door would take', () => {
    for (const order of Object.values(orders)) expect(commandSchema.safeParse(order).success).toBe(true);
  });

  test('[S1] a stranger learns nothing from an answer: whatever is named, it is not found', () => {
    const ghost: Command = { type: 'WithdrawItem', item: 'no-such', rev: 9, reason: 'x', consent: 'x' };
    for (const order of [...Object.values(orders), ghost]) when('stranger', order).refused('not-found');
  });

  test('[S2] a personal order names nobody: it speaks for who gives it', () => {
    for (const type of personal) expect(Object.keys(orders[type])).not.toContain('person');
  });
});

describe('the desk', () => {
  const prepared: SessionEvent = { type: 'MeetingPrepared', info: info() };

  test('[S3] is the chair, the secretaries, who presides, and the secretaries of the host', () => {
    const state = stateAfter(inSession());
    const desks = ['m1', 'clerk', 'clerk2', 'office'];
    for (const person of [...desks, 'm2', 'sub', 'guest', 'presenter', 'observer', 'stranger'])
      expect(isAtDesk(state, actor(person)), person).toBe(desks.includes(person));
    const otherOffice = { ...actor('office'), secretaryOfUnits: ['another-unit'] };
    expect(isAtDesk(state, otherOffice)).toBe(false);
  });

  test('[S3] before anybody is listed, a secretary of the host prepares', () => {
    const { when } = given(prepared);
    expect(when('office', orders.AddItem).result.ok).toBe(true);
    when('clerk', orders.AddItem).refused('not-found');
  });

  test('[S3] before the opening no desk leads, so each may', () => {
    const { when } = given(published());
    when('clerk2', orders.StartMeeting).refused('quorum/short');
    when('office', orders.StartMeeting).refused('quorum/short');
  });
});

describe('audiences', () => {
  const audiences = (events: readonly SessionEvent[]) => {
    const state = stateAfter(events);
    const people = ['m1', 'm2', 'clerk', 'sub', 'presenter', 'guest', 'observer', 'office', 'stranger'];
    return Object.fromEntries(people.map((person) => [person, audienceOf(state, actor(person))]));
  };

  test('[S4] everybody is in one, by capacity; a stranger in none', () => {
    expect(audiences([published()])).toEqual({
      m1: 'desk',
      m2: 'member',
      clerk: 'desk',
      sub: 'member',
      presenter: 'guest',
      guest: 'guest',
      observer: 'guest',
      office: 'desk',
      stranger: null,
    });
  });

  test('[S4] a preparation is seen by the desk alone', () => {
    const listed: SessionEvent = { type: 'ParticipantsAdded', participants: others };
    expect(audiences([{ type: 'MeetingPrepared', info: info() }, listed])).toMatchObject({
      clerk: 'desk',
      office: 'desk',
      sub: null,
      guest: null,
      stranger: null,
    });
  });

  test('[S4] who the chair is handed to moves to the desk, and back with it', () => {
    const handed: SessionEvent = { type: 'ChairHandedOver', from: 'm1', to: 'm2' };
    const back: SessionEvent = { type: 'ChairHandedOver', from: 'm2', to: 'm1' };
    expect(audiences([...inSession(), handed])).toMatchObject({ m1: 'desk', m2: 'desk' });
    expect(audiences([...inSession(), handed, back])).toMatchObject({ m1: 'desk', m2: 'member' });
  });

  test('[S4] who is taken off the list is in none', () => {
    expect(audiences([published(), { type: 'ParticipantRemoved', person: 'guest' }])).toMatchObject({
      guest: null,
    });
  });

  test('[S5] a list is exact: no role opens it', () => {
    const state = stateAfter(inSession());
    const entitled = ['m1', 'm2', 'clerk'];
    for (const person of [...entitled, 'm3', 'clerk2', 'office', 'guest', 'stranger'])
      expect(isEntitled(state, actor(person), 'secret'), person).toBe(entitled.includes(person));
    const removed = stateAfter([published(), { type: 'ParticipantRemoved', person: 'm2' }]);
    expect(isEntitled(removed, actor('m2'), 'secret')).toBe(false);
  });
});

test('[S6] what a person may do is said for the orders of their standing, and for no others', () => {
  const state = stateAfter(inSession());
  const may = (person: string) => projectMine(state, actor(person))?.may ?? {};
  expect(Object.keys(may('m2')).sort()).toEqual([...personal].sort());
  expect(Object.keys(may('clerk')).sort()).toEqual([...commandTypes].sort());
  expect(may('clerk2')).toMatchObject({ GoToItem: 'desk/held-by-other', AddItem: true });
  expect(may('office')).toMatchObject({ CheckIn: 'capacity/not-participant', AddItem: true });
  expect(projectMine(state, actor('stranger'))).toBeNull();
});
