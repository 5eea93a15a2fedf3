import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { diff, type Frame, PROTOCOL_VERSION, type Snapshot } from '@hopso/shared/protocol';
import { type Audience, type MeetingView, project, type SessionState } from '@hopso/shared/session';

/** Frames kept for those who were away for a moment; who was away longer takes a snapshot (design.md §2). */
const RING = 500;
/** A snapshot is built anew at most this often, or when it is this far behind. */
const SNAPSHOT_MS = 1_000;
const SNAPSHOT_BEHIND = 500;

const compress = promisify(gzip);

interface Sent {
  readonly frame: Frame;
  /** Monotonic, ms. */
  readonly at: number;
}

export interface PackedSnapshot {
  readonly etag: string;
  readonly gzip: Buffer;
}

/**
 * What one audience of one meeting has been sent. A frame leads from what was sent before to what holds now,
 * whatever happened in between; an event the audience may not see leaves no trace, not even a number.
 */
export class AudienceFeed {
  readonly #meeting: string;
  readonly #audience: Audience;
  readonly #epoch: string;
  #view: MeetingView;
  #to: number;
  #ring: Sent[] = [];
  #packed: { readonly at: number; readonly to: number; readonly snapshot: Promise<PackedSnapshot> } | null =
    null;

  constructor(meeting: string, audience: Audience, epoch: string, state: SessionState) {
    this.#meeting = meeting;
    this.#audience = audience;
    this.#epoch = epoch;
    this.#view = project(state, meeting, audience);
    this.#to = state.seq;
  }

  /** Position of the last frame: what a client that has everything is at. */
  get to(): number {
    return this.#to;
  }

  /**
   * The frame that brings this audience up to the state, or null when nothing it may see has changed.
   * `now` is monotonic, ms.
   */
  advance(state: SessionState, now: number): Frame | null {
    const next = project(state, this.#meeting, this.#audience);
    const patch = diff(this.#view, next);
    if (patch === null) return null;
    const frame = { meeting: this.#meeting, from: this.#to, to: state.seq, patch };
    this.#view = next;
    this.#to = state.seq;
    this.#ring.push({ frame, at: now });
    if (this.#ring.length > RING) this.#ring = this.#ring.slice(-RING);
    return frame;
  }

  /** The frames after a position, or null when they are not kept any more (or never were). */
  framesAfter(to: number): readonly Frame[] | null {
    if (to === this.#to) return [];
    const start = this.#indexAfter(to);
    return start < 0 ? null : this.#ring.slice(start).map(({ frame }) => frame);
  }

  /** Whether somebody at `to` still lacks a frame that was sent before `time` (monotonic, ms). */
  lacksFrameOf(to: number, time: number): boolean {
    if (to >= this.#to) return false;
    const sent = this.#ring[this.#indexAfter(to)];
    return sent === undefined || sent.at < time;
  }

  /**
   * Frames sent so far hold what has been closed to some since: whoever missed them takes a snapshot,
   * which does not.
   */
  forgetFrames(): void {
    this.#ring = [];
  }

  /** The whole view, compressed once for all who ask within a second. `now` is monotonic, ms. */
  snapshot(now: number): Promise<PackedSnapshot> {
    const known = this.#packed;
    const isFresh =
      known !== null &&
      (known.to === this.#to || (now - known.at < SNAPSHOT_MS && this.#to - known.to < SNAPSHOT_BEHIND)) &&
      this.framesAfter(known.to) !== null;
    if (known !== null && isFresh) return known.snapshot;
    const snapshot = this.#pack();
    this.#packed = { at: now, to: this.#to, snapshot };
    return snapshot;
  }

  #indexAfter(to: number): number {
    return this.#ring.findIndex(({ frame }) => frame.from === to);
  }

  async #pack(): Promise<PackedSnapshot> {
    const content: Snapshot = {
      meeting: this.#meeting,
      audience: this.#audience,
      epoch: this.#epoch,
      to: this.#to,
      view: this.#view,
    };
    const etag = `"${this.#audience}.${PROTOCOL_VERSION}.${this.#epoch}.${this.#to}"`;
    const bytes = await compress(JSON.stringify(content), { level: constants.Z_BEST_SPEED });
    return { etag, gzip: bytes };
  }
}
