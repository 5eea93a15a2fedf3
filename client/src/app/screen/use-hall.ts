import { SCREEN_HEADER } from '@hopso/shared/protocol';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { fetchJson } from '#platform/api';
import { serverNow } from '#platform/clock';

const CURSOR_MS = 3_000;
const RETRY_MS = 5_000;

/** The device link's secret: behind the `#` it reaches no log and no other site. */
export function useHallToken(): string {
  const [token, setToken] = useState(() => location.hash.slice(1));
  useEffect(() => {
    const follow = () => setToken(location.hash.slice(1));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return token;
}

/** Which meeting the link is for; asked again until the server answers, since nobody stands at the wall. */
export function useHallMeeting(token: string) {
  return useQuery({
    queryKey: ['hall', token],
    queryFn: () => fetchJson<{ meeting: string }>('/api/screens/me', { headers: { [SCREEN_HEADER]: token } }),
    enabled: token !== '',
    staleTime: Number.POSITIVE_INFINITY,
    retry: (_, problem) => !('status' in problem) || problem.status !== 404,
    retryDelay: RETRY_MS,
  });
}

/** The hall's code as of now, or null while it is not known. Fetched again when it changes. */
export function useHallCode(meeting: string, token: string): string | null {
  const { data } = useQuery({
    queryKey: ['hall-code', meeting],
    queryFn: () =>
      fetchJson<{ code: string; validUntil: number }>(
        `/api/meetings/${encodeURIComponent(meeting)}/hall-code`,
        {
          headers: { [SCREEN_HEADER]: token },
        },
      ),
    refetchInterval: ({ state }) =>
      state.data === undefined ? RETRY_MS : Math.max(500, state.data.validUntil - serverNow() + 250),
    refetchIntervalInBackground: true,
    retry: false,
  });
  return data?.code ?? null;
}

/** Keeps the wall lit, also after the machine looked away. Browsers without the lock keep their own settings. */
export function useWakeLock(): void {
  useEffect(() => {
    const lock = () => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
      // Refused on battery saving: the picture stays, only the machine may dim it.
      navigator.wakeLock.request('screen').catch(() => undefined);
    };
    lock();
    document.addEventListener('visibilitychange', lock);
    return () => document.removeEventListener('visibilitychange', lock);
  }, []);
}

/** True once the pointer has rested for three seconds. */
export function useRestingCursor(): boolean {
  const [isResting, setResting] = useState(false);
  useEffect(() => {
    let timer = setTimeout(() => setResting(true), CURSOR_MS);
    const moved = () => {
      setResting(false);
      clearTimeout(timer);
      timer = setTimeout(() => setResting(true), CURSOR_MS);
    };
    addEventListener('pointermove', moved);
    return () => {
      clearTimeout(timer);
      removeEventListener('pointermove', moved);
    };
  }, []);
  return isResting;
}
