import type { Rejection } from '@hopso/shared/kernel';
import type { Actor } from '@hopso/shared/meeting';
import {
  type CommandAnswer,
  type InkAnswer,
  type JoinAnswer,
  type LeaderAnswer,
  PROTOCOL_VERSION,
  type SyncAnswer,
  type UpMessage,
  upMessages,
} from '@hopso/shared/protocol';
import type { Audience, SessionState } from '@hopso/shared/session';
import type { Clock } from '#platform/clock';
import { isDiskFull } from '#platform/database';
import { cleanInput, type Principal } from '#platform/http';
import type { Logger, Metrics } from '#platform/telemetry';
import type { RoomFeed } from './room-feed.ts';
import type { LiveRooms } from './rooms.ts';

/** Who is behind a connection: a person, or the wall of one meeting. */
export type Caller =
  | { readonly kind: 'person'; readonly principal: Principal; readonly actor: Actor }
  | { readonly kind: 'screen'; readonly meetingId: string };

/** One connection as its door knows it; the transport behind it is not its business. */
export interface Connection {
  readonly id: string;
  readonly caller: Caller;
  readonly isOpen: () => boolean;
  /** From now on it gets, or no longer gets, what is sent to the room. */
  enterRoom(room: string): void;
  leaveRoom(room: string): void;
  tellUpgrade(version: string): void;
}

export interface DoorOptions {
  readonly rooms: LiveRooms;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'error'>;
  readonly metrics: Pick<Metrics, 'sockets' | 'faults'>;
}

export const audienceRoom = (meetingId: string, audience: Audience): string => `m:${meetingId}:${audience}`;
export const personRoom = (meetingId: string, personId: string): string => `p:${meetingId}:${personId}`;

type Refusal = { readonly ok: false; readonly problem: Rejection };
const refused = (code: string, params?: Rejection['params']): Refusal => ({
  ok: false,
  problem: params === undefined ? { code } : { code, params },
});

interface Scene {
  readonly feed: RoomFeed;
  readonly state: SessionState;
  readonly actor: Actor;
}

/** Messages that are answered, with their answers. */
interface Answers {
  readonly join: JoinAnswer;
  readonly sync: SyncAnswer;
  readonly command: CommandAnswer;
  readonly leader: LeaderAnswer;
  readonly ink: InkAnswer;
  readonly inkUndo: InkAnswer;
}

/** What one connection may ask, and what it is answered. Every message is parsed before anything is done with it. */
export class Door {
  readonly #connection: Connection;
  readonly #options: DoorOptions;
  /** Meetings this connection is seated in, with the audience. */
  readonly #seats = new Map<string, Audience>();
  readonly #acts: { readonly [T in keyof Answers]: (message: UpMessage<T>) => Promise<Answers[T]> } = {
    join: (message) => this.#join(message),
    sync: (message) => this.#sync(message),
    command: (message) => this.#command(message),
    leader: (message) => this.#leader(message),
    ink: (message) =>
      this.#present(message.meeting, ({ feed, state, actor }) => feed.ink.write(state, actor, message)),
    inkUndo: (message) =>
      this.#present(message.meeting, ({ feed, state, actor }) => feed.ink.undo(state, actor, message)),
  };

  constructor(connection: Connection, options: DoorOptions) {
    this.#connection = connection;
    this.#options = options;
  }

  /** Parses, acts, answers; our own faults are logged and answered as `internal`, without details. */
  receive<T extends keyof Answers>(name: T, message: unknown, reply: (answer: Answers[T] | Refusal) => void) {
    const clean = cleanInput(message);
    if (!clean.ok) return reply({ ok: false, problem: clean.error });
    const parsed = upMessages[name].safeParse(clean.value);
    if (!parsed.success) return reply(refused('input/invalid'));
    this.#acts[name](parsed.data as UpMessage<T>).then(reply, (cause: unknown) => {
      this.#options.metrics.faults.inc({ part: 'live' });
      this.#options.logger.error({ err: cause }, 'message failed');
      reply(refused(isDiskFull(cause) ? 'storage/full' : 'internal'));
    });
  }

  /** Where the reader is. Answered by nothing; what is not as described is dropped. */
  notePresence(message: unknown): void {
    const parsed = upMessages.presence.safeParse(message);
    const { caller } = this.#connection;
    if (!parsed.success || caller.kind !== 'person') return;
    const { meeting, item, to, following = null } = parsed.data;
    if (!this.#seats.has(meeting)) return;
    this.#options.rooms.feedOf(meeting)?.reportPresence(caller.actor.personId, { item, following }, to);
  }

  /** Where the leader of pages is. Answered by nothing; what is not as described, or not allowed, is dropped. */
  noteLead(message: unknown): void {
    const parsed = upMessages.lead.safeParse(message);
    if (!parsed.success) return;
    const { meeting, place } = parsed.data;
    this.#withPages(meeting, ({ feed, state, actor }) => feed.pages.lead(state, actor, place));
  }

  /** Where the leader of pages points; dropped likewise. */
  notePointer(message: unknown): void {
    const parsed = upMessages.pointer.safeParse(message);
    if (!parsed.success) return;
    const { meeting, at } = parsed.data;
    this.#withPages(meeting, ({ feed, state, actor }) => feed.pages.point(state, actor, at));
  }

  noteLeave(message: unknown): void {
    const parsed = upMessages.leave.safeParse(message);
    if (parsed.success) this.leave(parsed.data.meeting);
  }

  /** Gives up the seat in a meeting, if there is one. */
  leave(meetingId: string): void {
    const audience = this.#seats.get(meetingId);
    if (audience === undefined) return;
    this.#seats.delete(meetingId);
    this.#options.metrics.sockets.dec({ audience });
    this.#connection.leaveRoom(audienceRoom(meetingId, audience));
    const { caller, id } = this.#connection;
    const feed = this.#options.rooms.feedOf(meetingId);
    if (caller.kind === 'screen') {
      feed?.leaveWall(id);
      return;
    }
    this.#connection.leaveRoom(personRoom(meetingId, caller.actor.personId));
    feed?.leave(caller.actor.personId, id);
  }

  leaveAll(): void {
    for (const meetingId of [...this.#seats.keys()]) this.leave(meetingId);
  }

  async #join({ meeting, version, have }: UpMessage<'join'>): Promise<JoinAnswer> {
    // Before anything is looked up: the answer must not tell whether there is such a meeting.
    if (majorOf(version) !== majorOf(PROTOCOL_VERSION)) {
      this.#connection.tellUpgrade(PROTOCOL_VERSION);
      return refused('protocol/upgrade', { version: PROTOCOL_VERSION });
    }
    const opened = this.#mayEnter(meeting) ? await this.#options.rooms.open(meeting) : null;
    if (opened === null) return refused('not-found');
    const { room, feed } = opened;
    return room.read((state): JoinAnswer => {
      this.leave(meeting);
      if (!this.#connection.isOpen()) return refused('not-found');
      const { caller, id } = this.#connection;
      const seat = caller.kind === 'screen' ? feed.enterWall(id, state) : feed.enter(caller.actor, id, state);
      if (seat === null) return refused('not-found');
      this.#seat(meeting, seat.audience);
      const view = feed.feed(seat.audience, state);
      return {
        ok: true,
        ...seat,
        epoch: feed.epoch,
        to: view.to,
        now: this.#options.clock.now(),
        frames: have !== null && have.epoch === feed.epoch ? view.framesAfter(have.to) : null,
        led: feed.pages.viewFor(state, caller.kind === 'screen' ? null : caller.actor),
        ink: feed.ink.viewsFor(state, caller.kind === 'screen' ? null : caller.actor),
      };
    });
  }

  #seat(meetingId: string, audience: Audience): void {
    const { caller } = this.#connection;
    this.#seats.set(meetingId, audience);
    this.#options.metrics.sockets.inc({ audience });
    this.#connection.enterRoom(audienceRoom(meetingId, audience));
    if (caller.kind === 'person') this.#connection.enterRoom(personRoom(meetingId, caller.actor.personId));
  }

  async #sync({ meeting, epoch, to }: UpMessage<'sync'>): Promise<SyncAnswer> {
    const opened = this.#seats.has(meeting) ? await this.#options.rooms.open(meeting) : null;
    if (opened === null) return refused('not-found');
    return opened.room.read((state): SyncAnswer => {
      // Asked again: the seat may have been lost while the state was waited for.
      const audience = this.#seats.get(meeting);
      if (audience === undefined) return refused('not-found');
      if (epoch !== opened.feed.epoch) return { ok: true, frames: null };
      return { ok: true, frames: opened.feed.feed(audience, state).framesAfter(to) };
    });
  }

  async #command({ meeting, id, command }: UpMessage<'command'>): Promise<CommandAnswer> {
    const { caller } = this.#connection;
    if (caller.kind !== 'person' || !this.#mayEnter(meeting)) return refused('not-found');
    return this.#options.rooms.submit(meeting, caller.actor, id, command);
  }

  #leader({ meeting, person }: UpMessage<'leader'>): Promise<LeaderAnswer> {
    return this.#present(meeting, ({ feed, state, actor }): LeaderAnswer => {
      const problem = feed.pages.hand(state, actor, person);
      return problem === null ? { ok: true } : { ok: false, problem };
    });
  }

  /** What a person does in front of the others, seated here. */
  async #present<T>(meeting: string, act: (at: Scene) => T): Promise<T | Refusal> {
    const { caller } = this.#connection;
    const opened = this.#seats.has(meeting) ? await this.#options.rooms.open(meeting) : null;
    if (opened === null || caller.kind !== 'person') return refused('not-found');
    return opened.room.read((state): T | Refusal => {
      // Asked again: the seat may have been lost while the state was waited for.
      if (!this.#seats.has(meeting)) return refused('not-found');
      return act({ feed: opened.feed, state, actor: caller.actor });
    });
  }

  /** Only for somebody seated here, and only while the state is at hand: what comes a moment later is newer. */
  #withPages(meeting: string, act: (at: Scene) => void): void {
    const { caller } = this.#connection;
    if (caller.kind !== 'person' || !this.#seats.has(meeting)) return;
    const opened = this.#options.rooms.openedNow(meeting);
    const state = opened?.room.committed ?? null;
    if (opened !== null && state !== null) act({ feed: opened.feed, state, actor: caller.actor });
  }

  /** A sign-in by meeting code and a wall's link are good for one meeting. */
  #mayEnter(meetingId: string): boolean {
    const { caller } = this.#connection;
    if (caller.kind === 'screen') return caller.meetingId === meetingId;
    const { meetingScope } = caller.principal;
    return meetingScope === null || meetingScope === meetingId;
  }
}

const majorOf = (version: string): string => version.split('.')[0] ?? '';
