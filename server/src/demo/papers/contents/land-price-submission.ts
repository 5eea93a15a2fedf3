import { addressees, body, tableCaption } from '../layout/body.ts';
import { closeAndSign, documentTitle, letterhead } from '../layout/decree30.ts';
import { PageFlow } from '../layout/page-flow.ts';
import { table } from '../layout/table.ts';
import type { PaperSource } from '../paper.ts';
import { decisionPriceTable, landPriceTable } from './land-price-table.ts';
import { landTotals, ROAD_LAND } from './land-prices.ts';
import { vn } from './numbers.ts';
import { holderOf } from './office-holders.ts';

const totals = landTotals(ROAD_LAND);
const hectares = vn(totals.area / 10_000, 2);
const cost = vn(totals.cost / 1_000_000, 1);

const REPORT = `Thực hiện quy định của pháp luật về đất đai và Chương trình công tác của Ủy ban nhân dân tỉnh, Sở Tài nguyên và Môi trường kính trình Ủy ban nhân dân tỉnh dự thảo Quyết định về giá đất cụ thể để tính bồi thường khi Nhà nước thu hồi đất thực hiện dự án Đường liên huyện Tân Trụ – Cần Đước (đoạn qua huyện Tân Trụ) như sau:
  ## I. CĂN CỨ PHÁP LÝ
  > Luật Đất đai ngày 29 tháng 11 năm 2013;
  > Nghị định số 44/2014/NĐ-CP ngày 15 tháng 5 năm 2014 của Chính phủ quy định về giá đất;
  > Nghị định số 47/2014/NĐ-CP ngày 15 tháng 5 năm 2014 của Chính phủ quy định về bồi thường, hỗ trợ, tái định cư khi Nhà nước thu hồi đất;
  > Nghị định số 01/2017/NĐ-CP ngày 06 tháng 01 năm 2017 và Nghị định số 148/2020/NĐ-CP ngày 18 tháng 12 năm 2020 của Chính phủ sửa đổi, bổ sung một số nghị định quy định chi tiết thi hành Luật Đất đai;
  > Thông tư số 36/2014/TT-BTNMT ngày 30 tháng 6 năm 2014 của Bộ trưởng Bộ Tài nguyên và Môi trường quy định chi tiết phương pháp định giá đất; xây dựng, điều chỉnh bảng giá đất; định giá đất cụ thể và tư vấn xác định giá đất;
  > Quyết định số 2846/QĐ-UBND ngày 12 tháng 8 năm 2020 của Ủy ban nhân dân tỉnh phê duyệt dự án Đường liên huyện Tân Trụ – Cần Đước.
  ## II. KHÁI QUÁT DỰ ÁN
  1. Chủ đầu tư: Ban Quản lý dự án đầu tư xây dựng công trình giao thông tỉnh. Chiều dài đoạn qua huyện Tân Trụ 5,2 km; nền đường rộng 12 m; tổng mức đầu tư 486.500 triệu đồng.
  2. Phạm vi thu hồi đất: ${hectares} ha (${vn(totals.area)} m²) tại xã Nhựt Ninh, xã Đức Tân và xã Tân Phước Tây; ảnh hưởng 186 hộ dân và 02 tổ chức, trong đó 23 hộ phải tái định cư.
  3. Tiến độ: hoàn thành bồi thường trong quý III năm 2021 để bàn giao mặt bằng cho nhà thầu.
  ## III. QUÁ TRÌNH THỰC HIỆN
  1. Sở Tài nguyên và Môi trường đã thuê tổ chức tư vấn điều tra 74 phiếu về giá đất chuyển nhượng thành công trên thị trường tại ba xã và khu vực lân cận trong 24 tháng, loại 11 phiếu có yếu tố tác động bất thường.
  2. Phương pháp định giá: hệ số điều chỉnh giá đất, có kiểm tra bằng phương pháp so sánh trực tiếp đối với đất ở tiếp giáp Đường tỉnh 833; chênh lệch giữa hai phương pháp không quá 4,8%.
  3. Phương án giá đất được niêm yết lấy ý kiến tại Ủy ban nhân dân ba xã từ ngày 15 đến ngày 29 tháng 3 năm 2021: 161/186 hộ thống nhất (86,6%); 25 hộ đề nghị nâng giá đất ở vị trí tiếp giáp đường huyện.
  4. Hội đồng thẩm định giá đất tỉnh thống nhất phương án tại Thông báo số 31/TB-HĐTĐGĐ ngày 13 tháng 4 năm 2021.
  ## IV. PHƯƠNG ÁN GIÁ ĐẤT ĐỀ NGHỊ`;

const OPINIONS = `Tổng kinh phí bồi thường về đất dự kiến **${cost} triệu đồng**. Kinh phí tăng so với mức tạm tính khi phê duyệt chủ trương đầu tư được tổng hợp trong đề nghị điều chỉnh kế hoạch đầu tư công trung hạn (tăng 58.400 triệu đồng, trình tại nội dung 3 của phiên họp).
  ## V. TIẾP THU, GIẢI TRÌNH
  1. Đối với ý kiến của 25 hộ: Hội đồng đã kiểm tra thực địa, bổ sung 06 phiếu điều tra; nâng hệ số đất ở tiếp giáp đường huyện từ 2,50 lên 2,65 so với phương án ban đầu.
  2. Sở Tài chính đề nghị rà soát hệ số đất trồng lúa tại các vị trí còn lại để không chênh lệch quá lớn với huyện Cần Đước: đã rà soát, mức chênh lệch 3,7%, giữ nguyên phương án.
  3. Ủy ban nhân dân huyện Tân Trụ thống nhất phương án và cam kết vận động nhân dân bàn giao mặt bằng trước ngày 30 tháng 9 năm 2021.
  ## VI. VẤN ĐỀ XIN Ý KIẾN
  1. Thông qua giá đất cụ thể để tính bồi thường theo Mục IV và dự thảo Quyết định kèm theo.
  2. Thời hạn áp dụng: kể từ ngày ký đến khi hoàn thành chi trả; trường hợp sau 180 ngày chưa có quyết định thu hồi đất thì rà soát, điều chỉnh cho phù hợp giá thị trường.
  //(Kèm theo: dự thảo Quyết định; Chứng thư định giá đất; Thông báo của Hội đồng thẩm định giá đất; biên bản lấy ý kiến tại ba xã)//`;

const DECISION_BASES = `= **ỦY BAN NHÂN DÂN TỈNH LONG AN**
  > Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019;
  > Căn cứ Luật Đất đai ngày 29 tháng 11 năm 2013;
  > Căn cứ Nghị định số 44/2014/NĐ-CP ngày 15 tháng 5 năm 2014 của Chính phủ quy định về giá đất;
  > Theo đề nghị của Giám đốc Sở Tài nguyên và Môi trường tại Tờ trình số 2264/TTr-STNMT ngày 20 tháng 4 năm 2021.
  = **QUYẾT ĐỊNH:**
  ## Điều 1. Giá đất cụ thể để tính bồi thường
  Phê duyệt giá đất cụ thể để tính bồi thường khi Nhà nước thu hồi đất thực hiện dự án Đường liên huyện Tân Trụ – Cần Đước (đoạn qua huyện Tân Trụ) như sau:`;

const DECISION_ARTICLES = `## Điều 2. Tổ chức thực hiện
  1. Ủy ban nhân dân huyện Tân Trụ phê duyệt phương án bồi thường, hỗ trợ, tái định cư theo giá đất tại Điều 1; công khai, chi trả đúng đối tượng, đúng thời hạn.
  2. Sở Tài nguyên và Môi trường, Sở Tài chính hướng dẫn, kiểm tra việc thực hiện; theo dõi biến động giá đất để đề xuất điều chỉnh khi cần thiết.
  3. Ban Quản lý dự án đầu tư xây dựng công trình giao thông tỉnh bố trí kinh phí, phối hợp chi trả cho các hộ dân và tổ chức có đất thu hồi.`;

const DECISION_END =
  '**Điều 3.** Chánh Văn phòng Ủy ban nhân dân tỉnh; Giám đốc các Sở: Tài nguyên và Môi trường, Tài chính; Chủ tịch Ủy ban nhân dân huyện Tân Trụ; Giám đốc Ban Quản lý dự án đầu tư xây dựng công trình giao thông tỉnh và các cơ quan, đơn vị có liên quan chịu trách nhiệm thi hành Quyết định này kể từ ngày ký./.';

function submission(flow: PageFlow): void {
  letterhead(flow, {
    parent: ['UBND TỈNH LONG AN'],
    issuer: ['SỞ TÀI NGUYÊN', 'VÀ MÔI TRƯỜNG'],
    number: '2264/TTr-STNMT',
    placeAndDate: 'Long An, ngày 20 tháng 4 năm 2021',
  });
  documentTitle(flow, 'TỜ TRÌNH', [
    'Về giá đất cụ thể để tính bồi thường dự án',
    'Đường liên huyện Tân Trụ – Cần Đước (đoạn qua huyện Tân Trụ)',
  ]);
  addressees(flow, ['Ủy ban nhân dân tỉnh Long An']);
  body(flow, REPORT);
  tableCaption(flow, 'Bảng 1. Phương án giá đất và kinh phí bồi thường về đất');
  table(flow, landPriceTable(ROAD_LAND));
  body(flow, OPINIONS);
  closeAndSign(
    flow,
    'Sở Tài nguyên và Môi trường kính trình Ủy ban nhân dân tỉnh xem xét, quyết định./.',
    ['Như trên', 'Sở Tài chính', 'UBND huyện Tân Trụ', 'Ban Giám đốc Sở', 'Lưu: VT, QLĐĐ'],
    { lines: ['GIÁM ĐỐC'], name: holderOf('environment'), signed: 'sealed' },
  );
}

function decision(flow: PageFlow): void {
  flow.startSection('portrait', 'restart');
  flow.bookmark('Dự thảo Quyết định', 1);
  letterhead(flow, {
    issuer: ['ỦY BAN NHÂN DÂN', 'TỈNH LONG AN'],
    number: `${'\u00a0'.repeat(9)}/QĐ-UBND`,
    placeAndDate: `Long An, ngày${'\u00a0'.repeat(7)}tháng${'\u00a0'.repeat(7)}năm 2021`,
    note: 'DỰ THẢO',
  });
  documentTitle(flow, 'QUYẾT ĐỊNH', [
    'Về giá đất cụ thể để tính bồi thường khi Nhà nước thu hồi đất',
    'thực hiện dự án Đường liên huyện Tân Trụ – Cần Đước',
  ]);
  body(flow, DECISION_BASES);
  table(flow, decisionPriceTable(ROAD_LAND));
  body(flow, DECISION_ARTICLES);
  closeAndSign(
    flow,
    DECISION_END,
    ['Như Điều 3', 'Chủ tịch, các Phó Chủ tịch UBND tỉnh', 'Phòng KTTC', 'Lưu: VT'],
    { lines: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] },
  );
}

function compose() {
  const flow = new PageFlow(landPriceSubmission.card.title, landPriceSubmission.card.issuer);
  submission(flow);
  decision(flow);
  return flow.finish();
}

export const landPriceSubmission: PaperSource = {
  card: {
    key: 'land-price-submission',
    itemKey: 'item-5.1',
    title: 'Tờ trình và dự thảo Quyết định về giá đất bồi thường dự án Đường liên huyện Tân Trụ – Cần Đước',
    kind: 'submissionReport',
    documentNumber: '2264/TTr-STNMT',
    documentDate: '2021-04-20',
    issuer: 'Sở Tài nguyên và Môi trường',
    fileName: '05.1. Tờ trình 2264 giá đất Đường Tân Trụ - Cần Đước.pdf',
    form: 'text',
    internalOnly: false,
  },
  compose,
};
