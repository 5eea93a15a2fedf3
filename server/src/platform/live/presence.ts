import type { PresenceState, PresenceView } from '@hopso/shared/protocol';

/** Where a device says it reads. */
export interface Report {
  readonly item: string | null;
  /** The paper and page on the screen of a follower; null for somebody who reads where they like. */
  readonly following: { readonly paper: string | null; readonly page: number | null } | null;
}

interface Place extends Report {
  /** Whether the device lacked something it should have had when it said where it is. */
  readonly isBehind: boolean;
}

/**
 * Where everybody reads, as the desk is shown it. Volatile: never stored, and gone with the process.
 */
export class Presence {
  readonly #places = new Map<string, Place>();
  readonly #connections = new Map<string, Set<string>>();
  #isChanged = false;

  entered(personId: string, connection: string): void {
    const open = this.#connections.get(personId) ?? new Set();
    this.#connections.set(personId, open.add(connection));
    this.#isChanged = true;
  }

  left(personId: string, connection: string): void {
    const open = this.#connections.get(personId);
    open?.delete(connection);
    if (open?.size === 0) this.#connections.delete(personId);
    this.#isChanged = true;
  }

  reported(personId: string, place: Place): void {
    this.#places.set(personId, place);
    this.#isChanged = true;
  }

  /**
   * The view when something has changed since it was last taken; null otherwise.
   * `ledPaper`: the paper that everybody may see and is led to; pages are told of this one alone.
   */
  taken(
    meeting: string,
    personIds: Iterable<string>,
    currentItem: string | null,
    ledPaper: string | null,
  ): PresenceView | null {
    if (!this.#isChanged) return null;
    this.#isChanged = false;
    const persons: { [personId: string]: PresenceView['persons'][string] } = {};
    for (const personId of personIds) {
      const place = this.#places.get(personId);
      const following = place?.following ?? null;
      persons[personId] = {
        state: this.#stateOf(personId, place, currentItem),
        item: place?.item ?? null,
        isFollowing: following !== null,
        page: following !== null && following.paper === ledPaper ? following.page : null,
      };
    }
    return { meeting, persons };
  }

  /** The session moved on: everybody's state may be another. */
  touch(): void {
    this.#isChanged = true;
  }

  #stateOf(personId: string, place: Place | undefined, currentItem: string | null): PresenceState {
    if (!this.#connections.has(personId)) return 'offline';
    if (place === undefined) return 'elsewhere';
    if (place.isBehind) return 'behind';
    return place.item !== null && place.item === currentItem ? 'here' : 'elsewhere';
  }
}
