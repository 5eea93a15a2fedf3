import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chair, itemContent, members, secretary } from '../support/committee.ts';
import { eventually } from '../support/eventually.ts';
import { type LiveServer, principalOf, serveLiveSide } from '../support/live-server.ts';
import { publishSession, type Session, startSession } from '../support/live-side.ts';
import { person, type Tablet } from '../support/tablets.ts';

/** Rights that were taken away are gone within this, on open connections too. */
const GONE_WITHIN_MS = 1_000;
const hidden = { ok: false, problem: { code: 'not-found' } };

let server: LiveServer;
let session: Session;
let tablets: Tablet[];

beforeEach(async () => {
  server = await serveLiveSide();
  tablets = [];
});
afterEach(async () => {
  for (const tablet of tablets) tablet.close();
  await server.close();
  expect(server.faults).toEqual([]);
});

async function seated(name: string): Promise<Tablet> {
  const tablet = person(server.url, name);
  tablets.push(tablet);
  await tablet.connect();
  await tablet.mustJoin(session.meeting);
  return tablet;
}

const must = (command: Parameters<LiveServer['must']>[2]) => server.must(secretary, session.meeting, command);
const seqOf = async () => (await server.log.head(session.meeting))?.seq ?? 0;

/** Resolves with how long it took from now until the device was told. */
async function toldToForget(tablet: Tablet, reason: string): Promise<number> {
  const from = performance.now();
  await eventually(() => expect(tablet.all('reset')).toEqual([{ meeting: session.meeting, reason }]));
  return performance.now() - from;
}

/** Resolves once everything sent so far has reached the device: answers come after what was sent before them. */
const everythingReached = (tablet: Tablet) => tablet.join('no-such-meeting');

describe('a person who is taken off the list', () => {
  beforeEach(async () => {
    session = await publishSession(server);
  });

  test('is shown out on every device within a second, and no question brings anything more', async () => {
    const [first, second, other] = [
      await seated(members[0]),
      await seated(members[0]),
      await seated(members[1]),
    ];
    const { epoch, to } = await first.mustJoin(session.meeting);
    await must({ type: 'RemoveParticipant', person: members[0] });
    expect(await toldToForget(first, 'revoked')).toBeLessThan(GONE_WITHIN_MS);
    await toldToForget(second, 'revoked');
    const frames = first.all('frame').length;
    await must({ type: 'EditItem', item: session.items[0], rev: 1, changes: { title: 'Sau khi rời' } });
    await eventually(async () => expect(other.all('frame').at(-1)?.to).toBe(await seqOf()));
    expect(await first.sync(session.meeting, { epoch, to })).toEqual(hidden);
    expect(await first.join(session.meeting)).toEqual(hidden);
    expect(await first.command(session.meeting, { type: 'JoinOnDevice', device: 'x' })).toEqual(hidden);
    expect((await first.fetch(`/api/meetings/${session.meeting}/snapshot`)).status).toBe(404);
    await everythingReached(second);
    expect(first.all('frame')).toHaveLength(frames);
    expect(JSON.stringify([first.received, second.received])).not.toContain('Sau khi rời');
    // Off the list, not out of the building: the same connection serves other meetings.
    expect(first.socket.connected).toBe(true);
  });

  test('comes in again when put back', async () => {
    const tablet = await seated(members[0]);
    await must({ type: 'RemoveParticipant', person: members[0] });
    await toldToForget(tablet, 'revoked');
    await must({ type: 'AddParticipants', participants: [{ personId: members[0], capacity: 'guest' }] });
    expect(await tablet.join(session.meeting)).toMatchObject({ ok: true, audience: 'guest' });
  });
});

describe('a person whose capacity changes', () => {
  test('loses what the old one was shown within a second', async () => {
    session = await publishSession(server);
    const desk = await seated(secretary);
    const toDesk = { type: 'ChangeCapacity', person: members[0], from: 'member', to: 'secretary' } as const;
    await must(toDesk);
    const tablet = await seated(members[0]);
    const { audience, epoch } = await tablet.mustJoin(session.meeting);
    expect(audience).toBe('desk');
    await must({ ...toDesk, from: 'secretary', to: 'member' });
    expect(await toldToForget(tablet, 'capacity')).toBeLessThan(GONE_WITHIN_MS);
    const reason = 'Bận họp ở Trung ương';
    const decline = { type: 'AnswerInvitation', answer: 'declined', reason } as const;
    await server.must(members[1], session.meeting, decline);
    await eventually(() => expect(JSON.stringify(desk.all('frame'))).toContain(reason));
    expect(await tablet.sync(session.meeting, { epoch, to: await seqOf() })).toEqual(hidden);
    expect(await tablet.join(session.meeting)).toMatchObject({ ok: true, audience: 'member' });
    expect(await tablet.snapshot(session.meeting)).toMatchObject({ audience: 'member' });
    expect(JSON.stringify(tablet.received)).not.toContain(reason);
  });

  test('by taking the chair is put at the desk, and the former one stays there', async () => {
    session = await startSession(server);
    const [former, next] = [await seated(chair), await seated(members[0])];
    await must({ type: 'HandOverChair', from: chair, to: members[0] });
    await toldToForget(next, 'capacity');
    expect(await next.join(session.meeting)).toMatchObject({ ok: true, audience: 'desk' });
    await everythingReached(former);
    expect(former.all('reset')).toEqual([]);
  });
});

test('whoever prepares is told at publication that the record begins, and joins anew', async () => {
  const meeting = await server.prepare();
  session = { meeting, items: ['', ''] };
  await must({ type: 'AddCommittee' });
  await must({ type: 'AddItem', parentId: null, before: null, content: itemContent('Nội dung') });
  const tablet = await seated(secretary);
  const before = await tablet.mustJoin(meeting);
  await must({ type: 'PublishMeeting' });
  await toldToForget(tablet, 'published');
  const after = await tablet.mustJoin(meeting, before);
  expect(after.frames).toBeNull();
  expect(after.epoch).not.toBe(before.epoch);
  expect(await tablet.snapshot(meeting)).toMatchObject({ epoch: after.epoch, to: 1 });
});

test('whoever looks at a preparation that is deleted is shown out', async () => {
  const meeting = await server.prepare();
  session = { meeting, items: ['', ''] };
  const tablet = await seated(secretary);
  const deleted = await tablet.fetch(`/api/meetings/${meeting}`, { method: 'DELETE' });
  expect(deleted.status).toBe(204);
  await toldToForget(tablet, 'revoked');
  expect(await tablet.join(meeting)).toEqual(hidden);
  expect(await tablet.command(meeting, { type: 'AddCommittee' })).toEqual(hidden);
});

describe('a sign-in that ends', () => {
  beforeEach(async () => {
    session = await startSession(server);
    server.signIns.set('tablet', principalOf(members[0], { sessionId: 'tablet' }));
    server.signIns.set('laptop', principalOf(members[0], { sessionId: 'laptop' }));
  });

  test('takes its connections with it within a second, and only those', async () => {
    const [tablet, laptop] = [await seated('tablet'), await seated('laptop')];
    const endedAt = performance.now();
    server.signIns.delete('tablet');
    server.sockets.disconnectSession('tablet');
    await eventually(() => expect(tablet.socket.connected).toBe(false));
    expect(performance.now() - endedAt).toBeLessThan(GONE_WITHIN_MS);
    await everythingReached(laptop);
    expect(laptop.socket.connected).toBe(true);
  });

  test('of a person as a whole takes all of them', async () => {
    const [tablet, laptop, other] = [
      await seated('tablet'),
      await seated('laptop'),
      await seated(members[1]),
    ];
    server.sockets.disconnectPerson(members[0]);
    await eventually(() =>
      expect([tablet.socket.connected, laptop.socket.connected]).toEqual([false, false]),
    );
    expect(other.socket.connected).toBe(true);
  });

  test('while a connection is being made does not leave that one behind', async () => {
    let finish: () => void = () => {};
    const gate = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const begun = new Promise<void>((resolve) => {
      server.duringHandshake = () => {
        resolve();
        return gate;
      };
    });
    const tablet = person(server.url, 'tablet');
    tablets.push(tablet);
    const connecting = tablet.connect();
    await begun;
    server.sockets.disconnectSession('tablet');
    finish();
    await connecting.catch(() => {});
    await eventually(() => expect(tablet.socket.connected).toBe(false));
    await expect(server.sockets.io.fetchSockets()).resolves.toEqual([]);
  });
});
