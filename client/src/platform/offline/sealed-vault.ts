import { bytesToHex } from '@noble/hashes/utils.js';
import { endingOf } from './ending.ts';
import { fileKeeping } from './file-keeping.ts';
import { hasRunOut, type Lease, leaseAt, leaseFrom } from './lease.ts';
import { recordTable } from './record-table.ts';
import { keyBytes, randomBytes, sealUnder } from './seal.ts';
import type { Vault } from './vault.ts';
import { type KeyRow, VaultDatabase } from './vault-database.ts';
import { answered, VaultFailure } from './vault-failure.ts';

/** Clocks of this device, in milliseconds: one that can be set, one that cannot. */
export interface DeviceClock {
  readonly now: () => number;
  readonly run: () => number;
}

const deviceClock: DeviceClock = { now: () => Date.now(), run: () => performance.now() };

/** The vaults of this browser: one for each person who has signed in here and not out again. */
export class Vaults {
  readonly #database: VaultDatabase;
  readonly #clock: DeviceClock;
  readonly #open = new Map<string, Promise<Vault>>();
  #swept: Promise<void> | null = null;

  constructor(name: string, clock: DeviceClock = deviceClock) {
    this.#database = new VaultDatabase(name);
    this.#clock = clock;
  }

  /**
   * The vault of a person; a new one with a new key where there is none. The same object for everybody who asks.
   * @throws VaultFailure `unavailable`, `full`; `locked` when its lease has run out.
   */
  open(person: string): Promise<Vault> {
    const known = this.#open.get(person);
    if (known !== undefined) return known;
    const opening = this.#openAnew(person);
    this.#open.set(person, opening);
    opening.catch(() => this.#open.delete(person));
    return opening;
  }

  /**
   * The server has just confirmed that this person is signed in here: the lease starts anew. What another person
   * left stays closed until that person comes back, and is erased when its own lease has run out.
   * @throws VaultFailure
   */
  async confirm(person: string, signInEndsAt: number): Promise<void> {
    const { keys, holder } = this.#database;
    const now = this.#clock.now();
    await answered(holder.put({ id: 'holder', person }));
    await answered(this.#keyOf(person));
    await answered(keys.update(person, { ...leaseFrom(now), signInEndsAt }));
    for (const row of await answered(keys.toArray())) {
      if (row.person !== person && hasRunOut(leaseAt(row, now, 0))) await this.erase(row.person);
    }
  }

  /**
   * Whom the server last confirmed here, unless the sign-in was ended since; null when nobody.
   * @throws VaultFailure
   */
  async holder(): Promise<string | null> {
    const row = await answered(this.#database.holder.get('holder'));
    return row?.person ?? null;
  }

  /** The server answered the holder again. @throws VaultFailure */
  async renew(): Promise<void> {
    const person = await this.holder();
    if (person === null) return;
    await answered(this.#database.keys.update(person, { ...leaseFrom(this.#clock.now()) }));
  }

  /**
   * The server says that nobody is signed in here. A sign-in that was taken away erases what its holder kept; one
   * that ran out closes it until its owner signs in again.
   * @throws VaultFailure
   */
  async signedOut(lastContactAt = 0): Promise<void> {
    const person = await this.holder();
    if (person === null) return;
    const row = await answered(this.#database.keys.get(person));
    if (row === undefined) return this.#dismiss();
    const contactAt = Math.max(row.contactAt, lastContactAt);
    const ending = endingOf({ contactAt, signInEndsAt: row.signInEndsAt, now: this.#clock.now() });
    await (ending === 'taken' ? this.erase(person) : this.#dismiss());
  }

  /**
   * Destroys the key first, then everything that stood under it.
   * @throws VaultFailure
   */
  async erase(person: string): Promise<void> {
    this.#open.delete(person);
    const { keys, holder } = this.#database;
    const row = await answered(keys.get(person));
    if (row !== undefined) await answered(this.#destroyKey(row));
    if ((await this.holder()) === person) await answered(holder.clear());
    if (row !== undefined) await this.#clear(row.vault);
  }

  async #dismiss(): Promise<void> {
    this.#open.clear();
    await answered(this.#database.holder.clear());
  }

  async #openAnew(person: string): Promise<Vault> {
    const row = await answered(this.#keyOf(person));
    this.#swept ??= this.#sweep();
    const watch = new LeaseWatch(row, this.#clock);
    watch.check();
    await answered(this.#database.keys.update(person, { latestAt: watch.lease.latestAt }));
    return this.#vaultOf(row, watch);
  }

  #keyOf(person: string): PromiseLike<KeyRow> {
    const { keys } = this.#database;
    return this.#database.transaction('rw', keys, async () => {
      const known = await keys.get(person);
      if (known !== undefined) return known;
      const made: KeyRow = {
        person,
        vault: bytesToHex(randomBytes(16)),
        key: randomBytes(keyBytes),
        signInEndsAt: 0,
        ...leaseFrom(this.#clock.now()),
      };
      await keys.add(made);
      return made;
    });
  }

  #vaultOf({ person, vault, key }: KeyRow, watch: LeaseWatch): Vault {
    const database = this.#database;
    const seal = sealUnder(key);
    /** Another page may have erased the vault: nothing more is written under its key. */
    async function confirmKey() {
      const row = await database.keys.get(person);
      if (row?.vault !== vault) throw new VaultFailure('erased');
      watch.renew(row);
      watch.check();
    }
    const files = fileKeeping(database, vault, seal, confirmKey);
    /** Reading asks too: a page left open does not outlive the lease. */
    const confirmed = <T>(read: () => Promise<T>): Promise<T> => answered(confirmKey()).then(read);
    return {
      personId: person,
      table<T>(name: string) {
        const table = recordTable<T>(database, vault, seal, name, confirmKey);
        return {
          ...table,
          get: (wanted: string) => confirmed(() => table.get(wanted)),
          entries: () => confirmed(() => table.entries()),
        };
      },
      putFile: (name, bytes) => confirmed(() => files.put(name, bytes)),
      openFile: (name) => confirmed(() => files.open(name)),
      file: (name) =>
        confirmed(async () => {
          const kept = await files.open(name);
          return kept === null ? null : kept.part(0, kept.bytes);
        }),
      removeFile: (name) => files.remove(name),
      files: () => confirmed(() => files.list()),
      erase: () => this.erase(person),
    };
  }

  /** Written over first, for browsers that keep rows in place. */
  async #destroyKey({ person, key }: KeyRow): Promise<void> {
    const { keys } = this.#database;
    await keys.update(person, { key: new Uint8Array(key.length) });
    await keys.delete(person);
  }

  async #clear(vault: string): Promise<void> {
    const { records, files, pieces } = this.#database;
    for (const table of [records, files, pieces]) {
      await answered(table.where('vault').equals(vault).delete());
    }
  }

  /** Clears what an interrupted erasure left; unreadable already, its key is gone. */
  async #sweep(): Promise<void> {
    const { keys, records, files, pieces } = this.#database;
    try {
      const living = new Set((await keys.toArray()).map(({ vault }) => vault));
      for (const table of [records, files, pieces]) {
        const vaults = await table.orderBy('vault').uniqueKeys();
        for (const vault of vaults) if (!living.has(String(vault))) await this.#clear(String(vault));
      }
    } catch {
      // Tried again by the next page.
    }
  }
}

/** A lease followed while the page is open. */
class LeaseWatch {
  #lease: Lease;
  #runAt: number;
  readonly #clock: DeviceClock;

  constructor(lease: Lease, clock: DeviceClock) {
    this.#lease = lease;
    this.#clock = clock;
    this.#runAt = clock.run();
  }

  get lease(): Lease {
    return this.#lease;
  }

  /** What the stored row says: another page of this person may have had contact. */
  renew(stored: Lease): void {
    if (stored.contactAt === this.#lease.contactAt) return;
    this.#lease = { contactAt: stored.contactAt, latestAt: stored.latestAt };
    this.#runAt = this.#clock.run();
  }

  /** @throws VaultFailure `locked` */
  check(): void {
    const run = this.#clock.run();
    this.#lease = leaseAt(this.#lease, this.#clock.now(), run - this.#runAt);
    this.#runAt = run;
    if (hasRunOut(this.#lease)) throw new VaultFailure('locked');
  }
}
