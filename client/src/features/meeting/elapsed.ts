import type { MeetingHeader } from '@hopso/shared/session';

type Times = Pick<MeetingHeader, 'startedAt' | 'pausedAt' | 'pausedMs' | 'endedAt'>;

/** How long the session has run without its breaks, in milliseconds; null before it began. */
export function elapsedMs({ startedAt, pausedAt, pausedMs, endedAt }: Times, now: number): number | null {
  if (startedAt === null) return null;
  const until = endedAt ?? pausedAt ?? now;
  return Math.max(0, until - startedAt - pausedMs);
}
