import { describe, expect, test } from 'vitest';
import { builders, dice, facts } from './any-command.ts';
import { commandSchema, commandTypes } from './commands.ts';
import { decide } from './decide.ts';
import { actor, cast, committee, inSession, members, movedTo, votingOpened } from './fixtures.ts';
import { stateAfter } from './spec.ts';
import { evolve } from './state.ts';

const state = stateAfter(inSession());
const orders = commandTypes.map((type) => [type, builders[type](state, dice(1))] as const);

describe('[S14] an order is taken as it is described, or not at all', () => {
  test.each(orders)('%s', (_, order) => {
    expect(commandSchema.safeParse(order)).toEqual({ success: true, data: order });
    expect(commandSchema.safeParse({ ...order, isAdmin: true }).success).toBe(false);
    const required = Object.keys(order).filter((field) => field !== 'type');
    for (const field of required)
      expect(commandSchema.safeParse({ ...order, [field]: { $ne: null } }).success, field).toBe(false);
  });

  test.each([
    ['an unknown order', { type: 'DeleteEverything' }],
    ['an inherited name', { type: 'toString' }],
    ['an id that is none', { type: 'RecordLeft', person: '../m1' }],
    ['an empty id', { type: 'RecordLeft', person: '' }],
    ['an endless id', { type: 'RecordLeft', person: 'x'.repeat(65) }],
    ['a title of spaces', { type: 'EditMeeting', rev: 1, changes: { title: '   ' } }],
    ['a title over two lines', { type: 'EditMeeting', rev: 1, changes: { title: 'a\nb' } }],
    ['a change of nothing', { type: 'EditMeeting', rev: 1, changes: {} }],
    ['a change of the host', { type: 'EditMeeting', rev: 1, changes: { hostUnitId: 'x' } }],
    ['a time that is none', { type: 'PostponeMeeting', reason: 'x', startsAt: -1 }],
    ['half a version', { type: 'RemoveItem', item: 'i1', rev: 1.5 }],
    ['a choice that is none', { type: 'CastBallot', vote: 'v', round: 1, choice: 'maybe' }],
    ['a hall code of letters', { type: 'CheckIn', mode: 'room', hallCode: 'abcdef' }],
    ['a list instead of an order', [{ type: 'EndMeeting' }]],
    ['nothing', null],
  ])('not %s', (_, order) => {
    expect(commandSchema.safeParse(order).success).toBe(false);
  });

  test.each([
    ['one that turns the direction of writing', 'Tờ trình \u202efdp.exe', 'Tờ trình fdp.exe'],
    ['one without width', 'Phiên\u200b họp\u00ad', 'Phiên họp'],
    ['a mark of another alphabet of control characters', 'Phiên\u0085 họp\u2028', 'Phiên họp'],
  ])('a character that nobody sees is not part of a text: %s', (_, given, kept) => {
    const parsed = commandSchema.parse({ type: 'EditMeeting', rev: 1, changes: { title: given } });
    expect(parsed).toMatchObject({ changes: { title: kept } });
    const reason = commandSchema.parse({ type: 'ConvertToDiscussion', reason: `${given}\n\u001b[31mx` });
    expect(reason).toMatchObject({ reason: `${kept}\n[31mx` });
  });

  test('what is left of a title when nobody sees any of it is no title; a body on two lines is none', () => {
    const edited = (changes: object) =>
      commandSchema.safeParse({ type: 'EditItem', item: 'i1', rev: 1, changes });
    expect(edited({ title: '\u200b\u2060' }).success).toBe(false);
    expect(edited({ submittingBody: 'Sở Nội vụ\nđã duyệt' }).success).toBe(false);
    expect(edited({ submittingBody: '' }).success).toBe(true);
  });

  test('spaces around a text are not part of it', () => {
    const parsed = commandSchema.parse({ type: 'EditMeeting', rev: 1, changes: { title: '  Phiên họp  ' } });
    expect(parsed).toMatchObject({ changes: { title: 'Phiên họp' } });
  });
});

test('[S15] a ballot costs the same however many were cast: it touches its vote and nothing else', () => {
  const size = 300;
  const opened = stateAfter([
    ...inSession({ size, present: size }),
    movedTo('i1'),
    votingOpened(size, { base: committee(size), electors: members(size) }),
  ]);
  const before = { ...opened };
  const meta = { seq: opened.seq + 1, at: opened.lastAt, actorId: 'm2' };
  const after = evolve(opened, cast('m2', 'approve'), meta);
  for (const slice of ['meeting', 'agenda', 'attendance', 'paper', 'decision'] as const)
    expect(after[slice]).toBe(before[slice]);
  expect(after.voting).not.toBe(before.voting);
  expect(after.voting.votes).toBe(before.voting.votes);
  const decided = decide(
    after,
    { type: 'CastBallot', vote: 'v1', round: 1, choice: 'approve' },
    { now: meta.at, ids: [], actor: actor('m3'), facts },
  );
  expect(decided).toEqual({ ok: true, value: [cast('m3', 'approve')] });
});
