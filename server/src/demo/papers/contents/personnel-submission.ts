import { addressees, body, tableCaption } from '../layout/body.ts';
import { closeAndSign, documentTitle, letterhead } from '../layout/decree30.ts';
import { PageFlow } from '../layout/page-flow.ts';
import { type Table, table } from '../layout/table.ts';
import type { PaperSource } from '../paper.ts';
import { holderOf } from './office-holders.ts';

const INTRODUCTION = `> Căn cứ Luật Cán bộ, công chức ngày 13 tháng 11 năm 2008; Luật sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức và Luật Viên chức ngày 25 tháng 11 năm 2019;
  > Căn cứ Nghị định số 138/2020/NĐ-CP ngày 27 tháng 11 năm 2020 của Chính phủ quy định về tuyển dụng, sử dụng và quản lý công chức;
  > Căn cứ Nghị định số 107/2020/NĐ-CP ngày 14 tháng 9 năm 2020 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số 24/2014/NĐ-CP quy định tổ chức các cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh, thành phố trực thuộc Trung ương.
  Sở Nội vụ kính trình Ủy ban nhân dân tỉnh xem xét, cho ý kiến về công tác tổ chức cán bộ như sau:
  ## I. VỀ NHÂN SỰ
  1. Các trường hợp dưới đây thuộc diện Ủy ban nhân dân tỉnh cho ý kiến trước khi Chủ tịch Ủy ban nhân dân tỉnh quyết định; đã thực hiện đủ quy trình, có ý kiến của cấp ủy và tập thể lãnh đạo cơ quan sử dụng; hồ sơ được thẩm định, không có đơn thư khiếu nại, tố cáo đang xem xét.`;

const STRUCTURE = `2. Lý do: vị trí Phó Chánh Văn phòng khuyết từ tháng 02 năm 2021; hai trường hợp hết thời hạn giữ chức vụ trong quý II năm 2021; một trường hợp điều động theo kế hoạch chuyển đổi vị trí công tác.
  3. Kết quả lấy phiếu tín nhiệm tại cơ quan của các trường hợp đều đạt trên 90%; chi tiết tại hồ sơ do Sở Nội vụ lưu giữ.
  ## II. VỀ TỔ CHỨC BỘ MÁY
  1. Sắp xếp phòng chuyên môn: thực hiện Nghị định số 107/2020/NĐ-CP, đề nghị giảm 07 phòng thuộc 05 sở, giữ nguyên số lượng biên chế được giao; hoàn thành trước ngày 30 tháng 6 năm 2021.`;

const STEERING = `2. Kiện toàn Ban Chỉ đạo xây dựng Chính quyền điện tử tỉnh: Chủ tịch Ủy ban nhân dân tỉnh làm Trưởng ban; bổ sung Chánh Văn phòng Ủy ban nhân dân tỉnh làm Phó Trưởng ban; Sở Thông tin và Truyền thông tiếp tục là cơ quan thường trực, gắn trách nhiệm với 06 chỉ tiêu chưa đạt theo Nghị quyết số 17/NQ-CP.
  3. Thành lập Tổ công tác giải phóng mặt bằng các dự án trọng điểm năm 2021 do đồng chí Phó Chủ tịch Ủy ban nhân dân tỉnh làm Tổ trưởng; Sở Tài nguyên và Môi trường là cơ quan thường trực; thành viên gồm Sở Tài chính, Sở Xây dựng, Thanh tra tỉnh, Chủ tịch Ủy ban nhân dân cấp huyện nơi có dự án.
  ## III. VẤN ĐỀ XIN Ý KIẾN
  1. Thống nhất về nhân sự theo Mục I để trình Chủ tịch Ủy ban nhân dân tỉnh quyết định.
  2. Thông qua phương án sắp xếp phòng chuyên môn; danh sách Ban Chỉ đạo và Tổ công tác theo Mục II.
  Tài liệu này lưu hành nội bộ, chỉ gửi thành viên được mời dự nội dung 6; không sao chụp, không chuyển cho người không có trách nhiệm.`;

function postsTable(): Table {
  return {
    size: 12,
    padding: 3,
    columns: [
      { share: 6, align: 'center' },
      { share: 24, align: 'left' },
      { share: 34, align: 'left' },
      { share: 36, align: 'left' },
    ],
    header: [
      [{ text: 'TT' }, { text: 'Họ và tên' }, { text: 'Chức vụ hiện tại' }, { text: 'Nội dung trình' }],
    ],
    rows: [
      {
        cells: [
          '1',
          'Huỳnh Nhật Quang',
          'Trưởng phòng Tổng hợp, Văn phòng UBND tỉnh',
          'Bổ nhiệm Phó Chánh Văn phòng UBND tỉnh',
        ],
      },
      {
        cells: [
          '2',
          'Tăng Thị Mộng Thúy',
          'Phó Giám đốc Sở Tài chính',
          'Bổ nhiệm lại, thời hạn 05 năm kể từ ngày 15/5/2021',
        ],
      },
      {
        cells: [
          '3',
          'Đinh Công Lập',
          'Phó Giám đốc Sở Xây dựng',
          'Bổ nhiệm lại, thời hạn 05 năm kể từ ngày 01/6/2021',
        ],
      },
      {
        cells: [
          '4',
          'La Thị Ngọc Hân',
          'Phó Giám đốc Sở Khoa học và Công nghệ',
          'Điều động, bổ nhiệm Phó Giám đốc Sở Thông tin và Truyền thông',
        ],
      },
    ],
  };
}

function structureTable(): Table {
  return {
    size: 12,
    columns: [
      { share: 6, align: 'center' },
      { share: 40, align: 'left' },
      { share: 14, align: 'center' },
      { share: 14, align: 'center' },
      { share: 26, align: 'left' },
    ],
    header: [
      [
        { text: 'TT' },
        { text: 'Cơ quan' },
        { text: 'Số phòng hiện có' },
        { text: 'Sau sắp xếp' },
        { text: 'Ghi chú' },
      ],
    ],
    rows: [
      { cells: ['1', 'Sở Nông nghiệp và Phát triển nông thôn', '8', '6', 'Sáp nhập 02 phòng'] },
      { cells: ['2', 'Sở Lao động – Thương binh và Xã hội', '9', '7', 'Sáp nhập 02 phòng'] },
      { cells: ['3', 'Sở Giáo dục và Đào tạo', '8', '7', 'Sáp nhập 01 phòng'] },
      { cells: ['4', 'Sở Văn hóa, Thể thao và Du lịch', '8', '7', 'Sáp nhập 01 phòng'] },
      { cells: ['5', 'Sở Công Thương', '7', '6', 'Sáp nhập 01 phòng'] },
      { cells: ['', 'TỔNG CỘNG', '40', '33', 'Giảm 07 phòng'], face: 'bold' },
    ],
  };
}

function compose() {
  const flow = new PageFlow(personnelSubmission.card.title, personnelSubmission.card.issuer);
  letterhead(flow, {
    parent: ['UBND TỈNH LONG AN'],
    issuer: ['SỞ NỘI VỤ'],
    number: '612/TTr-SNV',
    placeAndDate: 'Long An, ngày 22 tháng 4 năm 2021',
    note: 'LƯU HÀNH NỘI BỘ',
  });
  documentTitle(flow, 'TỜ TRÌNH', [
    'Về công tác tổ chức cán bộ',
    'trình phiên họp thường kỳ tháng 4 năm 2021',
  ]);
  addressees(flow, ['Ủy ban nhân dân tỉnh Long An']);
  body(flow, INTRODUCTION);
  tableCaption(flow, 'Danh sách nhân sự trình cho ý kiến');
  table(flow, postsTable());
  body(flow, STRUCTURE);
  tableCaption(flow, 'Phương án sắp xếp phòng chuyên môn');
  table(flow, structureTable());
  body(flow, STEERING);
  closeAndSign(
    flow,
    'Sở Nội vụ kính trình Ủy ban nhân dân tỉnh xem xét, cho ý kiến./.',
    ['Như trên', 'Thành viên được mời dự nội dung 6', 'Lưu: VT, CCVC'],
    { lines: ['GIÁM ĐỐC'], name: holderOf('homeAffairs'), signed: 'sealed' },
  );
  return flow.finish();
}

export const personnelSubmission: PaperSource = {
  card: {
    key: 'personnel-submission',
    itemKey: 'item-6',
    title: 'Tờ trình về công tác tổ chức cán bộ',
    kind: 'submissionReport',
    documentNumber: '612/TTr-SNV',
    documentDate: '2021-04-22',
    issuer: 'Sở Nội vụ',
    fileName: '06. Tờ trình 612 công tác tổ chức cán bộ (lưu hành nội bộ).pdf',
    form: 'text',
    internalOnly: true,
  },
  compose,
};
