import type { MeetingHeader } from '@hopso/shared/session';
import { useEffect } from 'react';
import { useLive, useMine, useRun } from '#platform/live-store';

/**
 * Tells once per page and meeting that this person takes part on a device of their own: adoption is counted by it.
 * The record keeps it once per person; a lost message is told again with the next page.
 */
export function useJoinedDevice({ id, phase }: Pick<MeetingHeader, 'id' | 'phase'>): void {
  const run = useRun();
  const isLive = useLive(({ connection }) => connection === 'live');
  const takesPart = useMine(({ capacity }) => capacity !== null) ?? false;
  const isOn = phase === 'published' || phase === 'inSession' || phase === 'paused';
  const shouldTell = isLive && takesPart && isOn;
  useEffect(() => {
    if (!shouldTell || told.has(id)) return;
    told.add(id);
    run({ type: 'JoinOnDevice', device: deviceKind() }).catch(() => told.delete(id));
  }, [id, run, shouldTell]);
}

const told = new Set<string>();

/** By what a hand touches and how large it is; good enough to count by. */
function deviceKind(): 'tablet' | 'phone' | 'computer' {
  if (!matchMedia('(pointer: coarse)').matches) return 'computer';
  return Math.min(screen.width, screen.height) < 600 ? 'phone' : 'tablet';
}
