import type { StoredEvent } from '@hopso/shared/kernel';
import type { CommandAnswer } from '@hopso/shared/protocol';
import { evolve, fold, initialSession, type SessionEvent, type SessionState } from '@hopso/shared/session';
import type { Clock } from '#platform/clock';
import type { Accepted, Batch, EventLog, MeetingRowPatch, SeenCommand } from '#platform/event-log';
import { bodyHashOf, decideOrder, newEvent, type Order, repeatedAnswer } from './order.ts';

/** Commands decided in one go; more would keep the process from everything else (live.md §2). */
const BATCH_LIMIT = 128;
const LOAD_PAGE = 2_000;
/** A wall clock that moved further than this against the monotonic one is noted in the record (design.md §2). */
const CLOCK_JUMP_MS = 5_000;
const SYSTEM_ACTOR = 'system';

export interface RoomOptions {
  readonly meetingId: string;
  readonly log: EventLog;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Told of committed events, in order, after COMMIT and before the answers; those of another writer included. */
  readonly onCommitted: (room: MeetingRoom, events: readonly StoredEvent[]) => void;
  /** Told that the state in memory was thrown away after a failed COMMIT. */
  readonly onDropped: (room: MeetingRoom) => void;
}

interface Waiting {
  readonly order: Order;
  readonly bodyHash: string;
  readonly resolve: (answer: CommandAnswer) => void;
  readonly reject: (cause: unknown) => void;
}

/** Tells one waiting order what was decided; called only after COMMIT. */
type Verdict = () => void;

/** The machine's two clocks, read at once. */
interface Clocks {
  readonly wall: number;
  readonly monotonic: number;
}

/** Orders that are decided and committed together. */
interface Turn {
  readonly batch: readonly Waiting[];
  readonly verdicts: Verdict[];
  readonly clocks: Clocks;
  /** Events that somebody else wrote since the last turn. */
  missed: readonly StoredEvent[];
}

/**
 * One open meeting: takes orders one after another, decides them on the folded state, and answers after COMMIT.
 * The state belongs to the room and is changed in place; when a COMMIT fails it is dropped and folded anew.
 */
export class MeetingRoom {
  readonly meetingId: string;
  readonly #options: RoomOptions;
  #state: SessionState | null = null;
  #loading: Promise<SessionState> | null = null;
  #waiting: Waiting[] = [];
  #isFlushing = false;
  /** True from deciding until COMMIT: what the state says then may yet be undone. */
  #isDeciding = false;
  #flushing: Promise<void> = Promise.resolve();
  /** The two clocks as they stood at the last commit. */
  #clocks: Clocks;

  constructor(options: RoomOptions) {
    this.meetingId = options.meetingId;
    this.#options = options;
    this.#clocks = readClocks(options.clock);
  }

  /**
   * Reads the state as of the last commit, at once and without keeping it: it changes in place afterwards.
   * @throws what the log threw
   */
  async read<T>(reader: (state: SessionState) => T): Promise<T> {
    while (this.#isDeciding) await this.#flushing;
    return reader(this.#state ?? (await this.#load()));
  }

  /** The committed state, or null while it is not in memory or waits for its COMMIT. */
  get committed(): SessionState | null {
    return this.#isDeciding ? null : this.#state;
  }

  /** Whether orders wait or are being decided. */
  get isBusy(): boolean {
    return this.#isFlushing;
  }

  /**
   * The verdict on an order. An order whose id was accepted before gets the first answer again;
   * the same id with another body or from somebody else is refused as `command/id-used`.
   * @throws the cause when the COMMIT failed; whether it happened is then known by asking again with the same id.
   */
  submit(order: Order): Promise<CommandAnswer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ order, bodyHash: bodyHashOf(order), resolve, reject });
      if (!this.#isFlushing) void this.#flushAll();
    });
  }

  async #load(): Promise<SessionState> {
    this.#loading ??= this.#foldLog().finally(() => {
      this.#loading = null;
    });
    return this.#loading;
  }

  async #foldLog(): Promise<SessionState> {
    let state = initialSession();
    for (;;) {
      const page = await this.#options.log.since(this.meetingId, state.seq, LOAD_PAGE);
      state = fold(state, page);
      if (page.length < LOAD_PAGE) break;
    }
    this.#state = state;
    return state;
  }

  async #flushAll(): Promise<void> {
    this.#isFlushing = true;
    try {
      while (this.#waiting.length > 0) {
        this.#flushing = this.#flush();
        await this.#flushing;
      }
    } finally {
      this.#isFlushing = false;
    }
  }

  async #flush(): Promise<void> {
    const batch = this.#takeBatch();
    const turn: Turn = { batch, verdicts: [], clocks: readClocks(this.#options.clock), missed: [] };
    try {
      const state = this.#state ?? (await this.#load());
      const ids = batch.map(({ order }) => order.id);
      const { committed, headSeq } = await this.#options.log.transact(
        this.meetingId,
        state.seq,
        ids,
        (missed, seen) => this.#decideTurn(turn, missed, seen),
      );
      this.#isDeciding = false;
      this.#clocks = turn.clocks;
      if (this.#state?.seq !== headSeq)
        throw new Error(`Meeting ${this.meetingId} lost its place in the log.`);
      this.#options.onCommitted(this, [...turn.missed, ...committed]);
      for (const tell of turn.verdicts) tell();
    } catch (cause) {
      this.#drop();
      for (const waiting of batch) waiting.reject(cause);
    }
  }

  /** Publication starts another stream, so it is committed alone. */
  #takeBatch(): Waiting[] {
    const publishing = this.#waiting.findIndex(({ order }) => order.command.type === 'PublishMeeting');
    const upTo = publishing === 0 ? 1 : publishing < 0 ? BATCH_LIMIT : Math.min(publishing, BATCH_LIMIT);
    return this.#waiting.splice(0, upTo);
  }

  #drop(): void {
    this.#isDeciding = false;
    this.#state = null;
    this.#options.onDropped(this);
  }

  /** Runs inside the log's transaction: pure but for the room's own state, which a failed COMMIT throws away. */
  #decideTurn(turn: Turn, missed: readonly StoredEvent[], seen: ReadonlyMap<string, SeenCommand>): Batch {
    const { batch, verdicts, clocks } = turn;
    turn.missed = missed;
    this.#isDeciding = true;
    let state = fold(this.#state ?? initialSession(), missed);
    const rowBefore = state.meeting;
    const accepted: Accepted[] = [];
    const inBatch = new Map<string, SeenCommand>();
    const jump = this.#clockJump(state, clocks);
    if (jump !== null) state = this.#accept(state, jump, accepted);
    for (const waiting of batch) {
      const { id } = waiting.order;
      const known = seen.get(id) ?? inBatch.get(id);
      if (known !== undefined) {
        verdicts.push(() => waiting.resolve(repeatedAnswer(known, waiting.order, waiting.bodyHash)));
        continue;
      }
      const outcome = this.#outcomeOf(state, waiting);
      verdicts.push(outcome.tell);
      if (outcome.accepted === null) continue;
      const firstSeq = state.seq + 1;
      state = this.#accept(state, outcome.accepted, accepted);
      const { actorId, bodyHash, answer } = outcome.accepted.command;
      inBatch.set(id, { actorId, bodyHash, answer, firstSeq, lastSeq: state.seq });
    }
    this.#state = state;
    const publishes = accepted.some(({ events }) =>
      events.some(({ data }) => data.type === 'MeetingPublished'),
    );
    return {
      accepted,
      ...(publishes ? { publishes } : {}),
      ...(state.meeting === rowBefore ? {} : { meeting: rowPatch(state) }),
    };
  }

  /** A rule that fails on one order is that order's failure: the ballots beside it are not lost with it. */
  #outcomeOf(state: SessionState, waiting: Waiting): { tell: Verdict; accepted: Accepted | null } {
    try {
      const { answer, accepted } = decideOrder(state, waiting.order, waiting.bodyHash, this.#options);
      return { tell: () => waiting.resolve(answer), accepted };
    } catch (cause) {
      return { tell: () => waiting.reject(cause), accepted: null };
    }
  }

  #accept(state: SessionState, accepted: Accepted, into: Accepted[]): SessionState {
    into.push(accepted);
    return accepted.events.reduce((s, { at, data }) => {
      const event = data as unknown as SessionEvent;
      const base = event.type === 'MeetingPublished' ? initialSession() : s;
      return evolve(base, event, { seq: base.seq + 1, at, actorId: accepted.command.actorId });
    }, state);
  }

  #clockJump(state: SessionState, { wall, monotonic }: Clocks): Accepted | null {
    const expected = this.#clocks.wall + (monotonic - this.#clocks.monotonic);
    if (Math.abs(wall - expected) <= CLOCK_JUMP_MS || state.meeting.publishedAt === null) return null;
    const event: SessionEvent = { type: 'ClockJumped', from: Math.round(expected), to: wall };
    const command = { id: this.#options.newId(), actorId: SYSTEM_ACTOR, bodyHash: '', answer: null };
    return { command, events: [newEvent(Math.max(wall, state.lastAt), event)] };
  }
}

const readClocks = (clock: Clock): Clocks => ({ wall: clock.now(), monotonic: clock.monotonic() });

function rowPatch({ meeting }: SessionState): MeetingRowPatch {
  const { info, phase, startedAt, endedAt } = meeting;
  if (info === null) return { phase };
  const { title, kind, place, startsAt, endsAt } = info;
  return { phase, title, kind, place, startsAt, endsAt, startedAt, endedAt };
}
