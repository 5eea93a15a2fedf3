import { DISTRICTS } from './districts.ts';
import type { Project } from './investment-projects.ts';

function districtNamed(name: string) {
  const district = DISTRICTS.find((unit) => unit.name === name);
  if (!district) throw new Error(`No district ${name}.`);
  return district;
}

/** The road whose land prices item 5.1 decides. */
const ROAD_PROJECT: Project = {
  name: 'Đường liên huyện Tân Trụ – Cần Đước (đoạn qua huyện Tân Trụ)',
  sector: 'transport',
  district: districtNamed('Tân Trụ'),
  investor: 'Ban QLDA ĐTXD công trình giao thông tỉnh',
  scale:
    'Chiều dài 5,2 km; đường cấp III đồng bằng, nền đường rộng 12 m, mặt đường bê tông nhựa rộng 11 m; 02 cầu bê tông cốt thép',
  years: '2020–2023',
  source: 'balance',
  totalCost: 486_500,
  planned: 392_000,
  change: 58_400,
  changeKind: 'raised',
  reason: {
    content: 'bổ sung kế hoạch vốn để chi trả bồi thường, hỗ trợ cho 186 hộ dân và 02 tổ chức có đất thu hồi',
    cause:
      'giá đất cụ thể để tính bồi thường cao hơn mức tạm tính khi phê duyệt chủ trương đầu tư (trình tại nội dung 5.1 của phiên họp)',
    balance:
      'điều hòa từ các dự án giao thông giảm kế hoạch trong cùng nguồn vốn cân đối ngân sách địa phương',
  },
  decision: 'Quyết định số 2846/QĐ-UBND ngày 12/8/2020 của UBND tỉnh',
};

/** The resettlement area whose land prices item 5.2 decides. */
const RESETTLEMENT_PROJECT: Project = {
  name: 'Khu tái định cư Mỹ Yên, huyện Bến Lức',
  sector: 'urban',
  district: districtNamed('Bến Lức'),
  investor: 'Ban QLDA ĐTXD công trình dân dụng và công nghiệp tỉnh',
  scale: 'Diện tích 9,42 ha; 318 nền; đường nội bộ, cấp điện, cấp nước, thoát nước, cây xanh, chiếu sáng',
  years: '2021–2024',
  source: 'land',
  totalCost: 214_800,
  planned: 168_000,
  change: 26_300,
  changeKind: 'raised',
  reason: {
    content: 'bổ sung kế hoạch vốn bồi thường, giải phóng mặt bằng cho 124 hộ dân',
    cause:
      'diện tích thu hồi đất ở tăng sau khi hiệu chỉnh ranh quy hoạch chi tiết 1/500 (trình tại nội dung 5.2 của phiên họp)',
    balance: 'sử dụng dự phòng của nguồn thu sử dụng đất trong kế hoạch trung hạn',
  },
  decision: 'Quyết định số 3915/QĐ-UBND ngày 16/10/2020 của UBND tỉnh',
};

/** Projects that the submission report and the resolution call by name. */
export const KEY_PROJECTS: readonly Project[] = [
  ROAD_PROJECT,
  {
    name: 'Cầu Vàm Kinh và đường vào cầu, huyện Cần Giuộc',
    sector: 'transport',
    district: districtNamed('Cần Giuộc'),
    investor: 'Ban QLDA ĐTXD công trình giao thông tỉnh',
    scale: 'Cầu bê tông cốt thép dự ứng lực dài 412 m, rộng 12 m; đường vào cầu dài 1,8 km',
    years: '2021–2024',
    source: 'central',
    totalCost: 642_000,
    planned: 480_000,
    change: 72_500,
    changeKind: 'raised',
    reason: {
      content: 'bổ sung kế hoạch vốn theo tổng mức đầu tư điều chỉnh',
      cause:
        'tăng tĩnh không thông thuyền theo ý kiến của cơ quan quản lý đường thủy nội địa, phải nâng cao độ và kéo dài nhịp dẫn',
      balance: 'sử dụng dự phòng nguồn vốn ngân sách trung ương bổ sung có mục tiêu',
    },
    decision: 'Quyết định số 3127/QĐ-UBND ngày 04/9/2020 của UBND tỉnh',
  },
  {
    name: 'Đường vào Cụm công nghiệp Gò Thuyền, huyện Đức Hòa',
    sector: 'transport',
    district: districtNamed('Đức Hòa'),
    investor: 'Ban QLDA ĐTXD công trình giao thông tỉnh',
    scale:
      'Chiều dài 6,4 km; đường cấp III, mặt đường bê tông nhựa rộng 15 m; hệ thống thoát nước, chiếu sáng',
    years: '2021–2024',
    source: 'land',
    totalCost: 358_000,
    planned: 0,
    change: 246_000,
    changeKind: 'added',
    reason: {
      content: 'bổ sung dự án vào danh mục kế hoạch trung hạn',
      cause: 'kết nối cụm công nghiệp đã lấp đầy trên 70% diện tích, giảm tải cho đường tỉnh hiện hữu',
      balance: 'sử dụng dự phòng của nguồn thu sử dụng đất trong kế hoạch trung hạn',
    },
    decision: 'Quyết định số 4022/QĐ-UBND ngày 26/10/2020 của UBND tỉnh',
  },
  {
    name: 'Cống ngăn mặn Rạch Đào, huyện Cần Đước',
    sector: 'agriculture',
    district: districtNamed('Cần Đước'),
    investor: 'Sở Nông nghiệp và Phát triển nông thôn',
    scale:
      'Cống hở bê tông cốt thép 03 cửa, khẩu độ 8,0 m; bảo vệ 3.150 ha đất sản xuất và nguồn nước sinh hoạt của 4.800 hộ',
    years: '2021–2023',
    source: 'central',
    totalCost: 126_000,
    planned: 0,
    change: 98_000,
    changeKind: 'added',
    reason: {
      content: 'bổ sung dự án vào danh mục kế hoạch trung hạn',
      cause:
        'xâm nhập mặn mùa khô 2019–2020 và 2020–2021 vượt mức lịch sử, cần khép kín hệ thống ngăn mặn vùng hạ',
      balance: 'sử dụng dự phòng nguồn vốn ngân sách trung ương bổ sung có mục tiêu',
    },
    decision: 'Quyết định số 3688/QĐ-UBND ngày 05/10/2020 của UBND tỉnh',
  },
  {
    name: 'Nền tảng tích hợp, chia sẻ dữ liệu và Hệ thống họp không giấy của tỉnh',
    sector: 'technology',
    district: districtNamed('Tân An'),
    investor: 'Sở Thông tin và Truyền thông',
    scale:
      'Nền tảng tích hợp cấp tỉnh; kết nối 24 hệ thống thông tin; thiết bị họp cho 21 cơ quan cấp tỉnh và 15 đơn vị cấp huyện',
    years: '2021–2023',
    source: 'balance',
    totalCost: 46_200,
    planned: 28_000,
    change: 14_600,
    changeKind: 'raised',
    reason: {
      content:
        'bổ sung kế hoạch vốn để kết nối các hệ thống thông tin còn lại và trang bị thiết bị họp cho cấp huyện',
      cause:
        'thực hiện các chỉ tiêu Chính phủ điện tử theo Nghị quyết số 17/NQ-CP chưa đạt (trình tại nội dung 4 của phiên họp)',
      balance: 'điều hòa trong nguồn vốn cân đối ngân sách địa phương',
    },
    decision: 'Quyết định số 4310/QĐ-UBND ngày 18/11/2020 của UBND tỉnh',
  },
  RESETTLEMENT_PROJECT,
];
