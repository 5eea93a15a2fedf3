import type { LedPlace } from '@hopso/shared/protocol';
import type { MeetingView } from '@hopso/shared/session';
import { useFollowedPages, useLedPages } from './follow-pages.ts';
import { FollowPill } from './follow-pill.tsx';
import type { PageLead } from './use-page-lead.ts';
import type { ReadingState } from './use-reading.ts';

export { LeadControl } from './lead-control.tsx';
export { PointerLayer } from './pointer-layer.tsx';
export { PresentedInkLayer } from './presented-ink-layer.tsx';

interface FollowPagesProps {
  readonly view: MeetingView;
  readonly lead: PageLead;
  readonly reading: ReadingState;
  /** Where somebody else leads to, as far as the pen lets it count. */
  readonly place: LedPlace | null;
}

/** Turns the pages of a follower, tells those of a leader, and shows the way back to who reads elsewhere. */
export function FollowPages({ view, lead, reading, place }: FollowPagesProps) {
  const paper = view.papers[reading.paperId ?? ''] ?? null;
  const open = lead.open !== null && lead.open.paperId === paper?.id ? lead.open : null;
  const isAtPlace = reading.isFollowing && place !== null && place.paper === paper?.id;
  useFollowedPages(open, isAtPlace ? place : null, reading.stopFollowing);
  useLedPages(view.meeting.id, lead.isLeading ? open : null);
  if (reading.isFollowing || lead.place === null) return null;
  return <FollowPill view={view} leader={lead.leader} place={lead.place} onFollow={reading.follow} />;
}
