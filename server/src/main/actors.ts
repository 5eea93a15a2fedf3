import type { Actor, PersonCard } from '@hopso/shared/meeting';
import type { Clock } from '#platform/clock';

/** How long a person's card may be out of date for commands and screens; a changed role ends the sign-in anyway. */
const FRESH_MS = 10_000;

type ById<T> = { readonly [personId: string]: T };

export interface ActorSources {
  readonly clock: Clock;
  readonly cards: (personIds: readonly string[]) => Promise<ById<PersonCard>>;
  /** Units whose meetings each person prepares; persons without any may be left out. */
  readonly secretaryOfUnits: (personIds: readonly string[]) => Promise<ById<readonly string[]>>;
}

interface Lookup {
  readonly personIds: Set<string>;
  readonly found: Promise<ReadonlyMap<string, Actor>>;
}

/** Who acts, as the rules need to know them. A hall that comes back at once is looked up in one go. */
export class Actors {
  readonly #sources: ActorSources;
  readonly #known = new Map<string, { readonly at: number; readonly actor: Promise<Actor | null> }>();
  #next: Lookup | null = null;

  constructor(sources: ActorSources) {
    this.#sources = sources;
  }

  /** Null for somebody who is not, or no longer, among the persons. */
  of(personId: string): Promise<Actor | null> {
    const now = this.#sources.clock.monotonic();
    const known = this.#known.get(personId);
    if (known !== undefined && now - known.at < FRESH_MS) return known.actor;
    const actor = this.#lookUp(personId);
    this.#known.set(personId, { at: now, actor });
    actor.catch(() => this.#known.delete(personId));
    return actor;
  }

  forget(personId: string): void {
    this.#known.delete(personId);
  }

  async #lookUp(personId: string): Promise<Actor | null> {
    this.#next ??= this.#begin();
    const { personIds, found } = this.#next;
    personIds.add(personId);
    return (await found).get(personId) ?? null;
  }

  #begin(): Lookup {
    const personIds = new Set<string>();
    const found = new Promise((tick) => setImmediate(tick)).then(() => {
      this.#next = null;
      return this.#load([...personIds]);
    });
    return { personIds, found };
  }

  async #load(personIds: readonly string[]): Promise<ReadonlyMap<string, Actor>> {
    const cards = await this.#sources.cards(personIds);
    const units = await this.#sources.secretaryOfUnits(personIds);
    return new Map(
      Object.entries(cards).map(([id, card]) => [id, { ...card, secretaryOfUnits: units[id] ?? [] }]),
    );
  }
}
