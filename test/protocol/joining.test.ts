import { project, projectMine } from '@hopso/shared/session';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { actorOf, chair, guest, members, secretary, stranger } from '../support/committee.ts';
import { eventually } from '../support/eventually.ts';
import { type LiveServer, principalOf, serveLiveSide } from '../support/live-server.ts';
import { openVote, publishSession, startSession } from '../support/live-side.ts';
import { mineFrom, person, type Tablet, viewFrom, wall } from '../support/tablets.ts';

let server: LiveServer;
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

async function connect(name: string): Promise<Tablet> {
  const tablet = person(server.url, name);
  tablets.push(tablet);
  return tablet.connect();
}

async function connectWall(token: string): Promise<Tablet> {
  const tablet = wall(server.url, token);
  tablets.push(tablet);
  return tablet.connect();
}

const seqOf = async (meeting: string) => (await server.log.head(meeting))?.seq ?? 0;
const arrived = (tablet: Tablet, to: number) =>
  eventually(() => expect(tablet.all('frame').at(-1)?.to).toBe(to));

describe('who comes in', () => {
  test('without a position takes a snapshot and follows by frames without a gap', async () => {
    const session = await startSession(server);
    const vote = await openVote(server, session);
    const tablet = await connect(members[0]);
    const joined = await tablet.mustJoin(session.meeting);
    expect(joined).toMatchObject({ audience: 'member', frames: null, mineRev: 0, now: server.clock.now() });
    const snapshot = await tablet.snapshot(session.meeting);
    expect(snapshot).toMatchObject({ audience: 'member', epoch: joined.epoch });
    const synced = await tablet.sync(session.meeting, snapshot);
    expect(synced).toEqual({ ok: true, frames: [] });
    for (const choice of ['approve', 'disapprove', 'approve'] as const) {
      const cast = await tablet.command(session.meeting, { type: 'CastBallot', vote, round: 1, choice });
      expect(cast).toMatchObject({ ok: true });
    }
    const close = { type: 'CloseVoting', vote, round: 1 } as const;
    await server.must(secretary, session.meeting, close);
    await arrived(tablet, await seqOf(session.meeting));
    await server.rooms.read(session.meeting, (state) => {
      const { view, to } = viewFrom(snapshot, tablet.all('frame'));
      expect(view).toEqual(project(state, session.meeting, 'member'));
      expect(to).toBe(state.seq);
      expect(mineFrom(joined, tablet.all('mine'))).toEqual(projectMine(state, actorOf(members[0])));
    });
  });

  test('with a position gets the frames after it, and after a gap asks for what is missing', async () => {
    const session = await startSession(server);
    const tablet = await connect(members[0]);
    const { epoch, to } = await tablet.mustJoin(session.meeting);
    const snapshot = await tablet.snapshot(session.meeting);
    tablet.close();
    for (const type of ['PauseMeeting', 'ResumeMeeting', 'PauseMeeting'] as const) {
      await server.must(secretary, session.meeting, { type });
      await eventually(async () => {
        const feed = (await server.rooms.open(session.meeting))?.feed;
        await server.rooms.read(session.meeting, (state) =>
          expect(feed?.feed('member', state).to).toBe(state.seq),
        );
      });
    }
    const again = await connect(members[0]);
    const joined = await again.mustJoin(session.meeting, { epoch, to });
    expect(joined.frames).toHaveLength(3);
    const { view } = viewFrom(snapshot, joined.frames ?? []);
    await server.rooms.read(session.meeting, (state) =>
      expect(view).toEqual(project(state, session.meeting, 'member')),
    );
    const missing = await again.sync(session.meeting, { epoch, to: to + 1 });
    expect(missing).toMatchObject({ ok: true, frames: [{ from: to + 1 }, { to: to + 3 }] });
  });

  test('with a position of another life, or of none, takes a snapshot', async () => {
    const session = await startSession(server);
    const tablet = await connect(members[0]);
    const { epoch, to } = await tablet.mustJoin(session.meeting);
    for (const have of [
      { epoch: 'another', to },
      { epoch, to: to + 7 },
      { epoch, to: 0 },
    ]) {
      expect((await tablet.mustJoin(session.meeting, have)).frames).toBeNull();
      expect(await tablet.sync(session.meeting, have)).toEqual({ ok: true, frames: null });
    }
  });

  test('with another major version is told to reload, before anything is looked up', async () => {
    const session = await startSession(server);
    const tablet = await connect(members[0]);
    const outsider = await connect(stranger);
    const answers = [
      await tablet.join(session.meeting, null, '0.9'),
      await outsider.join(session.meeting, null, '0.9'),
      await outsider.join('no-such-meeting', null, '0.9'),
    ];
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ ok: false, problem: { code: 'protocol/upgrade' } });
    expect(tablet.received.map(({ event }) => event)).toContain('upgrade');
    await server.must(secretary, session.meeting, { type: 'PauseMeeting' });
    expect((await tablet.join(session.meeting, null, '1.7')).ok).toBe(true);
    expect(tablet.all('frame')).toEqual([]);
  });

  test('twice at once has one seat', async () => {
    const session = await startSession(server);
    const tablet = await connect(members[0]);
    await Promise.all([tablet.mustJoin(session.meeting), tablet.mustJoin(session.meeting)]);
    await server.must(secretary, session.meeting, { type: 'PauseMeeting' });
    await arrived(tablet, await seqOf(session.meeting));
    expect(tablet.all('frame')).toHaveLength(1);
    const { values } = await server.metrics.sockets.get();
    expect(values.map(({ value }) => value)).toEqual([1]);
    tablet.close();
    const feed = server.rooms.feedOf(session.meeting);
    await eventually(() => expect(feed?.hasReaders).toBe(false));
    expect((await server.metrics.sockets.get()).values.map(({ value }) => value)).toEqual([0]);
  });
});

describe('the snapshot', () => {
  test('is one compressed answer per audience and second, and an unchanged one is not sent again', async () => {
    const session = await startSession(server);
    const [member, other, desk] = [
      person(server.url, members[0]),
      person(server.url, members[1]),
      person(server.url, chair),
    ];
    const path = `/api/meetings/${session.meeting}/snapshot`;
    const first = await member.fetch(path);
    expect([first.status, first.headers.get('content-encoding'), first.headers.get('cache-control')]).toEqual(
      [200, 'gzip', 'private, no-cache'],
    );
    const etag = first.headers.get('etag') ?? '';
    const second = await other.fetch(path, { headers: { 'if-none-match': etag } });
    expect([second.status, await second.text()]).toEqual([304, '']);
    const ofDesk = await desk.fetch(path, { headers: { 'if-none-match': etag } });
    expect([ofDesk.status, ofDesk.headers.get('etag') === etag]).toEqual([200, false]);
    const tablet = await connect(members[0]);
    await tablet.mustJoin(session.meeting);
    await server.must(secretary, session.meeting, { type: 'PauseMeeting' });
    await arrived(tablet, await seqOf(session.meeting));
    server.clock.advance(1_000);
    const changed = await member.fetch(path, { headers: { 'if-none-match': etag } });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(etag);
  });
});

describe('the wall', () => {
  test('is shown its own meeting and nothing else, and may do nothing', async () => {
    const session = await startSession(server);
    const other = await startSession(server);
    server.screens.set('token-1', session.meeting);
    const screen = await connectWall('token-1');
    expect(await screen.mustJoin(session.meeting)).toMatchObject({ audience: 'screen', mine: null });
    expect(await screen.snapshot(session.meeting)).toMatchObject({ audience: 'screen' });
    const hidden = { ok: false, problem: { code: 'not-found' } };
    expect(await screen.join(other.meeting)).toEqual(hidden);
    expect((await screen.fetch(`/api/meetings/${other.meeting}/snapshot`)).status).toBe(404);
    expect(await screen.command(session.meeting, { type: 'PauseMeeting' })).toEqual(hidden);
    await server.must(secretary, other.meeting, { type: 'PauseMeeting' });
    await server.must(secretary, session.meeting, { type: 'PauseMeeting' });
    await arrived(screen, await seqOf(session.meeting));
    expect(new Set(screen.all('frame').map(({ meeting }) => meeting))).toEqual(new Set([session.meeting]));
  });

  test('comes in by a link that is in force only, once the meeting is published', async () => {
    await expect(connectWall('unknown')).rejects.toThrow('auth/required');
    const draft = await server.prepare();
    server.screens.set('token-1', draft);
    const screen = await connectWall('token-1');
    expect(await screen.join(draft)).toEqual({ ok: false, problem: { code: 'not-found' } });
    expect((await screen.fetch(`/api/meetings/${draft}/snapshot`)).status).toBe(404);
  });

  test('whose link is withdrawn goes dark within a second, joined or not', async () => {
    const session = await publishSession(server);
    server.screens.set('token-1', session.meeting);
    const [shown, waiting] = [await connectWall('token-1'), await connectWall('token-1')];
    await shown.mustJoin(session.meeting);
    const withdrawnAt = performance.now();
    server.screens.delete('token-1');
    server.sockets.disconnectScreens(session.meeting);
    await eventually(() =>
      expect([shown.socket.connected, waiting.socket.connected]).toEqual([false, false]),
    );
    expect(performance.now() - withdrawnAt).toBeLessThan(1_000);
    await expect(connectWall('token-1')).rejects.toThrow('auth/required');
  });
});

describe('who has no part', () => {
  test('is told the same of a meeting that exists and of one that does not', async () => {
    const session = await startSession(server);
    const draft = await server.prepare();
    const unknown = '00000000-0000-4000-8000-000000000000';
    const outsider = await connect(stranger);
    const position = { epoch: server.rooms.feedOf(session.meeting)?.epoch ?? '', to: 1 };
    const asked = async (meeting: string) => {
      const http = await Promise.all(
        [
          `/api/meetings/${meeting}/snapshot`,
          `/api/meetings/${meeting}/hall-code`,
          `/api/meetings/${meeting}/result`,
          `/api/meetings/${meeting}/result.csv?table=votes`,
          `/api/meetings/${meeting}/items/${session.items[0]}`,
          `/api/meetings/${meeting}/items/${session.items[0]}/draft`,
        ].map((path) => outsider.fetch(path)),
      );
      const ordered = await outsider.fetch(`/api/meetings/${meeting}/commands`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ id: 'command-1', command: { type: 'PauseMeeting' } }),
      });
      const problems = await Promise.all(
        [...http, ordered].map(async (answer) => {
          const { correlationId: _, ...problem } = await answer.json();
          return [answer.status, problem];
        }),
      );
      return [
        await outsider.join(meeting),
        await outsider.join(meeting, position),
        await outsider.sync(meeting, position),
        await outsider.command(meeting, { type: 'PauseMeeting' }),
        await outsider.command(meeting, { type: 'Nonsense' } as never),
        ...problems,
      ];
    };
    const ofUnknown = await asked(unknown);
    expect(await asked(session.meeting)).toEqual(ofUnknown);
    expect(await asked(draft)).toEqual(ofUnknown);
    expect(ofUnknown[0]).toEqual({ ok: false, problem: { code: 'not-found' } });
    await server.must(secretary, session.meeting, { type: 'PauseMeeting' });
    const inside = await connect(guest);
    await inside.mustJoin(session.meeting);
    await server.must(secretary, session.meeting, { type: 'ResumeMeeting' });
    await arrived(inside, await seqOf(session.meeting));
    expect(outsider.all('frame')).toEqual([]);
  });

  test('nor has a sign-in by the code of another meeting, or one that must change its password', async () => {
    const [mine, other] = [await startSession(server), await startSession(server)];
    server.signIns.set('by-code', principalOf(members[0], { meetingScope: mine.meeting }));
    server.signIns.set('first-password', principalOf(members[0], { passwordChangeRequired: true }));
    const tablet = await connect('by-code');
    expect((await tablet.join(mine.meeting)).ok).toBe(true);
    const hidden = { ok: false, problem: { code: 'not-found' } };
    expect(await tablet.join(other.meeting)).toEqual(hidden);
    expect(await tablet.command(other.meeting, { type: 'JoinOnDevice', device: 'x' })).toEqual(hidden);
    expect((await tablet.fetch(`/api/meetings/${other.meeting}/snapshot`)).status).toBe(404);
    await expect(connect('first-password')).rejects.toThrow('auth/required');
  });
});

describe('the door itself', () => {
  const opened = (options: ConstructorParameters<typeof WebSocket>[2]) =>
    new Promise<number | 'open'>((resolve, reject) => {
      const socket = new WebSocket(
        `ws://127.0.0.1:${server.port}/socket.io/?EIO=4&transport=websocket`,
        options,
      );
      socket.on('open', () => {
        socket.terminate();
        resolve('open');
      });
      socket.on('unexpected-response', (_, answer) => resolve(answer.statusCode ?? 0));
      socket.on('error', reject);
    });

  test('refuses pages of other sites, whatever cookie they carry', async () => {
    const cookie = `hopso=${chair}`;
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: `http://127.0.0.1.evil.example:${server.port}` },
      { origin: 'null' },
      { origin: `http://127.0.0.1:${server.port}`, 'sec-fetch-site': 'cross-site' },
      { origin: 'http://127.0.0.1:1' },
    ]) {
      expect(await opened({ headers: { ...headers, cookie } })).not.toBe('open');
    }
    expect(await opened({ headers: { cookie } })).toBe('open');
    const own = { origin: `http://127.0.0.1:${server.port}`, 'sec-fetch-site': 'same-origin' };
    expect(await opened({ headers: { ...own, cookie } })).toBe('open');
  });

  test('speaks websocket only, and to nobody without a sign-in', async () => {
    const polling = await fetch(`${server.url}/socket.io/?EIO=4&transport=polling`, {
      headers: { cookie: `hopso=${chair}` },
    });
    expect(polling.status).toBe(400);
    const nobody = person(server.url, '');
    await expect(nobody.connect()).rejects.toThrow('auth/required');
  });
});
