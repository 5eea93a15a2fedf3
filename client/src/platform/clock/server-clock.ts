/**
 * The server's time on this device. The wall clock of a tablet may be wrong or jump; what passed since the
 * server last told its time is measured by the monotonic clock instead.
 */
const offsetKey = 'hopso.clock-offset';

let base: { readonly serverMs: number; readonly localMs: number } | null = null;

let lastOffset = rememberedOffset();

const listeners = new Set<() => void>();
/** What is drawn from the time is drawn again when it was wrong by this much. */
const noticedMs = 1_000;

/** Takes the server's time as of now. */
export function setServerNow(serverMs: number): void {
  const wasWrongMs = Math.abs(serverMs - serverNow());
  base = { serverMs, localMs: performance.now() };
  rememberOffset(serverMs - Date.now());
  if (wasWrongMs >= noticedMs) for (const listener of listeners) listener();
}

/** Calls the listener when the server's time turns out to be another than was thought; returns how to stop. */
export function onServerNowCorrected(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Epoch milliseconds by the server's clock. Until the server was heard, the device's own clock, put right by as much
 * as it was wrong when the server was last heard here: a page that opens without network.
 */
export function serverNow(): number {
  return base === null ? Date.now() + lastOffset : base.serverMs + (performance.now() - base.localMs);
}

function rememberedOffset(): number {
  if (typeof localStorage === 'undefined') return 0;
  return Number(localStorage.getItem(offsetKey) ?? 0) || 0;
}

function rememberOffset(offset: number): void {
  if (typeof localStorage === 'undefined' || Math.abs(offset - lastOffset) < noticedMs) return;
  lastOffset = offset;
  localStorage.setItem(offsetKey, String(Math.round(offset)));
}
