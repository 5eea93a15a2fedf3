import { socketDelivery } from '@hopso/server/platform/live';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { members } from '../support/committee.ts';
import { eventually } from '../support/eventually.ts';
import { type LiveServer, serveLiveSide } from '../support/live-server.ts';
import { type Session, startSession } from '../support/live-side.ts';
import { person } from '../support/tablets.ts';

const MEBIBYTE = 1024 * 1024;

let server: LiveServer;
let session: Session;

beforeEach(async () => {
  server = await serveLiveSide();
  session = await startSession(server);
});
afterEach(async () => {
  await server.close();
  expect(server.faults).toEqual([]);
});

test('a device that floods is cut off; the others go on and it may come back', async () => {
  const [flooder, other] = [
    await person(server.url, members[0]).connect(),
    await person(server.url, members[1]).connect(),
  ];
  await flooder.mustJoin(session.meeting);
  await other.mustJoin(session.meeting);
  const { meeting } = session;
  for (let n = 0; n < 1_000; n += 1) flooder.socket.emit('presence', { meeting, item: null, to: 0 });
  await eventually(() => expect(flooder.socket.connected).toBe(false));
  expect(server.warnings.join('')).toContain('too many messages');
  expect(await other.sync(meeting, { epoch: 'none', to: 0 })).toEqual({ ok: true, frames: null });
  const back = await person(server.url, members[0]).connect();
  expect((await back.join(meeting)).ok).toBe(true);
  back.close();
  other.close();
});

/** Opens a connection and sends the same frame again and again; resolves when it was cut off. */
async function floodWith(frame: string, headers: Record<string, string>, hello: string): Promise<void> {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/socket.io/?EIO=4&transport=websocket`, {
    headers,
  });
  socket.on('error', () => {});
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()));
  await new Promise<void>((resolve) => socket.once('message', () => resolve()));
  socket.send(hello);
  await new Promise<void>((resolve) => socket.once('message', () => resolve()));
  for (let n = 0; n < 2_000; n += 1) socket.send(frame);
  await closed;
}

const signedIn = { cookie: `hopso=${members[0]}` };

test.each([
  ['namespaces that are none', '40/n,{}', signedIn, '40'],
  ['answers to nothing', '431[]', signedIn, '40'],
  ['packets with nothing in them', '6', signedIn, '40'],
  ['namespaces, without having signed in', '40/n,{}', {}, '40/n,{}'],
])('whoever floods with %s is cut off too, and it is said once', async (_, frame, headers, hello) => {
  await floodWith(frame, headers, hello);
  expect(server.warnings.filter((line) => line.includes('too many messages'))).toHaveLength(1);
});

test('a bucket full of messages at once is served: a hall that comes back asks a lot', async () => {
  const tablet = await person(server.url, members[0]).connect();
  const answers = await Promise.all(
    Array.from({ length: 150 }, () => tablet.sync(session.meeting, { epoch: 'none', to: 0 })),
  );
  expect(answers).toHaveLength(150);
  expect(tablet.socket.connected).toBe(true);
  tablet.close();
});

/** Joins the meeting and then stops reading, as a tablet does whose Wi-Fi stalls. */
async function stalledReader(name: string): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/socket.io/?EIO=4&transport=websocket`, {
    headers: { cookie: `hopso=${name}` },
  });
  socket.on('error', () => {});
  await new Promise<void>((resolve) => {
    socket.on('message', (data) => {
      const text = String(data);
      if (text.startsWith('0')) socket.send('40');
      const join = { meeting: session.meeting, version: '1.0', have: null };
      if (text.startsWith('40')) socket.send(`420${JSON.stringify(['join', join])}`);
      if (text.startsWith('430')) resolve();
    });
  });
  socket.pause();
  return socket;
}

test('a device that stops reading is cut before it costs memory, and the others get every frame', async () => {
  const reading = await person(server.url, members[1]).connect();
  await reading.mustJoin(session.meeting);
  const stalled = await stalledReader(members[0]);
  const delivery = socketDelivery(() => server.sockets, session.meeting);
  const text = 'x'.repeat(MEBIBYTE / 2);
  let sent = 0;
  const sendOne = async () => {
    delivery.frame('member', { meeting: session.meeting, from: sent, to: sent + 1, patch: [text] });
    sent += 1;
    // One by one, so that who reads owes nothing.
    await eventually(() => expect(reading.all('frame')).toHaveLength(sent));
  };
  const isCut = () => server.warnings.join('').includes('slow reader cut');
  const before = process.memoryUsage().rss;
  // The network's own buffers take some megabytes before anything waits in the process; then it is a second at most.
  while (!isCut()) {
    expect(sent).toBeLessThan(400);
    await sendOne();
  }
  await eventually(async () => expect(await server.sockets.io.fetchSockets()).toHaveLength(1));
  for (let n = 0; n < 10; n += 1) await sendOne();
  expect(reading.socket.connected).toBe(true);
  // What the reading device of this test holds of it is most of the growth.
  expect(process.memoryUsage().rss - before).toBeLessThan((sent * 2 + 100) * MEBIBYTE);
  stalled.terminate();
  reading.close();
});
