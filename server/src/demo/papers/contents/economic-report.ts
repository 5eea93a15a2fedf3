import { addressees, body, tableCaption } from '../layout/body.ts';
import { closeAndSign, documentTitle, letterhead } from '../layout/decree30.ts';
import { PageFlow } from '../layout/page-flow.ts';
import { table } from '../layout/table.ts';
import type { PaperSource } from '../paper.ts';
import { disbursementTable, indicatorTable, maySchedule } from './economic-report-tables.ts';
import { ECONOMIC_PROSPECT, ECONOMIC_SITUATION_1, ECONOMIC_SITUATION_2 } from './economic-report-text.ts';
import { holderOf } from './office-holders.ts';

function compose() {
  const flow = new PageFlow(economicReport.card.title, economicReport.card.issuer);
  letterhead(flow, {
    parent: ['UBND TỈNH LONG AN'],
    issuer: ['SỞ KẾ HOẠCH VÀ ĐẦU TƯ'],
    number: '1187/BC-SKHĐT',
    placeAndDate: 'Long An, ngày 22 tháng 4 năm 2021',
  });
  documentTitle(flow, 'BÁO CÁO', [
    'Tình hình kinh tế – xã hội tháng 4,',
    'nhiệm vụ trọng tâm tháng 5 năm 2021',
  ]);
  addressees(flow, ['Ủy ban nhân dân tỉnh Long An']);
  body(flow, ECONOMIC_SITUATION_1);
  tableCaption(flow, 'Bảng 1. Một số chỉ tiêu chủ yếu tháng 4 và 4 tháng đầu năm 2021');
  table(flow, indicatorTable());
  body(flow, ECONOMIC_SITUATION_2);
  tableCaption(flow, 'Bảng 2. Giải ngân vốn đầu tư công năm 2021 đến ngày 20 tháng 4', 'tỷ đồng');
  table(flow, disbursementTable());
  body(flow, ECONOMIC_PROSPECT);
  tableCaption(flow, 'Bảng 3. Phân công thực hiện nhiệm vụ trọng tâm tháng 5 năm 2021');
  table(flow, maySchedule());
  closeAndSign(
    flow,
    `Trên đây là báo cáo tình hình kinh tế – xã hội tháng 4, nhiệm vụ trọng tâm tháng 5 năm 2021. Sở Kế hoạch và Đầu tư kính trình Ủy ban nhân dân tỉnh xem xét, cho ý kiến để hoàn chỉnh, ban hành theo quy định./.`,
    ['Như trên', 'Thành viên UBND tỉnh', 'Cục Thống kê', 'Lãnh đạo Sở', 'Lưu: VT, TH'],
    { lines: ['GIÁM ĐỐC'], name: holderOf('planning'), signed: 'sealed' },
  );
  return flow.finish();
}

export const economicReport: PaperSource = {
  card: {
    key: 'economic-report',
    itemKey: 'item-2',
    title: 'Báo cáo tình hình kinh tế – xã hội tháng 4, nhiệm vụ trọng tâm tháng 5 năm 2021',
    kind: 'report',
    documentNumber: '1187/BC-SKHĐT',
    documentDate: '2021-04-22',
    issuer: 'Sở Kế hoạch và Đầu tư',
    fileName: '02. Báo cáo 1187 KT-XH tháng 4-2021.pdf',
    form: 'text',
    internalOnly: false,
  },
  compose,
};
