import { isIPv6 } from 'node:net';
import { ok, type Result, refuse } from '@hopso/shared/kernel';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';

const freeFailures = 5;
const shortestWaitSeconds = 30;
const longestWaitSeconds = 15 * 60;

/** [I5] Seconds an account waits after its n-th failure in a row. */
export function waitAfter(failures: number): number {
  if (failures < freeFailures) return 0;
  return Math.min(longestWaitSeconds, shortestWaitSeconds * 2 ** Math.min(failures - freeFailures, 10));
}

/** [I11] Wrong guesses that all codes together bear per quarter of an hour: 2 % of 10⁶ numbers, shared by the live codes. */
export function guessesFor(liveCodes: number): number {
  return Math.min(500, Math.floor(20_000 / Math.max(1, liveCodes)));
}

/**
 * Counts failures, in memory: a restart forgives, a database write per wrong password would be a gift to a flood.
 * Real time, not the product's clock: a demonstration's clock must not shorten a wait.
 */
export class FailureLimits {
  readonly #failures = new RateLimiterMemory({ keyPrefix: 'failures', points: 1, duration: 3600 });
  readonly #waits = new RateLimiterMemory({ keyPrefix: 'wait', points: 1, duration: longestWaitSeconds });
  // [I6] A thousand people behind one address mistype too; the waiting per account does the real work.
  readonly #addresses = new RateLimiterMemory({ keyPrefix: 'address', points: 200, duration: 60 });
  readonly #codeAddresses = new RateLimiterMemory({ keyPrefix: 'code-address', points: 60, duration: 900 });
  readonly #codes = new RateLimiterMemory({ keyPrefix: 'codes', points: 1, duration: 900 });

  /**
   * Takes note of an attempt before its password is checked: attempts sent at once would otherwise all be free.
   * `forgive` takes the notes back, `notChecked` this one. Refuses `auth/locked`.
   */
  async beginSignIn(userName: string, address: string): Promise<Result<undefined>> {
    const wait = await longestOf([
      this.#waits.get(userName),
      overLimit(this.#addresses, addressKey(address)),
    ]);
    if (wait > 0) return locked(wait);
    const { consumedPoints } = await this.#failures.penalty(userName);
    const seconds = waitAfter(consumedPoints);
    if (seconds > 0) await this.#waits.block(userName, seconds);
    return ok(undefined);
  }

  /** The server was too busy to look at the password: that is no failure, and a flood must not lock out others by it. */
  async notChecked(userName: string): Promise<void> {
    const { consumedPoints } = await this.#failures.reward(userName);
    // Another attempt that ran beside this one may have failed: its wait stays.
    if (waitAfter(consumedPoints) === 0) await this.#waits.delete(userName);
    if (consumedPoints <= 0) await this.#failures.delete(userName);
  }

  async signInFailed(address: string): Promise<void> {
    await this.#addresses.penalty(addressKey(address));
  }

  /** Also the desk's and the administrator's "unlock". */
  async forgive(userName: string): Promise<void> {
    await this.#failures.delete(userName);
    await this.#waits.delete(userName);
  }

  /** Milliseconds this account still waits; 0 when it does not. */
  async waitingMs(userName: string): Promise<number> {
    return Math.max(0, (await this.#waits.get(userName))?.msBeforeNext ?? 0);
  }

  /** Refuses `auth/locked` when this address, or everybody together, guessed too often. */
  async checkCodeGuess(address: string, liveCodes: number): Promise<Result<undefined>> {
    const all = await this.#codes.get('all');
    const wait = await longestOf([
      overLimit(this.#codeAddresses, addressKey(address)),
      Promise.resolve(all !== null && all.consumedPoints >= guessesFor(liveCodes) ? all : null),
    ]);
    return wait > 0 ? locked(wait) : ok(undefined);
  }

  async codeGuessFailed(address: string): Promise<void> {
    await this.#codeAddresses.penalty(addressKey(address));
    await this.#codes.penalty('all');
  }
}

async function overLimit(limiter: RateLimiterMemory, key: string): Promise<RateLimiterRes | null> {
  const state = await limiter.get(key);
  return state !== null && state.consumedPoints >= limiter.points ? state : null;
}

async function longestOf(states: readonly Promise<RateLimiterRes | null>[]): Promise<number> {
  const waits = (await Promise.all(states)).map((state) => state?.msBeforeNext ?? 0);
  return Math.max(0, ...waits);
}

function locked(waitMs: number): Result<never> {
  return refuse('auth/locked', { retryAfterSeconds: Math.ceil(waitMs / 1000) });
}

/** One household or office has a whole /64 of IPv6 addresses to choose from. */
function addressKey(address: string): string {
  const plain = address.replace(/^::ffff:/, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail.split(':').filter(Boolean);
  const zeros = plain.includes('::') ? Array<string>(8 - before.length - after.length).fill('0') : [];
  return [...before, ...zeros, ...after].slice(0, 4).join(':');
}
