/**
 * The server's time on this device. The wall clock of a tablet may be wrong or jump; what passed since the
 * server last told its time is measured by the monotonic clock instead.
 */
let base: { readonly serverMs: number; readonly localMs: number } | null = null;

const listeners = new Set<() => void>();
/** What is drawn from the time is drawn again when it was wrong by this much. */
const noticedMs = 1_000;

/** Takes the server's time as of now. */
export function setServerNow(serverMs: number): void {
  const wasWrongMs = Math.abs(serverMs - serverNow());
  base = { serverMs, localMs: performance.now() };
  if (wasWrongMs >= noticedMs) for (const listener of listeners) listener();
}

/** Calls the listener when the server's time turns out to be another than was thought; returns how to stop. */
export function onServerNowCorrected(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Epoch milliseconds by the server's clock; the device's own until the server was heard. */
export function serverNow(): number {
  return base === null ? Date.now() : base.serverMs + (performance.now() - base.localMs);
}
