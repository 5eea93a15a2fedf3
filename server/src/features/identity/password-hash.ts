import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { ok, type Result, refuse } from '@hopso/shared/kernel';

const derive = promisify(argon2);

interface Cost {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

/** OWASP's figures for argon2id: 19 MiB, two passes; about 50 ms of one core. */
const cost: Cost = { memory: 19_456, passes: 2, parallelism: 1 };

export interface HasherLimits {
  /** Two leave a core and half the thread pool to the votes while a flood of sign-ins comes in. */
  readonly atOnce: number;
  /** A hundred wait about two and a half seconds; whoever comes later is told to try again. */
  readonly mostWaiting: number;
}

/** Hashes and checks passwords, a bounded number at a time. */
export interface PasswordHasher {
  /** Refuses `auth/busy`. */
  hash(password: string): Promise<Result<string>>;
  /** Takes the same time without a stored hash (unknown user), and is then false. Refuses `auth/busy`. */
  verify(password: string, stored: string | null): Promise<Result<boolean>>;
}

export function createPasswordHasher(limits: HasherLimits = { atOnce: 2, mostWaiting: 100 }): PasswordHasher {
  const queue = new BoundedQueue(limits);
  // Nobody knows a password for it: the salt is 16 random bytes, the hash 32 others.
  const nobody = encode(cost, randomBytes(16), randomBytes(32));
  return {
    hash: (password) => queue.run(() => hashPassword(password)),
    verify: (password, stored) => queue.run(() => verifyPassword(password, stored ?? nobody)),
  };
}

async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return encode(cost, salt, await deriveKey(password, salt, cost, 32));
}

async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const { salt, hash, ...usedCost } = decode(stored);
  return timingSafeEqual(await deriveKey(password, salt, usedCost, hash.length), hash);
}

/** One spelling, one password: keyboards send marks composed or apart. */
function deriveKey(password: string, nonce: Buffer, usedCost: Cost, tagLength: number): Promise<Buffer> {
  return derive('argon2id', { message: password.normalize('NFC'), nonce, tagLength, ...usedCost });
}

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');

/** The usual text form (PHC), so that the cost can be raised later and old hashes still be checked. */
function encode({ memory, passes, parallelism }: Cost, salt: Buffer, hash: Buffer): string {
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(hash)}`;
}

function decode(stored: string): Cost & { salt: Buffer; hash: Buffer } {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(stored);
  if (parts === null) throw new Error('A stored password hash has an unknown form.');
  const [, memory, passes, parallelism, salt = '', hash = ''] = parts;
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  };
}

class BoundedQueue {
  #running = 0;
  readonly #waiting: (() => void)[] = [];
  readonly #limits: HasherLimits;

  constructor(limits: HasherLimits) {
    this.#limits = limits;
  }

  async run<T>(work: () => Promise<T>): Promise<Result<T>> {
    if (this.#running >= this.#limits.atOnce) {
      if (this.#waiting.length >= this.#limits.mostWaiting)
        return refuse('auth/busy', { retryAfterSeconds: 3 });
      // The place is handed over by whoever finishes, so nobody can slip in between.
      await new Promise<void>((enter) => this.#waiting.push(enter));
    } else {
      this.#running += 1;
    }
    try {
      return ok(await work());
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }
}
