import { type LedPlace, LONGEST_PAGE_LABEL } from '@hopso/shared/protocol';
import { useEffect, useRef } from 'react';
import { labelOf, usePageLabels } from '#paper';
import { usePageLeadActs } from '#platform/live-store';
import type { OpenReader } from './use-page-lead.ts';

/** A reader that is still measuring its pages may slip once or twice. */
const mostCorrections = 2;
const leadEveryMs = 150;
/** Who lost a message, or the server after a restart, learns it again. */
const leadAgainMs = 5_000;

/**
 * Turns the open paper to where somebody leads. An own step to another page releases: `onRelease` is called, and
 * nothing turns any more until the caller gives a place again.
 */
export function useFollowedPages(
  open: OpenReader | null,
  place: LedPlace | null,
  onRelease: () => void,
): void {
  const release = useRef(onRelease);
  release.current = onRelease;
  const { handle = null, version, chooseVersion } = open ?? {};
  const isOther = place !== null && version !== place.version;
  const taken = useRef<LedPlace | null>(null);
  // Once for each place: an own look at another version lasts until the leader moves.
  useEffect(() => {
    // Who left and follows again is taken along anew, also to where the leader still is.
    if (place === null) taken.current = null;
    if (place === null || handle === null || taken.current === place) return;
    taken.current = place;
    if (isOther) chooseVersion?.(place.version);
  }, [place, handle, isOther, chooseVersion]);
  useEffect(() => {
    if (handle === null || place === null || isOther) return;
    let corrections = 0;
    let turnedAt = 0;
    const turn = () => {
      turnedAt = performance.now();
      handle.goTo(place.page, place.y ?? undefined);
    };
    turn();
    return handle.subscribe(({ page }) => {
      if (page === place.page) return;
      if (ownStep.at > turnedAt) release.current();
      else if (page !== place.page + 1 && corrections < mostCorrections) {
        corrections += 1;
        turn();
      }
    });
  }, [handle, place, isOther]);
  useEffect(watchOwnSteps, []);
}

/** When this person last did something that may turn a page. */
const ownStep = { at: Number.NEGATIVE_INFINITY };

/** Fingers, wheel and keys, but no zooming: two fingers, Ctrl and wheel, the zoom buttons. */
function watchOwnSteps(): () => void {
  const note = (event: Event) => {
    const { target } = event;
    if (target instanceof Element && target.closest('[data-testid^="zoom-"]') !== null) return;
    if (event instanceof WheelEvent && event.ctrlKey) return;
    ownStep.at = performance.now();
  };
  const touch = (event: TouchEvent) => {
    if (event.touches.length > 1) ownStep.at = Number.NEGATIVE_INFINITY;
  };
  const capturing = { capture: true, passive: true };
  document.addEventListener('pointerdown', note, capturing);
  document.addEventListener('wheel', note, capturing);
  document.addEventListener('keydown', note, capturing);
  document.addEventListener('touchstart', touch, capturing);
  return () => {
    document.removeEventListener('pointerdown', note, capturing);
    document.removeEventListener('wheel', note, capturing);
    document.removeEventListener('keydown', note, capturing);
    document.removeEventListener('touchstart', touch, capturing);
  };
}

/** Tells where the open paper is, a few times a second at most, while this device leads. */
export function useLedPages(meeting: string, open: OpenReader | null): void {
  const { lead } = usePageLeadActs();
  const labels = usePageLabels(meeting, open?.paperId ?? '', open?.version);
  useEffect(() => {
    if (open === null) return;
    const { handle, paperId: paper, version } = open;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let toldAt = 0;
    const tell = () => {
      timer = undefined;
      toldAt = performance.now();
      const { page, yPdf } = handle.place();
      const label = labelOf(labels, page)?.slice(0, LONGEST_PAGE_LABEL) ?? null;
      lead({ paper, version, page, y: yPdf, label });
    };
    tell();
    const again = setInterval(tell, leadAgainMs);
    const stop = handle.subscribe(() => {
      const wait = toldAt + leadEveryMs - performance.now();
      if (timer === undefined && wait <= 0) tell();
      else timer ??= setTimeout(tell, wait);
    });
    return () => {
      clearTimeout(timer);
      clearInterval(again);
      stop();
    };
  }, [open, lead, labels]);
}
