import { unsentActs } from '#annotation';
import { keptViews } from '#platform/live-store';
import { openVault } from '#platform/offline';

/** How many acts of this person stand on this device and have not been sent, over all meetings. */
export async function countUnsent(person: string): Promise<number> {
  try {
    const vault = await openVault(person);
    const meetings = await vault.table(keptViews).entries();
    const unsent = await Promise.all(meetings.map(([meeting]) => unsentActs(vault, meeting)));
    return unsent.reduce((sum, acts) => sum + acts.length, 0);
  } catch {
    return 0;
  }
}
