import type { Table, TableRow } from '../layout/table.ts';
import { type LandGroup, landTotals, proposedPrice } from './land-prices.ts';
import { vn } from './numbers.ts';

const SHADE = 0.95;

/** The schedule of proposed prices with areas and costs. */
export function landPriceTable(groups: readonly LandGroup[]): Table {
  const totals = landTotals(groups);
  return {
    size: 12,
    columns: [
      { share: 6, align: 'center' },
      { share: 34, align: 'left' },
      { share: 13, align: 'right' },
      { share: 15, align: 'right' },
      { share: 9, align: 'center' },
      { share: 15, align: 'right' },
      { share: 14, align: 'right' },
    ],
    header: [
      [
        { text: 'TT' },
        { text: 'Loại đất, vị trí' },
        { text: 'Diện tích thu hồi (m²)' },
        { text: 'Giá theo Bảng giá đất (đồng/m²)' },
        { text: 'Hệ số' },
        { text: 'Giá đất đề nghị (đồng/m²)' },
        { text: 'Kinh phí (triệu đồng)' },
      ],
    ],
    rows: [
      ...groups.flatMap(groupRows),
      {
        face: 'bold',
        cells: ['', 'TỔNG CỘNG', vn(totals.area), '', '', '', vn(totals.cost / 1_000_000, 1)],
      },
    ],
  };
}

function groupRows(group: LandGroup): TableRow[] {
  const totals = landTotals([group]);
  const head: TableRow = {
    face: 'bold',
    shade: SHADE,
    keepWithNext: true,
    cells: [group.index, group.name, vn(totals.area), '', '', '', vn(totals.cost / 1_000_000, 1)],
  };
  const lines = group.lines.map((entry) => ({
    cells: [
      entry.index,
      entry.name,
      vn(entry.area),
      vn(entry.listed),
      vn(entry.coefficient, 2),
      vn(proposedPrice(entry)),
      vn((entry.area * proposedPrice(entry)) / 1_000_000, 1),
    ],
  }));
  return [head, ...lines];
}

/** The schedule as the decision prints it: position and price only. */
export function decisionPriceTable(groups: readonly LandGroup[]): Table {
  return {
    size: 13,
    padding: 3,
    columns: [
      { share: 8, align: 'center' },
      { share: 62, align: 'left' },
      { share: 30, align: 'right' },
    ],
    header: [
      [{ text: 'TT' }, { text: 'Loại đất, vị trí' }, { text: 'Giá đất cụ thể để tính bồi thường (đồng/m²)' }],
    ],
    rows: groups.flatMap((group) => [
      { face: 'bold' as const, shade: SHADE, keepWithNext: true, cells: [group.index, group.name, ''] },
      ...group.lines.map((entry) => ({ cells: [entry.index, entry.name, vn(proposedPrice(entry))] })),
    ]),
  };
}
