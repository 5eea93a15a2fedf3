import type { FaceName } from './font-faces.ts';
import { breakLines, type Line, parseRuns, wordsOf } from './line-breaking.ts';
import type { PageFlow } from './page-flow.ts';
import { baselineOffset } from './paragraph.ts';
import { type Align, drawLine } from './text-line.ts';

export interface TableColumn {
  /** Share of the width of the text, relative to the other columns. */
  share: number;
  align: Align;
}

/** What head and body of a table need to draw: where the columns stand, and the sizes. */
export interface TableGrid {
  columns: readonly TableColumn[];
  /** Left edges of the columns, and the right edge of the last. */
  edges: number[];
  size: number;
  lineHeight: number;
  padding: number;
  sidePadding: number;
}

export interface MeasuredCell {
  x: number;
  width: number;
  lines: Line[];
  align: Align;
}

const BORDER = 0.5;

/** Breaks the text of one cell over the columns from `start` up to `end`; a word wider than the cell is an error. */
export function measureCell(
  text: string,
  face: FaceName,
  align: Align,
  start: number,
  end: number,
  grid: TableGrid,
): MeasuredCell {
  const x = grid.edges[start] ?? 0;
  const width = (grid.edges[end] ?? 0) - x;
  const inner = width - 2 * grid.sidePadding;
  const lines = text
    .split('\n')
    .flatMap((part) => breakLines(wordsOf(parseRuns(part, face), grid.size), grid.size, () => inner));
  const tooLong = lines.find((line) => line.width > inner + 0.5);
  if (tooLong) throw new Error(`A column is too narrow for "${text}".`);
  return { x, width, lines, align };
}

/** Draws the text of a cell, centred in its height, and its frame. */
export function drawCell(
  flow: PageFlow,
  cell: MeasuredCell,
  top: number,
  height: number,
  grid: TableGrid,
): void {
  let y = top + (height - cell.lines.length * grid.lineHeight) / 2;
  for (const line of cell.lines) {
    const baseline = y + baselineOffset(grid.size, grid.lineHeight);
    const box = { x: cell.x + grid.sidePadding, width: cell.width - 2 * grid.sidePadding, baseline };
    flow.put(...drawLine(line, { ...box, size: grid.size, align: cell.align }));
    y += grid.lineHeight;
  }
  const [x1, x2, y1, y2] = [cell.x, cell.x + cell.width, top, top + height];
  const frame = { kind: 'rule', thickness: BORDER } as const;
  flow.put({ ...frame, x1, x2, y1: y2, y2 });
  flow.put({ ...frame, x1, x2: x1, y1, y2 });
  flow.put({ ...frame, x1: x2, x2, y1, y2 });
}
