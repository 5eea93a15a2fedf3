import type { PageFlow } from './page-flow.ts';
import { drawCell, measureCell, type TableGrid } from './table-cell.ts';

/** A cell of the table's head; it may cover several columns and several rows of the head. */
export interface HeaderCell {
  text: string;
  span?: number;
  rows?: number;
}

interface PlacedCell {
  text: string;
  row: number;
  rows: number;
  start: number;
  end: number;
}

const BORDER = 0.5;
const SHADE = 0.94;

/** Draws the head of a table; starts a new page when head and `firstRowHeight` do not fit on this one. */
export function drawTableHeader(
  flow: PageFlow,
  header: readonly (readonly HeaderCell[])[],
  grid: TableGrid,
  firstRowHeight: number,
): void {
  const placed = placeCells(header, grid.columns.length);
  const heights = rowHeights(placed, header.length, grid);
  const total = heights.reduce((sum, height) => sum + height, 0);
  flow.need(total + firstRowHeight);
  const [x1 = 0] = grid.edges;
  flow.put({ kind: 'rule', x1, x2: grid.edges.at(-1) ?? 0, y1: flow.y, y2: flow.y, thickness: BORDER });
  for (const cell of placed) {
    const top = flow.y + sumOf(heights, 0, cell.row);
    const height = sumOf(heights, cell.row, cell.row + cell.rows);
    const measured = measureCell(cell.text, 'bold', 'center', cell.start, cell.end, grid);
    flow.put({ kind: 'fill', x: measured.x, y: top, width: measured.width, height, gray: SHADE });
    drawCell(flow, measured, top, height, grid);
  }
  flow.y += total;
}

function sumOf(heights: readonly number[], from: number, to: number): number {
  return heights.slice(from, to).reduce((sum, height) => sum + height, 0);
}

/** Finds the columns of each head cell, skipping columns that a taller cell above still covers. */
function placeCells(header: readonly (readonly HeaderCell[])[], columnCount: number): PlacedCell[] {
  const coveredUntil = new Array<number>(columnCount).fill(0);
  const placed: PlacedCell[] = [];
  header.forEach((cells, row) => {
    let column = 0;
    for (const cell of cells) {
      while ((coveredUntil[column] ?? Number.POSITIVE_INFINITY) > row && column < columnCount) column += 1;
      const end = column + (cell.span ?? 1);
      const rows = cell.rows ?? 1;
      placed.push({ text: cell.text, row, rows, start: column, end });
      coveredUntil.fill(row + rows, column, end);
      column = end;
    }
  });
  return placed;
}

/** Heights that give every cell its room; a cell over several rows widens the last of them if it must. */
function rowHeights(placed: readonly PlacedCell[], count: number, grid: TableGrid): number[] {
  const heights = new Array<number>(count).fill(grid.lineHeight + 2 * grid.padding);
  const needOf = (cell: PlacedCell) =>
    measureCell(cell.text, 'bold', 'center', cell.start, cell.end, grid).lines.length * grid.lineHeight +
    2 * grid.padding;
  for (const cell of placed.filter(({ rows }) => rows === 1)) {
    heights[cell.row] = Math.max(heights[cell.row] ?? 0, needOf(cell));
  }
  for (const cell of placed.filter(({ rows }) => rows > 1)) {
    const last = cell.row + cell.rows - 1;
    const missing = needOf(cell) - sumOf(heights, cell.row, last + 1);
    if (missing > 0) heights[last] = (heights[last] ?? 0) + missing;
  }
  return heights;
}
