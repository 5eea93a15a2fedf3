import { body, tableCaption } from '../layout/body.ts';
import { closeAndSign, documentTitle, letterhead } from '../layout/decree30.ts';
import { PageFlow } from '../layout/page-flow.ts';
import { table } from '../layout/table.ts';
import type { PaperSource } from '../paper.ts';
import { planSummary } from './investment-plan.ts';
import { percent, vn } from './numbers.ts';
import { sourceTable } from './plan-tables.ts';

const BASES = `= **HỘI ĐỒNG NHÂN DÂN TỈNH LONG AN**
  = **KHÓA IX – KỲ HỌP THỨ 28 (CHUYÊN ĐỀ)**
  > Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019;
  > Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015;
  > Căn cứ Luật Đầu tư công ngày 13 tháng 6 năm 2019;
  > Căn cứ Nghị quyết số 973/2020/UBTVQH14 ngày 08 tháng 7 năm 2020 của Ủy ban Thường vụ Quốc hội quy định về các nguyên tắc, tiêu chí và định mức phân bổ vốn đầu tư công nguồn ngân sách nhà nước giai đoạn 2021–2025;
  > Căn cứ Nghị định số 40/2020/NĐ-CP ngày 06 tháng 4 năm 2020 của Chính phủ quy định chi tiết thi hành một số điều của Luật Đầu tư công;
  > Xét Tờ trình số ...../TTr-UBND ngày ..... tháng ..... năm 2021 của Ủy ban nhân dân tỉnh về điều chỉnh kế hoạch đầu tư công trung hạn giai đoạn 2021–2025; Báo cáo thẩm tra của Ban Kinh tế – Ngân sách Hội đồng nhân dân tỉnh; ý kiến thảo luận của đại biểu Hội đồng nhân dân tỉnh tại kỳ họp.
  = **QUYẾT NGHỊ:**`;

function articles(): string {
  const p = planSummary();
  return `## Điều 1. Điều chỉnh kế hoạch đầu tư công trung hạn giai đoạn 2021–2025 tỉnh Long An
    1. Tổng mức vốn kế hoạch đầu tư công trung hạn giai đoạn 2021–2025: giữ nguyên ${vn(p.capital)} triệu đồng.
    2. Vốn giao chi tiết cho ${vn(p.totals.projects)} dự án sau điều chỉnh: ${vn(p.totals.adjusted)} triệu đồng; trong đó điều chỉnh tăng ${vn(p.totals.raised)} triệu đồng, điều chỉnh giảm ${vn(p.totals.lowered)} triệu đồng so với kế hoạch đã giao tại Nghị quyết số 61/NQ-HĐND ngày 09 tháng 12 năm 2020.
    3. Bổ sung danh mục ${vn(p.addedProjects)} dự án.
    4. Vốn dự phòng sau điều chỉnh: ${vn(p.reserveAfter)} triệu đồng, bằng ${percent(p.reserveAfter, p.capital, 2)} tổng mức vốn.
    5. Cơ cấu theo nguồn vốn:`;
}

const CLOSING = `//(Chi tiết danh mục dự án theo Phụ lục I, II, III kèm theo)//
  ## Điều 2. Tổ chức thực hiện
  1. Giao Ủy ban nhân dân tỉnh triển khai thực hiện Nghị quyết; giao kế hoạch chi tiết cho các chủ đầu tư trong thời hạn 15 ngày kể từ ngày Nghị quyết được thông qua; phân bổ nguồn thu sử dụng đất hằng năm theo tiến độ thu thực tế.
  2. Giữa hai kỳ họp Hội đồng nhân dân tỉnh, trường hợp phát sinh điều chỉnh trong phạm vi tổng mức vốn của từng nguồn vốn, Ủy ban nhân dân tỉnh trình Thường trực Hội đồng nhân dân tỉnh cho ý kiến trước khi thực hiện và báo cáo Hội đồng nhân dân tỉnh tại kỳ họp gần nhất.
  3. Thường trực Hội đồng nhân dân tỉnh, các Ban, Tổ đại biểu và đại biểu Hội đồng nhân dân tỉnh giám sát việc thực hiện Nghị quyết.
  ## Điều 3. Điều khoản thi hành
  1. Các nội dung khác của Nghị quyết số 61/NQ-HĐND ngày 09 tháng 12 năm 2020 của Hội đồng nhân dân tỉnh không trái với Nghị quyết này tiếp tục có hiệu lực thi hành.`;

const LAST_PARAGRAPH =
  '2. Nghị quyết này đã được Hội đồng nhân dân tỉnh Long An khóa IX, kỳ họp thứ 28 (chuyên đề) thông qua ngày ..... tháng ..... năm 2021 và có hiệu lực kể từ ngày thông qua./.';

function compose() {
  const flow = new PageFlow(draftResolution.card.title, draftResolution.card.issuer);
  letterhead(flow, {
    issuer: ['HỘI ĐỒNG NHÂN DÂN', 'TỈNH LONG AN'],
    number: `${'\u00a0'.repeat(9)}/NQ-HĐND`,
    placeAndDate: `Long An, ngày${'\u00a0'.repeat(7)}tháng${'\u00a0'.repeat(7)}năm 2021`,
    note: 'DỰ THẢO',
  });
  documentTitle(flow, 'NGHỊ QUYẾT', [
    'Về điều chỉnh kế hoạch đầu tư công trung hạn',
    'giai đoạn 2021–2025 tỉnh Long An',
  ]);
  body(flow, BASES);
  body(flow, articles());
  tableCaption(flow, 'Kế hoạch vốn sau điều chỉnh theo nguồn vốn', 'triệu đồng');
  table(flow, sourceTable());
  body(flow, CLOSING);
  closeAndSign(
    flow,
    LAST_PARAGRAPH,
    [
      'Ủy ban Thường vụ Quốc hội; Chính phủ (để báo cáo)',
      'Bộ Kế hoạch và Đầu tư; Bộ Tài chính',
      'Thường trực Tỉnh ủy (để báo cáo)',
      'UBND tỉnh; UB.MTTQVN tỉnh',
      'Đại biểu Quốc hội đơn vị tỉnh; đại biểu HĐND tỉnh',
      'Các sở, ban, ngành, đoàn thể cấp tỉnh',
      'HĐND, UBND các huyện, thị xã, thành phố',
      'Lưu: VT',
    ],
    { lines: ['CHỦ TỊCH'] },
  );
  return flow.finish();
}

export const draftResolution: PaperSource = {
  card: {
    key: 'draft-resolution',
    itemKey: 'item-3',
    title:
      'Dự thảo Nghị quyết của HĐND tỉnh về điều chỉnh kế hoạch đầu tư công trung hạn giai đoạn 2021–2025',
    kind: 'draft',
    documentNumber: '/NQ-HĐND',
    documentDate: '2021-04-20',
    issuer: 'HĐND tỉnh Long An',
    fileName: '03b. Dự thảo NQ HĐND điều chỉnh KH đầu tư công trung hạn.pdf',
    form: 'text',
    internalOnly: false,
  },
  compose,
};
