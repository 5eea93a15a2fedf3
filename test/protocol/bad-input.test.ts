import { doorProblems } from '@hopso/shared/kernel';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { chair, members, secretary } from '../support/committee.ts';
import { eventually } from '../support/eventually.ts';
import { type LiveServer, serveLiveSide } from '../support/live-server.ts';
import { openVote, type Session, startSession } from '../support/live-side.ts';
import { type Random, randomFrom } from '../support/random.ts';
import { person, type Tablet } from '../support/tablets.ts';

const ROUNDS = 200;

let server: LiveServer;
let session: Session;
let vote: string;
let witness: Tablet;
let before: number;

beforeEach(async () => {
  server = await serveLiveSide();
  session = await startSession(server);
  vote = await openVote(server, session);
  witness = await person(server.url, members[0]).connect();
  await witness.mustJoin(session.meeting);
  before = await seqOf();
});
afterEach(async () => {
  // Alive, unchanged, and still serving those who behave.
  expect(await seqOf()).toBe(before);
  const ballot = { type: 'CastBallot', vote, round: 1, choice: 'approve' } as const;
  expect(await witness.command(session.meeting, ballot)).toMatchObject({ ok: true, seq: before + 1 });
  await eventually(() => expect(witness.all('frame').at(-1)?.to).toBe(before + 1));
  expect(await server.verify(session.meeting)).toMatchObject({ ok: true });
  witness.close();
  await server.close();
  expect(server.faults).toEqual([]);
});

const seqOf = async () => (await server.log.head(session.meeting))?.seq ?? 0;

const nested = (depth: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
};

/** Values that no field of any message may hold. */
const strange = (random: Random): unknown =>
  random.pick<() => unknown>([
    () => null,
    () => [],
    () => ({}),
    () => -1,
    () => 1e308,
    () => 0.5,
    () => true,
    () => '',
    () => 'x'.repeat(70),
    () => '\u0000',
    () => '\ud800',
    () => '<script>',
    () => "' OR 1=1 --",
    () => '../../etc/passwd',
    () => nested(40),
    () => ({ __proto__: null, constructor: { prototype: { polluted: true } } }),
    () => JSON.parse('{"__proto__":{"polluted":true}}'),
    () => 'y'.repeat(100_000),
  ])();

type Message = { [key: string]: unknown };

/** Each is wrong in a way of its own; none of them may be taken for something it is not. */
function brokenMessage(random: Random): [event: 'join' | 'sync' | 'command', message: unknown] {
  const { meeting } = session;
  const good: readonly ['join' | 'sync' | 'command', Message][] = [
    ['join', { meeting, version: '1.0', have: null }],
    ['sync', { meeting, epoch: 'e', to: 0 }],
    ['command', { meeting, id: 'command-1', command: { type: 'PauseMeeting' } }],
    ['command', { meeting, id: 'command-2', command: { type: 'CloseVoting', vote, round: 1 } }],
    [
      'command',
      { meeting, id: 'command-3', command: { type: 'GoToItem', from: null, to: session.items[1] } },
    ],
  ];
  const [event, message] = random.pick(good);
  const fields = Object.keys(message);
  const change = random.below(5);
  if (change === 0) return [event, strange(random)];
  if (change === 1) return [event, { ...message, surplus: strange(random) }];
  if (change === 2) {
    const left = random.pick(fields);
    return [event, Object.fromEntries(Object.entries(message).filter(([key]) => key !== left))];
  }
  if (change === 3 && event === 'command') {
    const command = message.command as Message;
    const field = random.pick([...Object.keys(command), 'surplus']);
    return [event, { ...message, command: { ...command, [field]: strange(random) } }];
  }
  const field = random.pick(fields.filter((key) => key !== 'have'));
  return [event, { ...message, [field]: strange(random) }];
}

test('a message that is not as described is refused with a code of the door, and changes nothing', async () => {
  const random = randomFrom(20_210_428);
  const codes = new Map<string, number>();
  let tablet = await person(server.url, secretary).connect();
  for (let round = 0; round < ROUNDS; round += 1) {
    // The bucket of one connection does not hold that many.
    if (round % 50 === 49) {
      tablet.close();
      tablet = await person(server.url, secretary).connect();
    }
    const [event, message] = brokenMessage(random);
    const { ok, problem } = await tablet.say(event, message);
    expect({ ok, event, message }).toEqual({ ok: false, event, message });
    codes.set(problem?.code ?? '', (codes.get(problem?.code ?? '') ?? 0) + 1);
  }
  tablet.close();
  const known = [...Object.keys(doorProblems), 'protocol/upgrade', 'item/unknown', 'voting/unknown', 'stale'];
  for (const code of codes.keys()) expect(known).toContain(code);
  expect([...codes.keys()]).toEqual(
    expect.arrayContaining(['input/invalid', 'input/too-deep', 'input/forbidden-key', 'not-found']),
  );
  expect(codes.get('internal')).toBeUndefined();
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

/** A connection without any library between: what it says is said as it is. */
async function rawSocket(): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/socket.io/?EIO=4&transport=websocket`, {
    headers: { cookie: `hopso=${chair}` },
  });
  socket.on('error', () => {});
  await new Promise<void>((resolve) => {
    socket.on('message', (data) => {
      const text = String(data);
      if (text.startsWith('0')) socket.send('40');
      if (text.startsWith('40')) resolve();
    });
  });
  return socket;
}

const rawFrames = (random: Random): (string | Buffer)[] => {
  const { meeting } = session;
  const join = `["join",{"meeting":"${meeting}","version":"1.0","have":null}]`;
  return [
    random.pick([
      '',
      'x',
      '9',
      '42',
      '42[',
      '42{}',
      '42"join"',
      '42[]',
      '42[null]',
      '42[[]]',
      '42[{}]',
      '42[7]',
    ]),
    random.pick(['43', '43[]', '430[]', '430["x"]', '44', '44{"message":"x"}', '45', '46', '47', '48"x"']),
    random.pick([
      '40/admin,',
      '40{"screen":{}}',
      '40{"screen":"x"}',
      '41',
      '41/admin,',
      '40',
      '0{}',
      '1',
      '2',
      '5',
      '6',
    ]),
    random.pick(
      [
        'error',
        'disconnect',
        'disconnecting',
        'connect',
        'newListener',
        'removeListener',
        'constructor',
        '__proto__',
        'frame',
        'reset',
      ].map((event) => `42["${event}",{"meeting":"${meeting}"}]`),
    ),
    random.pick([
      `42${join.slice(0, -5)}`,
      `42["join"]`,
      `420["join"]`,
      `4299999999999999999999${join}`,
      `42["command",{"meeting":"${meeting}"},"not a function"]`,
      `42["presence",${JSON.stringify(nested(2_000))}]`,
      `42["leave",${'['.repeat(60_000)}${']'.repeat(60_000)}]`,
      `42["command",${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}]`,
      `420["command",{"meeting":"${meeting}","id":"command-9","command":{"type":"PauseMeeting","__proto__":{"type":"x"}}}]`,
      `42["presence",{"meeting":"${meeting}","item":1e999,"to":-0}]`,
    ]),
    random.pick<string | Buffer>([
      '451-["command",{"_placeholder":true,"num":0}]',
      '451-["command",{"_placeholder":true,"num":-1}]',
      '451-["command",{"_placeholder":true,"num":"constructor"}]',
      '4599999-["command",{"_placeholder":true,"num":0}]',
      '45-["command"]',
      Buffer.from([0, 1, 2, 255]),
      Buffer.alloc(1_000, 0xff),
      Buffer.from('42["join"]'),
    ]),
    random.pick([
      '42["join",{"meeting":"\ud800"}]',
      '42["join",\u0000]',
      `42["join","${'z'.repeat(300 * 1024)}"]`,
    ]),
  ];
};

test('frames that are no messages at all end at most the connection they came on', async () => {
  const random = randomFrom(1_976);
  for (let sent = 0; sent < ROUNDS; ) {
    const socket = await rawSocket();
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    for (const frame of rawFrames(random)) {
      if (socket.readyState !== WebSocket.OPEN) break;
      socket.send(frame);
      sent += 1;
    }
    socket.close();
    await closed;
    // Served by the same process as before: it answers, and to the right one.
    expect(await witness.sync(session.meeting, { epoch: 'none', to: 0 })).toEqual({ ok: true, frames: null });
  }
  await eventually(async () => expect(await server.sockets.io.fetchSockets()).toHaveLength(1));
});

test('a message larger than any of ours ends its connection', async () => {
  const tablet = await person(server.url, secretary).connect();
  const command = { type: 'PauseMeeting', surplus: 'x'.repeat(300_000) };
  const said = tablet.say('command', { meeting: session.meeting, id: 'command-1', command });
  await expect(said).rejects.toThrow('disconnected');
  expect(tablet.socket.connected).toBe(false);
});

test('over HTTP: malformed, deep, oversized and foreign bodies are refused with their code', async () => {
  const path = `/api/meetings/${session.meeting}/commands`;
  const send = async (body: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: { cookie: `hopso=${secretary}`, 'content-type': 'application/json', ...headers },
      body,
    });
    const { code } = (await answer.json()) as { code: string };
    return [answer.status, code];
  };
  const order = (command: unknown) => JSON.stringify({ id: 'command-1', command });
  expect(await send('{')).toEqual([400, 'input/malformed']);
  expect(await send(order(nested(2_000)))).toEqual([400, 'input/too-deep']);
  expect(await send('{"id":"command-1","command":{"type":"PauseMeeting","__proto__":{}}}')).toEqual([
    400,
    'input/forbidden-key',
  ]);
  expect(await send(order({ type: 'PauseMeeting', surplus: 1 }))).toEqual([400, 'input/invalid']);
  expect(await send(order({ type: 'NoSuchCommand' }))).toEqual([400, 'input/invalid']);
  expect(await send(order({ type: 'PauseMeeting' }), { 'content-type': 'text/plain' })).toEqual([
    415,
    'input/media-type',
  ]);
  expect(await send(order({ type: 'PauseMeeting' }), { origin: 'https://evil.example' })).toEqual([
    403,
    'origin/foreign',
  ]);
  expect((await send(order({ type: 'x'.repeat(3_000_000) })))[0]).toBe(413);
});
