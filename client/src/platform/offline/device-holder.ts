import type { Vault } from './vault.ts';

/** Database and ciphers come with the first use: the first picture of a page does not wait for them. */
const vaults = (() => {
  let made: ReturnType<typeof make> | undefined;
  return () => {
    made ??= make().catch((failure) => {
      made = undefined;
      throw failure;
    });
    return made;
  };
})();

async function make() {
  const { Vaults } = await import('./sealed-vault.ts');
  return new Vaults('hopso');
}

/** Contact is written down no oftener: it is the same for a lease of days. */
const writtenEveryMs = 5 * 60_000;

let lastContactAt = 0;
let contactWrittenAt = 0;
/** What is being written about who is signed in here; whoever opens a vault waits for it. */
let settling: Promise<unknown> = Promise.resolve();

/** Whoever waits for the storage before leaving a page does not wait for ever. */
const longestMs = 3_000;

/** One after the other; a browser that keeps nothing, or never answers, stands in nobody's way. */
function settle(work: () => Promise<void>): Promise<void> {
  const late = new Promise<void>((resolve) => setTimeout(resolve, longestMs));
  const done = settling.then(() => Promise.race([work(), late])).catch(() => {});
  settling = done;
  return done;
}

/**
 * What this device keeps for a person; the same object for everybody who asks.
 * @throws VaultFailure where the browser keeps nothing, and when the lease has run out
 */
export async function openVault(person: string): Promise<Vault> {
  await settling;
  return (await vaults()).open(person);
}

/** The server has just confirmed this person, whose sign-in ends by itself at this time: the lease starts anew. */
export function confirmHolder(person: string, signInEndsAt: number): Promise<void> {
  lastContactAt = Date.now();
  contactWrittenAt = lastContactAt;
  return settle(async () => (await vaults()).confirm(person, signInEndsAt));
}

/** The server has just answered whoever is signed in here. */
export function noteContact(): void {
  lastContactAt = Date.now();
  if (contactWrittenAt === 0 || lastContactAt - contactWrittenAt < writtenEveryMs) return;
  contactWrittenAt = lastContactAt;
  void settle(async () => (await vaults()).renew());
}

/** The server says that nobody is signed in here: what was kept is erased, or closed where the sign-in ran out. */
export function holderSignedOut(): Promise<void> {
  const contactAt = lastContactAt;
  return settle(async () => (await vaults()).signedOut(contactAt));
}

/** Destroys what this device keeps for a person, the key first. */
export const eraseVault = (person: string): Promise<void> =>
  settle(async () => (await vaults()).erase(person));

/**
 * The vault of whoever is taken to be signed in while the server cannot be reached; null when nobody is, when the
 * lease has run out, and where the browser keeps nothing.
 */
export async function vaultOfHolder(): Promise<Vault | null> {
  await settling;
  try {
    const device = await vaults();
    const person = await device.holder();
    if (person === null) return null;
    // From here on contact is worth writing down.
    contactWrittenAt ||= 1;
    return await device.open(person);
  } catch {
    return null;
  }
}
