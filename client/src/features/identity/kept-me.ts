import type { getMe, Me, SignedIn } from '@hopso/shared/identity';
import { asProblem, call, endpoint } from '#platform/api';
import { confirmHolder, holderSignedOut, openVault, vaultOfHolder } from '#platform/offline';

const getMeEndpoint = endpoint<typeof getMe>('get', '/api/me');

/** Where somebody is known here, a server that does not answer is not waited for longer. */
const patienceMs = 5_000;
const tableName = 'me';
const key = 'me';

/**
 * Who is signed in here: by the server's word, and where it cannot be reached by what this device keeps. Its word
 * that nobody is signed in any more counts at once.
 * @throws Problem when the server cannot be reached and nobody is known here
 */
export async function askWhoIsHere(signal: AbortSignal): Promise<Me> {
  try {
    const me = await call(getMeEndpoint, {}, { signal, timeoutMs: patienceMs });
    if (me.signedIn) keepMe(me);
    else void holderSignedOut();
    return me;
  } catch (thrown) {
    if (signal.aborted || !asProblem(thrown).isPassing) throw thrown;
    const kept = await keptMe();
    if (kept === null) throw thrown;
    return kept;
  }
}

/** Keeps on this device who the server says is signed in; a browser that keeps nothing is no hindrance. */
export function keepMe(me: SignedIn): void {
  void confirmHolder(me.personId, me.expiresAt);
  openVault(me.personId)
    .then((vault) => vault.table<SignedIn>(tableName).put(key, me))
    .catch(() => {});
}

async function keptMe(): Promise<SignedIn | null> {
  const vault = await vaultOfHolder();
  return vault === null
    ? null
    : vault
        .table<SignedIn>(tableName)
        .get(key)
        .catch(() => null);
}
