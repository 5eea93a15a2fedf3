import type { Rejection } from '@hopso/shared/kernel';
import {
  applyPatch,
  type Frame,
  type JoinAnswer,
  type MineFrame,
  PROTOCOL_VERSION,
  type ResetReason,
  type Snapshot,
} from '@hopso/shared/protocol';
import { serverNow, setServerNow } from '#platform/clock';
import type { MeetingSocket } from '#platform/socket';
import type { KeptView } from './kept-view.ts';
import { initialLive, type LiveState } from './live-state.ts';
import { inkOf, withLayer, withPart } from './presented-ink.ts';

interface Dependencies {
  readonly socket: MeetingSocket;
  readonly fetchSnapshot: (meeting: string) => Promise<Snapshot>;
}

const firstRetryMs = 500;
const longestRetryMs = 8_000;

/**
 * One meeting as this device sees it. Frames apply only when they start where we are; on a gap the store asks
 * once for what is missing and takes a snapshot when that is too much. Nothing is ever guessed: between
 * a gap and its mending the connection says so.
 */
export class MeetingLive {
  readonly meeting: string;
  readonly #socket: MeetingSocket;
  readonly #fetchSnapshot: Dependencies['fetchSnapshot'];
  readonly #listeners = new Set<() => void>();
  #state: LiveState = initialLive;
  /** Counts entries and catch-ups; an answer to an older one is dropped. */
  #attempt = 0;
  /** Frames that came while we were asking; null while there is nothing to wait for. */
  #waiting: Frame[] | null = null;
  /** Between asking to join and the answer, which holds the whole own view. */
  #isJoining = false;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;

  constructor(meeting: string, { socket, fetchSnapshot }: Dependencies) {
    this.meeting = meeting;
    this.#socket = socket;
    this.#fetchSnapshot = fetchSnapshot;
  }

  get state(): LiveState {
    return this.#state;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Connects; the returned function disconnects and stops everything that is under way. */
  start(): () => void {
    const close = this.#socket.open({
      onUp: () => void this.#enter(),
      onDown: () => this.#lost(),
      onRefused: (problem) => this.#refused(problem),
      onFrame: (frame) => this.#receive(frame),
      onMine: (frame) => this.#receiveMine(frame),
      onReset: (reason) => this.#reset(reason),
      onUpgrade: () => this.#set({ isOutdated: true }),
      onPresence: ({ meeting, persons }) => {
        if (meeting === this.meeting) this.#set({ presence: persons });
      },
      onLed: (led) => {
        if (led.meeting === this.meeting) this.#set({ led });
      },
      onPointer: (pointer) => {
        if (pointer.meeting === this.meeting) this.#set({ pointer });
      },
      onInk: (view) => {
        if (view.meeting === this.meeting) this.#set({ ink: withLayer(this.#state.ink, view) });
      },
      onInkPart: (part) => {
        if (part.meeting === this.meeting) this.#set({ ink: withPart(this.#state.ink, part) });
      },
      onNotes: ({ meeting, seq }) => {
        if (meeting === this.meeting) this.#set({ notesSeq: seq });
      },
    });
    return () => {
      this.#attempt += 1;
      clearTimeout(this.#retry);
      close();
      this.#lost();
    };
  }

  /** What this device keeps of the meeting, for as long as there is no connection and nothing newer. */
  showKept({ view, mine, audience, at }: KeptView): void {
    if (this.#state.connection !== 'offline' || this.#state.view !== null) return;
    this.#set({ view, mine, audience, offlineSince: at });
  }

  #set(change: Partial<LiveState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  #lost(): void {
    this.#attempt += 1;
    clearTimeout(this.#retry);
    if (this.#state.connection === 'gone' || this.#state.connection === 'offline') return;
    this.#set({ connection: 'offline', offlineSince: serverNow() });
  }

  #refused(problem: Rejection): void {
    this.#attempt += 1;
    this.#set({ ...initialLive, connection: 'gone', problem });
  }

  #reset(reason: ResetReason): void {
    if (reason === 'revoked') {
      this.#refused({ code: 'not-found' });
      return;
    }
    // The view of the old audience may hold what this person may no longer see.
    if (reason === 'capacity' || reason === 'published')
      this.#set({ view: null, mine: null, led: null, pointer: null, ink: {}, epoch: '', to: 0 });
    void this.#enter();
  }

  async #enter(): Promise<void> {
    const attempt = this.#begin();
    const { view, epoch, to } = this.#state;
    this.#isJoining = true;
    try {
      const answer = await this.#socket.join({
        meeting: this.meeting,
        version: PROTOCOL_VERSION,
        // A kept view has no place in the life of the room.
        have: view === null || epoch === '' ? null : { epoch, to },
      });
      if (attempt !== this.#attempt) return;
      if (!answer.ok) return this.#refused(answer.problem);
      this.#welcome(answer);
      if (answer.frames !== null && this.#state.view !== null) return this.#arrive(answer.frames);
      await this.#takeSnapshot(attempt);
      if (attempt !== this.#attempt) return;
      const isWhole = this.#state.epoch === answer.epoch && this.#state.to >= answer.to;
      if (isWhole) this.#arrive([]);
      else await this.#catchUp(attempt);
    } catch {
      this.#tryAgain(attempt);
    }
  }

  #welcome(answer: Extract<JoinAnswer, { ok: true }>): void {
    this.#isJoining = false;
    setServerNow(answer.now);
    const changesAudience = this.#state.audience !== null && this.#state.audience !== answer.audience;
    this.#set({
      audience: answer.audience,
      mine: answer.mine,
      mineRev: answer.mineRev,
      led: answer.led,
      ink: inkOf(answer.ink),
      ...(changesAudience && { view: null, epoch: '', to: 0 }),
    });
  }

  /** Asks for what is missing after our position; a snapshot when the server no longer has it. */
  async #catchUp(attempt: number): Promise<void> {
    while (attempt === this.#attempt) {
      const { epoch, to } = this.#state;
      const answer = await this.#socket.sync({ meeting: this.meeting, epoch, to });
      if (attempt !== this.#attempt) return;
      if (!answer.ok) return this.#refused(answer.problem);
      if (answer.frames !== null) return this.#arrive(answer.frames);
      await this.#takeSnapshot(attempt);
    }
  }

  async #takeSnapshot(attempt: number): Promise<void> {
    const { audience, epoch, to, view } = await this.#fetchSnapshot(this.meeting);
    if (attempt !== this.#attempt) return;
    // The capacity has just changed and the word to leave our seat is on its way: positions of another audience
    // do not compare, and asking on would go round in a circle until it comes.
    if (audience !== this.#state.audience) throw new Error('the snapshot is of another audience');
    this.#set({ epoch, to, view });
  }

  #begin(): number {
    clearTimeout(this.#retry);
    this.#attempt += 1;
    this.#waiting = [];
    if (this.#state.connection !== 'connecting') this.#set({ connection: 'catching-up' });
    return this.#attempt;
  }

  /** The end of an entry or catch-up: what was answered, then what came meanwhile. */
  #arrive(frames: readonly Frame[]): void {
    const meanwhile = this.#waiting ?? [];
    this.#waiting = null;
    this.#failures = 0;
    for (const frame of frames) this.#apply(frame);
    this.#set({ connection: 'live', offlineSince: null, problem: null });
    for (const frame of meanwhile) this.#receive(frame);
  }

  #tryAgain(attempt: number): void {
    if (attempt !== this.#attempt) return;
    this.#failures += 1;
    const delayMs =
      Math.min(longestRetryMs, firstRetryMs * 2 ** (this.#failures - 1)) * (0.75 + Math.random() / 2);
    this.#retry = setTimeout(() => void this.#enter(), delayMs);
  }

  #receive(frame: Frame): void {
    if (frame.meeting !== this.meeting) return;
    if (this.#waiting !== null) {
      this.#waiting.push(frame);
      return;
    }
    if (frame.to <= this.#state.to || this.#apply(frame)) return;
    const attempt = this.#begin();
    this.#catchUp(attempt).catch(() => this.#tryAgain(attempt));
  }

  /** Whether the frame was the next one. */
  #apply(frame: Frame): boolean {
    const { to, view } = this.#state;
    if (frame.from !== to || view === null) return false;
    this.#set({ view: applyPatch(view, frame.patch), to: frame.to });
    return true;
  }

  #receiveMine(frame: MineFrame): void {
    if (frame.meeting !== this.meeting || frame.rev <= this.#state.mineRev) return;
    const { mine, mineRev } = this.#state;
    if (mine !== null && frame.rev === mineRev + 1) {
      this.#set({ mine: applyPatch(mine, frame.patch), mineRev: frame.rev });
    } else if (!this.#isJoining) {
      void this.#enter();
    }
  }
}
