import type { Table, TableColumn } from '../layout/table.ts';
import { sourceLines } from './investment-plan.ts';
import { KEY_PROJECTS } from './key-projects.ts';
import { sum, vn } from './numbers.ts';

const MONEY: TableColumn = { share: 14, align: 'right' };

/** The plan by source of funds before and after, as report and resolution print it. */
export function sourceTable(): Table {
  const lines = sourceLines();
  const figures = lines.map((line) => [
    line.capital,
    line.totals.planned,
    line.totals.raised,
    line.totals.lowered,
    line.totals.adjusted,
    line.reserveAfter,
  ]);
  const totals = [0, 1, 2, 3, 4, 5].map((column) => sum(figures, (row) => row[column] ?? 0));
  return {
    size: 11,
    columns: [
      { share: 5, align: 'center' },
      { share: 24, align: 'left' },
      MONEY,
      MONEY,
      MONEY,
      MONEY,
      MONEY,
      MONEY,
    ],
    header: [
      [
        { text: 'TT', rows: 2 },
        { text: 'Nguồn vốn', rows: 2 },
        { text: 'Tổng mức vốn', rows: 2 },
        { text: 'Đã giao chi tiết', rows: 2 },
        { text: 'Điều chỉnh', span: 2 },
        { text: 'Sau điều chỉnh', span: 2 },
      ],
      [{ text: 'Tăng' }, { text: 'Giảm' }, { text: 'Giao chi tiết' }, { text: 'Dự phòng' }],
    ],
    rows: [
      ...lines.map((line, index) => ({
        cells: [String(index + 1), line.name, ...(figures[index] ?? []).map((figure) => vn(figure))],
      })),
      { cells: ['', 'TỔNG CỘNG', ...totals.map((figure) => vn(figure))], face: 'bold' },
    ],
  };
}

/** The projects named in the report, with what changes for each. */
export function keyProjectTable(): Table {
  return {
    size: 12,
    columns: [{ share: 6, align: 'center' }, { share: 38, align: 'left' }, MONEY, MONEY, MONEY, MONEY],
    header: [
      [
        { text: 'TT' },
        { text: 'Dự án' },
        { text: 'Tổng mức đầu tư' },
        { text: 'Đã giao' },
        { text: 'Điều chỉnh tăng' },
        { text: 'Sau điều chỉnh' },
      ],
    ],
    rows: KEY_PROJECTS.map(({ name, totalCost, planned, change }, index) => ({
      cells: [
        String(index + 1),
        name,
        vn(totalCost),
        planned > 0 ? vn(planned) : 'Bổ sung mới',
        vn(change),
        vn(planned + change),
      ],
    })),
  };
}
