// A process that holds a thousand tablets: plain websockets that speak Socket.IO's text frames, so that
// what is measured is the server and not a thousand client libraries.
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { WebSocket } from 'ws';
import { answerAsks } from './child.ts';
import { choiceOf, personOf, SECRETARY } from './hall.ts';
import { quantile } from './measure.ts';

type Kind = 'socket.io' | 'ws';

class Tablet {
  readonly personId: string;
  readonly kind: Kind;
  readonly socket: WebSocket;
  onText: (text: string) => void = () => {};
  #acks = new Map<number, (answer: unknown) => void>();
  #calls = 0;

  constructor(base: string, kind: Kind, personId: string) {
    this.personId = personId;
    this.kind = kind;
    const url = kind === 'ws' ? base : `${base}/socket.io/?EIO=4&transport=websocket`;
    this.socket = new WebSocket(url, { perMessageDeflate: false, headers: { cookie: `hopso=${personId}` } });
  }

  connected(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.socket.on('error', reject);
      this.socket.on('close', () => reject(new Error('closed')));
      if (this.kind === 'ws') this.socket.once('open', () => resolve());
      this.socket.on('message', (data) => this.#take(String(data), resolve, reject));
    });
  }

  #take(text: string, connected: () => void, failed: (cause: Error) => void): void {
    if (this.kind === 'ws') this.onText(text);
    else if (text === '2') this.socket.send('3');
    else if (text.startsWith('0')) this.socket.send('40');
    else if (text.startsWith('40')) connected();
    else if (text.startsWith('44')) failed(new Error(text));
    else if (text.startsWith('43')) this.#acknowledge(text);
    else this.onText(text);
  }

  #acknowledge(text: string): void {
    const bracket = text.indexOf('[');
    const call = Number(text.slice(2, bracket));
    const acknowledge = this.#acks.get(call);
    this.#acks.delete(call);
    acknowledge?.(JSON.parse(text.slice(bracket))[0]);
  }

  emit(event: string, message: unknown): void {
    this.socket.send(this.kind === 'ws' ? JSON.stringify(message) : `42${JSON.stringify([event, message])}`);
  }

  ask(event: string, message: unknown): Promise<Answer> {
    this.#calls += 1;
    const call = this.#calls;
    return new Promise((resolve) => {
      this.#acks.set(call, resolve as (answer: unknown) => void);
      this.socket.send(`42${call}${JSON.stringify([event, message])}`);
    });
  }
}

interface Answer {
  readonly ok: boolean;
  readonly problem?: unknown;
  readonly epoch?: string;
  readonly to?: number;
  readonly frames?: unknown;
}

let tablets: Tablet[] = [];
let desk: Tablet | null = null;

const accepted = (answer: Answer): Answer => {
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.problem)}`);
  return answer;
};

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function connect({ base, kind, count }: { base: string; kind: Kind; count: number }): Promise<number> {
  const startedAt = performance.now();
  tablets = Array.from({ length: count }, (_, index) => new Tablet(base, kind, personOf(index)));
  desk = new Tablet(base, kind, SECRETARY);
  await Promise.all([...tablets, desk].map((tablet) => tablet.connected()));
  return performance.now() - startedAt;
}

async function join(meeting: string): Promise<void> {
  const message = { meeting, version: '1.0', have: null };
  const joined = [...tablets, ...(desk === null ? [] : [desk])];
  await Promise.all(joined.map(async (tablet) => accepted(await tablet.ask('join', message))));
}

/** Resolves when this many tablets have received a text that holds `mark`. */
function everyoneReceives(mark: string): Promise<number> {
  return new Promise((resolve) => {
    let left = tablets.length;
    for (const tablet of tablets) {
      tablet.onText = (text) => {
        if (!text.includes(mark)) return;
        tablet.onText = () => {};
        left -= 1;
        if (left === 0) resolve(performance.now());
      };
    }
  });
}

/** The desk moves the session from item to item; ms from its command to the last tablet, each. */
async function moveItems({
  meeting,
  from,
  count,
}: {
  meeting: string;
  from: number;
  count: number;
}): Promise<number[]> {
  const times: number[] = [];
  for (let step = 0; step < count; step += 1) {
    const here = `item-${(from + step) % 7}`;
    const there = `item-${(from + step + 1) % 7}`;
    const received = everyoneReceives(`"currentItemId":["${there}"]`);
    const startedAt = performance.now();
    const command = { type: 'GoToItem', from: here, to: there };
    const answer = desk?.ask('command', { meeting, id: randomUUID(), command });
    times.push((await received) - startedAt);
    if (answer !== undefined) accepted(await answer);
    await pause(60);
  }
  return times;
}

/** The desk triggers bare broadcasts of these bytes; ms from the trigger to the last tablet, each. */
async function bareBroadcasts({
  count,
  everyMs = 60,
}: {
  count: number;
  everyMs?: number;
}): Promise<number[]> {
  const times: number[] = [];
  for (let step = 0; step < count; step += 1) {
    const received = everyoneReceives('');
    const startedAt = performance.now();
    desk?.emit('broadcast', { type: 'broadcast' });
    times.push((await received) - startedAt);
    await pause(everyMs);
  }
  return times;
}

async function takeLead(meeting: string): Promise<void> {
  if (desk !== null) accepted(await desk.ask('leader', { meeting, person: SECRETARY }));
}

/** No faster than the server lets a leader turn. */
const turnEveryMs = 110;
let turned = 0;

/** The desk turns the pages of a paper; ms from its word to the last tablet, each. */
async function turnPages({
  meeting,
  paper,
  count,
}: {
  meeting: string;
  paper: string;
  count: number;
}): Promise<number[]> {
  const times: number[] = [];
  for (let step = 0; step < count; step += 1) {
    turned += 1;
    const received = everyoneReceives(`"page":${turned},`);
    const startedAt = performance.now();
    desk?.emit('lead', { meeting, place: { paper, version: 1, page: turned, y: 612.25 } });
    times.push((await received) - startedAt);
    await pause(turnEveryMs);
  }
  return times;
}

/** Every tablet casts once, evenly over a second. p99 of cast → ack, and from the last cast to full progress on the last tablet. */
async function castAll({
  meeting,
  vote,
}: {
  meeting: string;
  vote: string;
}): Promise<{ p99: number; delivery: number }> {
  const complete = everyoneReceives(`"votedCount":[${tablets.length}]`);
  const startedAt = performance.now();
  let lastCastAt = 0;
  const latencies = await Promise.all(
    tablets.map(async (tablet, index) => {
      await pause(Math.max(0, startedAt + index * (1000 / tablets.length) - performance.now()));
      const castAt = performance.now();
      lastCastAt = Math.max(lastCastAt, castAt);
      const command = { type: 'CastBallot', vote, round: 1, choice: choiceOf(index) };
      accepted(await tablet.ask('command', { meeting, id: randomUUID(), command }));
      return performance.now() - castAt;
    }),
  );
  return { p99: quantile(latencies, 0.99), delivery: (await complete) - lastCastAt };
}

/** A thousand tablets come back at once: connect, join, snapshot, the frames after it. ms until the last is in sync. */
async function comeBack({
  base,
  meeting,
  cookies,
}: {
  base: string;
  meeting: string;
  cookies: string[];
}): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  const startedAt = performance.now();
  tablets = cookies.map((cookie) => new Tablet(base.replace('http', 'ws'), 'socket.io', cookie));
  await Promise.all(tablets.map((tablet) => resume(tablet, base, meeting, agent)));
  const ms = performance.now() - startedAt;
  agent.destroy();
  return ms;
}

async function resume(tablet: Tablet, base: string, meeting: string, agent: Agent): Promise<void> {
  await tablet.connected();
  const joined = accepted(await tablet.ask('join', { meeting, version: '1.0', have: null }));
  const snapshot = await fetchSnapshot(`${base}/api/meetings/${meeting}/snapshot`, tablet.personId, agent);
  if (snapshot.to >= (joined.to ?? 0)) return;
  accepted(await tablet.ask('sync', { meeting, epoch: joined.epoch, to: snapshot.to }));
}

/** The bytes are counted and their position read from the ETag: inflating a thousand times is the tablets' work. */
function fetchSnapshot(url: string, cookie: string, agent: Agent): Promise<{ to: number }> {
  return new Promise((resolve, reject) => {
    const call = request(
      url,
      { agent, headers: { cookie: `hopso=${cookie}`, 'accept-encoding': 'gzip' } },
      (res) => {
        res.resume();
        res.on('end', () => {
          const to = Number(/\.(\d+)"$/.exec(res.headers.etag ?? '')?.[1] ?? Number.NaN);
          if (res.statusCode === 200 && !Number.isNaN(to)) resolve({ to });
          else reject(new Error(`snapshot answered ${res.statusCode}`));
        });
      },
    );
    call.on('error', reject);
    call.end();
  });
}

function disconnect(): void {
  for (const tablet of [...tablets, ...(desk === null ? [] : [desk])]) {
    tablet.socket.removeAllListeners('close');
    tablet.socket.terminate();
  }
  tablets = [];
  desk = null;
}

const api = { connect, join, moveItems, takeLead, turnPages, bareBroadcasts, castAll, comeBack, disconnect };
export type ClientsApi = typeof api;
answerAsks(api);
