import { randomUUID } from 'node:crypto';
import type { Facts } from '@hopso/shared/meeting';
import { type Command, fold, initialSession, project } from '@hopso/shared/session';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { actorOf, chair, itemContent, seatHolders, secretary } from '../../../../test/support/committee.ts';
import {
  type LiveSide,
  openLiveSide,
  openVote,
  publishSession,
  type Session,
  startSession,
} from '../../../../test/support/live-side.ts';
import { newMeeting } from '../../../../test/support/meetings.ts';

const LARGEST_COMMIT = 128;

let side: LiveSide;
let session: Session;
let vote: string;

beforeEach(async () => {
  side = await openLiveSide();
  session = await startSession(side);
  vote = await openVote(side, session);
});
afterEach(async () => {
  expect(side.faults).toEqual([]);
  await side.close();
});

const ballot = (choice: 'approve' | 'disapprove' = 'approve') =>
  ({ type: 'CastBallot', vote, round: 1, choice }) as const;
const headSeq = async (meeting = session.meeting) => (await side.log.head(meeting))?.seq ?? 0;
const eventsAfter = (seq: number) => side.log.since(session.meeting, seq, 1_000);

/** The state in the room against the log folded from nothing. */
async function expectStateOfLog(meeting = session.meeting): Promise<void> {
  const folded = fold(initialSession(), await side.log.since(meeting, 0, 10_000));
  await side.rooms.read(meeting, (state) => {
    expect(state.seq).toBe(folded.seq);
    for (const audience of ['desk', 'member', 'guest', 'screen'] as const)
      expect(project(state, meeting, audience)).toEqual(project(folded, meeting, audience));
  });
}

describe('an order that comes again', () => {
  test('gets the first answer and acts once, together or later', async () => {
    const before = await headSeq();
    const id = randomUUID();
    const copies = Array.from({ length: 20 }, () => side.order(chair, session.meeting, ballot(), id));
    const [first, ...others] = await Promise.all(copies);
    expect(first).toMatchObject({ ok: true, events: 1, seq: before + 1 });
    for (const other of others) expect(other).toEqual(first);
    await side.must(secretary, session.meeting, { type: 'CloseVoting', vote, round: 1 });
    expect(await side.order(chair, session.meeting, ballot(), id)).toEqual(first);
    expect(await eventsAfter(before)).toHaveLength(2);
  });

  test('gets the first answer from another process too', async () => {
    const id = randomUUID();
    const first = await side.order(chair, session.meeting, ballot(), id);
    const seq = await headSeq();
    side.rooms.close();
    expect(await side.order(chair, session.meeting, ballot(), id)).toEqual(first);
    expect(await headSeq()).toBe(seq);
  });

  test('with another body, or from somebody else, is refused, together or later', async () => {
    const id = randomUUID();
    const used = { ok: false, problem: { code: 'command/id-used' } };
    const answers = await Promise.all([
      side.order(chair, session.meeting, ballot(), id),
      side.order(chair, session.meeting, ballot('disapprove'), id),
      side.order(seatHolders[1] ?? '', session.meeting, ballot(), id),
    ]);
    expect(answers).toEqual([expect.objectContaining({ ok: true }), used, used]);
    expect(await side.order(chair, session.meeting, ballot('disapprove'), id)).toEqual(used);
    expect(await side.order(seatHolders[1] ?? '', session.meeting, ballot(), id)).toEqual(used);
    const counted = await side.rooms.read(session.meeting, ({ voting }) => voting.votes.get(vote)?.ballots);
    expect([...(counted ?? [])].map(([personId, { choice }]) => [personId, choice])).toEqual([
      [chair, 'approve'],
    ]);
  });

  test('after a refusal is decided anew: what was refused is not remembered', async () => {
    const id = randomUUID();
    const end = { type: 'EndMeeting' } as const;
    expect(await side.order(secretary, session.meeting, end, id)).toMatchObject({
      problem: { code: 'meeting/vote-open' },
    });
    await side.must(secretary, session.meeting, { type: 'CloseVoting', vote, round: 1 });
    await side.must(secretary, session.meeting, { type: 'PublishResult', vote, round: 1 });
    expect(await side.order(secretary, session.meeting, end, id)).toMatchObject({ ok: true });
  });
});

describe('many orders at once', () => {
  test('are decided in their order, in a few COMMITs, and each answer names its place', async () => {
    let commits = 0;
    side.beforeCommit = () => {
      commits += 1;
    };
    const before = await headSeq();
    const answers = await Promise.all(
      Array.from({ length: 300 }, (_, index) =>
        side.order(
          seatHolders[index % 7] ?? '',
          session.meeting,
          ballot(index < 293 ? 'disapprove' : 'approve'),
        ),
      ),
    );
    expect(answers.map((answer) => answer.ok && answer.seq)).toEqual(
      Array.from({ length: 300 }, (_, index) => before + 1 + index),
    );
    // The first one does not wait for the others.
    expect(commits).toBeLessThanOrEqual(1 + Math.ceil(299 / LARGEST_COMMIT));
    const tally = await side.rooms.read(session.meeting, ({ voting }) =>
      [...(voting.votes.get(vote)?.ballots.values() ?? [])].map(({ choice, count }) => [choice, count > 40]),
    );
    expect(tally).toEqual(Array.from({ length: 7 }, () => ['approve', true]));
    await expectStateOfLog();
  });

  test('of two meetings go their own ways through the same COMMIT', async () => {
    const other = await startSession(side);
    let commits = 0;
    side.beforeCommit = () => {
      commits += 1;
    };
    const [mine, theirs] = [await headSeq(), await headSeq(other.meeting)];
    const pause = { type: 'PauseMeeting' } as const;
    const answers = await Promise.all([
      side.order(chair, session.meeting, ballot()),
      side.order(secretary, other.meeting, pause),
      side.order(chair, session.meeting, ballot('disapprove')),
    ]);
    expect(answers).toMatchObject([{ seq: mine + 1 }, { seq: theirs + 1 }, { seq: mine + 2 }]);
    expect(commits).toBe(2);
    await expectStateOfLog();
    await expectStateOfLog(other.meeting);
  });

  test('one that a rule fails on fails alone', async () => {
    const opened = await side.rooms.open(session.meeting);
    if (opened === null) throw new Error('The meeting is not there.');
    const broken = {
      get seats(): never {
        throw new Error('a rule met what it does not know');
      },
    };
    const order = (person: string, command: Command, facts: Facts = {}) =>
      opened.room.submit({ id: randomUUID(), command, actor: actorOf(person), facts });
    // While the first one is on its way the others gather, to be decided together.
    const [, cast, failed, again] = await Promise.allSettled([
      order(chair, ballot()),
      order(chair, ballot('disapprove')),
      order(secretary, { type: 'StartMeeting' }, broken),
      order(seatHolders[1] ?? '', ballot()),
    ]);
    expect(failed).toMatchObject({ status: 'rejected', reason: expect.any(Error) });
    expect([cast, again]).toMatchObject([{ value: { ok: true } }, { value: { ok: true } }]);
    await expectStateOfLog();
  });
});

describe('a COMMIT that fails', () => {
  test('answers nobody, keeps nothing, and the next order works on what the log holds', async () => {
    const before = await headSeq();
    const cause = new Error('the disk went away');
    side.beforeCommit = () => {
      throw cause;
    };
    const ids = seatHolders.map(() => randomUUID());
    const cast = () =>
      Promise.allSettled(
        seatHolders.map((person, index) => side.order(person, session.meeting, ballot(), ids[index])),
      );
    for (const outcome of await cast()) expect(outcome).toEqual({ status: 'rejected', reason: cause });
    expect(await headSeq()).toBe(before);
    await expectStateOfLog();
    side.beforeCommit = () => {};
    for (const outcome of await cast()) expect(outcome).toMatchObject({ value: { ok: true, events: 1 } });
    expect(await headSeq()).toBe(before + 7);
    await expectStateOfLog();
  });

  test('shows nobody what was decided in it', async () => {
    const opened = await side.rooms.open(session.meeting);
    const seenInCommit: unknown[] = [];
    side.beforeCommit = () => {
      seenInCommit.push(opened?.room.committed);
      throw new Error('the disk went away');
    };
    await expect(side.order(chair, session.meeting, ballot())).rejects.toThrow('the disk went away');
    expect(seenInCommit).toEqual([null]);
    expect(await side.rooms.read(session.meeting, ({ voting }) => voting.votes.get(vote)?.ballots.size)).toBe(
      0,
    );
  });
});

describe('publication', () => {
  test('begins the record at its first place and keeps what was prepared', async () => {
    const meeting = await side.prepare();
    await side.must(secretary, meeting, { type: 'AddCommittee' });
    const content = itemContent('Nội dung');
    await side.must(secretary, meeting, { type: 'AddItem', parentId: null, before: null, content });
    const id = randomUUID();
    const published = await side.order(secretary, meeting, { type: 'PublishMeeting' }, id);
    expect(published).toMatchObject({ ok: true, seq: 1, events: 1 });
    expect(await side.must(secretary, meeting, { type: 'TakeOverDesk', from: null })).toMatchObject({
      seq: 2,
    });
    expect(await side.log.head(meeting)).toMatchObject({ seq: 2, recordStarted: true });
    expect(await side.order(secretary, meeting, { type: 'PublishMeeting' }, id)).toEqual(published);
    expect(await side.verify(meeting)).toMatchObject({ ok: true, events: 2 });
    await expectStateOfLog(meeting);
  });

  test('comes after the orders that wait before it', async () => {
    const meeting = await side.prepare();
    const content = itemContent('Nội dung');
    await side.must(secretary, meeting, { type: 'AddCommittee' });
    const answers = await Promise.all([
      side.order(secretary, meeting, { type: 'AddItem', parentId: null, before: null, content }),
      side.order(secretary, meeting, { type: 'PublishMeeting' }),
    ]);
    expect(answers).toMatchObject([
      { ok: true, seq: 4 },
      { ok: true, seq: 1 },
    ]);
  });
});

describe('the clock of the machine', () => {
  const jumps = async (after: number) =>
    (await eventsAfter(after)).filter(({ type }) => type === 'ClockJumped').map(({ data }) => data);

  test('set forward or back leaves a note before the next order, and time in the record does not go back', async () => {
    const before = await headSeq();
    const now = side.clock.now();
    side.clock.set(now + 3_600_000);
    await side.must(chair, session.meeting, ballot());
    side.clock.set(now - 7_200_000);
    await side.must(chair, session.meeting, ballot());
    await side.must(chair, session.meeting, ballot());
    expect(await jumps(before)).toEqual([
      { type: 'ClockJumped', from: now, to: now + 3_600_000 },
      { type: 'ClockJumped', from: now + 3_600_000, to: now - 7_200_000 },
    ]);
    const times = (await eventsAfter(0)).map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    await expectStateOfLog();
  });

  test('that drifts or passes leaves none', async () => {
    const before = await headSeq();
    side.clock.set(side.clock.now() + 4_000);
    await side.must(chair, session.meeting, ballot());
    side.clock.advance(8 * 3_600_000);
    await side.must(chair, session.meeting, ballot());
    expect(await jumps(before)).toEqual([]);
  });

  test('leaves its note although the first COMMIT after it failed', async () => {
    const before = await headSeq();
    side.clock.set(side.clock.now() + 60_000);
    side.beforeCommit = () => {
      throw new Error('the disk went away');
    };
    await expect(side.order(chair, session.meeting, ballot())).rejects.toThrow();
    side.beforeCommit = () => {};
    await side.must(chair, session.meeting, ballot());
    expect(await jumps(before)).toHaveLength(1);
  });

  test('is of no interest to a preparation', async () => {
    const meeting = await side.prepare();
    await side.must(secretary, meeting, { type: 'AddCommittee' });
    side.clock.set(side.clock.now() + 60_000);
    await side.must(secretary, meeting, { type: 'TakeOverDesk', from: null });
    const types = (await side.log.since(meeting, 0, 100)).map(({ type }) => type);
    expect(types).not.toContain('ClockJumped');
  });
});

test('what somebody else wrote meanwhile is folded before the next order is decided, and followers are told', async () => {
  const told: string[] = [];
  await side.close();
  side = await openLiveSide({ onCommitted: (_, events) => told.push(...events.map(({ type }) => type)) });
  session = await publishSession(side);
  const seq = await headSeq();
  const at = side.clock.now();
  const data = { type: 'CheckedIn', person: chair, mode: 'room', site: null };
  await side.log.transact(session.meeting, seq, ['elsewhere'], () => ({
    accepted: [
      {
        command: { id: 'elsewhere', actorId: chair, bodyHash: '', answer: null },
        events: [{ at, data }],
      },
    ],
  }));
  told.length = 0;
  const answer = await side.must(secretary, session.meeting, { type: 'TakeOverDesk', from: null });
  expect(answer.seq).toBe(seq + 2);
  expect(told).toEqual(['CheckedIn', 'DeskTakenOver']);
  await expectStateOfLog();
});

test('a command of an unknown, foreign or never begun meeting is answered alike, whatever it says', async () => {
  const foreign = await side.prepare();
  const neverBegun = randomUUID();
  await side.log.create(newMeeting(neverBegun));
  const answers = await Promise.all([
    side.order(chair, randomUUID(), ballot()),
    side.order(chair, foreign, ballot()),
    side.order(secretary, neverBegun, { type: 'NoSuchCommand' } as never),
    side.order(chair, '../../etc/passwd', {} as never),
  ]);
  for (const answer of answers) expect(answer).toEqual({ ok: false, problem: { code: 'not-found' } });
});
