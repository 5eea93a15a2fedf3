import type { Rejection } from '@hopso/shared/kernel';
import type { Actor } from '@hopso/shared/meeting';
import {
  LEADS_PER_SECOND,
  type LedPlace,
  type LedView,
  POINTERS_PER_SECOND,
  type PointerView,
} from '@hopso/shared/protocol';
import {
  type Audience,
  audienceOf,
  audiences,
  grantsLeading,
  isAtDesk,
  isEntitled,
  type LeadingScene,
  mayLeadPages,
  type PageLeader,
  type SessionState,
} from '@hopso/shared/session';
import type { Clock } from '#platform/clock';
import { TokenBucket } from './token-bucket.ts';

/** Everybody of these audiences, or these persons alone. */
export type LedTo = { readonly audiences: readonly Audience[] } | { readonly persons: readonly string[] };

export interface LedDelivery {
  led(to: LedTo, view: LedView): void;
  /** May be lost. */
  pointer(to: LedTo, view: PointerView): void;
}

const people: readonly Audience[] = audiences.filter((audience) => audience !== 'screen');

/**
 * Who leads the pages of one meeting, and to where. In memory alone: gone with the process, never in the record.
 * What is not allowed is refused or, for messages without an answer, dropped.
 */
export class PageLead {
  readonly #meeting: string;
  readonly #clock: Clock;
  readonly #delivery: LedDelivery;
  #leader: Actor | null = null;
  #namedId: string | null = null;
  #place: LedPlace | null = null;
  /** The item in hand when something was handed out last. */
  #item: string | null = null;
  /** What the wall was last told to show; null: nothing of a paper. */
  #onWall: LedPlace | null = null;
  /** By person: handing the lead to and fro must not open a new allowance. */
  readonly #leads = new Map<string, TokenBucket>();
  readonly #pointers = new Map<string, TokenBucket>();

  constructor(meeting: string, clock: Clock, delivery: LedDelivery) {
    this.#meeting = meeting;
    this.#clock = clock;
    this.#delivery = delivery;
  }

  /** The paper the wall shows now; null while it shows none. */
  get onWall(): LedPlace | null {
    return this.#onWall;
  }

  /** Gives, takes or ends the lead (X14, X15). Null when it was done. */
  hand(state: SessionState, actor: Actor, personId: string | null): Rejection | null {
    const person = candidate(state, actor);
    const scene = sceneOf(state, this.#namedId);
    const grants = grantsLeading(person, scene);
    if (personId === null) {
      if (!grants && this.#leader?.personId !== actor.personId) return notAllowed;
      if (grants) this.#namedId = null;
      this.#end();
    } else if (personId === actor.personId) {
      if (!mayLeadPages(person, scene)) return notAllowed;
      if (this.#leader?.personId !== personId) this.#place = null;
      this.#leader = actor;
    } else {
      if (!grants) return notAllowed;
      if (!state.attendance.participants.has(personId)) return { code: 'participant/unknown' };
      this.#namedId = personId;
    }
    this.#item = state.agenda.currentId;
    this.#tellAll(state);
    return null;
  }

  /** The leader is at a place. Dropped from anybody else, and for papers they may not see. */
  lead(state: SessionState, actor: Actor, place: LedPlace): void {
    if (this.#leader?.personId !== actor.personId || !this.#mayLead(state)) return;
    const audience = readersOf(state, place);
    if (audience === null || !isEntitled(state, actor, audience.itemId)) return;
    if (this.#isAt(place)) return;
    if (!take(this.#leads, actor.personId, LEADS_PER_SECOND, this.#clock)) return;
    this.#place = place;
    this.#delivery.led(audience.to, this.#view(place));
    this.#tellWall(audience.isOpen ? place : null);
  }

  /** The leader points at the page they are at. Dropped from anybody else, and beyond the measure (X18). */
  point(state: SessionState, actor: Actor, at: PointerView['at']): void {
    const place = this.#place;
    if (place === null || this.#leader?.personId !== actor.personId) return;
    const audience = readersOf(state, place);
    if (audience === null || !take(this.#pointers, actor.personId, POINTERS_PER_SECOND, this.#clock)) return;
    const to = audience.isOpen ? { audiences } : audience.to;
    this.#delivery.pointer(to, { meeting: this.#meeting, paper: place.paper, page: place.page, at });
  }

  /** What somebody who joins now is told (X17); `actor` null for the wall. */
  viewFor(state: SessionState, actor: Actor | null): LedView {
    if (actor === null) return { ...this.#view(this.#onWall), leader: null, namedId: null };
    const audience = this.#place === null ? null : readersOf(state, this.#place);
    const sees = audience !== null && isEntitled(state, actor, audience.itemId);
    return this.#view(sees ? this.#place : null);
  }

  /** The session went on: a right may be gone, the item another, the paper withdrawn or closed to some. */
  recheck(state: SessionState): void {
    const movedOn = this.#item !== state.agenda.currentId;
    this.#item = state.agenda.currentId;
    if (this.#leader === null && this.#namedId === null) return;
    if (movedOn) this.#namedId = null;
    const lost = this.#leader !== null && !this.#mayLead(state);
    const audience = this.#place === null ? null : readersOf(state, this.#place);
    const isGone = this.#place !== null && (movedOn || audience === null);
    const closed = this.#onWall !== null && audience !== null && !audience.isOpen;
    if (lost) this.#end();
    else if (isGone) this.#place = null;
    if (lost || isGone || movedOn) this.#tellAll(state);
    else if (closed) this.#tellWall(null);
  }

  #mayLead(state: SessionState): boolean {
    const leader = this.#leader;
    return leader !== null && mayLeadPages(candidate(state, leader), sceneOf(state, this.#namedId));
  }

  #isAt({ paper, version, page, y }: LedPlace): boolean {
    const at = this.#place;
    return at?.paper === paper && at.version === version && at.page === page && at.y === y;
  }

  #view(place: LedPlace | null): LedView {
    const leader =
      this.#leader === null ? null : { personId: this.#leader.personId, name: this.#leader.name };
    return { meeting: this.#meeting, leader, namedId: this.#namedId, place };
  }

  #end(): void {
    this.#leader = null;
    this.#place = null;
  }

  /** Who leads has changed, which is everybody's to know; the place is told to those who may see it. */
  #tellAll(state: SessionState): void {
    const place = this.#place;
    const audience = place === null ? null : readersOf(state, place);
    const isOpen = audience?.isOpen === true;
    this.#delivery.led({ audiences: people }, this.#view(isOpen ? place : null));
    if (audience !== null && !isOpen) this.#delivery.led(audience.to, this.#view(place));
    this.#tellWall(isOpen ? place : null);
  }

  #tellWall(place: LedPlace | null): void {
    if (place === this.#onWall) return;
    this.#onWall = place;
    this.#delivery.led({ audiences: ['screen'] }, { ...this.#view(place), leader: null, namedId: null });
  }
}

const notAllowed: Rejection = { code: 'capacity/not-allowed' };

interface PaperReaders {
  readonly itemId: string;
  readonly isOpen: boolean;
  readonly to: LedTo;
}

/** Whom a place may be told to, the wall apart; null where there is no such paper (any more). */
function readersOf(state: SessionState, { paper: paperId }: LedPlace): PaperReaders | null {
  const paper = state.paper.papers.get(paperId);
  const item = paper === undefined ? undefined : state.agenda.items.get(paper.itemId);
  if (paper === undefined || paper.withdrawn !== null || item === undefined) return null;
  const { openTo } = item;
  const isOpen = openTo === 'all';
  return { itemId: item.id, isOpen, to: isOpen ? { audiences: people } : { persons: openTo } };
}

function candidate(state: SessionState, actor: Actor): PageLeader {
  const participant = state.attendance.participants.get(actor.personId);
  return {
    personId: actor.personId,
    name: actor.name,
    isAtDesk: isAtDesk(state, actor),
    isPresiding: state.meeting.presidingId === actor.personId && audienceOf(state, actor) !== null,
    capacity: participant?.capacity ?? null,
  };
}

function sceneOf(state: SessionState, namedId: string | null): LeadingScene {
  const { phase, deskHolderId } = state.meeting;
  const current =
    state.agenda.currentId === null ? undefined : state.agenda.items.get(state.agenda.currentId);
  const isInSession = phase === 'inSession' || phase === 'paused';
  return { isInSession, deskHolderId, presenters: current?.presenters ?? [], namedId };
}

/** A second's worth of messages at once, then so many a second. */
function take(buckets: Map<string, TokenBucket>, personId: string, perSecond: number, clock: Clock): boolean {
  const bucket = buckets.get(personId) ?? new TokenBucket(perSecond, perSecond, clock);
  buckets.set(personId, bucket);
  return bucket.take();
}
