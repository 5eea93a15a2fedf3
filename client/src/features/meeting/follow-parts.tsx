import { type ComponentProps, lazy, type ReactNode, Suspense, useCallback } from 'react';
import type { PageFrame } from '#paper';
import { loadArea } from '#platform/i18n';
import { inkKey, useLive } from '#platform/live-store';
import type { PageLead } from './use-page-lead.ts';

type Parts = typeof import('./follow-part.tsx');

// Most meetings are read before anybody leads: all of it comes when somebody does, or may.
const parts = async (): Promise<Parts> =>
  (await Promise.all([import('./follow-part.tsx'), loadArea('follow'), loadArea('reader')]))[0];
const LazyPages = lazy(async () => ({ default: (await parts()).FollowPages }));
const LazyControl = lazy(async () => ({ default: (await parts()).LeadControl }));
const LazyPointer = lazy(async () => ({ default: (await parts()).PointerLayer }));
const LazyInk = lazy(async () => ({ default: (await parts()).PresentedInkLayer }));

/** What turns and tells pages, while there is a leader. */
export function FollowPages(props: ComponentProps<typeof LazyPages>) {
  if (props.lead.leader === null) return null;
  return (
    <Suspense fallback={null}>
      <LazyPages {...props} />
    </Suspense>
  );
}

/** The leader's switch, for those who may lead. */
export function LeadControl({ lead }: { readonly lead: PageLead }) {
  if (!lead.mayLead && !lead.isLeading) return null;
  return (
    <Suspense fallback={null}>
      <LazyControl lead={lead} />
    </Suspense>
  );
}

type Overlay = (frame: PageFrame) => ReactNode;

/** What the leader draws and points at, over what else lies on the pages of a version. */
export function useLeadOverlay(
  below: Overlay | undefined,
  { paperId, version }: { readonly paperId: string; readonly version: number },
  lead: PageLead | null,
): Overlay {
  const isLed = lead !== null && lead.leader !== null;
  const isDrawnOn = useLive(({ ink }) => inkKey(paperId, version) in ink);
  const hand = lead?.hand ?? 'none';
  return useCallback(
    (frame) => (
      <>
        {below?.(frame)}
        {(isDrawnOn || hand === 'pen') && (
          <Suspense fallback={null}>
            <LazyInk {...{ frame, paperId, version }} isDrawing={hand === 'pen'} />
          </Suspense>
        )}
        {isLed && (
          <Suspense fallback={null}>
            <LazyPointer {...{ frame, paperId }} isPointing={hand === 'pointer'} />
          </Suspense>
        )}
      </>
    ),
    [below, isLed, isDrawnOn, hand, paperId, version],
  );
}
