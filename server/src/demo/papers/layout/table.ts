import type { FaceName } from './font-faces.ts';
import type { PageFlow } from './page-flow.ts';
import { drawCell, type MeasuredCell, measureCell, type TableColumn, type TableGrid } from './table-cell.ts';
import { drawTableHeader, type HeaderCell } from './table-header.ts';
import type { Align } from './text-line.ts';

export type { TableColumn };

interface TableCell {
  text: string;
  /** How many columns the cell covers. */
  span?: number;
  align?: Align;
  face?: FaceName;
}

export interface TableRow {
  cells: readonly (string | TableCell)[];
  face?: FaceName;
  /** Background, 1 is white. */
  shade?: number;
  /** Enters the outline with this title and level. */
  bookmark?: { title: string; level: number };
  /** Keeps the row on a page with the row after it. */
  keepWithNext?: boolean;
}

export interface Table {
  columns: readonly TableColumn[];
  header: readonly (readonly HeaderCell[])[];
  rows: readonly TableRow[];
  size?: number;
  /** Space above and below the text of a cell, in points. */
  padding?: number;
  /** Space left and right of the text of a cell, in points. */
  sidePadding?: number;
}

const LEADING = 1.17;

/** Sets a ruled table at the cursor; the header is repeated on each page and a row is never broken. */
export function table(flow: PageFlow, spec: Table): void {
  const grid = gridOf(flow, spec);
  const rows = spec.rows.map((row) => measureRow(row, grid));
  const firstRows = rows.slice(0, 2).reduce((height, row) => height + row.height, 0);
  drawTableHeader(flow, spec.header, grid, firstRows);
  rows.forEach((row, index) => {
    const following = row.row.keepWithNext ? (rows[index + 1]?.height ?? 0) : 0;
    if (row.height + following > flow.room + 0.01) {
      flow.newPage();
      drawTableHeader(flow, spec.header, grid, 0);
    }
    drawRow(flow, row, grid);
  });
  flow.y += 8;
}

function gridOf(flow: PageFlow, spec: Table): TableGrid {
  const total = spec.columns.reduce((sum, column) => sum + column.share, 0);
  const edges = [flow.left];
  let x = flow.left;
  for (const column of spec.columns) {
    x += (column.share / total) * flow.textWidth;
    edges.push(x);
  }
  const size = spec.size ?? 12;
  return {
    columns: spec.columns,
    edges,
    size,
    lineHeight: size * LEADING,
    padding: spec.padding ?? 2.5,
    sidePadding: spec.sidePadding ?? 3,
  };
}

interface MeasuredRow {
  row: TableRow;
  cells: MeasuredCell[];
  height: number;
}

function measureRow(row: TableRow, grid: TableGrid): MeasuredRow {
  let column = 0;
  const cells = row.cells.map((input) => {
    const cell = typeof input === 'string' ? { text: input } : input;
    const start = column;
    column += cell.span ?? 1;
    const align = cell.align ?? grid.columns[start]?.align ?? 'left';
    return measureCell(cell.text, cell.face ?? row.face ?? 'regular', align, start, column, grid);
  });
  if (column !== grid.columns.length)
    throw new Error(`A table row covers ${column} of ${grid.columns.length} columns.`);
  const tallest = Math.max(1, ...cells.map((cell) => cell.lines.length));
  return { row, cells, height: tallest * grid.lineHeight + 2 * grid.padding };
}

function drawRow(flow: PageFlow, measured: MeasuredRow, grid: TableGrid): void {
  const { row, height } = measured;
  if (row.bookmark) flow.bookmark(row.bookmark.title, row.bookmark.level);
  for (const cell of measured.cells) {
    if (row.shade !== undefined) {
      flow.put({ kind: 'fill', x: cell.x, y: flow.y, width: cell.width, height, gray: row.shade });
    }
    drawCell(flow, cell, flow.y, height, grid);
  }
  flow.y += height;
}
