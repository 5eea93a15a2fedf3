import { tableCaption } from '../layout/body.ts';
import { annexTitle } from '../layout/decree30.ts';
import type { PageFlow } from '../layout/page-flow.ts';
import { type Table, type TableRow, table } from '../layout/table.ts';
import { DISTRICTS, districtName } from './districts.ts';
import { totalsOf } from './investment-plan.ts';
import { FUNDING_SOURCES, investmentProjects, type Project } from './investment-projects.ts';
import { SECTORS } from './investment-templates.ts';
import { vn } from './numbers.ts';

const SECTOR_SHADE = 0.88;
const DISTRICT_SHADE = 0.95;
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];
/** Sets Annex II: every project of the plan, by sector and district, on landscape pages of its own numbering. */
export function projectList(flow: PageFlow, belongsTo: string): void {
  flow.startSection('landscape', 'restart');
  annexTitle(
    flow,
    'Phụ lục II',
    ['DANH MỤC CHI TIẾT DỰ ÁN THUỘC KẾ HOẠCH ĐẦU TƯ CÔNG', 'TRUNG HẠN GIAI ĐOẠN 2021–2025 SAU ĐIỀU CHỈNH'],
    belongsTo,
  );
  tableCaption(flow, 'Biểu số 04. Danh mục dự án theo ngành, lĩnh vực và địa bàn', 'triệu đồng');
  table(flow, listTable());
}

function listTable(): Table {
  return {
    size: 11,
    padding: 2,
    sidePadding: 2,
    columns: [
      { share: 26.5, align: 'center' },
      { share: 116, align: 'left' },
      { share: 78, align: 'left' },
      { share: 134, align: 'left' },
      { share: 54, align: 'center' },
      { share: 46, align: 'left' },
      { share: 54.5, align: 'right' },
      { share: 54.5, align: 'right' },
      { share: 49, align: 'right' },
      { share: 41, align: 'right' },
      { share: 54.5, align: 'right' },
      { share: 36, align: 'center' },
    ],
    header: [
      [
        { text: 'TT', rows: 2 },
        { text: 'Tên dự án', rows: 2 },
        { text: 'Chủ đầu tư', rows: 2 },
        { text: 'Quy mô, năng lực thiết kế', rows: 2 },
        { text: 'Thời gian KC–HT', rows: 2 },
        { text: 'Nguồn vốn', rows: 2 },
        { text: 'Tổng mức đầu tư', rows: 2 },
        { text: 'Kế hoạch đã giao', rows: 2 },
        { text: 'Điều chỉnh', span: 2 },
        { text: 'Kế hoạch sau điều chỉnh', rows: 2 },
        { text: 'Ghi chú', rows: 2 },
      ],
      [{ text: 'Tăng' }, { text: 'Giảm' }],
    ],
    rows: [...listRows(), totalRow('', 'TỔNG CỘNG', investmentProjects(), 0.85)],
  };
}

function* listRows(): Generator<TableRow> {
  let number = 0;
  for (const [index, sector] of SECTORS.entries()) {
    const ofSector = investmentProjects().filter((project) => project.sector === sector.key);
    const title = `${ROMAN[index]}. ${sector.name}`;
    yield {
      ...totalRow(ROMAN[index] ?? '', sector.name.toUpperCase(), ofSector, SECTOR_SHADE),
      bookmark: { title, level: 2 },
    };
    for (const district of DISTRICTS) {
      const here = ofSector.filter((project) => project.district.name === district.name);
      if (here.length === 0) continue;
      const name = districtName(district);
      yield {
        ...totalRow('', `Địa bàn ${name}`, here, DISTRICT_SHADE),
        bookmark: { title: `${sector.name} – ${name}`, level: 3 },
      };
      for (const project of here) {
        number += 1;
        yield projectRow(number, project);
      }
    }
  }
}

function totalRow(index: string, name: string, projects: readonly Project[], shade: number): TableRow {
  const totals = totalsOf(projects);
  const cost = projects.reduce((all, project) => all + project.totalCost, 0);
  return {
    face: 'bold',
    shade,
    keepWithNext: index !== '' || shade === DISTRICT_SHADE,
    cells: [
      index,
      { text: `${name} (${vn(projects.length)} dự án)`, span: 5, align: 'left' },
      vn(cost),
      vn(totals.planned),
      vn(totals.raised),
      vn(totals.lowered),
      vn(totals.adjusted),
      '',
    ],
  };
}

function projectRow(number: number, project: Project): TableRow {
  const source = FUNDING_SOURCES.find(({ key }) => key === project.source);
  const { planned, change } = project;
  return {
    cells: [
      String(number),
      project.name,
      project.investor,
      project.scale,
      project.years,
      source?.short ?? '',
      vn(project.totalCost),
      planned > 0 ? vn(planned) : '–',
      change > 0 ? vn(change) : '–',
      change < 0 ? vn(-change) : '–',
      vn(planned + change),
      project.changeKind === 'added' ? 'Bổ sung' : '',
    ],
  };
}
