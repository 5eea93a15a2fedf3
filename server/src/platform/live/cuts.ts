import type { Clock } from '#platform/clock';

/** Longer than any handshake takes. */
const REMEMBERED_MS = 60_000;

/**
 * What was cut lately. A handshake that had passed its check when its sign-in was ended is not among the open
 * connections yet: it is refused at its end instead.
 */
export class Cuts {
  readonly #clock: Clock;
  readonly #cutAt = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  note(name: string): void {
    const now = this.#clock.monotonic();
    for (const [old, at] of this.#cutAt) {
      if (now - at < REMEMBERED_MS) break;
      this.#cutAt.delete(old);
    }
    this.#cutAt.delete(name);
    this.#cutAt.set(name, now);
  }

  /** `time` is monotonic, ms. */
  areNewerThan(time: number, names: readonly string[]): boolean {
    return names.some((name) => (this.#cutAt.get(name) ?? Number.NEGATIVE_INFINITY) >= time);
  }
}
