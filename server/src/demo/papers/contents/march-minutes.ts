import { body, tableCaption } from '../layout/body.ts';
import { documentTitle, letterhead, recipientsBlock, twoSignatures } from '../layout/decree30.ts';
import { PageFlow } from '../layout/page-flow.ts';
import { table } from '../layout/table.ts';
import type { PaperSource } from '../paper.ts';
import { holderOf } from './office-holders.ts';

const OPENING = `Thời gian bắt đầu: 08 giờ 00, ngày 30 tháng 3 năm 2021.
  Địa điểm: Phòng họp số 1, Trụ sở Ủy ban nhân dân tỉnh Long An.
  Thành phần tham dự:
  - Thành viên Ủy ban nhân dân tỉnh: tổng số 22; có mặt 20; vắng 02 có lý do (Giám đốc Sở Công Thương dự họp tại Bộ Công Thương, Giám đốc Sở Y tế chỉ đạo phòng, chống dịch tại cửa khẩu); dự thay 02 (Phó Giám đốc hai Sở, không biểu quyết). Phiên họp đủ điều kiện tiến hành theo quy định (có mặt 20/22, cần ít nhất 15 thành viên).
  - Khách mời: đại diện Thường trực Hội đồng nhân dân tỉnh, Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh, Ban Quản lý Khu kinh tế, Cục Thống kê, Cục Thuế, Kho bạc Nhà nước tỉnh.
  Chủ trì (chủ tọa): đồng chí ${holderOf('chair')}, Chủ tịch Ủy ban nhân dân tỉnh.
  Thư ký: đồng chí Huỳnh Thị Ngọc Lan, chuyên viên Phòng Tổng hợp, Văn phòng Ủy ban nhân dân tỉnh.
  **Nội dung (theo diễn biến phiên họp):**
  # I. KHAI MẠC, THÔNG QUA CHƯƠNG TRÌNH
  Chủ tọa khai mạc phiên họp lúc 08 giờ 00; Chánh Văn phòng Ủy ban nhân dân tỉnh báo cáo tình hình dự họp và chương trình gồm 05 nội dung. Không có ý kiến đề nghị bổ sung. Các thành viên thống nhất thông qua chương trình phiên họp.
  # II. TÌNH HÌNH KINH TẾ – XÃ HỘI QUÝ I NĂM 2021
  1. Đồng chí ${holderOf('planning')}, Giám đốc Sở Kế hoạch và Đầu tư trình bày tóm tắt báo cáo (08 phút): tổng sản phẩm trên địa bàn quý I tăng 5,42%; thu ngân sách nhà nước đạt 5.596,5 tỷ đồng, bằng 32,1% dự toán; giải ngân vốn đầu tư công đạt 17,4% kế hoạch.
  2. Ý kiến thảo luận:
  - Giám đốc Sở Tài chính: số thu từ đất đạt thấp so với tiến độ, đề nghị các địa phương đẩy nhanh đấu giá quyền sử dụng đất; kiểm soát chặt các khoản chi chưa cấp thiết.
  - Giám đốc Sở Nông nghiệp và Phát triển nông thôn: lúa đông xuân được mùa, giá bán ổn định; cần theo dõi độ mặn tại các huyện vùng hạ để vận hành cống hợp lý.
  - Giám đốc Sở Giao thông vận tải: vướng mắc lớn nhất của các dự án trọng điểm là giải phóng mặt bằng; kiến nghị Ủy ban nhân dân tỉnh sớm xem xét giá đất cụ thể của các dự án.
  - Phó Giám đốc Sở Công Thương (dự thay): sản xuất công nghiệp phục hồi rõ nhất ở ngành dệt may, da giày, chế biến thực phẩm; thiếu hụt lao động cục bộ sau Tết.
  3. Kết luận: thống nhất nội dung báo cáo. Giao Sở Kế hoạch và Đầu tư tiếp thu ý kiến, hoàn chỉnh, trình ký ban hành trước ngày 02 tháng 4 năm 2021; giao các chủ đầu tư cam kết tiến độ giải ngân từng dự án, gửi Sở Kế hoạch và Đầu tư trước ngày 10 tháng 4 năm 2021.
  # III. CHỦ TRƯƠNG ĐIỀU CHỈNH KẾ HOẠCH ĐẦU TƯ CÔNG TRUNG HẠN GIAI ĐOẠN 2021–2025
  1. Giám đốc Sở Kế hoạch và Đầu tư báo cáo sự cần thiết điều chỉnh, nguyên tắc giữ nguyên tổng mức vốn theo từng nguồn, dự phòng sau điều chỉnh không thấp hơn 10%.
  2. Ý kiến thảo luận:
  - Giám đốc Sở Tư pháp: việc điều chỉnh thuộc thẩm quyền của Hội đồng nhân dân tỉnh; đề nghị rà soát căn cứ pháp lý đối với các dự án bổ sung danh mục.
  - Giám đốc Sở Tài chính: thống nhất nguyên tắc; riêng nguồn thu sử dụng đất cần bố trí theo khả năng thu thực tế.
  - Giám đốc Sở Thông tin và Truyền thông: đề nghị bổ sung vốn cho nền tảng tích hợp, chia sẻ dữ liệu và Hệ thống họp không giấy để hoàn thành các chỉ tiêu Chính phủ điện tử.
  3. Ủy ban nhân dân tỉnh biểu quyết công khai về chủ trương giao Sở Kế hoạch và Đầu tư lập hồ sơ điều chỉnh trình tại phiên họp tháng 4. Kết quả:`;

const MIDDLE = `Nội dung được thông qua do có 19 thành viên tán thành, quá nửa tổng số 22 thành viên Ủy ban nhân dân tỉnh.
  # IV. CÔNG TÁC PHÒNG, CHỐNG DỊCH COVID-19 VÀ TIÊM CHỦNG
  1. Phó Giám đốc Sở Y tế (dự thay) báo cáo: trên địa bàn không có ca mắc trong cộng đồng; đã tiếp nhận vắc xin đợt 1, ưu tiên lực lượng tuyến đầu và lực lượng làm nhiệm vụ tại biên giới.
  2. Ý kiến của Chỉ huy trưởng Bộ Chỉ huy Quân sự tỉnh và Giám đốc Công an tỉnh: duy trì các chốt kiểm soát dọc tuyến biên giới; phối hợp quản lý nhập cảnh; bảo đảm điều kiện sinh hoạt cho lực lượng trực chốt.
  3. Kết luận: tiếp tục thực hiện nghiêm các biện pháp phòng, chống dịch; giao Sở Y tế chủ trì, phối hợp Bộ Chỉ huy Quân sự tỉnh, Công an tỉnh, Bộ Chỉ huy Bộ đội Biên phòng tỉnh tham mưu phương án đáp ứng theo từng cấp độ, trình trước ngày 15 tháng 4 năm 2021.
  # V. TRIỂN KHAI HỌP THÔNG QUA HỆ THỐNG HỌP KHÔNG GIẤY
  1. Giám đốc Sở Thông tin và Truyền thông báo cáo kết quả thử nghiệm tại Văn phòng Ủy ban nhân dân tỉnh và 11 cơ quan cấp tỉnh; đề nghị từ phiên họp tháng 4 không phát tài liệu giấy, trừ tài liệu có độ mật.
  2. Ý kiến thảo luận: Chánh Văn phòng Ủy ban nhân dân tỉnh đề nghị các cơ quan gửi tài liệu lên Hệ thống ít nhất 03 ngày làm việc trước phiên họp; Chánh Thanh tra tỉnh đề nghị có phương án dự phòng khi mất kết nối.
  3. Kết luận: thống nhất. Giao Sở Thông tin và Truyền thông chủ trì, phối hợp Văn phòng Ủy ban nhân dân tỉnh tập huấn cho thành viên và đầu mối các cơ quan trước ngày 23 tháng 4 năm 2021; báo cáo tình hình thực hiện các chỉ tiêu theo Nghị quyết số 17/NQ-CP tại phiên họp tháng 4.
  # VI. KẾT LUẬN CHUNG
  Chủ tọa kết luận các nội dung như trên, giao Văn phòng Ủy ban nhân dân tỉnh ban hành thông báo kết luận trong thời hạn 05 ngày làm việc, đưa các nhiệm vụ vào danh mục theo dõi, đôn đốc.
  Phiên họp kết thúc lúc 11 giờ 25, ngày 30 tháng 3 năm 2021. Biên bản đã được thư ký đọc lại, các thành viên có mặt thống nhất./.`;

function compose() {
  const flow = new PageFlow(marchMinutes.card.title, marchMinutes.card.issuer);
  letterhead(flow, { issuer: ['ỦY BAN NHÂN DÂN', 'TỈNH LONG AN'], number: '03/BB-UBND' });
  documentTitle(flow, 'BIÊN BẢN', ['Phiên họp thường kỳ tháng 3 năm 2021', 'của Ủy ban nhân dân tỉnh']);
  body(flow, OPENING);
  tableCaption(flow, 'Kết quả biểu quyết');
  table(flow, {
    size: 13,
    padding: 3.5,
    columns: [
      { share: 40, align: 'left' },
      { share: 20, align: 'center' },
      { share: 40, align: 'left' },
    ],
    header: [[{ text: 'Phương án' }, { text: 'Số thành viên' }, { text: 'Ghi chú' }]],
    rows: [
      { cells: ['Tổng số thành viên', '22', 'Có mặt 20, vắng 02'] },
      { cells: ['Tán thành', '19', ''], face: 'bold' },
      { cells: ['Không tán thành', '0', ''] },
      {
        cells: [
          'Không biểu quyết',
          '01',
          'Chánh Thanh tra tỉnh, đề nghị ghi rõ ý kiến về kiểm soát dự án chậm tiến độ',
        ],
      },
    ],
  });
  body(flow, MIDDLE);
  twoSignatures(
    flow,
    { lines: ['THƯ KÝ'], name: 'Huỳnh Thị Ngọc Lan', signed: 'pen' },
    { lines: ['CHỦ TỌA', 'CHỦ TỊCH'], name: holderOf('chair'), signed: 'sealed' },
  );
  recipientsBlock(flow, [
    'Chủ tịch, các Phó Chủ tịch UBND tỉnh',
    'Thành viên UBND tỉnh',
    'Lưu: VT, Hồ sơ phiên họp',
  ]);
  return flow.finish();
}

export const marchMinutes: PaperSource = {
  card: {
    key: 'march-minutes',
    itemKey: 'item-1',
    title: 'Biên bản phiên họp thường kỳ tháng 3 năm 2021 của UBND tỉnh',
    kind: 'minutes',
    documentNumber: '03/BB-UBND',
    documentDate: '2021-03-30',
    issuer: 'UBND tỉnh Long An',
    fileName: '01b. Biên bản 03 phiên họp thường kỳ tháng 3-2021.pdf',
    form: 'text',
    internalOnly: false,
  },
  compose,
};
