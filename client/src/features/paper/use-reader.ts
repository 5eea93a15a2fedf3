import type { ReadingPlace } from '@hopso/shared/paper';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { DrawQueue } from './draw-queue.ts';
import {
  type Anchor,
  anchorAt,
  gap,
  heightOf,
  type Layout,
  layoutOf,
  pageAt,
  pagesInView,
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

interface ReaderSource {
  /** Pages of the paper. */
  readonly count: number;
  /** Height by width of the first page, taken for every page until it is looked at. */
  readonly firstRatio: number;
  readonly start: ReadingPlace;
  /** Turned by the reader so that width and height change places. */
  readonly isSideways: boolean;
  /** So many pages are kept drawn. */
  readonly most: number;
}

export interface ViewPoint {
  readonly x: number;
  readonly y: number;
}

export interface Reader {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly layout: Layout;
  readonly count: number;
  /** Left edge of the pages. */
  readonly left: number;
  readonly zoom: number;
  readonly page: number;
  readonly drawn: readonly number[];
  readonly queue: DrawQueue;
  /** `page` from 1; `fraction`: how far down the page the screen's upper edge comes. */
  readonly goTo: (page: number, fraction?: number) => void;
  /** So many pages on (or back) from where the reader is this moment: taps in quick succession all count. */
  readonly turnBy: (pages: number) => void;
  /** `at`: the point of the scroller that is under the fingers or the pointer; `to`: where it comes. */
  readonly zoomTo: (zoom: number, at?: ViewPoint, to?: ViewPoint) => void;
  /** The page (from 1) read now, and how far down it the screen's upper edge is; 0 while it is below that edge. */
  readonly place: () => { readonly page: number; readonly fraction: number };
  /** Hears scrolling and zooming; returns its end. */
  readonly onMove: (listener: () => void) => () => void;
  /** A page was looked at and has, not turned by the reader, this height by width. */
  readonly learnRatio: (page: number, ratio: number) => void;
}

/** Scrolling, zooming and knowing what is in view. */
export function useReader({ count, firstRatio, start, isSideways, most }: ReaderSource): Reader {
  const scroller = useRef<HTMLDivElement | null>(null);
  const viewport = useSize(scroller);
  const [queue] = useState(() => new DrawQueue());
  const [zoom, setZoom] = useState(() => clampZoom(start.zoom));
  const [ratios, setRatios] = useState(() => Array.from({ length: count }, () => firstRatio));
  const fitWidth = Math.min(widestFit, Math.max(120, viewport.width - 2 * gap));
  const layout = useMemo(() => {
    const shown = isSideways ? ratios.map((ratio) => 1 / ratio) : ratios;
    return layoutOf(shown, Math.round((fitWidth * zoom) / 100));
  }, [ratios, fitWidth, zoom, isSideways]);
  const held = useRef<Held>({
    page: Math.min(start.page, count) - 1,
    fraction: 0,
    viewY: gap,
    fractionX: 0.5,
    viewX: -1,
  });
  const [seen, setSeen] = useState<Seen>({ page: Math.min(start.page, count), drawn: [] });
  const [listeners] = useState(() => new Set<() => void>());

  const look = useCallback(() => {
    const element = scroller.current;
    if (element === null || element.clientHeight === 0) return;
    const { scrollTop, clientHeight } = element;
    const page = pageRead(layout, scrollTop, clientHeight) + 1;
    const inView = pagesInView(layout, scrollTop, clientHeight);
    const drawn = pagesToDraw(layout, inView, most);
    queue.look(inView);
    setSeen((before) => (before.page === page && same(before.drawn, drawn) ? before : { page, drawn }));
    for (const listener of listeners) listener();
  }, [layout, most, queue, listeners]);

  // Before the browser paints the new sizes, the held point is put back where it was.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || viewport.width === 0 || viewport.height === 0) return;
    const { viewX, viewY, fractionX } = held.current;
    element.scrollTop = heightOf(layout, held.current) - viewY;
    const x = viewX < 0 ? viewport.width / 2 : viewX;
    element.scrollLeft = leftOf(layout, viewport.width) + fractionX * layout.pageWidth - x;
    look();
  }, [layout, viewport.width, viewport.height, look]);

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
    (page: number, fraction = 0) => {
      const index = Math.min(count, Math.max(1, page)) - 1;
      const viewY = fraction === 0 ? gap : 0;
      const element = scroller.current;
      if (element === null) return;
      // Held at once: a page's size learned before the scroll event comes would put the old place back.
      held.current = { ...held.current, page: index, fraction, viewY };
      element.scrollTo({ top: heightOf(layout, held.current) - viewY });
    },
    [layout, count],
  );
  const zoomTo = useCallback(
    (next: number, at?: ViewPoint, to?: ViewPoint) => {
      const element = scroller.current;
      if (element === null) return;
      const { x, y } = at ?? { x: element.clientWidth / 2, y: element.clientHeight / 3 };
      const fractionX = (element.scrollLeft + x - leftOf(layout, element.clientWidth)) / layout.pageWidth;
      const shown = to ?? { x, y };
      const anchor = anchorAt(layout, element.scrollTop + y);
      held.current = { ...anchor, viewY: shown.y, fractionX, viewX: shown.x };
      if (clampZoom(next) === zoom) element.scrollBy(x - shown.x, y - shown.y);
      setZoom(clampZoom(next));
    },
    [layout, zoom],
  );
  const place = useCallback(() => {
    const { scrollTop = 0, clientHeight = 0 } = scroller.current ?? {};
    const page = pageRead(layout, scrollTop, clientHeight);
    const fraction = (scrollTop - (layout.tops[page] ?? 0)) / (layout.heights[page] ?? 1);
    return { page: page + 1, fraction: Math.max(0, fraction) };
  }, [layout]);
  const turnBy = useCallback((pages: number) => goTo(place().page + pages), [goTo, place]);
  const onMove = useCallback(
    (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    [listeners],
  );
  const learnRatio = useCallback((page: number, ratio: number) => {
    setRatios((before) => {
      if (Math.abs((before[page] ?? 0) - ratio) < 0.002) return before;
      return before.map((known, index) => (index === page ? ratio : known));
    });
  }, []);
  const left = leftOf(layout, viewport.width);
  return {
    ...{ scroller, layout, count, left, zoom, ...seen, queue },
    ...{ goTo, turnBy, zoomTo, place, onMove, learnRatio },
  };
}

/** The page (from 0) that lies a third down the screen. */
const pageRead = (layout: Layout, top: number, viewHeight: number): number =>
  pageAt(layout, top + viewHeight * 0.3);

const clampZoom = (zoom: number): number =>
  Math.round(Math.min(zoomLimits.most, Math.max(zoomLimits.least, zoom)));

/** Pages narrower than the screen stand in its middle. */
const leftOf = ({ pageWidth }: Layout, viewWidth: number): number =>
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
