import type { Annotation, AnnotationAct } from '@hopso/shared/annotation';

/** What the tabs of one person in one browser tell each other of a meeting's notes. */
export type TabMessage =
  | { readonly kind: 'acts'; readonly acts: readonly AnnotationAct[] }
  | { readonly kind: 'settled'; readonly acts: readonly AnnotationAct[] }
  | { readonly kind: 'notes'; readonly notes: readonly Annotation[] }
  | { readonly kind: 'dropped'; readonly ids: readonly string[] };

export interface Tabs {
  tell(message: TabMessage): void;
  /** Runs the work while no other tab runs its own. */
  alone(work: () => Promise<void>): Promise<void>;
  close(): void;
}

/** A tab that sleeps with the lock must not keep the notes of the others; what two send counts once (N7). */
const lockPatienceMs = 10_000;

/** The other tabs of this browser. Over plain HTTP a browser has no locks: then each tab works for itself. */
export function browserTabs(name: string, onMessage: (message: TabMessage) => void): Tabs {
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
  channel?.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => onMessage(data));
  const locks = typeof navigator === 'undefined' ? undefined : (navigator.locks as LockManager | undefined);
  return {
    tell: (message) => channel?.postMessage(message),
    alone: (work) => (locks === undefined ? work() : withLock(locks, name, work)),
    close: () => channel?.close(),
  };
}

async function withLock(locks: LockManager, name: string, work: () => Promise<void>): Promise<void> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), lockPatienceMs);
  let hasBegun = false;
  const begin = () => {
    hasBegun = true;
    clearTimeout(timer);
    return work();
  };
  try {
    await locks.request(name, { signal: patience.signal }, begin);
  } catch (thrown) {
    if (hasBegun || !patience.signal.aborted) throw thrown;
    await begin();
  }
}
