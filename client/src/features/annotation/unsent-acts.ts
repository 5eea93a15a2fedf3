import type { AnnotationAct } from '@hopso/shared/annotation';
import type { Vault } from '#platform/offline';
import { tableNames } from './kept-notes.ts';

/** What a person wrote in a meeting on this device and the server has not taken yet, the oldest first. */
export async function unsentActs(vault: Vault, meeting: string): Promise<readonly AnnotationAct[]> {
  const acts = await vault.table<AnnotationAct>(tableNames.outbox(meeting)).entries();
  return acts.map(([, act]) => act);
}
