import type { Frame, MineFrame, PresenceView } from '@hopso/shared/protocol';
import { type Audience, type Command, project } from '@hopso/shared/session';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  actorOf,
  chair,
  guest,
  itemContent,
  members,
  secretary,
} from '../../../../test/support/committee.ts';
import { eventually } from '../../../../test/support/eventually.ts';
import {
  type LiveSide,
  openLiveSide,
  openVote,
  publishSession,
  type Session,
  startSession,
} from '../../../../test/support/live-side.ts';
import type { RoomFeed } from './room-feed.ts';

type Sent =
  | { readonly kind: 'frame'; readonly to: Audience; readonly frame: Frame }
  | { readonly kind: 'mine'; readonly to: string; readonly frame: MineFrame }
  | { readonly kind: 'presence'; readonly view: PresenceView }
  | { readonly kind: 'reset'; readonly to: string; readonly reason: string };

let side: LiveSide;
let session: Session;
/** Everything that was given to the transport, in order. */
let sent: Sent[];

const openSide = () =>
  openLiveSide({
    delivery: () => ({
      frame: (to, frame) => sent.push({ kind: 'frame', to, frame }),
      mine: (to, frame) => sent.push({ kind: 'mine', to, frame }),
      presence: (view) => sent.push({ kind: 'presence', view }),
      led() {},
      pointer() {},
      ink() {},
      inkPart() {},
      reset: (to, reason) => sent.push({ kind: 'reset', to, reason }),
      resetAll: (reason) => sent.push({ kind: 'reset', to: 'everybody', reason }),
    }),
  });

beforeEach(async () => {
  sent = [];
  side = await openSide();
});
afterEach(async () => {
  vi.useRealTimers();
  expect(side.faults).toEqual([]);
  await side.close();
});

const framesTo = (audience: Audience): Frame[] =>
  sent.flatMap((one) => (one.kind === 'frame' && one.to === audience ? [one.frame] : []));
const resets = () => sent.flatMap((one) => (one.kind === 'reset' ? [[one.to, one.reason]] : []));
const at = (item: string) => ({ item, following: null });
const seq = async () => (await side.log.head(session.meeting))?.seq ?? 0;

async function feedOf(meeting: string): Promise<RoomFeed> {
  const opened = await side.rooms.open(meeting);
  if (opened === null) throw new Error('The meeting is not there.');
  return opened.feed;
}

/** Seats these people, each on one connection that bears their name, and the wall. */
async function seat(meeting: string, people: readonly string[]): Promise<RoomFeed> {
  const feed = await feedOf(meeting);
  await side.rooms.read(meeting, (state) => {
    for (const person of people) {
      const seated = feed.enter(actorOf(person), person, state);
      if (seated !== null) feed.feed(seated.audience, state);
    }
    if (feed.enterWall('wall', state) !== null) feed.feed('screen', state);
  });
  return feed;
}

const sentUpTo = (audience: Audience, to: number) =>
  eventually(() => expect(framesTo(audience).at(-1)?.to).toBe(to));

describe('frames', () => {
  beforeEach(async () => {
    session = await startSession(side);
  });

  test('lead from what was sent to what holds, one for many changes of a tick', async () => {
    const vote = await openVote(side, session);
    const feed = await seat(session.meeting, [secretary, chair, guest]);
    const start = await seq();
    await side.must(chair, session.meeting, { type: 'CastBallot', vote, round: 1, choice: 'approve' });
    await sentUpTo('guest', start + 1);
    await Promise.all(
      Array.from({ length: 60 }, () =>
        side.must(chair, session.meeting, { type: 'CastBallot', vote, round: 1, choice: 'approve' }),
      ),
    );
    await side.must(members[0], session.meeting, { type: 'CastBallot', vote, round: 1, choice: 'abstain' });
    await sentUpTo('guest', start + 62);
    const frames = framesTo('guest');
    expect(frames[0]?.from).toBe(start);
    for (const [index, frame] of frames.slice(1).entries()) expect(frame.from).toBe(frames[index]?.to);
    // Voting again changes no count, so a guest is told of the first ballot and of the other person's.
    expect(frames.length).toBeLessThanOrEqual(3);
    await side.rooms.read(session.meeting, (state) => {
      expect(feed.feed('guest', state).framesAfter(start)).toEqual(frames);
      expect(feed.feed('guest', state).framesAfter(start + 5)).toBeNull();
    });
  });

  test('an event that an audience may not see leaves it without a frame', async () => {
    const content = itemContent('Nhân sự', { openTo: [secretary, chair] });
    const add = {
      type: 'AddItem',
      parentId: null,
      before: null,
      content,
      consent: 'Chủ tịch đồng ý',
    } as const;
    const { created } = await side.must(secretary, session.meeting, add);
    await seat(session.meeting, [secretary, chair, members[0], guest]);
    const changes = { title: 'Nhân sự chủ chốt' };
    const item = created[0] ?? '';
    await side.must(secretary, session.meeting, { type: 'EditItem', item, rev: 1, changes });
    await eventually(() => expect(sent.filter(({ kind }) => kind === 'mine')).not.toEqual([]));
    for (const audience of ['desk', 'member', 'guest', 'screen'] as const)
      expect(framesTo(audience)).toEqual([]);
    // Those on the list learn from their own view that there is something to fetch.
    expect(sent.flatMap((one) => (one.kind === 'mine' ? [one.to] : [])).toSorted()).toEqual(
      [secretary, chair].toSorted(),
    );
    expect(JSON.stringify(sent)).not.toContain('chủ chốt');
  });

  test('of content that was closed to some since are not handed to those who were away', async () => {
    const feed = await seat(session.meeting, [secretary, members[0]]);
    const start = await seq();
    const item = session.items[1];
    const retitle = { title: 'Tên lộ ra' };
    await side.must(secretary, session.meeting, { type: 'EditItem', item, rev: 1, changes: retitle });
    await sentUpTo('member', start + 1);
    const changes = { openTo: [secretary, chair] };
    await side.must(secretary, session.meeting, { type: 'EditItem', item, rev: 2, changes });
    await sentUpTo('member', start + 2);
    await side.rooms.read(session.meeting, async (state) => {
      const member = feed.feed('member', state);
      expect(member.framesAfter(start)).toBeNull();
      expect(member.framesAfter(start + 2)).toEqual([]);
      expect(JSON.stringify(project(state, session.meeting, 'member'))).not.toContain('Tên lộ ra');
    });
  });

  test('come also when the tick falls into a COMMIT that brings nothing', async () => {
    await seat(session.meeting, [secretary, chair]);
    const start = await seq();
    let finish: () => void = () => {};
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const transact = side.log.transact.bind(side.log);
    await side.must(secretary, session.meeting, { type: 'PauseMeeting' });
    await sentUpTo('desk', start + 1);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    // The next tick is not due yet: what is committed now waits for it, and it meets the slow COMMIT.
    await side.must(secretary, session.meeting, { type: 'ResumeMeeting' });
    side.log.transact = (meeting, known, ids, decide) => transact(meeting, known, ids, decide, () => slow);
    const refused = side.order(secretary, session.meeting, { type: 'ResumeMeeting' });
    const opened = await side.rooms.open(session.meeting);
    while (opened?.room.committed !== null) await new Promise((resolve) => setImmediate(resolve));
    expect(framesTo('desk').at(-1)?.to).toBe(start + 1);
    await vi.advanceTimersByTimeAsync(25);
    finish();
    expect(await refused).toMatchObject({ problem: { code: 'meeting/not-paused' } });
    await sentUpTo('desk', start + 2);
  });

  test('go on after a COMMIT that failed, and nobody is shown out for it', async () => {
    const feed = await seat(session.meeting, [secretary, chair]);
    const [start, epoch] = [await seq(), feed.epoch];
    side.beforeCommit = () => {
      throw new Error('the disk went away');
    };
    await expect(side.order(secretary, session.meeting, { type: 'PauseMeeting' })).rejects.toThrow();
    side.beforeCommit = () => {};
    await side.must(secretary, session.meeting, { type: 'PauseMeeting' });
    await sentUpTo('desk', start + 1);
    expect([resets(), feed.epoch]).toEqual([[], epoch]);
  });
});

describe('who is shown out', () => {
  test('at publication everybody, since positions start anew', async () => {
    const meeting = await side.prepare();
    session = { meeting, items: ['', ''] };
    await side.must(secretary, meeting, { type: 'AddCommittee' });
    const add = { type: 'AddItem', parentId: null, before: null, content: itemContent('Nội dung') } as const;
    const { created } = await side.must(secretary, meeting, add);
    const feed = await seat(meeting, [secretary]);
    const before = feed.epoch;
    await side.must(secretary, meeting, { type: 'PublishMeeting' });
    await eventually(() => expect(resets()).toEqual([['everybody', 'published']]));
    expect(feed.epoch).not.toBe(before);
    await seat(meeting, [secretary, members[0]]);
    sent.length = 0;
    const edit = { type: 'EditItem', item: created[0] ?? '', rev: 1, changes: { title: 'Khác' } } as const;
    await side.must(secretary, meeting, edit);
    await sentUpTo('member', 2);
    expect(framesTo('desk')).toMatchObject([{ from: 1, to: 2 }]);
  });

  test('whoever is removed or changes capacity, before the frame that comes next', async () => {
    session = await publishSession(side);
    await seat(session.meeting, [secretary, chair, members[0], members[1], guest]);
    const shownOut = async (command: Command, person: string, reason: string) => {
      const from = sent.length;
      const { seq: place } = await side.must(secretary, session.meeting, command);
      await sentUpTo('member', place);
      const since = sent.slice(from).filter(({ kind }) => kind === 'reset' || kind === 'frame');
      expect(since[0]).toEqual({ kind: 'reset', to: person, reason });
    };
    await shownOut({ type: 'RemoveParticipant', person: members[0] }, members[0], 'revoked');
    const toGuest = { person: members[1], from: 'member', to: 'guest' } as const;
    await shownOut({ type: 'ChangeCapacity', ...toGuest }, members[1], 'capacity');
    expect(resets()).toHaveLength(2);
    const own = sent.flatMap((one) => (one.kind === 'mine' ? [one.to] : []));
    expect(own).not.toContain(members[0]);
    expect(own).not.toContain(members[1]);
  });

  test('everybody when the preparation is deleted', async () => {
    const meeting = await side.prepare();
    await seat(meeting, [secretary]);
    side.rooms.forget(meeting);
    expect(resets()).toEqual([['everybody', 'revoked']]);
  });
});

describe('connections', () => {
  beforeEach(async () => {
    session = await publishSession(side);
  });

  test('a device that leaves twice, or late, does not take away the seat of the other one', async () => {
    const feed = await seat(session.meeting, [members[0]]);
    await side.rooms.read(session.meeting, (state) => feed.enter(actorOf(members[0]), 'tablet-2', state));
    feed.leave(members[0], members[0]);
    feed.leave(members[0], members[0]);
    const capacity = { from: 'member', to: 'guest' } as const;
    await side.must(secretary, session.meeting, { type: 'ChangeCapacity', person: members[0], ...capacity });
    await eventually(() => expect(resets()).toEqual([[members[0], 'capacity']]));
  });

  test('a second device starts where the first one is', async () => {
    const feed = await seat(session.meeting, [members[0]]);
    const answer = { type: 'AnswerInvitation', answer: 'accepted', reason: null } as const;
    await side.must(members[0], session.meeting, answer);
    await eventually(() => expect(sent.filter(({ kind }) => kind === 'mine')).toHaveLength(1));
    const second = await side.rooms.read(session.meeting, (state) =>
      feed.enter(actorOf(members[0]), 'tablet-2', state),
    );
    expect(second).toMatchObject({ mineRev: 1, mine: { invitation: 'accepted' } });
  });

  test('a room on whose screens somebody looks stays open, be it the wall alone', async () => {
    await side.close();
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    side = await openSide();
    session = await publishSession(side);
    const feed = await seat(session.meeting, []);
    const quiet = await publishSession(side);
    const unread = await feedOf(quiet.meeting);
    side.clock.advance(11 * 60_000);
    await vi.advanceTimersByTimeAsync(11 * 60_000);
    expect(side.rooms.feedOf(session.meeting)).toBe(feed);
    expect(side.rooms.feedOf(quiet.meeting)).toBeNull();
    expect(await feedOf(quiet.meeting)).not.toBe(unread);
  });

  test('somebody without a part, and a wall before publication, get no seat', async () => {
    const draft = await side.prepare();
    const feed = await feedOf(draft);
    await side.rooms.read(draft, (state) => {
      expect(feed.enter(actorOf(members[0]), 'x', state)).toBeNull();
      expect(feed.enterWall('wall', state)).toBeNull();
    });
  });
});

test('a transport that fails is told as a fault, and the next tick goes out', async () => {
  session = await startSession(side);
  await seat(session.meeting, [secretary, chair]);
  const push = sent.push.bind(sent);
  sent.push = () => {
    throw new Error('no transport');
  };
  await side.must(secretary, session.meeting, { type: 'PauseMeeting' });
  await eventually(() => expect(side.faults).toMatchObject([{ message: 'no transport' }]));
  side.faults.length = 0;
  sent.push = push;
  await side.must(secretary, session.meeting, { type: 'ResumeMeeting' });
  await sentUpTo('desk', await seq());
});

describe('presence', () => {
  test('tells the desk who is here, elsewhere, behind or offline, by what each was sent', async () => {
    session = await startSession(side);
    const feed = await seat(session.meeting, [secretary, chair, members[0], members[1], guest]);
    const start = await seq();
    // Guests are told less, so their position is lower although nothing is missing.
    await side.must(secretary, session.meeting, {
      type: 'RecordAttendance',
      person: members[4],
      from: 'room',
      to: 'online',
    });
    await sentUpTo('member', start + 1);
    side.clock.advance(4_000);
    feed.reportPresence(members[0], at(session.items[0]), start + 1);
    feed.reportPresence(members[1], at(session.items[1]), start);
    feed.reportPresence(guest, at(session.items[0]), framesTo('guest').at(-1)?.to ?? start);
    feed.leave(chair, chair);
    const last = () => sent.findLast((one) => one.kind === 'presence');
    await eventually(() => expect(last()).toBeDefined());
    expect(last()?.view.persons).toMatchObject({
      [members[0]]: { state: 'here', item: session.items[0] },
      [members[1]]: { state: 'behind', item: session.items[1] },
      [guest]: { state: 'here' },
      [secretary]: { state: 'elsewhere', item: null },
      [chair]: { state: 'offline' },
    });
  });
});
