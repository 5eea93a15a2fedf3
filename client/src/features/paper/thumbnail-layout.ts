/** Small pictures in rows of equal height; the unit is CSS pixels. */
export interface ThumbnailGrid {
  readonly columns: number;
  readonly width: number;
  /** Of a picture with its number under it, and the gap to the next row. */
  readonly rowHeight: number;
  readonly height: number;
}

const widest = 136;
const gap = 12;
/** Under the picture stands its number. */
const captionHeight = 32;

/** `ratio`: height by width of the paper's pages. */
export function gridOf(count: number, viewWidth: number, ratio: number): ThumbnailGrid {
  const columns = Math.max(1, Math.floor((viewWidth - gap) / (widest + gap)));
  const width = Math.max(48, Math.min(widest, viewWidth - 2 * gap));
  const rowHeight = Math.round(width * ratio) + captionHeight + gap;
  return { columns, width, rowHeight, height: Math.ceil(count / columns) * rowHeight + gap };
}

/** Where a picture (from 0) stands; the rows are centred. */
export function spotOf(grid: ThumbnailGrid, viewWidth: number, index: number) {
  const used = grid.columns * (grid.width + gap) - gap;
  const left = Math.max(gap, (viewWidth - used) / 2) + (index % grid.columns) * (grid.width + gap);
  return { left, top: gap + Math.floor(index / grid.columns) * grid.rowHeight };
}

/** The pictures (from 0) to show: those in view and a row on either side. */
export function thumbnailsToShow(
  grid: ThumbnailGrid,
  count: number,
  top: number,
  viewHeight: number,
): readonly number[] {
  const first = Math.max(0, Math.floor((top - gap) / grid.rowHeight) - 1) * grid.columns;
  const last = Math.min(count, (Math.ceil((top + viewHeight - gap) / grid.rowHeight) + 1) * grid.columns);
  return Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index);
}

/** Of the shown ones those nearest to the middle of the view: only they are pictures, the others stay blank. */
export function thumbnailsToDraw(
  grid: ThumbnailGrid,
  shown: readonly number[],
  top: number,
  viewHeight: number,
  most = 8,
): ReadonlySet<number> {
  const middle = top + viewHeight / 2;
  const away = (index: number) =>
    Math.abs((Math.floor(index / grid.columns) + 0.5) * grid.rowHeight - middle);
  return new Set(shown.toSorted((a, b) => away(a) - away(b)).slice(0, most));
}
