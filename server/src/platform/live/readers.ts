import type { Actor } from '@hopso/shared/meeting';
import { diff, type MineFrame } from '@hopso/shared/protocol';
import {
  type Audience,
  audienceOf,
  type PersonalView,
  projectMine,
  type SessionState,
} from '@hopso/shared/session';
import type { Touched } from './touches.ts';

/** Where a connection was put, and what it is told there. */
export interface Seat {
  readonly audience: Audience;
  readonly mine: PersonalView | null;
  readonly mineRev: number;
}

interface Person {
  readonly actor: Actor;
  readonly audience: Audience;
  readonly connections: Set<string>;
  view: PersonalView;
  rev: number;
}

/**
 * Who reads a meeting, on which connections, and the own view each person was sent.
 * Connections are told apart by name: one that leaves twice, or long after its person was shown out, counts once.
 */
export class Readers {
  readonly #meetingId: string;
  readonly #people = new Map<string, Person>();
  readonly #walls = new Set<string>();

  constructor(meetingId: string) {
    this.#meetingId = meetingId;
  }

  get isEmpty(): boolean {
    return this.#people.size === 0 && this.#walls.size === 0;
  }

  /** Null for somebody with no part in the meeting. */
  enter(actor: Actor, connection: string, state: SessionState): Seat | null {
    const person = this.#people.get(actor.personId) ?? newPerson(actor, state);
    if (person === null) return null;
    this.#people.set(actor.personId, person);
    person.connections.add(connection);
    return { audience: person.audience, mine: person.view, mineRev: person.rev };
  }

  leave(personId: string, connection: string): void {
    const person = this.#people.get(personId);
    person?.connections.delete(connection);
    if (person?.connections.size === 0) this.#people.delete(personId);
  }

  /** The wall is shown a meeting from its publication on. */
  enterWall(connection: string, state: SessionState): Seat | null {
    if (state.meeting.phase === 'draft') return null;
    this.#walls.add(connection);
    return { audience: 'screen', mine: null, mineRev: 0 };
  }

  leaveWall(connection: string): void {
    this.#walls.delete(connection);
  }

  clear(): void {
    this.#people.clear();
    this.#walls.clear();
  }

  /** The audience a person was seated in; null for somebody who is not here. */
  audienceOf(personId: string): Audience | null {
    return this.#people.get(personId)?.audience ?? null;
  }

  /** Persons of whom this holds. */
  who(holds: (actor: Actor) => boolean): string[] {
    return [...this.#people].flatMap(([personId, { actor }]) => (holds(actor) ? [personId] : []));
  }

  /** Takes out everybody who belongs to another audience by now, or (null) to none. */
  takeMoved(state: SessionState): { personId: string; audience: Audience | null }[] {
    const moved: { personId: string; audience: Audience | null }[] = [];
    for (const [personId, person] of this.#people) {
      const audience = audienceOf(state, person.actor);
      if (audience === person.audience) continue;
      this.#people.delete(personId);
      moved.push({ personId, audience });
    }
    return moved;
  }

  /** The changes of the touched persons' own views, noted as sent. */
  *mineFrames(touched: Touched, state: SessionState): Generator<readonly [string, MineFrame]> {
    for (const person of this.#touchedPeople(touched)) {
      const frame = this.#advance(person, state);
      if (frame !== null) yield [person.actor.personId, frame];
    }
  }

  *#touchedPeople({ persons, desk, all }: Touched): Generator<Person> {
    if (all || desk) {
      for (const [personId, person] of this.#people)
        if (all || person.audience === 'desk' || persons.has(personId)) yield person;
      return;
    }
    for (const personId of persons) {
      const person = this.#people.get(personId);
      if (person !== undefined) yield person;
    }
  }

  #advance(person: Person, state: SessionState): MineFrame | null {
    const view = projectMine(state, person.actor);
    const patch = view === null ? null : diff(person.view, view);
    if (view === null || patch === null) return null;
    person.view = view;
    person.rev += 1;
    return { meeting: this.#meetingId, rev: person.rev, patch };
  }
}

function newPerson(actor: Actor, state: SessionState): Person | null {
  const audience = audienceOf(state, actor);
  const view = projectMine(state, actor);
  if (audience === null || view === null) return null;
  return { actor, audience, connections: new Set(), view, rev: 0 };
}
