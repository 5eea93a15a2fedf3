import { addressees, body, tableCaption } from '../layout/body.ts';
import { closeAndSign, documentTitle, letterhead } from '../layout/decree30.ts';
import { PageFlow } from '../layout/page-flow.ts';
import { table } from '../layout/table.ts';
import type { PaperSource } from '../paper.ts';
import { remedyTable, targetTable, unitTable } from './e-government-tables.ts';
import { DISTRICT_MEETINGS, PROVINCIAL_MEETINGS, TARGETS } from './e-government-targets.ts';
import { count, percent } from './numbers.ts';
import { holderOf } from './office-holders.ts';

const met = TARGETS.filter((target) => target.met).length;
const unmet = TARGETS.length - met;

const INTRODUCTION = `Thực hiện Nghị quyết số 17/NQ-CP ngày 07 tháng 3 năm 2019 của Chính phủ về một số nhiệm vụ, giải pháp trọng tâm phát triển Chính phủ điện tử giai đoạn 2019–2020, định hướng đến 2025 và Kế hoạch của Ủy ban nhân dân tỉnh, Sở Thông tin và Truyền thông – Cơ quan thường trực Ban Chỉ đạo xây dựng Chính quyền điện tử tỉnh báo cáo tình hình thực hiện các chỉ tiêu đến ngày 31 tháng 3 năm 2021 như sau:
  # I. KẾT QUẢ CHUNG
  Đến hết quý I năm 2021, tỉnh đạt **${count(met)}/${TARGETS.length} chỉ tiêu**; còn **${count(unmet)}/${TARGETS.length} chỉ tiêu chưa đạt**. Số liệu do các đơn vị tự báo cáo, được đối chiếu với Cổng Dịch vụ công, Trục liên thông văn bản và nhật ký của Hệ thống họp không giấy.
  Mức phấn đấu nêu trong báo cáo này là mức do Ban Chỉ đạo tỉnh đặt ra cho năm 2021, dùng để theo dõi nội bộ; cách tính từng chỉ tiêu ghi tại cột “Cách tính, số liệu”.`;

const ANALYSIS = `# II. CÁC CHỈ TIÊU ĐÃ ĐẠT
  1. Trao đổi văn bản điện tử đã thành nền nếp: 98,7% văn bản (trừ văn bản mật) gửi, nhận trên Trục liên thông; 100% cơ quan cấp tỉnh, cấp huyện, cấp xã ký số.
  2. Hồ sơ công việc xử lý trên môi trường mạng vượt mức phấn đấu ở cả ba cấp: tỉnh 86,4%, huyện 71,2%, xã 44,5%.
  3. 100% hồ sơ thủ tục hành chính được tiếp nhận, theo dõi trên Hệ thống một cửa điện tử; người dân tra cứu được tiến độ.
  4. 26/50 chế độ báo cáo định kỳ được thực hiện trên Hệ thống thông tin báo cáo của tỉnh; 35/35 trang thông tin điện tử công khai thông tin đầy đủ.
  # III. CÁC CHỈ TIÊU CHƯA ĐẠT
  ## 1. Về dịch vụ công trực tuyến (03 chỉ tiêu)
  Trong 40 dịch vụ công mức độ 3, 4 phổ biến, liên quan nhiều đến người dân, doanh nghiệp, mới tích hợp 25 dịch vụ lên Cổng Dịch vụ công quốc gia. Tổng số dịch vụ mức độ 3, 4 đã tích hợp là 142/752. Hồ sơ giải quyết qua dịch vụ công mức độ 3, 4 là 24.871/182.874 hồ sơ.
  Nguyên nhân: một số thủ tục chờ bộ, ngành thống nhất biểu mẫu điện tử; người dân chưa có tài khoản, chữ ký số cá nhân; cán bộ một cửa cấp xã chưa chủ động hướng dẫn.
  ## 2. Về kết nối qua nền tảng tích hợp, chia sẻ dữ liệu (01 chỉ tiêu)
  Mới có 10/24 hệ thống thông tin liên quan đến người dân, doanh nghiệp đã đưa vào vận hành được kết nối, liên thông qua nền tảng tích hợp, chia sẻ dữ liệu; người dân vẫn phải nộp lại giấy tờ đã được số hóa ở 06 lĩnh vực.
  Nguyên nhân: các hệ thống xây dựng trước năm 2018 không theo chuẩn kết nối chung; kinh phí kết nối chưa được bố trí (đang đề nghị bổ sung 14.600 triệu đồng trong kế hoạch đầu tư công trung hạn, trình tại nội dung 3 của phiên họp).
  ## 3. Về họp thông qua Hệ thống (02 chỉ tiêu)
  Có ${PROVINCIAL_MEETINGS.through}/${PROVINCIAL_MEETINGS.all} cơ quan (Ủy ban nhân dân tỉnh và các cơ quan chuyên môn cấp tỉnh) thực hiện họp thông qua Hệ thống tại các cuộc họp của Ủy ban nhân dân, đạt ${percent(PROVINCIAL_MEETINGS.through, PROVINCIAL_MEETINGS.all)}; ${count(DISTRICT_MEETINGS.through)}/${DISTRICT_MEETINGS.all} đơn vị cấp huyện, đạt ${percent(DISTRICT_MEETINGS.through, DISTRICT_MEETINGS.all)}. Tình hình theo đơn vị cấp huyện:`;

const CAUSES = `Nguyên nhân: giấy mời, tài liệu còn gửi song song qua nhiều kênh nên các đơn vị vẫn in giấy; tài liệu gửi muộn, dung lượng lớn, mở chậm; người dự họp quên mật khẩu, ngại thao tác; đường truyền tại một số phòng họp yếu, chưa có phương án đọc tài liệu khi mất kết nối; chưa quy định cách tính nên số liệu các đơn vị báo cáo không thống nhất.
  # IV. GIẢI PHÁP HOÀN THÀNH CÁC CHỈ TIÊU CHƯA ĐẠT`;

const PROPOSALS = `# V. KIẾN NGHỊ, VẤN ĐỀ XIN Ý KIẾN
  1. Thống nhất cách tính hai chỉ tiêu về họp thông qua Hệ thống: tính theo cơ quan, đơn vị có ít nhất 01 cuộc họp đủ điều kiện trong kỳ; đồng thời theo dõi tỷ lệ số cuộc họp đủ điều kiện trên tổng số cuộc họp của Ủy ban nhân dân.
  2. Một cuộc họp được tính là họp thông qua Hệ thống khi: giấy mời và tài liệu được phát hành trên Hệ thống trước giờ họp; người dự điểm danh, mở tài liệu trên Hệ thống; biên bản hoặc kết luận được ghi trên Hệ thống; không thuộc nội dung có độ mật.
  3. Từ ngày 01 tháng 5 năm 2021, Văn phòng Ủy ban nhân dân tỉnh không tiếp nhận tài liệu giấy của các phiên họp thường kỳ, trừ tài liệu có độ mật; thành viên có nhu cầu được in bản giấy theo đề nghị.
  4. Giao Ủy ban nhân dân 10 đơn vị cấp huyện chưa thực hiện tổ chức họp thử trước ngày 20 tháng 5 năm 2021.`;

/** What the department changed a week after it had sent the report: figures of the quarter's end, and a proposal. */
const revised = {
  placeAndDate: 'Long An, ngày 26 tháng 4 năm 2021',
  analysis: ANALYSIS.replaceAll('24.871/182.874', '26.104/182.874').replaceAll('142/752', '151/752'),
  proposals: `${PROPOSALS}
  5. Giao Sở Thông tin và Truyền thông công bố hằng tháng, trước ngày 05, tỷ lệ họp thông qua Hệ thống của từng cơ quan, đơn vị; cơ quan, đơn vị có tỷ lệ bằng 0 trong hai tháng liên tiếp báo cáo nguyên nhân, giải pháp và thời hạn khắc phục với Ủy ban nhân dân tỉnh.
  6. Giao Sở Tài chính bố trí kinh phí máy tính bảng dự phòng tại phòng họp của Ủy ban nhân dân tỉnh, tối thiểu 05 máy, hoàn thành trước ngày 31 tháng 5 năm 2021.`,
};
const first = {
  placeAndDate: 'Long An, ngày 19 tháng 4 năm 2021',
  analysis: ANALYSIS,
  proposals: PROPOSALS,
};

function compose({ placeAndDate, analysis, proposals }: typeof first) {
  const flow = new PageFlow(eGovernmentReport.card.title, eGovernmentReport.card.issuer);
  letterhead(flow, {
    parent: ['UBND TỈNH LONG AN'],
    issuer: ['SỞ THÔNG TIN', 'VÀ TRUYỀN THÔNG'],
    number: '486/BC-STTTT',
    placeAndDate,
  });
  documentTitle(flow, 'BÁO CÁO', [
    'Tình hình thực hiện các chỉ tiêu Chính phủ điện tử',
    'theo Nghị quyết số 17/NQ-CP của Chính phủ',
  ]);
  addressees(flow, ['Ủy ban nhân dân tỉnh Long An', 'Ban Chỉ đạo xây dựng Chính quyền điện tử tỉnh']);
  body(flow, INTRODUCTION);
  tableCaption(flow, 'Bảng 1. Kết quả thực hiện 14 chỉ tiêu đến ngày 31 tháng 3 năm 2021');
  table(flow, targetTable());
  body(flow, analysis);
  tableCaption(flow, 'Bảng 2. Họp thông qua Hệ thống của đơn vị cấp huyện, quý I năm 2021');
  table(flow, unitTable());
  body(flow, CAUSES);
  tableCaption(flow, 'Bảng 3. Giải pháp, đơn vị chủ trì, thời hạn');
  table(flow, remedyTable());
  body(flow, proposals);
  closeAndSign(
    flow,
    'Sở Thông tin và Truyền thông kính báo cáo Ủy ban nhân dân tỉnh xem xét, cho ý kiến chỉ đạo./.',
    [
      'Như trên',
      'Văn phòng UBND tỉnh',
      'Các sở, ban, ngành tỉnh',
      'UBND các huyện, thị xã, thành phố',
      'Lưu: VT, CNTT',
    ],
    { lines: ['GIÁM ĐỐC'], name: holderOf('information'), signed: 'sealed' },
  );
  return flow.finish();
}

export const eGovernmentReport: PaperSource = {
  card: {
    key: 'e-government-report',
    itemKey: 'item-4',
    title: 'Báo cáo tình hình thực hiện các chỉ tiêu Chính phủ điện tử theo Nghị quyết 17/NQ-CP',
    kind: 'report',
    documentNumber: '486/BC-STTTT',
    documentDate: '2021-04-19',
    issuer: 'Sở Thông tin và Truyền thông',
    fileName: '04. Báo cáo 486 chỉ tiêu Chính phủ điện tử theo NQ 17.pdf',
    form: 'text',
    internalOnly: false,
  },
  compose: () => compose(first),
};

export const revisedEGovernmentReport: PaperSource = {
  card: {
    ...eGovernmentReport.card,
    key: 'e-government-report-revised',
    documentDate: '2021-04-26',
    fileName: '04. Báo cáo 486 chỉ tiêu Chính phủ điện tử (bản ngày 26-4).pdf',
    replaces: 'e-government-report',
  },
  compose: () => compose(revised),
};
