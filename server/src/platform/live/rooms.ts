import { randomUUID } from 'node:crypto';
import type { StoredEvent } from '@hopso/shared/kernel';
import type { Actor, Facts } from '@hopso/shared/meeting';
import type { CommandAnswer } from '@hopso/shared/protocol';
import { audienceOf, type Command, commandSchema, isAtDesk, type SessionState } from '@hopso/shared/session';
import type { Clock } from '#platform/clock';
import { type EventLog, MeetingUnknownError } from '#platform/event-log';
import { MeetingRoom } from './room.ts';
import { type Delivery, RoomFeed } from './room-feed.ts';

/** A room nobody reads or writes for this long leaves the memory; the log has it. */
const IDLE_MS = 10 * 60_000;

/** What a command needs to know and may not look up itself. */
export type LookUpFacts = (
  state: SessionState,
  meetingId: string,
  command: Command,
  actor: Actor,
) => Promise<Facts> | Facts;

export interface LiveRoomsOptions {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly lookUpFacts: LookUpFacts;
  /** Delivery for one meeting's feed. */
  readonly delivery: (meetingId: string) => Delivery;
  /** After COMMIT, for projections, checkpoints and metrics. */
  readonly onCommitted?: (meetingId: string, events: readonly StoredEvent[], state: SessionState) => void;
  readonly onAnswered?: (outcome: 'accepted' | 'refused' | 'failed') => void;
  /** A screen that cannot be drawn or a follower that fails: told here, and nothing else stops for it. */
  readonly onFault: (meetingId: string, cause: unknown) => void;
}

const notFound: CommandAnswer = { ok: false, problem: { code: 'not-found' } };

export interface OpenRoom {
  readonly room: MeetingRoom;
  readonly feed: RoomFeed;
  usedAt: number;
}

/** The meetings that are open in this process, each with its room and its feed. */
export class LiveRooms {
  readonly #options: LiveRoomsOptions;
  readonly #rooms = new Map<string, OpenRoom>();
  readonly #sweep: NodeJS.Timeout;

  constructor(options: LiveRoomsOptions) {
    this.#options = options;
    this.#sweep = setInterval(() => this.#closeIdle(), IDLE_MS / 10);
    this.#sweep.unref();
  }

  /** The meeting's room, or null when the log has no such meeting. */
  async open(meetingId: string): Promise<OpenRoom | null> {
    const known = this.#rooms.get(meetingId);
    if (known !== undefined) {
      known.usedAt = this.#options.clock.monotonic();
      return known;
    }
    if ((await this.#options.log.head(meetingId)) === null) return null;
    return this.#rooms.get(meetingId) ?? this.#openNew(meetingId);
  }

  /**
   * The verdict on a command as it came from outside: parsed, looked up, decided, committed.
   * A meeting that does not exist and one that is not the actor's answer alike.
   */
  async submit(meetingId: string, actor: Actor, id: string, command: unknown): Promise<CommandAnswer> {
    const answer = await this.#submit(meetingId, actor, id, command).catch((cause: unknown) => {
      // A preparation that was deleted while the command was on its way.
      if (cause instanceof MeetingUnknownError) return notFound;
      this.#options.onAnswered?.('failed');
      throw cause;
    });
    this.#options.onAnswered?.(answer.ok ? 'accepted' : 'refused');
    return answer;
  }

  async #submit(meetingId: string, actor: Actor, id: string, command: unknown): Promise<CommandAnswer> {
    const parsed = commandSchema.safeParse(command);
    const opened = await this.open(meetingId);
    if (opened === null) return notFound;
    const mayKnow = opened.room.committed ?? (await opened.room.read((state) => state));
    if (audienceOf(mayKnow, actor) === null) return notFound;
    if (!parsed.success) return { ok: false, problem: invalidCommand(parsed.error.issues) };
    const valid = parsed.data as Command;
    const looked = this.#options.lookUpFacts(mayKnow, meetingId, valid, actor);
    const facts = looked instanceof Promise ? await looked : looked;
    return opened.room.submit({ id, command: valid, actor, facts });
  }

  /** What a person is in a meeting: for routes that serve its papers and texts. */
  async standing(meetingId: string, actor: Actor): Promise<'desk' | 'participant' | null> {
    const opened = await this.open(meetingId);
    if (opened === null) return null;
    return opened.room.read((state) => {
      if (isAtDesk(state, actor)) return 'desk';
      return audienceOf(state, actor) === null ? null : 'participant';
    });
  }

  /** Reads a meeting's committed state; null when there is no such meeting. */
  async read<T>(meetingId: string, reader: (state: SessionState) => T): Promise<T | null> {
    const opened = await this.open(meetingId);
    return opened === null ? null : opened.room.read(reader);
  }

  /** A meeting that is open already; null otherwise, without a look at the log. */
  openedNow(meetingId: string): OpenRoom | null {
    return this.#rooms.get(meetingId) ?? null;
  }

  /** The feed of a meeting that is open already. */
  feedOf(meetingId: string): RoomFeed | null {
    return this.#rooms.get(meetingId)?.feed ?? null;
  }

  /** A deleted preparation leaves the memory too, and whoever looked at it is shown out. */
  forget(meetingId: string): void {
    const known = this.#rooms.get(meetingId);
    this.#rooms.delete(meetingId);
    known?.feed.end();
  }

  close(): void {
    clearInterval(this.#sweep);
    for (const { feed } of this.#rooms.values()) feed.close();
    this.#rooms.clear();
  }

  #openNew(meetingId: string): OpenRoom {
    const { log, clock, delivery } = this.#options;
    const room = new MeetingRoom({
      meetingId,
      log,
      clock,
      newId: randomUUID,
      onCommitted: (_, events) => {
        const state = room.committed;
        if (state === null) return;
        feed.committed(events, state);
        this.#tellFollowers(meetingId, events, state);
      },
      onDropped: () => {
        feed.recheck();
        // Folds the log anew; when even that cannot be read now, whoever asks next tries again.
        room.read(() => undefined).catch(() => {});
      },
    });
    const feed = new RoomFeed({
      meetingId,
      newEpoch: randomUUID,
      clock,
      delivery: delivery(meetingId),
      committed: () => room.committed,
      onFault: (cause) => this.#options.onFault(meetingId, cause),
    });
    const opened = { room, feed, usedAt: clock.monotonic() };
    this.#rooms.set(meetingId, opened);
    return opened;
  }

  /** What is committed is committed: who follows and fails must not make it look otherwise. */
  #tellFollowers(meetingId: string, events: readonly StoredEvent[], state: SessionState): void {
    try {
      this.#options.onCommitted?.(meetingId, events, state);
    } catch (cause) {
      this.#options.onFault(meetingId, cause);
    }
  }

  #closeIdle(): void {
    const oldest = this.#options.clock.monotonic() - IDLE_MS;
    for (const [meetingId, { room, feed, usedAt }] of this.#rooms) {
      if (feed.hasReaders || !feed.ink.isEmpty || usedAt > oldest || room.isBusy) continue;
      feed.close();
      this.#rooms.delete(meetingId);
    }
  }
}

/** Which part of the command is not as described; never what was sent. */
function invalidCommand(
  issues: readonly { readonly code?: string | undefined; readonly path: readonly PropertyKey[] }[],
) {
  const named = issues
    .slice(0, 20)
    .map(({ code, path }) => ({ at: `/command/${path.map(String).join('/')}`, problem: String(code) }));
  return { code: 'input/invalid', params: { issues: named } };
}
