import { PageFlow } from '../layout/page-flow.ts';
import type { PaperSource } from '../paper.ts';
import { explanations } from './annex-explanations.ts';
import { projectList } from './annex-project-list.ts';
import { summaryTables } from './annex-summary-tables.ts';

const BELONGS_TO = 'Kèm theo Tờ trình số 1193/TTr-SKHĐT ngày 20 tháng 4 năm 2021 của Sở Kế hoạch và Đầu tư';

export const investmentAnnex: PaperSource = {
  card: {
    key: 'investment-annex',
    itemKey: 'item-3',
    title:
      'Phụ lục danh mục dự án điều chỉnh kế hoạch đầu tư công trung hạn giai đoạn 2021–2025 (1.248 dự án)',
    kind: 'annex',
    documentNumber: '1193/TTr-SKHĐT',
    documentDate: '2021-04-20',
    issuer: 'Sở Kế hoạch và Đầu tư',
    fileName: '03c. Phụ lục danh mục 1.248 dự án kèm TTr 1193.pdf',
    form: 'text',
    internalOnly: false,
  },
  compose() {
    const flow = new PageFlow(investmentAnnex.card.title, investmentAnnex.card.issuer);
    summaryTables(flow, BELONGS_TO);
    projectList(flow, BELONGS_TO);
    explanations(flow, BELONGS_TO);
    return flow.finish();
  },
};
