import { gunzipSync } from 'node:zlib';
import { MeetingLive } from '@hopso/client/meeting-live';
import {
  audienceRoom,
  type Caller,
  type Delivery,
  Door,
  type DoorOptions,
  type LedTo,
  personRoom,
} from '@hopso/server/platform/live';
import type { CommandAnswer, ResetReason, ServerToClient, Snapshot } from '@hopso/shared/protocol';
import { audienceOf, audiences, type Command } from '@hopso/shared/session';
import { actorOf } from './committee.ts';
import { principalOf } from './live-server.ts';
import type { LiveSide } from './live-side.ts';

type Events = Parameters<ConstructorParameters<typeof MeetingLive>[1]['socket']['open']>[0];
type Asked = 'join' | 'sync' | 'command' | 'leader' | 'ink' | 'inkUndo';
type Pushed = 'frame' | 'mine' | 'presence' | 'led' | 'ink' | 'inkPart' | 'reset' | 'upgrade';

/** Something on its way from the server to a device. */
interface Arriving {
  /** Null for the answer to a question. */
  readonly pushed: Pushed | null;
  readonly take: () => void;
}

/** Something on its way from a device to the server. */
interface Question {
  readonly name: Asked;
  readonly message: unknown;
  readonly resolve: (answer: never) => void;
  readonly reject: (cause: Error) => void;
}

/** A snapshot on its way over HTTP, beside the connection: asked for, then answered, then taken. */
interface Fetching {
  readonly resolve: (snapshot: Snapshot) => void;
  readonly reject: (cause: Error) => void;
  answer: Snapshot | Error | null;
}

/** What went over all lines so far. */
export const counts = { frames: 0, mine: 0, resets: 0, snapshots: 0, questions: 0 };

/** The server's end of one connection. A new one is made with every connect; an old one ends when that is noticed. */
interface ServerEnd {
  readonly door: Door;
  readonly rooms: Set<string>;
}

/** Everything that devices can reach, without a network: what is said waits until the test lets it through. */
export class Wire {
  readonly #side: LiveSide;
  readonly #doorOptions: DoorOptions;
  readonly lines = new Set<Line>();
  #connections = 0;

  constructor(side: LiveSide) {
    this.#side = side;
    const { rooms, clock, faults } = side;
    this.#doorOptions = {
      rooms,
      clock,
      logger: { error: (facts: { err: unknown }) => void faults.push(facts.err) } as DoorOptions['logger'],
      metrics: { sockets: { inc() {}, dec() {} }, faults: { inc() {} } } as unknown as DoorOptions['metrics'],
    };
  }

  /** Delivery as the product's own, with these lines for sockets. */
  delivery(meeting: string): Delivery {
    const showOut = (room: string, reason: ResetReason) => {
      for (const [line, end] of this.#endsIn(room)) {
        line.push(end, 'reset', { meeting, reason });
        end.door.leave(meeting);
      }
    };
    const roomsOf = (to: LedTo) =>
      'persons' in to
        ? to.persons.map((person) => personRoom(meeting, person))
        : to.audiences.map((audience) => audienceRoom(meeting, audience));
    const send = (room: string, name: Pushed, payload: unknown) => {
      for (const [line, end] of this.#endsIn(room)) line.push(end, name, structuredClone(payload));
    };
    return {
      frame: (audience, frame) => send(audienceRoom(meeting, audience), 'frame', frame),
      mine: (person, frame) => send(personRoom(meeting, person), 'mine', frame),
      presence: (view) => send(audienceRoom(meeting, 'desk'), 'presence', view),
      led: (to, view) => {
        for (const room of roomsOf(to)) send(room, 'led', view);
      },
      pointer: () => {},
      ink: (to, view) => {
        for (const room of roomsOf(to)) send(room, 'ink', view);
      },
      inkPart: (to, part) => {
        for (const room of roomsOf(to)) send(room, 'inkPart', part);
      },
      reset: (person, reason) => showOut(personRoom(meeting, person), reason),
      resetAll: (reason) => {
        for (const audience of audiences) showOut(audienceRoom(meeting, audience), reason);
      },
    };
  }

  *#endsIn(room: string): Generator<readonly [Line, ServerEnd]> {
    for (const line of this.lines)
      for (const end of [...line.ends]) if (end.rooms.has(room)) yield [line, end];
  }

  open(line: Line, caller: Caller): ServerEnd {
    this.#connections += 1;
    const rooms = new Set<string>();
    const id = `connection-${this.#connections}`;
    const end: ServerEnd = {
      rooms,
      door: new Door(
        {
          id,
          caller,
          isOpen: () => line.ends.has(end),
          enterRoom: (room) => void rooms.add(room),
          leaveRoom: (room) => void rooms.delete(room),
          tellUpgrade: (version) => line.push(end, 'upgrade', { version }),
        },
        this.#doorOptions,
      ),
    };
    return end;
  }

  /** The snapshot as the route answers it. */
  async snapshot(meeting: string, who: string | 'wall'): Promise<Snapshot | Error> {
    const opened = await this.#side.rooms.open(meeting);
    if (opened === null) return new Error('not-found');
    const packed = await opened.room.read((state) => {
      const isShown = state.meeting.phase !== 'draft';
      const audience = who === 'wall' ? (isShown ? 'screen' : null) : audienceOf(state, actorOf(who));
      return audience === null ? null : opened.feed.snapshot(audience, state);
    });
    return packed === null ? new Error('not-found') : JSON.parse(gunzipSync(packed.gzip).toString());
  }
}

/** One device with the product's own client, and the two queues between it and the server. */
export class Line {
  readonly who: string | 'wall';
  readonly #wire: Wire;
  readonly #meeting: string;
  readonly ends = new Set<ServerEnd>();
  readonly #up: Question[] = [];
  readonly #down: Arriving[] = [];
  readonly #http: Fetching[] = [];
  readonly #unanswered = new Set<Question>();
  #events: Events | null = null;
  #end: ServerEnd | null = null;
  #stop: () => void = () => {};
  live: MeetingLive;
  /** What was lost without the connection breaking. */
  readonly #lost = new Set<Pushed>();

  constructor(wire: Wire, meeting: string, who: string | 'wall') {
    this.#wire = wire;
    this.#meeting = meeting;
    this.who = who;
    wire.lines.add(this);
    this.live = this.#started();
  }

  /** The page is loaded anew: a client that knows nothing. */
  reload(): void {
    this.drop();
    this.#stop();
    this.live = this.#started();
  }

  close(): void {
    this.drop();
    this.#stop();
    this.noticeDrops();
    this.#wire.lines.delete(this);
  }

  get isConnected(): boolean {
    return this.#end !== null;
  }

  get pending(): number {
    return this.#up.length + this.#down.length + this.#http.length;
  }

  connect(): void {
    if (this.#end !== null) return;
    const caller: Caller =
      this.who === 'wall'
        ? { kind: 'screen', meetingId: this.#meeting }
        : { kind: 'person', principal: principalOf(this.who), actor: actorOf(this.who) };
    this.#lost.clear();
    this.#end = this.#wire.open(this, caller);
    this.ends.add(this.#end);
    this.#events?.onUp();
  }

  /** The connection breaks: what is on its way is lost in both directions. The server has not noticed yet. */
  drop(): void {
    if (this.#end === null) return;
    this.#end = null;
    this.#up.length = 0;
    this.#down.length = 0;
    this.#events?.onDown();
    for (const question of this.#unanswered) question.reject(new Error('the connection broke'));
    this.#unanswered.clear();
  }

  /** The server finds out that connections are gone. */
  noticeDrops(): void {
    for (const end of [...this.ends]) {
      if (end === this.#end) continue;
      this.ends.delete(end);
      end.door.leaveAll();
    }
  }

  /** From the server, on one of its connections; a broken one carries nothing. */
  push(end: ServerEnd, name: Pushed, payload: unknown): void {
    if (end === this.#end) this.#down.push({ pushed: name, take: () => this.#take(name, payload) });
  }

  /** Gives a command over this device's connection, as its screen would; null when no answer came. */
  command(id: string, command: Command): Promise<CommandAnswer | null> {
    return this.#ask<CommandAnswer>('command', { meeting: this.#meeting, id, command }).catch(() => null);
  }

  /** Lets the next question through to the server and waits until that has answered it. */
  async letUp(): Promise<void> {
    const question = this.#up.shift();
    const end = this.#end;
    if (question === undefined || end === null) return;
    counts.questions += 1;
    const answer = await new Promise((resolve) => end.door.receive(question.name, question.message, resolve));
    if (end !== this.#end) return;
    const take = () => {
      this.#unanswered.delete(question);
      question.resolve(structuredClone(answer) as never);
    };
    this.#down.push({ pushed: null, take });
  }

  /** Lets the next message through to the device. */
  letDown(): void {
    const arriving = this.#down.shift();
    if (arriving === undefined) return;
    // The next one of its kind shows that one is missing: from here on the device knows.
    if (arriving.pushed !== null) this.#lost.delete(arriving.pushed);
    arriving.take();
  }

  /** Whether something is missing that the device cannot know of. */
  get hasLost(): boolean {
    return this.#lost.size > 0;
  }

  /** A frame that is on its way is lost although the connection stands; or it arrives twice. */
  spoil(how: 'lose' | 'double'): void {
    const at = this.#down.findIndex(({ pushed }) => pushed !== null);
    const [arriving] = at < 0 ? [] : this.#down.slice(at);
    if (arriving === undefined || arriving.pushed === null) return;
    if (how === 'lose') {
      this.#down.splice(at, 1);
      this.#lost.add(arriving.pushed);
    } else this.#down.splice(at, 0, arriving);
  }

  /** Brings one of the snapshots under way a step further; with `fails` its answer does not arrive. */
  async letHttp(fails: boolean, which = 0): Promise<void> {
    const fetching = this.#http[which % Math.max(1, this.#http.length)];
    if (fetching === undefined) return;
    if (fetching.answer === null && !fails) {
      fetching.answer = await this.#wire.snapshot(this.#meeting, this.who);
      return;
    }
    this.#http.splice(this.#http.indexOf(fetching), 1);
    const answer = fails ? new Error('the request failed') : fetching.answer;
    if (answer instanceof Error || answer === null) fetching.reject(answer ?? new Error('no answer'));
    else {
      counts.snapshots += 1;
      fetching.resolve(answer);
    }
  }

  #started(): MeetingLive {
    const live = new MeetingLive(this.#meeting, {
      socket: {
        open: (events) => {
          this.#events = events;
          return () => {
            this.#events = null;
          };
        },
        join: (message) => this.#ask('join', message),
        sync: (message) => this.#ask('sync', message),
        command: (message) => this.#ask('command', message),
        presence: () => {},
        leader: (message) => this.#ask('leader', message),
        lead: () => {},
        pointer: () => {},
        ink: (message) => this.#ask('ink', message),
        inkUndo: (message) => this.#ask('inkUndo', message),
      },
      fetchSnapshot: () =>
        new Promise((resolve, reject) => {
          this.#http.push({ resolve, reject, answer: null });
        }),
    });
    this.#stop = live.start();
    return live;
  }

  #ask<T>(name: Asked, message: unknown): Promise<T> {
    return new Promise((resolve, reject) => {
      const question: Question = { name, message, resolve: resolve as Question['resolve'], reject };
      if (this.#end === null) {
        reject(new Error('not connected'));
        return;
      }
      this.#unanswered.add(question);
      this.#up.push(question);
    });
  }

  #take(name: Pushed, payload: unknown): void {
    const events = this.#events;
    if (events === null) return;
    type Payload<N extends Pushed> = Parameters<ServerToClient[N]>[0];
    if (name === 'frame') {
      counts.frames += 1;
      events.onFrame(payload as Payload<'frame'>);
    } else if (name === 'mine') {
      counts.mine += 1;
      events.onMine(payload as Payload<'mine'>);
    } else if (name === 'presence') events.onPresence(payload as Payload<'presence'>);
    else if (name === 'led') events.onLed(payload as Payload<'led'>);
    else if (name === 'reset') {
      counts.resets += 1;
      events.onReset((payload as Payload<'reset'>).reason);
    } else events.onUpgrade((payload as Payload<'upgrade'>).version);
  }
}
