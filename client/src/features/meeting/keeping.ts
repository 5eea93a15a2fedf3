import { useSyncExternalStore } from 'react';
import { type KeepingState, nothingKept } from './paper-keeper.ts';

let state = nothingKept;
const listeners = new Set<() => void>();

/** What the work on keeping papers has come to. */
export function tellKeeping(next: KeepingState): void {
  state = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** How far this device is with the papers of a meeting; nothing yet for any other. */
export function useKeeping(meeting: string): KeepingState {
  const now = useSyncExternalStore(subscribe, () => state);
  return now.meeting === meeting ? now : nothingKept;
}
