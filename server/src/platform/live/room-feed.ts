import type { StoredEvent } from '@hopso/shared/kernel';
import type { Actor } from '@hopso/shared/meeting';
import type { Frame, MineFrame, PresenceView, ResetReason } from '@hopso/shared/protocol';
import { type Audience, audiences, type SessionEvent, type SessionState } from '@hopso/shared/session';
import type { Clock } from '#platform/clock';
import { AudienceFeed, type PackedSnapshot } from './audience-feed.ts';
import { type LedDelivery, PageLead } from './page-lead.ts';
import { Presence, type Report } from './presence.ts';
import { type InkDelivery, PresentedInk } from './presented-ink.ts';
import { Readers, type Seat } from './readers.ts';
import { movesAudiences, narrows, TouchedPersons } from './touches.ts';

/** Between two broadcasts at least this, and three times what the last one took (live.md §3). */
const TICK_MS = 20;
const BROADCAST_SHARE = 3;
const PRESENCE_MS = 1_000;
/** A device that lacks a frame for longer than this is shown as behind. */
const BEHIND_MS = 3_000;

/** How the feed reaches its sockets; the transport behind it is not its business. */
export interface Delivery extends LedDelivery, InkDelivery {
  /** Everybody of an audience gets the same frame. */
  frame(audience: Audience, frame: Frame): void;
  mine(personId: string, frame: MineFrame): void;
  presence(view: PresenceView): void;
  /** Takes a person's sockets out of the meeting's rooms after telling them. */
  reset(personId: string, reason: ResetReason): void;
  /** Everybody, the wall included. */
  resetAll(reason: ResetReason): void;
}

export interface RoomFeedOptions {
  readonly meetingId: string;
  /** Names a life of this feed, within which positions compare. */
  readonly newEpoch: () => string;
  readonly clock: Clock;
  readonly delivery: Delivery;
  /** The committed state, or null while a COMMIT is under way. */
  readonly committed: () => SessionState | null;
  /** A view that cannot be drawn. */
  readonly onFault: (cause: unknown) => void;
}

/** Carries one meeting to its screens: frames per audience, the own view per person, at most one broadcast a tick. */
export class RoomFeed {
  readonly #options: RoomFeedOptions;
  readonly #feeds = new Map<Audience, AudienceFeed>();
  readonly #readers: Readers;
  readonly #presence = new Presence();
  /** Who leads pages, and to where. */
  readonly pages: PageLead;
  /** What leaders drew on papers, until the desk settles it. */
  readonly ink: PresentedInk;
  #epoch: string;
  /** Whether what was sent came from the record; null while nothing was sent. Its positions start anew. */
  #isRecord: boolean | null = null;
  #touched = new TouchedPersons();
  #mustReseat = false;
  #mustForgetFrames = false;
  #tick: NodeJS.Timeout | NodeJS.Immediate | null = null;
  #presenceTimer: NodeJS.Timeout | null = null;
  #lastBroadcastAt = Number.NEGATIVE_INFINITY;
  #lastBroadcastMs = 0;

  constructor(options: RoomFeedOptions) {
    this.#options = options;
    this.#readers = new Readers(options.meetingId);
    this.pages = new PageLead(options, (holds) => this.#readers.who(holds));
    this.ink = new PresentedInk(options, this.pages, (holds) => this.#readers.who(holds));
    this.#epoch = options.newEpoch();
  }

  get epoch(): string {
    return this.#epoch;
  }

  get hasReaders(): boolean {
    return !this.#readers.isEmpty;
  }

  feed(audience: Audience, state: SessionState): AudienceFeed {
    const known = this.#feeds.get(audience);
    if (known !== undefined) return known;
    this.#isRecord ??= isRecord(state);
    const feed = new AudienceFeed(this.#options.meetingId, audience, this.#epoch, state);
    this.#feeds.set(audience, feed);
    return feed;
  }

  snapshot(audience: Audience, state: SessionState): Promise<PackedSnapshot> {
    return this.feed(audience, state).snapshot(this.#options.clock.monotonic());
  }

  /** A person's connection enters. Null for somebody with no part in the meeting. */
  enter(actor: Actor, connection: string, state: SessionState): Seat | null {
    const seat = this.#readers.enter(actor, connection, state);
    if (seat === null) return null;
    this.#presence.entered(actor.personId, connection);
    this.#schedulePresence();
    return seat;
  }

  leave(personId: string, connection: string): void {
    this.#readers.leave(personId, connection);
    this.#presence.left(personId, connection);
    this.#schedulePresence();
  }

  /** Persons who are connected and of whom this holds. */
  readersWho(holds: (actor: Actor) => boolean): string[] {
    return this.#readers.who(holds);
  }

  enterWall(connection: string, state: SessionState): Seat | null {
    return this.#readers.enterWall(connection, state);
  }

  leaveWall(connection: string): void {
    this.#readers.leaveWall(connection);
  }

  reportPresence(personId: string, report: Report, to: number): void {
    const audience = this.#readers.audienceOf(personId);
    const feed = audience === null ? undefined : this.#feeds.get(audience);
    const since = this.#options.clock.monotonic() - BEHIND_MS;
    this.#presence.reported(personId, { ...report, isBehind: feed?.lacksFrameOf(to, since) ?? false });
    this.#schedulePresence();
  }

  /** Committed events; the screens follow at the next tick. */
  committed(events: readonly StoredEvent[], state: SessionState): void {
    for (const stored of events) {
      const event = stored.data as unknown as SessionEvent | null;
      this.#touched.add(event, state);
      this.#mustReseat ||= movesAudiences(event);
      this.#mustForgetFrames ||= narrows(event);
    }
    if (events.length === 0) return;
    this.pages.recheck(state);
    this.ink.recheck(state);
    this.#schedule();
  }

  /** What happened meanwhile is not known in every detail: the next tick looks at everything. */
  recheck(): void {
    this.#touched.all = true;
    this.#mustReseat = true;
    this.#mustForgetFrames = true;
    this.#schedule();
  }

  /** There is no such meeting any more. */
  end(): void {
    this.close();
    this.#readers.clear();
    this.#options.delivery.resetAll('revoked');
  }

  close(): void {
    if (this.#tick !== null) clearTick(this.#tick);
    if (this.#presenceTimer !== null) clearTimeout(this.#presenceTimer);
    this.#tick = null;
    this.#presenceTimer = null;
  }

  #schedule(): void {
    const pause = Math.max(TICK_MS, BROADCAST_SHARE * this.#lastBroadcastMs);
    this.#scheduleIn(this.#lastBroadcastAt + pause - this.#options.clock.monotonic());
  }

  #scheduleIn(wait: number): void {
    if (this.#tick !== null) return;
    const run = () => {
      this.#tick = null;
      this.#broadcast();
    };
    this.#tick = wait <= 0 ? setImmediate(run) : setTimeout(run, wait);
  }

  #broadcast(): void {
    const state = this.#options.committed();
    if (state === null) {
      // A COMMIT is under way, and it may bring nothing that would call for a tick of its own.
      this.#scheduleIn(TICK_MS);
      return;
    }
    const startedAt = this.#options.clock.monotonic();
    try {
      this.#send(state, startedAt);
    } catch (cause) {
      this.#options.onFault(cause);
    }
    this.#lastBroadcastAt = this.#options.clock.monotonic();
    this.#lastBroadcastMs = this.#lastBroadcastAt - startedAt;
  }

  #send(state: SessionState, now: number): void {
    if (this.#isRecord !== null && this.#isRecord !== isRecord(state)) this.#renew();
    this.#reseat(state);
    for (const audience of audiences) {
      const frame = this.#feeds.get(audience)?.advance(state, now) ?? null;
      if (frame !== null) this.#options.delivery.frame(audience, frame);
    }
    this.#forgetFrames();
    this.#sendMine(state);
    this.#presence.touch();
    this.#schedulePresence();
  }

  /** The record has begun: positions of the preparation say nothing about it. */
  #renew(): void {
    this.#epoch = this.#options.newEpoch();
    this.#isRecord = null;
    this.#feeds.clear();
    this.#readers.clear();
    this.#options.delivery.resetAll('published');
  }

  #forgetFrames(): void {
    if (!this.#mustForgetFrames) return;
    this.#mustForgetFrames = false;
    for (const feed of this.#feeds.values()) feed.forgetFrames();
  }

  /** Who changed audience gets a new snapshot; who has no part any more is shown out. Effective with this tick. */
  #reseat(state: SessionState): void {
    if (!this.#mustReseat) return;
    this.#mustReseat = false;
    for (const { personId, audience } of this.#readers.takeMoved(state))
      this.#options.delivery.reset(personId, audience === null ? 'revoked' : 'capacity');
  }

  #sendMine(state: SessionState): void {
    const touched = this.#touched;
    this.#touched = new TouchedPersons();
    for (const [personId, frame] of this.#readers.mineFrames(touched, state))
      this.#options.delivery.mine(personId, frame);
  }

  #schedulePresence(): void {
    if (this.#presenceTimer !== null) return;
    this.#presenceTimer = setTimeout(() => {
      this.#presenceTimer = null;
      this.#sendPresence();
    }, PRESENCE_MS);
  }

  #sendPresence(): void {
    if (!this.#feeds.has('desk')) return;
    const state = this.#options.committed();
    if (state === null) {
      this.#schedulePresence();
      return;
    }
    const { attendance, agenda } = state;
    const view = this.#presence.taken(
      this.#options.meetingId,
      attendance.participants.keys(),
      agenda.currentId,
      this.pages.onWall?.paper ?? null,
    );
    if (view !== null) this.#options.delivery.presence(view);
  }
}

const isRecord = (state: SessionState): boolean => state.meeting.publishedAt !== null;

function clearTick(tick: NodeJS.Timeout | NodeJS.Immediate): void {
  clearTimeout(tick as NodeJS.Timeout);
  clearImmediate(tick as NodeJS.Immediate);
}
