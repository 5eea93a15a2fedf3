import { heading } from '../layout/body.ts';
import { annexTitle } from '../layout/decree30.ts';
import type { PageFlow } from '../layout/page-flow.ts';
import { paragraph } from '../layout/paragraph.ts';
import { districtName } from './districts.ts';
import { totalsOf } from './investment-plan.ts';
import { investmentProjects, type Project } from './investment-projects.ts';
import { SECTORS } from './investment-templates.ts';
import { percent, vn } from './numbers.ts';
import { lowerFirst } from './wording.ts';

const TEXT = { size: 13, leading: 1.17, after: 2 } as const;

/** Sets Annex III: for every project whose plan changes, what changes, why, and what balances it. */
export function explanations(flow: PageFlow, belongsTo: string): void {
  flow.startSection('portrait', 'restart');
  annexTitle(flow, 'Phụ lục III', ['THUYẾT MINH CÁC DỰ ÁN ĐIỀU CHỈNH, BỔ SUNG'], belongsTo);
  let number = 0;
  SECTORS.forEach((sector, index) => {
    const changed = investmentProjects().filter(
      (project) => project.sector === sector.key && project.change !== 0,
    );
    if (changed.length === 0) return;
    heading(flow, `${index + 1}. Ngành, lĩnh vực ${sector.name}`, 2);
    paragraph(flow, sectorSummary(changed), TEXT);
    for (const project of changed) {
      number += 1;
      explain(flow, number, project);
    }
  });
}

function sectorSummary(changed: readonly Project[]): string {
  const totals = totalsOf(changed);
  const added = changed.filter((project) => project.changeKind === 'added').length;
  const raised = changed.filter((project) => project.changeKind === 'raised').length;
  const lowered = changed.length - added - raised;
  return (
    `Có ${vn(changed.length)} dự án điều chỉnh, gồm: bổ sung danh mục ${vn(added)} dự án, tăng kế hoạch vốn ${vn(raised)} dự án, ` +
    `giảm kế hoạch vốn ${vn(lowered)} dự án; tổng vốn tăng ${vn(totals.raised)} triệu đồng, tổng vốn giảm ${vn(totals.lowered)} triệu đồng.`
  );
}

function explain(flow: PageFlow, number: number, project: Project): void {
  const { reason, change, planned } = project;
  if (!reason) return;
  paragraph(flow, `**${number}. ${project.name}** (${districtName(project.district)}; ${project.decision})`, {
    ...TEXT,
    keepWith: 36,
  });
  const { totalCost, years, scale } = project;
  paragraph(
    flow,
    `- ${planText(planned, change)}; kế hoạch sau điều chỉnh: **${vn(planned + change)} triệu đồng**; ` +
      `tổng mức đầu tư: ${vn(totalCost)} triệu đồng; thời gian thực hiện: ${years}.`,
    TEXT,
  );
  paragraph(flow, `- Nội dung: ${reason.content}. Quy mô: ${lowerFirst(scale)}.`, TEXT);
  const investor = `Chủ đầu tư: ${project.investor}.`;
  paragraph(flow, `- Lý do: ${reason.cause}. Cân đối: ${reason.balance}. ${investor}`, { ...TEXT, after: 7 });
}

function planText(planned: number, change: number): string {
  if (planned === 0) return `Chưa giao kế hoạch; đề nghị bố trí: ${vn(change)} triệu đồng`;
  const direction = change > 0 ? 'tăng' : 'giảm';
  const ratio = percent(Math.abs(change), planned);
  return `Kế hoạch đã giao: ${vn(planned)} triệu đồng; đề nghị ${direction}: ${vn(Math.abs(change))} triệu đồng (${ratio})`;
}
