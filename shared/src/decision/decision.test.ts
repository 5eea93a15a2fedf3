import { describe, expect, test } from 'vitest';
import {
  cast,
  closed,
  inSession,
  item,
  members,
  movedTo,
  published,
  resultPublished,
  votingOpened,
} from '../session/fixtures.ts';
import { given } from '../session/spec.ts';
import type { SessionEvent } from '../session/state.ts';
import { type ItemOutcome, outcomes } from './decision.ts';

const set = (item: string, outcome: ItemOutcome, from: ItemOutcome | null = null) =>
  ({ type: 'SetItemOutcome', item, from, outcome }) as const;
const outcomeSet = (item: string, outcome: ItemOutcome): SessionEvent => ({
  type: 'ItemOutcomeSet',
  item,
  outcome,
});
/** A vote on an item with so many votes for, by the first of 22 members. */
const voted = (item: string, approvals: number, vote = 'v1', round = 1): readonly SessionEvent[] => [
  movedTo(item),
  votingOpened(22, { item, vote, round, reason: round > 1 ? 'Tính lại' : null }),
  ...members(approvals).map((person) => cast(person, 'approve', 'tablet', vote)),
  closed(members(22), vote),
];
const publishedVote = (item: string, approvals: number, vote = 'v1', round = 1) => [
  ...voted(item, approvals, vote, round),
  resultPublished(vote),
];

describe('a matter reserved to the collective', () => {
  test('[D1] is adopted by a published vote and by nothing else', () => {
    const { when } = given(...inSession());
    when('clerk', set('i2', 'adopted')).refused('decision/vote-needed');
    when('clerk', set('i2', 'adoptedRevise')).refused('decision/vote-needed');
    given(...inSession(), ...publishedVote('i2', 12))
      .when('clerk', set('i2', 'adopted'))
      .then([outcomeSet('i2', 'adopted')]);
  });

  test('[D1] may end otherwise without a vote', () => {
    const without = outcomes.filter(
      (outcome) => given(...inSession()).when('clerk', set('i2', outcome)).result.ok,
    );
    expect(without).toEqual(['again', 'slip', 'withdrawn', 'deferred', 'noted']);
  });
});

describe('an outcome and a verdict', () => {
  test('[D2] no item is adopted against its vote', () => {
    for (const item of ['i1', 'i2']) {
      const { when } = given(...inSession(), ...publishedVote(item, 11));
      when('clerk', set(item, 'adopted')).refused('decision/not-adopted-by-vote');
      when('clerk', set(item, 'adoptedRevise')).refused('decision/not-adopted-by-vote');
      expect(when('clerk', set(item, 'again')).result.ok).toBe(true);
    }
  });

  test('[D2] the last vote is the one that holds', () => {
    const twice = [...inSession(), ...publishedVote('i1', 11), ...publishedVote('i1', 12, 'v2', 2)];
    expect(given(...twice).when('clerk', set('i1', 'adopted')).result.ok).toBe(true);
  });

  test('[D2] what stands as adopted is not voted on again beside it', () => {
    const adopted = [...inSession(), ...publishedVote('i1', 12), outcomeSet('i1', 'adopted')];
    const again = {
      type: 'OpenVoting',
      item: 'i1',
      round: 2,
      question: 'Biểu quyết lại?',
      reason: 'Tính lại',
      durationMs: null,
    } as const;
    given(...adopted)
      .when('clerk', again)
      .refused('voting/already-adopted');
    expect(given(...adopted, outcomeSet('i1', 'again')).when('clerk', again).result.ok).toBe(true);
  });

  test('[D4] an outcome waits until every vote on the item is published', () => {
    const opened = [...inSession(), movedTo('i1'), votingOpened(22)];
    for (const history of [opened, [...inSession(), ...voted('i1', 12)]])
      given(...history)
        .when('clerk', set('i1', 'noted'))
        .refused('decision/vote-pending');
    expect(given(...opened).when('clerk', set('i3', 'noted')).result.ok).toBe(true);
  });

  test('[D5] other items end with the conclusion of the chair and need no vote', () => {
    given(...inSession())
      .when('clerk', set('i1', 'adopted'))
      .then([outcomeSet('i1', 'adopted')]);
  });

  test('[D5] a changed outcome names the one that was seen', () => {
    const { when } = given(...inSession(), outcomeSet('i1', 'noted'));
    when('clerk2', set('i1', 'deferred')).stale({ outcome: 'noted' });
    when('clerk', set('i1', 'noted', 'noted')).then([]);
    when('clerk', set('i1', 'deferred', 'noted')).then([outcomeSet('i1', 'deferred')]);
  });

  test('[D5] only while the meeting is held, and on items that are there', () => {
    const gone: SessionEvent = { type: 'ItemWithdrawn', item: 'i3', reason: 'x', consent: 'x' };
    const { when } = given(...inSession(), gone);
    when('clerk', set('i3', 'noted')).refused('item/withdrawn');
    when('clerk', set('no-such', 'noted')).refused('item/unknown');
    when('clerk2', set('secret', 'noted')).refused('item/unknown');
    for (const history of [[published()], [...inSession(), { type: 'MeetingEnded' } as const]])
      given(...history)
        .when('clerk', set('i1', 'noted'))
        .refused('meeting/not-in-session');
    const paused: SessionEvent = { type: 'MeetingPaused' };
    expect(given(...inSession(), paused).when('clerk', set('i1', 'noted')).result.ok).toBe(true);
  });
});

describe('recording a conclusion', () => {
  const text = 'Thống nhất chủ trương.\nGiao Sở Tài chính.';
  const record = { type: 'RecordConclusion', item: 'i1', draftRev: 3, text } as const;
  const recorded: SessionEvent = { type: 'ConclusionRecorded', item: 'i1', text, draftRev: 3 };

  test('[D3] takes the text in work as the secretary saw it', () => {
    given(...inSession())
      .when('clerk', record, { facts: { draft: { rev: 3, text: `${text}\n` } } })
      .then([recorded]);
  });

  test('[D3] a text that went on is shown instead of being recorded unseen', () => {
    const { when } = given(...inSession());
    const newer = { rev: 4, text: `${text} Báo cáo trước 30/5.` };
    when('clerk', record, { facts: { draft: newer } }).stale(newer);
    const other = { rev: 3, text: 'Khác' };
    when('clerk', record, { facts: { draft: other } }).stale(other);
    when('clerk', record).refused('conclusion/no-draft');
  });

  test('[D3] recording anew counts the versions', () => {
    const { decision } = given(...inSession(), recorded, { ...recorded, text: 'Bổ sung', draftRev: 5 }).state;
    expect(decision.conclusions.get('i1')).toMatchObject({ text: 'Bổ sung', rev: 2 });
  });
});

test('[D6] a secret item has no conclusion here, and an outcome that says nothing of it', () => {
  const draft = { rev: 1, text: 'Kết luận' };
  const items = [item('x', { isSecret: true }), item('y', { isSecret: true, isCollective: true })];
  const { when } = given(...inSession({ items, papers: [] }));
  when(
    'clerk',
    { type: 'RecordConclusion', item: 'x', draftRev: 1, text: draft.text },
    { facts: { draft } },
  ).refused('item/secret');
  when('clerk', set('x', 'noted')).then([outcomeSet('x', 'noted')]);
  when('clerk', set('y', 'adopted')).refused('decision/vote-needed');
  when('clerk', set('y', 'deferred')).then([outcomeSet('y', 'deferred')]);
});
