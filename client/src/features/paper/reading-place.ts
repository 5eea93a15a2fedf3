import type { getReadingPlace, ReadingPlace, saveReadingPlace } from '@hopso/shared/paper';
import { useCallback, useEffect, useRef, useState } from 'react';
import { call, endpoint } from '#platform/api';

const endpoints = {
  get: endpoint<typeof getReadingPlace>('get', '/api/meetings/:meeting/papers/:paper/place'),
  save: endpoint<typeof saveReadingPlace>('put', '/api/meetings/:meeting/papers/:paper/place'),
};
const start: ReadingPlace = { page: 1, zoom: 100 };
const settlesAfterMs = 1_500;

interface Remembered {
  /** Null until it is known where the person stopped. */
  readonly place: ReadingPlace | null;
  readonly remember: (place: ReadingPlace) => void;
}

/**
 * Where the person stopped reading, on whichever device. Not being able to ask or to store it never stands in
 * the way of reading.
 */
export function useReadingPlace(meeting: string, paper: string): Remembered {
  const [place, setPlace] = useState<ReadingPlace | null>(null);
  const pending = useRef<{ timer: ReturnType<typeof setTimeout>; send: () => void } | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    setPlace(null);
    call(endpoints.get, { params: { meeting, paper } }, { signal: abort.signal, timeoutMs: 4_000 }).then(
      (stored) => setPlace(stored ?? start),
      () => {
        if (!abort.signal.aborted) setPlace(start);
      },
    );
    const sendNow = () => {
      if (pending.current === null) return;
      clearTimeout(pending.current.timer);
      pending.current.send();
    };
    // A tablet that is put aside or loaded anew does not wait until the page has settled.
    window.addEventListener('pagehide', sendNow);
    return () => {
      window.removeEventListener('pagehide', sendNow);
      abort.abort();
      sendNow();
    };
  }, [meeting, paper]);
  const remember = useCallback(
    (body: ReadingPlace) => {
      if (pending.current !== null) clearTimeout(pending.current.timer);
      const send = () => {
        pending.current = null;
        call(endpoints.save, { params: { meeting, paper }, body }, { outlivesPage: true }).catch(() => {});
      };
      pending.current = { timer: setTimeout(send, settlesAfterMs), send };
    },
    [meeting, paper],
  );
  return { place, remember };
}
