import { type ComponentProps, lazy, type ReactNode, Suspense, useCallback } from 'react';
import type { PageFrame } from '#paper';
import { loadArea } from '#platform/i18n';
import type { PageLead } from './use-page-lead.ts';

type Parts = typeof import('./follow-part.tsx');

// Most meetings are read before anybody leads: all of it comes when somebody does, or may.
const parts = async (): Promise<Parts> =>
  (await Promise.all([import('./follow-part.tsx'), loadArea('follow')]))[0];
const LazyPages = lazy(async () => ({ default: (await parts()).FollowPages }));
const LazyControl = lazy(async () => ({ default: (await parts()).LeadControl }));
const LazyPointer = lazy(async () => ({ default: (await parts()).PointerLayer }));

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

/** The leader's pointer over what else lies on the pages of a paper. */
export function usePointerOverlay(
  below: Overlay | undefined,
  paperId: string,
  lead: PageLead | null,
): Overlay {
  const isLed = lead !== null && lead.leader !== null;
  const isPointing = lead?.isPointing ?? false;
  return useCallback(
    (frame) => (
      <>
        {below?.(frame)}
        {isLed && (
          <Suspense fallback={null}>
            <LazyPointer {...{ frame, paperId, isPointing }} />
          </Suspense>
        )}
      </>
    ),
    [below, isLed, isPointing, paperId],
  );
}
