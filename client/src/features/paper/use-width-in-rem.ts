import { type RefObject, useLayoutEffect, useState } from 'react';

/** How wide an element is, in rem of the reader's text size: with larger letters there is less room. 0 at first. */
export function useWidthInRem(element: RefObject<HTMLElement | null>): number {
  const [rem, setRem] = useState(0);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    const measure = () => {
      const pixels = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setRem(Math.floor(current.clientWidth / pixels));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    measure();
    return () => observer.disconnect();
  }, [element]);
  return rem;
}
