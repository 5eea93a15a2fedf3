import { body, tableCaption } from '../layout/body.ts';
import { closeAndSign, documentTitle, letterhead } from '../layout/decree30.ts';
import { PageFlow } from '../layout/page-flow.ts';
import { type TableRow, table } from '../layout/table.ts';
import type { PaperSource } from '../paper.ts';
import { holderOf } from './office-holders.ts';

const ROWS: readonly (readonly [string, string, string, string])[] = [
  [
    '07 giờ 00',
    '**1. Khai mạc, thông qua chương trình phiên họp**\nBáo cáo tình hình dự họp; thông qua Biên bản phiên họp thường kỳ tháng 3 năm 2021',
    'Chủ tịch UBND tỉnh; Chánh Văn phòng UBND tỉnh',
    '10 phút',
  ],
  [
    '07 giờ 10',
    '**2. Báo cáo tình hình kinh tế – xã hội tháng 4, nhiệm vụ trọng tâm tháng 5 năm 2021**\n(Báo cáo số 1187/BC-SKHĐT)',
    'Sở Kế hoạch và Đầu tư',
    '40 phút',
  ],
  [
    '07 giờ 50',
    '**3. Dự thảo Nghị quyết của HĐND tỉnh về điều chỉnh kế hoạch đầu tư công trung hạn giai đoạn 2021–2025**\n(Tờ trình số 1193/TTr-SKHĐT, dự thảo Nghị quyết và Phụ lục danh mục dự án; thuộc thẩm quyền tập thể UBND tỉnh, biểu quyết công khai)',
    'Sở Kế hoạch và Đầu tư',
    '45 phút',
  ],
  ['08 giờ 35', '//Nghỉ giải lao//', '', '15 phút'],
  [
    '08 giờ 50',
    '**4. Tình hình thực hiện các chỉ tiêu Chính phủ điện tử theo Nghị quyết số 17/NQ-CP**\n(Báo cáo số 486/BC-STTTT)',
    'Sở Thông tin và Truyền thông',
    '25 phút',
  ],
  [
    '09 giờ 15',
    '**5. Dự thảo Quy định giá đất bồi thường một số dự án**',
    'Sở Tài nguyên và Môi trường',
    '40 phút',
  ],
  [
    '',
    '5.1. Dự án Đường liên huyện Tân Trụ – Cần Đước (đoạn qua huyện Tân Trụ)\n(Tờ trình số 2264/TTr-STNMT và dự thảo Quyết định)',
    'Sở Tài nguyên và Môi trường',
    '20 phút',
  ],
  [
    '',
    '5.2. Dự án Khu tái định cư Mỹ Yên, huyện Bến Lức\n(Hồ sơ phương án giá đất kèm Tờ trình số 2198/TTr-STNMT)',
    'Sở Tài nguyên và Môi trường',
    '20 phút',
  ],
  [
    '09 giờ 55',
    '**6. Công tác tổ chức cán bộ**\n(Tài liệu lưu hành nội bộ; thành phần theo danh sách riêng)',
    'Sở Nội vụ',
    '20 phút',
  ],
  ['10 giờ 15', '**7. Kết luận phiên họp**', 'Chủ tịch UBND tỉnh', '15 phút'],
];

function agendaRows(): TableRow[] {
  return ROWS.map(([time, content, presenter, minutes]) => ({ cells: [time, content, presenter, minutes] }));
}

function compose() {
  const flow = new PageFlow(sessionAgenda.card.title, sessionAgenda.card.issuer);
  letterhead(flow, {
    issuer: ['ỦY BAN NHÂN DÂN', 'TỈNH LONG AN'],
    number: '07/CTr-UBND',
    placeAndDate: 'Long An, ngày 22 tháng 4 năm 2021',
  });
  documentTitle(flow, 'CHƯƠNG TRÌNH', ['Phiên họp thường kỳ tháng 4 năm 2021', 'của Ủy ban nhân dân tỉnh']);
  body(
    flow,
    `Thực hiện Quy chế làm việc của Ủy ban nhân dân tỉnh nhiệm kỳ 2016–2021 và Chương trình công tác năm 2021, Ủy ban nhân dân tỉnh ban hành Chương trình phiên họp thường kỳ tháng 4 năm 2021 như sau:
    ## I. THỜI GIAN, ĐỊA ĐIỂM, HÌNH THỨC
    1. Thời gian: 01 buổi, bắt đầu lúc 07 giờ 00, thứ Tư, ngày 28 tháng 4 năm 2021.
    2. Địa điểm: Phòng họp số 1, Trụ sở Ủy ban nhân dân tỉnh Long An; kết nối trực tuyến đến điểm cầu Ủy ban nhân dân 15 huyện, thị xã, thành phố đối với các nội dung 2, 3 và 4.
    3. Hình thức: họp không sử dụng tài liệu giấy. Giấy mời, tài liệu, đăng ký phát biểu và biểu quyết thực hiện trên Hệ thống họp không giấy của tỉnh.
    ## II. THÀNH PHẦN
    1. Chủ tọa: đồng chí ${holderOf('chair')}, Chủ tịch Ủy ban nhân dân tỉnh.
    2. Thành viên Ủy ban nhân dân tỉnh (22 đồng chí).
    3. Kính mời: Thường trực Hội đồng nhân dân tỉnh; Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh; các tổ chức chính trị – xã hội cấp tỉnh; Ban Quản lý Khu kinh tế; Bộ Chỉ huy Bộ đội Biên phòng tỉnh; Cục Thống kê; Cục Thuế; Kho bạc Nhà nước tỉnh.
    4. Chủ tịch Ủy ban nhân dân các huyện, thị xã, thành phố dự tại điểm cầu địa phương.
    ## III. NỘI DUNG`,
  );
  tableCaption(flow, 'Chương trình chi tiết');
  table(flow, {
    size: 13,
    padding: 4,
    columns: [
      { share: 14, align: 'center' },
      { share: 52, align: 'left' },
      { share: 22, align: 'left' },
      { share: 12, align: 'center' },
    ],
    header: [
      [
        { text: 'Thời gian' },
        { text: 'Nội dung, tài liệu' },
        { text: 'Cơ quan, người trình bày' },
        { text: 'Thời lượng' },
      ],
    ],
    rows: agendaRows(),
  });
  body(
    flow,
    `## IV. TỔ CHỨC THỰC HIỆN
    1. Cơ quan trình chỉ báo cáo tóm tắt, nêu vấn đề còn ý kiến khác nhau và vấn đề xin ý kiến, không đọc toàn văn tài liệu; thời gian trình bày mỗi nội dung không quá 10 phút.
    2. Thành viên Ủy ban nhân dân tỉnh nghiên cứu trước tài liệu trên Hệ thống; trường hợp vắng mặt phải báo cáo và được Chủ tịch Ủy ban nhân dân tỉnh đồng ý trước ngày 27 tháng 4 năm 2021. Người dự thay được phát biểu, không biểu quyết.
    3. Sở Thông tin và Truyền thông bảo đảm đường truyền, thiết bị và bố trí cán bộ trực kỹ thuật tại phòng họp từ 06 giờ 15.`,
  );
  closeAndSign(
    flow,
    '4. Văn phòng Ủy ban nhân dân tỉnh theo dõi việc chuẩn bị, điểm danh, ghi biên bản, tham mưu ban hành thông báo kết luận trong thời hạn 05 ngày làm việc kể từ ngày kết thúc phiên họp./.',
    [
      'Thường trực Tỉnh ủy (để báo cáo)',
      'Thường trực HĐND tỉnh',
      'Chủ tịch, các Phó Chủ tịch UBND tỉnh',
      'Thành viên UBND tỉnh',
      'Các cơ quan được mời',
      'UBND các huyện, thị xã, thành phố',
      'Lưu: VT, TH',
    ],
    { lines: ['TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG'], name: holderOf('chiefOfOffice'), signed: 'sealed' },
  );
  return flow.finish();
}

export const sessionAgenda: PaperSource = {
  card: {
    key: 'session-agenda',
    itemKey: 'item-1',
    title: 'Chương trình phiên họp thường kỳ tháng 4 năm 2021 của UBND tỉnh',
    kind: 'agenda',
    documentNumber: '07/CTr-UBND',
    documentDate: '2021-04-22',
    issuer: 'UBND tỉnh Long An',
    fileName: '01a. Chương trình 07 phiên họp thường kỳ tháng 4-2021.pdf',
    form: 'text',
    internalOnly: false,
  },
  compose,
};
