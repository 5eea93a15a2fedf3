import { useSyncExternalStore } from 'react';

type Urgency = 'polite' | 'assertive';
interface Spoken {
  readonly polite: string;
  readonly assertive: string;
}

let spoken: Spoken = { polite: '', assertive: '' };
const listeners = new Set<() => void>();

/**
 * Says a sentence to screen readers. `assertive` interrupts and is for two things only: a vote was opened,
 * and it is the person's turn.
 */
export function announce(text: string, urgency: Urgency = 'polite'): void {
  // A region that receives the text it already holds says nothing; a trailing no-break space makes it new.
  const next = spoken[urgency] === text ? `${text}\u00a0` : text;
  spoken = { ...spoken, [urgency]: next };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function LiveRegions() {
  const { polite, assertive } = useSyncExternalStore(subscribe, () => spoken);
  return (
    <>
      <div className="visually-hidden" role="status" aria-live="polite">
        {polite}
      </div>
      <div className="visually-hidden" role="alert" aria-live="assertive">
        {assertive}
      </div>
    </>
  );
}
