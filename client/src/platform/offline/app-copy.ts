import { useSyncExternalStore } from 'react';

/** The application itself on this device, so that it opens without network. */
interface AppCopy {
  /** `impossible`: the browser offers it over HTTPS only, or not at all. */
  readonly status: 'impossible' | 'pending' | 'ready';
  /** Another build lies ready; it is taken when the person says so, or with the next start. */
  readonly hasNewVersion: boolean;
}

const canKeep = 'serviceWorker' in navigator && isSecureContext;
/** Long after the first picture: four megabytes are no help to somebody who waits for a paper. */
const startsAfterMs = 10_000;
const looksForNewEveryMs = 30 * 60_000;

/** A page that came from the copy itself need not wait to know that there is one. */
const known = () => (navigator.serviceWorker.controller === null ? 'pending' : 'ready');
let copy: AppCopy = { status: canKeep ? known() : 'impossible', hasNewVersion: false };
const listeners = new Set<() => void>();
let registered: ServiceWorkerRegistration | null = null;
let isStarted = false;

function become(change: Partial<AppCopy>): void {
  copy = { ...copy, ...change };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const appCopy = (): AppCopy => copy;
export const useAppCopy = (): AppCopy => useSyncExternalStore(subscribe, appCopy);

/** Begins to keep the application here, once per page. Where that is impossible nothing happens. */
export function keepAppOnDevice(): void {
  if (isStarted || !canKeep || !import.meta.env.PROD) return;
  isStarted = true;
  setTimeout(() => {
    register().catch(() => become({ status: 'impossible' }));
  }, startsAfterMs);
}

async function register(): Promise<void> {
  registered = await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });
  follow(registered);
  registered.addEventListener('updatefound', () => follow(registered));
  setInterval(() => void registered?.update().catch(() => {}), looksForNewEveryMs);
}

function follow(registration: ServiceWorkerRegistration | null): void {
  if (registration === null) return;
  const { active, installing, waiting } = registration;
  become({ hasNewVersion: waiting !== null && active !== null });
  if (active !== null) become({ status: 'ready' });
  for (const worker of [installing, active])
    worker?.addEventListener('statechange', () => follow(registration), { once: true });
}

/** Hands over to the new build and loads the page anew. */
export function takeNewVersion(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  registered?.waiting?.postMessage('take-over');
}
