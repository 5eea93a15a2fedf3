import { useEffect, useRef } from 'react';
import { type Reader, type ViewPoint, zoomLimits } from './use-reader.ts';

/**
 * Pinching with two fingers, and the wheel with Ctrl (a trackpad's pinch arrives as that). While fingers are down
 * the pages are only stretched; they are laid out and drawn anew when the fingers leave.
 */
export function useZoomGestures({ scroller, zoom, zoomTo }: Reader): void {
  const current = useRef({ zoom, zoomTo });
  current.current = { zoom, zoomTo };
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const stopWheel = listenToWheel(element, current);
    const stopPinch = listenToPinch(element, current);
    return () => {
      stopWheel();
      stopPinch();
    };
  }, [scroller]);
}

type Current = { readonly current: Pick<Reader, 'zoom' | 'zoomTo'> };

function listenToWheel(element: HTMLElement, now: Current): () => void {
  function handleWheel(event: WheelEvent) {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const factor = Math.exp(-event.deltaY / 300);
    now.current.zoomTo(now.current.zoom * factor, pointIn(element, event));
  }
  element.addEventListener('wheel', handleWheel, { passive: false });
  return () => element.removeEventListener('wheel', handleWheel);
}

interface Pinch {
  readonly distance: number;
  /** The middle between the fingers: where it was, and where it is. */
  readonly at: ViewPoint;
  to: ViewPoint;
  factor: number;
}

function listenToPinch(element: HTMLElement, now: Current): () => void {
  let pinch: Pinch | null = null;
  const stack = () => element.firstElementChild as HTMLElement | null;
  function handleStart({ touches }: TouchEvent) {
    const [a, b] = touches;
    if (a === undefined || b === undefined || touches.length !== 2) return;
    const at = pointIn(element, middleOf(a, b));
    pinch = { distance: distanceOf(a, b), at, to: at, factor: 1 };
  }
  function handleMove(event: TouchEvent) {
    const [a, b] = event.touches;
    if (pinch === null || a === undefined || b === undefined) return;
    event.preventDefault();
    const { zoom } = now.current;
    const least = zoomLimits.least / zoom;
    pinch.factor = Math.min(zoomLimits.most / zoom, Math.max(least, distanceOf(a, b) / pinch.distance));
    pinch.to = pointIn(element, middleOf(a, b));
    const target = stack();
    if (target === null) return;
    target.style.transformOrigin = `${element.scrollLeft + pinch.at.x}px ${element.scrollTop + pinch.at.y}px`;
    const [x, y] = [pinch.to.x - pinch.at.x, pinch.to.y - pinch.at.y];
    target.style.transform = `translate(${x}px, ${y}px) scale(${pinch.factor})`;
  }
  function handleEnd({ touches }: TouchEvent) {
    if (pinch === null || touches.length >= 2) return;
    const { factor, at, to } = pinch;
    pinch = null;
    const target = stack();
    if (target !== null) target.style.transform = '';
    now.current.zoomTo(now.current.zoom * factor, at, to);
  }
  element.addEventListener('touchstart', handleStart, { passive: true });
  element.addEventListener('touchmove', handleMove, { passive: false });
  element.addEventListener('touchend', handleEnd);
  element.addEventListener('touchcancel', handleEnd);
  return () => {
    element.removeEventListener('touchstart', handleStart);
    element.removeEventListener('touchmove', handleMove);
    element.removeEventListener('touchend', handleEnd);
    element.removeEventListener('touchcancel', handleEnd);
  };
}

const distanceOf = (a: Touch, b: Touch): number => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);

const middleOf = (a: Touch, b: Touch) => ({
  clientX: (a.clientX + b.clientX) / 2,
  clientY: (a.clientY + b.clientY) / 2,
});

function pointIn(element: HTMLElement, at: { readonly clientX: number; readonly clientY: number }) {
  const { left, top } = element.getBoundingClientRect();
  return { x: at.clientX - left, y: at.clientY - top };
}
