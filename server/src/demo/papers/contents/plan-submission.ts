import { addressees, body, tableCaption } from '../layout/body.ts';
import { closeAndSign, documentTitle, letterhead } from '../layout/decree30.ts';
import { PageFlow } from '../layout/page-flow.ts';
import { table } from '../layout/table.ts';
import type { PaperSource } from '../paper.ts';
import { planSummary } from './investment-plan.ts';
import { percent, vn } from './numbers.ts';
import { holderOf } from './office-holders.ts';
import { keyProjectTable, sourceTable } from './plan-tables.ts';

function necessity(): string {
  const p = planSummary();
  return `> Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019;
    > Căn cứ Luật Đầu tư công ngày 13 tháng 6 năm 2019;
    > Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015;
    > Căn cứ Nghị định số 40/2020/NĐ-CP ngày 06 tháng 4 năm 2020 của Chính phủ quy định chi tiết thi hành một số điều của Luật Đầu tư công;
    > Căn cứ Nghị quyết số 61/NQ-HĐND ngày 09 tháng 12 năm 2020 của Hội đồng nhân dân tỉnh về kế hoạch đầu tư công trung hạn giai đoạn 2021–2025.
    Thực hiện Kết luận của Chủ tịch Ủy ban nhân dân tỉnh tại phiên họp thường kỳ tháng 3 năm 2021, Sở Kế hoạch và Đầu tư kính trình Ủy ban nhân dân tỉnh dự thảo Nghị quyết của Hội đồng nhân dân tỉnh về điều chỉnh kế hoạch đầu tư công trung hạn giai đoạn 2021–2025 như sau:
    ## I. SỰ CẦN THIẾT
    1. Kế hoạch đầu tư công trung hạn giai đoạn 2021–2025 được Hội đồng nhân dân tỉnh thông qua với tổng mức vốn ${vn(p.capital)} triệu đồng; đã giao chi tiết cho ${vn(p.totals.projects - p.addedProjects)} dự án với ${vn(p.totals.planned)} triệu đồng; vốn dự phòng ${vn(p.reserveBefore)} triệu đồng, bằng ${percent(p.reserveBefore, p.capital, 2)} tổng mức vốn.
    2. Qua rà soát đến ngày 15 tháng 4 năm 2021, nhu cầu vốn của các dự án có biến động: giá đất bồi thường cụ thể tăng so với mức tạm tính; một số dự án điều chỉnh quy mô theo kết quả khảo sát; nhiều dự án có giá trị trúng thầu thấp hơn giá gói thầu hoặc chậm hoàn thành thủ tục, không còn nhu cầu sử dụng hết vốn đã giao.
    3. Phát sinh ${vn(p.addedProjects)} dự án cấp thiết về phòng, chống hạn, mặn, kết nối hạ tầng công nghiệp, trường học, đã được cấp có thẩm quyền quyết định chủ trương đầu tư nhưng chưa có trong danh mục.
    Theo Điều 67 Luật Đầu tư công, việc điều chỉnh kế hoạch đầu tư công trung hạn do Hội đồng nhân dân tỉnh quyết định trên cơ sở đề nghị của Ủy ban nhân dân tỉnh. Vì vậy, việc trình ban hành Nghị quyết là cần thiết và đúng thẩm quyền.
    ## II. MỤC ĐÍCH, NGUYÊN TẮC ĐIỀU CHỈNH
    1. Giữ nguyên tổng mức vốn và cơ cấu từng nguồn vốn đã được Hội đồng nhân dân tỉnh quyết định.
    2. Vốn dự phòng sau điều chỉnh không thấp hơn 10% tổng mức vốn.
    3. Ưu tiên dự án chuyển tiếp, dự án trọng điểm, dự án hoàn thành trong năm 2021 và năm 2022; chỉ bổ sung dự án có quyết định chủ trương đầu tư.
    4. Không bố trí vốn vượt tổng mức đầu tư được phê duyệt; không dàn trải; bảo đảm công khai, minh bạch.
    ## III. QUÁ TRÌNH XÂY DỰNG DỰ THẢO
    Sở Kế hoạch và Đầu tư đã lấy ý kiến của 18 sở, ban, ngành và 15 Ủy ban nhân dân cấp huyện (Công văn số 962/SKHĐT-TH ngày 05 tháng 4 năm 2021). Đến ngày 16 tháng 4 năm 2021 nhận được 31/33 văn bản góp ý: 27 cơ quan thống nhất hoàn toàn; 04 cơ quan có ý kiến bổ sung, đã tiếp thu 03 ý kiến, giải trình 01 ý kiến. Sở Tư pháp có Báo cáo thẩm định số 214/BC-STP ngày 19 tháng 4 năm 2021, kết luận dự thảo đủ điều kiện trình.
    ## IV. NỘI DUNG ĐIỀU CHỈNH
    1. Tổng mức vốn: giữ nguyên ${vn(p.capital)} triệu đồng.
    2. Vốn giao chi tiết: từ ${vn(p.totals.planned)} triệu đồng thành ${vn(p.totals.adjusted)} triệu đồng, gồm:
    a) Điều chỉnh tăng ${vn(p.totals.raised)} triệu đồng: ${vn(p.raisedProjects)} dự án tăng kế hoạch vốn và ${vn(p.addedProjects)} dự án bổ sung danh mục;
    b) Điều chỉnh giảm ${vn(p.totals.lowered)} triệu đồng của ${vn(p.loweredProjects)} dự án;
    c) Giữ nguyên kế hoạch vốn của ${vn(p.unchangedProjects)} dự án.
    3. Vốn dự phòng: từ ${vn(p.reserveBefore)} triệu đồng (${percent(p.reserveBefore, p.capital, 2)}) thành ${vn(p.reserveAfter)} triệu đồng (${percent(p.reserveAfter, p.capital, 2)}).`;
}

const OPINIONS = `## V. VẤN ĐỀ CÒN Ý KIẾN KHÁC NHAU
    Sở Tài chính đề nghị bố trí dự án Đường vào Cụm công nghiệp Gò Thuyền theo tiến độ thu thực tế của nguồn thu sử dụng đất, năm 2021 không quá 60 tỷ đồng. Sở Kế hoạch và Đầu tư tiếp thu về tiến độ phân bổ hằng năm, đề nghị giữ mức vốn cả giai đoạn để đủ điều kiện lựa chọn nhà thầu.
    ## VI. VẤN ĐỀ XIN Ý KIẾN
    1. Thông qua dự thảo Nghị quyết và danh mục dự án kèm theo để trình Hội đồng nhân dân tỉnh.
    2. Mức vốn và tiến độ bố trí vốn dự án Đường vào Cụm công nghiệp Gò Thuyền (theo mục V).
    3. Giao Sở Kế hoạch và Đầu tư hoàn chỉnh hồ sơ, thừa ủy quyền Ủy ban nhân dân tỉnh trình Hội đồng nhân dân tỉnh.
    Nội dung này thuộc thẩm quyền tập thể Ủy ban nhân dân tỉnh, đề nghị biểu quyết tại phiên họp thường kỳ tháng 4 năm 2021.
    //(Hồ sơ kèm theo: dự thảo Nghị quyết của Hội đồng nhân dân tỉnh; Phụ lục I, II, III về danh mục dự án; Báo cáo thẩm định của Sở Tư pháp; bảng tổng hợp ý kiến góp ý)//`;

function compose() {
  const flow = new PageFlow(planSubmission.card.title, planSubmission.card.issuer);
  letterhead(flow, {
    parent: ['UBND TỈNH LONG AN'],
    issuer: ['SỞ KẾ HOẠCH VÀ ĐẦU TƯ'],
    number: '1193/TTr-SKHĐT',
    placeAndDate: 'Long An, ngày 20 tháng 4 năm 2021',
  });
  documentTitle(flow, 'TỜ TRÌNH', [
    'Về dự thảo Nghị quyết của Hội đồng nhân dân tỉnh',
    'điều chỉnh kế hoạch đầu tư công trung hạn giai đoạn 2021–2025',
  ]);
  addressees(flow, ['Ủy ban nhân dân tỉnh Long An']);
  body(flow, necessity());
  tableCaption(flow, 'Bảng 1. Điều chỉnh theo nguồn vốn', 'triệu đồng');
  table(flow, sourceTable());
  tableCaption(flow, 'Bảng 2. Một số dự án trọng điểm điều chỉnh, bổ sung', 'triệu đồng');
  table(flow, keyProjectTable());
  body(flow, OPINIONS);
  closeAndSign(
    flow,
    'Sở Kế hoạch và Đầu tư kính trình Ủy ban nhân dân tỉnh xem xét, quyết định./.',
    ['Như trên', 'Thành viên UBND tỉnh', 'Sở Tài chính, Sở Tư pháp', 'Ban Giám đốc Sở', 'Lưu: VT, TH'],
    { lines: ['GIÁM ĐỐC'], name: holderOf('planning'), signed: 'sealed' },
  );
  return flow.finish();
}

export const planSubmission: PaperSource = {
  card: {
    key: 'plan-submission',
    itemKey: 'item-3',
    title: 'Tờ trình về dự thảo Nghị quyết điều chỉnh kế hoạch đầu tư công trung hạn giai đoạn 2021–2025',
    kind: 'submissionReport',
    documentNumber: '1193/TTr-SKHĐT',
    documentDate: '2021-04-20',
    issuer: 'Sở Kế hoạch và Đầu tư',
    fileName: '03a. Tờ trình 1193 điều chỉnh KH đầu tư công trung hạn 2021-2025.pdf',
    form: 'text',
    internalOnly: false,
  },
  compose,
};
