import { tableCaption } from '../layout/body.ts';
import { annexTitle } from '../layout/decree30.ts';
import type { PageFlow } from '../layout/page-flow.ts';
import { type Table, type TableColumn, type TableRow, table } from '../layout/table.ts';
import { DISTRICTS, districtName } from './districts.ts';
import { type PlanTotals, sourceLines, totalsOf } from './investment-plan.ts';
import { investmentProjects, type Project } from './investment-projects.ts';
import { SECTORS } from './investment-templates.ts';
import { sum, vn } from './numbers.ts';
import { upperFirst } from './wording.ts';

const MONEY: TableColumn = { share: 15, align: 'right' };

const TOTALS_COLUMNS: readonly TableColumn[] = [
  { share: 7, align: 'center' },
  { share: 34, align: 'left' },
  { share: 11, align: 'center' },
  MONEY,
  { share: 13, align: 'right' },
  { share: 13, align: 'right' },
  MONEY,
];

function totalsTable(label: string, rows: TableRow[], totals: PlanTotals): Table {
  return {
    size: 11.5,
    columns: TOTALS_COLUMNS,
    header: [
      [
        { text: 'TT', rows: 2 },
        { text: label, rows: 2 },
        { text: 'Số dự án', rows: 2 },
        { text: 'Kế hoạch đã giao', rows: 2 },
        { text: 'Điều chỉnh', span: 2 },
        { text: 'Kế hoạch sau điều chỉnh', rows: 2 },
      ],
      [{ text: 'Tăng' }, { text: 'Giảm' }],
    ],
    rows: [...rows, totalsRow('', 'TỔNG CỘNG', totals, 'bold')],
  };
}

function totalsRow(index: string, name: string, totals: PlanTotals, face?: 'bold'): TableRow {
  const cells = [
    index,
    name,
    vn(totals.projects),
    vn(totals.planned),
    vn(totals.raised),
    vn(totals.lowered),
    vn(totals.adjusted),
  ];
  return face ? { cells, face } : { cells };
}

function groupRows(groups: readonly { name: string; projects: readonly Project[] }[]): TableRow[] {
  return groups.map((group, index) => totalsRow(String(index + 1), group.name, totalsOf(group.projects)));
}

/** Sets Annex I: the plan by source of funds, by sector and by district. */
export function summaryTables(flow: PageFlow, belongsTo: string): void {
  const projects = investmentProjects();
  const all = totalsOf(projects);
  annexTitle(
    flow,
    'Phụ lục I',
    ['TỔNG HỢP ĐIỀU CHỈNH KẾ HOẠCH ĐẦU TƯ CÔNG', 'TRUNG HẠN GIAI ĐOẠN 2021–2025 TỈNH LONG AN'],
    belongsTo,
  );
  tableCaption(flow, 'Biểu số 01. Tổng hợp theo nguồn vốn', 'triệu đồng');
  table(flow, sourcesTable());
  tableCaption(flow, 'Biểu số 02. Tổng hợp theo ngành, lĩnh vực', 'triệu đồng');
  const sectors = SECTORS.map(({ key, name }) => ({
    name,
    projects: projects.filter(({ sector }) => sector === key),
  }));
  table(flow, totalsTable('Ngành, lĩnh vực', groupRows(sectors), all));
  tableCaption(flow, 'Biểu số 03. Tổng hợp theo địa bàn', 'triệu đồng');
  const districts = DISTRICTS.map((district) => ({
    name: upperFirst(districtName(district)),
    projects: projects.filter((project) => project.district.name === district.name),
  }));
  table(flow, totalsTable('Địa bàn', groupRows(districts), all));
}

function sourcesTable(): Table {
  const lines = sourceLines();
  const cellsOf = (index: string, name: string, figures: readonly number[]) => [
    index,
    name,
    ...figures.map((f) => vn(f)),
  ];
  const rows: TableRow[] = lines.map((line, index) => ({
    cells: cellsOf(String(index + 1), line.name, [
      line.capital,
      line.totals.planned,
      line.reserveBefore,
      line.totals.adjusted,
      line.reserveAfter,
    ]),
  }));
  const total = [
    sum(lines, (line) => line.capital),
    sum(lines, (line) => line.totals.planned),
    sum(lines, (line) => line.reserveBefore),
    sum(lines, (line) => line.totals.adjusted),
    sum(lines, (line) => line.reserveAfter),
  ];
  return {
    size: 11.5,
    columns: [{ share: 7, align: 'center' }, { share: 34, align: 'left' }, MONEY, MONEY, MONEY, MONEY, MONEY],
    header: [
      [
        { text: 'TT', rows: 2 },
        { text: 'Nguồn vốn', rows: 2 },
        { text: 'Tổng mức vốn', rows: 2 },
        { text: 'Trước điều chỉnh', span: 2 },
        { text: 'Sau điều chỉnh', span: 2 },
      ],
      [{ text: 'Giao chi tiết' }, { text: 'Dự phòng' }, { text: 'Giao chi tiết' }, { text: 'Dự phòng' }],
    ],
    rows: [...rows, { cells: cellsOf('', 'TỔNG CỘNG', total), face: 'bold' }],
  };
}
