import type { ListedMeeting } from '@hopso/shared/meeting';
import { vaultOfHolder } from '#platform/offline';

const tableName = 'meetings';
const key = 'list';

let written: string | null = null;

/** Keeps the person's list of meetings on this device; one that keeps nothing is no hindrance. */
export async function keepList(meetings: readonly ListedMeeting[]): Promise<void> {
  const text = JSON.stringify(meetings);
  if (text === written) return;
  try {
    const vault = await vaultOfHolder();
    await vault?.table<readonly ListedMeeting[]>(tableName).put(key, meetings);
    written = text;
  } catch {
    // Tried again with the next list.
  }
}

/** The list as this device keeps it; null when it keeps none. */
export async function keptList(): Promise<readonly ListedMeeting[] | null> {
  const vault = await vaultOfHolder();
  return vault === null
    ? null
    : vault
        .table<readonly ListedMeeting[]>(tableName)
        .get(key)
        .catch(() => null);
}
