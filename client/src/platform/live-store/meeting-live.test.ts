import { diff, type Frame, type JoinAnswer, type Snapshot } from '@hopso/shared/protocol';
import type { MeetingView, PersonalView } from '@hopso/shared/session';
import { expect, test, vi } from 'vitest';
import type { MeetingSocket, SocketEvents } from '#platform/socket';
import { runCommand } from './command-run.ts';
import { MeetingLive } from './meeting-live.ts';

interface Place {
  readonly n: number;
}
const asView = (place: Place) => place as unknown as MeetingView;
const shown = (live: MeetingLive) => (live.state.view as unknown as Place | null)?.n ?? null;

/** A room on the other side of the wire: what it sends arrives only when the test delivers it. */
function room() {
  let n = 0;
  let ring: Frame[] = [];
  let events: SocketEvents | null = null;
  let epoch = 'life-1';
  const asked: string[] = [];
  const commands: string[] = [];
  let verdict: 'answers' | 'silent' = 'answers';
  let canRead = true;

  const framesAfter = (to: number): Frame[] | null => {
    const found = ring.filter((frame) => frame.from >= to);
    return to === n || found[0]?.from === to ? found : null;
  };
  const socket: MeetingSocket = {
    open: (given) => {
      events = given;
      return () => {
        events = null;
      };
    },
    join: async ({ have }): Promise<JoinAnswer> => {
      asked.push('join');
      const frames = have?.epoch === epoch ? framesAfter(have.to) : null;
      const mine = { personId: 'p1', may: {} } as unknown as PersonalView;
      const led = { meeting: 'm', leader: null, namedId: null, place: null };
      const head = { epoch, to: n, now: 1_000 };
      return { ok: true, audience: 'member', ...head, mine, mineRev: 3, frames, led, ink: [] };
    },
    sync: async ({ to, epoch: theirs }) => {
      asked.push(`sync ${to}`);
      return { ok: true, frames: theirs === epoch ? framesAfter(to) : null };
    },
    command: async ({ id }) => {
      commands.push(id);
      if (verdict === 'silent') throw new Error('no answer in time');
      return { ok: true, seq: n, at: 5, events: 1, created: [] };
    },
    presence: () => {},
    leader: async () => ({ ok: true }),
    lead: () => {},
    pointer: () => {},
    ink: async () => ({ ok: true, have: 0 }),
    inkUndo: async () => ({ ok: true, have: 0 }),
  };
  return {
    socket,
    asked,
    commands,
    fetchSnapshot: async (): Promise<Snapshot> => {
      asked.push('snapshot');
      if (!canRead) throw new Error('unreachable');
      return { meeting: 'm', audience: 'member', epoch, to: n, view: asView({ n }) };
    },
    /** Rebuilt at most once a second: it may be behind. */
    fetchOldSnapshot: async (): Promise<Snapshot> => {
      asked.push('snapshot');
      return { meeting: 'm', audience: 'member', epoch, to: 0, view: asView({ n: 0 }) };
    },
    change(): Frame {
      const patch = diff({ n }, { n: n + 1 });
      if (patch === null) throw new Error('nothing changed');
      n += 1;
      const frame = { meeting: 'm', from: n - 1, to: n, patch };
      ring.push(frame);
      return frame;
    },
    events: () => events as SocketEvents,
    forgetRing: () => {
      ring = [];
    },
    restart: () => {
      epoch = 'life-2';
      ring = [];
    },
    fall: (state: 'answers' | 'silent') => {
      verdict = state;
    },
    readable: (state: boolean) => {
      canRead = state;
    },
  };
}

async function joined() {
  const server = room();
  const live = new MeetingLive('m', server);
  live.start();
  server.events().onUp();
  await vi.waitFor(() => expect(live.state.connection).toBe('live'));
  server.asked.length = 0;
  return { server, live };
}

test('a frame that starts where we are applies', async () => {
  const { server, live } = await joined();
  server.events().onFrame(server.change());
  server.events().onFrame(server.change());
  expect([shown(live), live.state.to]).toEqual([2, 2]);
  expect(server.asked).toEqual([]);
});

test('a gap is asked for once, and what came meanwhile is kept', async () => {
  const { server, live } = await joined();
  server.change();
  server.events().onFrame(server.change());
  expect(live.state.connection).toBe('catching-up');
  server.events().onFrame(server.change());
  await vi.waitFor(() => expect(live.state.connection).toBe('live'));
  expect([shown(live), live.state.to]).toEqual([3, 3]);
  expect(server.asked).toEqual(['sync 0']);
});

test('a gap that the server no longer holds is mended by a snapshot', async () => {
  const { server, live } = await joined();
  server.change();
  server.forgetRing();
  server.events().onFrame(server.change());
  await vi.waitFor(() => expect(live.state.connection).toBe('live'));
  expect(shown(live)).toBe(2);
  expect(server.asked).toContain('snapshot');
});

test('a repeated frame changes nothing', async () => {
  const { server, live } = await joined();
  const frame = server.change();
  server.events().onFrame(frame);
  server.events().onFrame(frame);
  expect(shown(live)).toBe(1);
  expect(server.asked).toEqual([]);
});

test('coming back, only what was missed is fetched, and the screen says since when it was old', async () => {
  const { server, live } = await joined();
  server.events().onDown();
  expect(live.state).toMatchObject({ connection: 'offline' });
  expect(live.state.offlineSince).toBeGreaterThan(0);
  expect(shown(live)).toBe(0);
  server.change();
  server.events().onUp();
  await vi.waitFor(() => expect(live.state.connection).toBe('live'));
  expect(shown(live)).toBe(1);
  expect(server.asked).toEqual(['join']);
});

test('positions of another life of the room are not compared', async () => {
  const { server, live } = await joined();
  server.events().onFrame(server.change());
  server.events().onDown();
  server.restart();
  server.events().onUp();
  await vi.waitFor(() => expect(live.state.connection).toBe('live'));
  expect(live.state.epoch).toBe('life-2');
  expect(server.asked).toEqual(['join', 'snapshot']);
});

test('while the snapshot cannot be read, the store tries again and never shows half a view', async () => {
  const server = room();
  server.readable(false);
  const live = new MeetingLive('m', server);
  live.start();
  server.events().onUp();
  await vi.waitFor(() => expect(server.asked).toContain('snapshot'));
  expect(live.state.view).toBeNull();
  server.readable(true);
  await vi.waitFor(() => expect(live.state.connection).toBe('live'), { timeout: 3_000 });
});

test('a snapshot older than the entry is completed by the frames after it', async () => {
  const server = room();
  const live = new MeetingLive('m', { socket: server.socket, fetchSnapshot: server.fetchOldSnapshot });
  server.change();
  server.change();
  live.start();
  server.events().onUp();
  await vi.waitFor(() => expect(live.state.connection).toBe('live'));
  expect(shown(live)).toBe(2);
  expect(server.asked).toEqual(['join', 'snapshot', 'sync 0']);
});

test('a revoked right empties the screen', async () => {
  const { server, live } = await joined();
  server.events().onReset('revoked');
  expect(live.state).toMatchObject({
    connection: 'gone',
    view: null,
    mine: null,
    problem: { code: 'not-found' },
  });
});

test('a changed capacity forgets the old view before the new one comes', async () => {
  const { server, live } = await joined();
  server.events().onReset('capacity');
  expect(live.state.view).toBeNull();
  await vi.waitFor(() => expect(live.state.connection).toBe('live'));
  expect(server.asked).toEqual(['join', 'snapshot']);
});

test('the own view follows its revisions and is asked for again on a gap', async () => {
  const { server, live } = await joined();
  server.events().onMine({ meeting: 'm', rev: 4, patch: { status: ['room'] } });
  expect(live.state.mine).toMatchObject({ status: 'room' });
  server.events().onMine({ meeting: 'm', rev: 7, patch: { status: ['left'] } });
  await vi.waitFor(() => expect(server.asked).toEqual(['join']));
});

test('an order is refused at once while disconnected', async () => {
  const { server, live } = await joined();
  server.events().onDown();
  await expect(runCommand(live, server.socket, { type: 'PauseMeeting' })).rejects.toMatchObject({
    code: 'net/offline',
  });
  expect(server.commands).toEqual([]);
});

test('an order without an answer is sent again under the same id', async () => {
  const { server, live } = await joined();
  const stages: string[] = [];
  server.fall('silent');
  const receipt = runCommand(
    live,
    server.socket,
    { type: 'PauseMeeting' },
    { onStage: (stage) => stages.push(stage) },
  );
  await vi.waitFor(() => expect(server.commands).toHaveLength(1));
  server.fall('answers');
  await expect(receipt).resolves.toMatchObject({ ok: true });
  expect(new Set(server.commands).size).toBe(1);
  expect(server.commands).toHaveLength(2);
  expect(stages).toEqual(['sending', 'retrying']);
});

test('an order whose verdict never comes ends as unknown, not as failed', async () => {
  const { server, live } = await joined();
  server.fall('silent');
  const outcome = runCommand(live, server.socket, { type: 'PauseMeeting' }, { giveUpAfterMs: 10 });
  await expect(outcome).rejects.toMatchObject({ code: 'command/unknown' });
});

test('[O5] a kept view is shown while there is no connection, and gives way to what the server says', async () => {
  const server = room();
  const live = new MeetingLive('m', server);
  live.start();
  const kept = { version: '1', at: 77, view: asView({ n: 40 }), mine: null, audience: 'member' } as const;
  live.showKept(kept);
  expect(live.state.view).toBeNull();
  server.events().onDown();
  live.showKept(kept);
  expect([shown(live), live.state.connection, live.state.offlineSince]).toEqual([40, 'offline', 77]);
  await expect(runCommand(live, server.socket, { type: 'Depart' } as never)).rejects.toMatchObject({
    code: 'net/offline',
  });
  server.events().onUp();
  await vi.waitFor(() => expect(live.state.connection).toBe('live'));
  expect([shown(live), live.state.offlineSince]).toEqual([0, null]);
  live.showKept(kept);
  expect(shown(live)).toBe(0);
});
