import type { Clock } from '#platform/clock';

/** So many at once, then so many a second. */
export class TokenBucket {
  readonly #size: number;
  readonly #perSecond: number;
  readonly #clock: Clock;
  #tokens: number;
  #filledAt: number;

  constructor(size: number, perSecond: number, clock: Clock) {
    this.#size = size;
    this.#perSecond = perSecond;
    this.#clock = clock;
    this.#tokens = size;
    this.#filledAt = clock.monotonic();
  }

  /** Takes one; false when there is none left. */
  take(): boolean {
    const now = this.#clock.monotonic();
    this.#tokens = Math.min(this.#size, this.#tokens + ((now - this.#filledAt) / 1000) * this.#perSecond);
    this.#filledAt = now;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}

/**
 * Takes from a person's own allowance, a second's worth of which may come at once: handing something to and fro
 * opens no new one.
 */
export function takePerPerson(
  buckets: Map<string, TokenBucket>,
  personId: string,
  perSecond: number,
  clock: Clock,
): boolean {
  const bucket = buckets.get(personId) ?? new TokenBucket(perSecond, perSecond, clock);
  buckets.set(personId, bucket);
  return bucket.take();
}
