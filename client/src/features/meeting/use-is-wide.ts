import { type RefObject, useLayoutEffect, useState } from 'react';

/**
 * Whether an element is at least so many rem wide. Rem grow with the reader's text size: at 150 % a landscape
 * tablet counts as narrow, as it must.
 */
export function useIsWide(element: RefObject<HTMLElement | null>, rem: number): boolean {
  const [isWide, setWide] = useState(false);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    const measure = () => {
      const pixelsPerRem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setWide(current.clientWidth >= rem * pixelsPerRem);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    measure();
    return () => observer.disconnect();
  }, [element, rem]);
  return isWide;
}
