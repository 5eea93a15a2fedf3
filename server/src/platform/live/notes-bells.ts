import type { NotesBell } from '@hopso/shared/protocol';

/** Between two bells for one person; what is written meanwhile is told by the next one. */
export const BELL_MS = 100;

/** Tells persons that there are notes to be read: at once, and then at most ten times a second. */
export class NotesBells {
  readonly #ring: (personId: string, bell: NotesBell) => void;
  /** Who was told a moment ago, with what has come since. */
  readonly #told = new Map<string, { next: NotesBell | null }>();
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(ring: (personId: string, bell: NotesBell) => void) {
    this.#ring = ring;
  }

  ring(personIds: Iterable<string>, bell: NotesBell): void {
    for (const personId of personIds) {
      const told = this.#told.get(`${bell.meeting} ${personId}`);
      if (told === undefined) this.#tell(personId, bell);
      else if (told.next === null || told.next.seq < bell.seq) told.next = bell;
    }
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#told.clear();
  }

  #tell(personId: string, bell: NotesBell): void {
    const key = `${bell.meeting} ${personId}`;
    const told: { next: NotesBell | null } = { next: null };
    this.#told.set(key, told);
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#told.delete(key);
      if (told.next !== null) this.#tell(personId, told.next);
    }, BELL_MS);
    this.#timers.add(timer);
    this.#ring(personId, bell);
  }
}
