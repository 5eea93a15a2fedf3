import type { SessionEvent } from '@hopso/shared/session';

/** After these a checkpoint is written at once: what follows rests on what was recorded so far. */
const boundaries: ReadonlySet<string> = new Set<SessionEvent['type']>([
  'MeetingPublished',
  'MeetingStarted',
  'MeetingPaused',
  'MeetingResumed',
  'MeetingEnded',
  'VotingOpened',
  'VotingClosed',
  'ResultPublished',
]);

/** True when one of the events begins or ends a session or a vote. */
export function holdsBoundary(events: readonly { readonly type: string }[]): boolean {
  return events.some(({ type }) => boundaries.has(type));
}
