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
  audienceOf,
  audiences,
  grantsLeading,
  isAtDesk,
  type LeadingScene,
  mayLeadPages,
  type PageLeader,
  type SessionState,
} from '@hopso/shared/session';
import type { Clock } from '#platform/clock';
import { type LedTo, maySee, paperInForce, people, type ReadersWho, readersOf } from './paper-readers.ts';
import { type TokenBucket, takePerPerson } from './token-bucket.ts';

export interface LedDelivery {
  led(to: LedTo, view: LedView): void;
  /** May be lost. */
  pointer(to: LedTo, view: PointerView): void;
}

export interface PageLeadParts {
  readonly meetingId: string;
  readonly clock: Clock;
  readonly delivery: LedDelivery;
}

/**
 * Who leads the pages of one meeting, and to where. In memory alone: gone with the process, never in the record.
 * What is not allowed is refused or, for messages without an answer, dropped.
 */
export class PageLead {
  readonly #meeting: string;
  readonly #clock: Clock;
  readonly #delivery: LedDelivery;
  readonly #readersWho: ReadersWho;
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

  constructor(parts: PageLeadParts, readersWho: ReadersWho) {
    this.#meeting = parts.meetingId;
    this.#clock = parts.clock;
    this.#delivery = parts.delivery;
    this.#readersWho = readersWho;
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
    const audience = readersOf(state, place.paper, this.#readersWho);
    if (audience === null || !maySee(state, audience.paper, actor)) return;
    if (this.#isAt(place)) return;
    if (!takePerPerson(this.#leads, actor.personId, LEADS_PER_SECOND, this.#clock)) return;
    this.#place = place;
    this.#delivery.led(audience.to, this.#view(place));
    this.#tellWall(audience.isOpen ? place : null);
  }

  /** The leader points at the page they are at. Dropped from anybody else, and beyond the measure (X18). */
  point(state: SessionState, actor: Actor, at: PointerView['at']): void {
    const place = this.placeLedBy(actor);
    if (place === null) return;
    const audience = readersOf(state, place.paper, this.#readersWho);
    if (audience === null || !takePerPerson(this.#pointers, actor.personId, POINTERS_PER_SECOND, this.#clock))
      return;
    const to = audience.isOpen ? { audiences } : audience.to;
    this.#delivery.pointer(to, { meeting: this.#meeting, paper: place.paper, page: place.page, at });
  }

  /** Where this person leads to; null for anybody else, and while they lead nowhere. */
  placeLedBy({ personId }: Actor): LedPlace | null {
    return this.#leader?.personId === personId ? this.#place : null;
  }

  /** What somebody who joins now is told (X17); `actor` null for the wall. */
  viewFor(state: SessionState, actor: Actor | null): LedView {
    if (actor === null) return { ...this.#view(this.#onWall), leader: null, namedId: null };
    const paper = this.#place === null ? null : paperInForce(state, this.#place.paper);
    const sees = paper !== null && maySee(state, paper, actor);
    return this.#view(sees ? this.#place : null);
  }

  /** The session went on: a right may be gone, the item another, the paper withdrawn or closed to some. */
  recheck(state: SessionState): void {
    const movedOn = this.#item !== state.agenda.currentId;
    this.#item = state.agenda.currentId;
    if (this.#leader === null && this.#namedId === null) return;
    if (movedOn) this.#namedId = null;
    const lost = this.#leader !== null && !this.#mayLead(state);
    const audience = this.#place === null ? null : readersOf(state, this.#place.paper, this.#readersWho);
    const isGone = this.#place !== null && (movedOn || audience === null);
    const closed = this.#onWall !== null && audience !== null && !audience.isOpen;
    if (lost) this.#end();
    else if (isGone) this.#place = null;
    if (lost || isGone || movedOn) this.#tellAll(state);
    // Whoever may not see it any more forgets the place, as the wall does.
    else if (closed) this.#tellAll(state);
  }

  #mayLead(state: SessionState): boolean {
    const leader = this.#leader;
    return leader !== null && mayLeadPages(candidate(state, leader), sceneOf(state, this.#namedId));
  }

  #isAt({ paper, version, page, y, label = null }: LedPlace): boolean {
    const at = this.#place;
    return (
      at?.paper === paper &&
      at.version === version &&
      at.page === page &&
      at.y === y &&
      (at.label ?? null) === label
    );
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
    const audience = place === null ? null : readersOf(state, place.paper, this.#readersWho);
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
