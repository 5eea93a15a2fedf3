import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { useMe } from '#identity';
import { serverNow } from '#platform/clock';
import { useLive } from '#platform/live-store';
import { openVault } from '#platform/offline';
import type { AnnotationStore, SyncStatus } from './annotation-store.ts';

const StoreContext = createContext<AnnotationStore | null>(null);

interface AnnotationProviderProps {
  readonly meeting: string;
  readonly children: ReactNode;
}

/**
 * The notes of a meeting for the components below, for as long as it is mounted. What keeps and sends them is loaded
 * after the first picture. Give it a `key` of the meeting's id.
 */
export function AnnotationProvider({ meeting, children }: AnnotationProviderProps) {
  const { personId, name } = useMe();
  const [store, setStore] = useState<AnnotationStore | null>(null);
  useEffect(() => {
    let isLeft = false;
    let opened: AnnotationStore | null = null;
    openStore(meeting, { id: personId, name }).then((ready) => {
      opened = ready;
      if (isLeft) ready.close();
      else setStore(ready);
    });
    return () => {
      isLeft = true;
      opened?.close();
    };
  }, [meeting, personId, name]);
  return (
    <StoreContext value={store}>
      {store !== null && <Doorbell store={store} />}
      {children}
    </StoreContext>
  );
}

async function openStore(meeting: string, person: { readonly id: string; readonly name: string }) {
  const [{ createAnnotationStore }, { notesTransport }, { browserTabs }, vault] = await Promise.all([
    import('./create-annotation-store.ts'),
    import('./notes-transport.ts'),
    import('./tabs.ts'),
    openVault(person.id).catch(() => null),
  ]);
  return createAnnotationStore({
    meeting,
    person,
    vault,
    transport: notesTransport(meeting),
    now: serverNow,
    openTabs: (hear) => browserTabs(`notes ${person.id} ${meeting}`, hear),
  });
}

/** Wakes the store when the server says that there is something new, and when the connection is back. */
function Doorbell({ store }: { readonly store: AnnotationStore }) {
  const isLive = useLive(({ connection }) => connection === 'live');
  const notesSeq = useLive((live) => live.notesSeq);
  useEffect(() => {
    if (isLive) store.wake();
  }, [store, isLive]);
  useEffect(() => {
    if (notesSeq > 0) store.wake(notesSeq);
  }, [store, notesSeq]);
  return null;
}

/** The notes of the meeting; null until what this device keeps of them has been read. */
export function useAnnotationStore(): AnnotationStore | null {
  return useContext(StoreContext);
}

const idle: SyncStatus = { waiting: 0, isDurable: true, refused: [] };
const never = () => () => {};

/** What waits to be sent, and whether this device keeps it. */
export function useSyncStatus(): SyncStatus {
  const store = useAnnotationStore();
  return useSyncExternalStore(store?.subscribe ?? never, store?.status ?? (() => idle));
}
