import type { ReadingPlace } from '@hopso/shared/paper';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import {
  type Anchor,
  anchorAt,
  gap,
  heightOf,
  type Layout,
  layoutOf,
  pageAt,
  pagesToDraw,
} from './page-layout.ts';

/** Per cent of the width that fits the screen. */
export const zoomLimits = { least: 50, most: 400, step: 25 } as const;
const widestFit = 1_100;

/** A point that stays where it is on the screen while the pages change size under it. */
interface Held extends Anchor {
  readonly viewY: number;
  /** Part of the page's width, and where that is on the screen. */
  readonly fractionX: number;
  readonly viewX: number;
}

interface Seen {
  /** From 1. */
  readonly page: number;
  /** From 0. */
  readonly drawn: readonly number[];
}

export interface Reader {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly layout: Layout;
  readonly count: number;
  readonly zoom: number;
  readonly page: number;
  readonly drawn: readonly number[];
  readonly goTo: (page: number) => void;
  /** `at`: the point of the scroller that stays under the finger or pointer. */
  readonly zoomTo: (zoom: number, at?: { readonly x: number; readonly y: number }) => void;
  /** A page was looked at and has this height by width. */
  readonly learnRatio: (page: number, ratio: number) => void;
}

/** Scrolling, zooming and knowing what is in view, for `count` pages. Starts at `start`. */
export function useReader(count: number, firstRatio: number, start: ReadingPlace): Reader {
  const scroller = useRef<HTMLDivElement | null>(null);
  const viewport = useSize(scroller);
  const [zoom, setZoom] = useState(() => clampZoom(start.zoom));
  const [ratios, setRatios] = useState(() => Array.from({ length: count }, () => firstRatio));
  const fitWidth = Math.min(widestFit, Math.max(120, viewport.width - 2 * gap));
  const layout = useMemo(
    () => layoutOf(ratios, Math.round((fitWidth * zoom) / 100)),
    [ratios, fitWidth, zoom],
  );
  const held = useRef<Held>({
    page: Math.min(start.page, count) - 1,
    fraction: 0,
    viewY: gap,
    fractionX: 0.5,
    viewX: -1,
  });
  const [seen, setSeen] = useState<Seen>({ page: start.page, drawn: [] });

  const look = useCallback(() => {
    const element = scroller.current;
    if (element === null) return;
    const { scrollTop, clientHeight } = element;
    const page = pageAt(layout, scrollTop + clientHeight * 0.3) + 1;
    const drawn = pagesToDraw(layout, scrollTop, clientHeight);
    setSeen((before) => (before.page === page && same(before.drawn, drawn) ? before : { page, drawn }));
  }, [layout]);

  // Before the browser paints the new sizes, the held point is put back where it was.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || viewport.width === 0) return;
    const { viewX, viewY, fractionX } = held.current;
    element.scrollTop = heightOf(layout, held.current) - viewY;
    const x = viewX < 0 ? viewport.width / 2 : viewX;
    element.scrollLeft = leftOf(layout, viewport.width) + fractionX * layout.pageWidth - x;
    look();
  }, [layout, viewport.width, look]);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    function handleScroll() {
      const { scrollTop, scrollLeft, clientWidth } = element as HTMLDivElement;
      const fractionX = (scrollLeft + clientWidth / 2 - leftOf(layout, clientWidth)) / layout.pageWidth;
      held.current = { ...anchorAt(layout, scrollTop), viewY: 0, fractionX, viewX: clientWidth / 2 };
      look();
    }
    element.addEventListener('scroll', handleScroll, { passive: true });
    return () => element.removeEventListener('scroll', handleScroll);
  }, [layout, look]);

  const goTo = useCallback(
    (page: number) => {
      const top = layout.tops[Math.min(count, Math.max(1, page)) - 1] ?? 0;
      scroller.current?.scrollTo({ top: top - gap });
    },
    [layout, count],
  );
  const zoomTo = useCallback(
    (next: number, at?: { x: number; y: number }) => {
      const element = scroller.current;
      if (element === null) return;
      const { x, y } = at ?? { x: element.clientWidth / 2, y: element.clientHeight / 3 };
      const fractionX = (element.scrollLeft + x - leftOf(layout, element.clientWidth)) / layout.pageWidth;
      held.current = { ...anchorAt(layout, element.scrollTop + y), viewY: y, fractionX, viewX: x };
      setZoom(clampZoom(next));
    },
    [layout],
  );
  const learnRatio = useCallback((page: number, ratio: number) => {
    setRatios((before) => {
      if (Math.abs((before[page] ?? 0) - ratio) < 0.002) return before;
      return before.map((known, index) => (index === page ? ratio : known));
    });
  }, []);
  return { scroller, layout, count, zoom, ...seen, goTo, zoomTo, learnRatio };
}

const clampZoom = (zoom: number): number =>
  Math.round(Math.min(zoomLimits.most, Math.max(zoomLimits.least, zoom)));

/** Pages narrower than the screen stand in its middle. */
export const leftOf = ({ pageWidth }: Layout, viewWidth: number): number =>
  Math.max(gap, (viewWidth - pageWidth) / 2);

const same = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((value, index) => value === b[index]);

function useSize(element: RefObject<HTMLElement | null>): {
  readonly width: number;
  readonly height: number;
} {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    const read = () => setSize({ width: current.clientWidth, height: current.clientHeight });
    const observer = new ResizeObserver(read);
    observer.observe(current);
    read();
    return () => observer.disconnect();
  }, [element]);
  return size;
}
