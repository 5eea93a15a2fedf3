/** Pages below one another, all of one width; the unit is CSS pixels. */
export interface Layout {
  readonly pageWidth: number;
  /** Upper edge of each page. */
  readonly tops: readonly number[];
  readonly heights: readonly number[];
  readonly height: number;
}

/** A place in the document that survives zooming: a page (from 0) and how far down it, from 0 to 1. */
export interface Anchor {
  readonly page: number;
  readonly fraction: number;
}

export const gap = 12;

/** `ratios`: height by width of each page. */
export function layoutOf(ratios: readonly number[], pageWidth: number): Layout {
  const tops: number[] = [];
  const heights: number[] = [];
  let y = gap;
  for (const ratio of ratios) {
    const height = Math.round(pageWidth * ratio);
    tops.push(y);
    heights.push(height);
    y += height + gap;
  }
  return { pageWidth, tops, heights, height: y };
}

/** The page (from 0) that holds a height, or the nearest before it. */
export function pageAt({ tops }: Layout, y: number): number {
  let low = 0;
  let high = tops.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tops[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

export function anchorAt(layout: Layout, y: number): Anchor {
  const page = pageAt(layout, y);
  const height = layout.heights[page] ?? 1;
  return { page, fraction: (y - (layout.tops[page] ?? 0)) / height };
}

export const heightOf = (layout: Layout, { page, fraction }: Anchor): number =>
  (layout.tops[page] ?? 0) + fraction * (layout.heights[page] ?? 0);

/** The pages (from 0) of which something can be seen. */
export function pagesInView(layout: Layout, top: number, viewHeight: number): readonly number[] {
  const first = pageAt(layout, top);
  const last = pageAt(layout, top + viewHeight);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/**
 * The pages (from 0) to keep drawn: those in view, then the next, then the one before, so that a turn finds its page
 * ready. A page's canvas costs up to 24 MB and the total is limited on tablets, so never more than `most`.
 */
export function pagesToDraw(layout: Layout, inView: readonly number[], most = 4): readonly number[] {
  const count = layout.tops.length;
  const neighbours = [(inView.at(-1) ?? 0) + 1, (inView[0] ?? 0) - 1];
  const wanted = [...inView, ...neighbours.filter((page) => page >= 0 && page < count)];
  return wanted.slice(0, most).toSorted((a, b) => a - b);
}
