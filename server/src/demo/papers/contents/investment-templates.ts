/**
 * Patterns for invented projects. `{n:3-12}` is a whole number, `{d:1.2-8.5}` a decimal, `{commune}` the place,
 * `{second}` another commune of the district, `{proper}` a local name of a canal, road or hamlet.
 */
export interface ProjectTemplate {
  name: string;
  scale: string;
  /** Range of the total investment, million đồng. */
  cost: readonly [number, number];
}

export interface Sector {
  key: string;
  name: string;
  /** How many projects of the list belong to the sector. */
  projects: number;
  /** The department that acts as investor for provincial projects. */
  provincialInvestor: string;
  templates: readonly ProjectTemplate[];
}

export const LOCAL_NAMES: readonly string[] = [
  'Bà Nghiệm',
  'Rạch Gốc',
  'Kênh Xáng',
  'Ông Hòa',
  'Lò Gạch',
  'Cầu Tràm',
  'Rạch Đào',
  'Bà Phổ',
  'Ông Tờn',
  'Cây Trôm',
  'Gò Dưa',
  'Giồng Lớn',
  'Bến Bạ',
  'Cái Cỏ',
  'Rạch Chanh',
  'Cả Gừa',
  'Bà Kén',
  'Kênh Ngang',
  'Ông Nhượng',
  'Đường Xuồng',
  'Láng Sen',
  'Cà Nhíp',
  'Rạch Kiến',
  'Kênh 79',
  'Kênh 28',
  'Bàu Môn',
  'Gò Thuyền',
  'Cây Gáo',
  'Bà Mía',
  'Sông Trăng',
  'Thầy Cai',
  'Ông Bộ',
  'Cả Môn',
  'Bình Lợi',
  'Rạch Tre',
  'Lộ Đá',
  'Bờ Đê',
  'Vàm Kinh',
  'Bến Kè',
  'Trà Cú',
];

export const SECTORS: readonly Sector[] = [
  {
    key: 'transport',
    name: 'Giao thông',
    projects: 392,
    provincialInvestor: 'Ban QLDA ĐTXD công trình giao thông tỉnh',
    templates: [
      {
        name: 'Nâng cấp, mở rộng đường {proper}, {commune}',
        scale:
          'Chiều dài {d:1.2-7.8} km; nền đường rộng {n:7-12} m, mặt đường bê tông nhựa rộng {n:5-9} m; hệ thống thoát nước, biển báo',
        cost: [9_000, 68_000],
      },
      {
        name: 'Xây dựng cầu {proper} trên tuyến đường huyện, {commune}',
        scale:
          'Cầu bê tông cốt thép dự ứng lực, dài {n:42-186} m, rộng {n:7-10} m; đường vào cầu hai bên dài {n:180-650} m',
        cost: [14_000, 82_000],
      },
      {
        name: 'Đường liên xã từ {commune} đến {second}, đoạn {proper}',
        scale:
          'Chiều dài {d:2.4-11.6} km; đường cấp V đồng bằng, mặt đường láng nhựa rộng {d:5.5-7.0} m; {n:3-14} cống ngang',
        cost: [18_000, 96_000],
      },
      {
        name: 'Bê tông hóa đường nông thôn khu vực {proper}, {commune}',
        scale:
          'Chiều dài {d:0.9-4.6} km; mặt đường bê tông xi măng đá 1x2 mác 250, rộng {d:3.0-4.5} m, dày 16 cm',
        cost: [2_400, 12_500],
      },
    ],
  },
  {
    key: 'agriculture',
    name: 'Nông nghiệp, lâm nghiệp, thủy lợi và thủy sản',
    projects: 168,
    provincialInvestor: 'Sở Nông nghiệp và Phát triển nông thôn',
    templates: [
      {
        name: 'Nạo vét kênh {proper}, {commune}',
        scale:
          'Chiều dài {d:2.1-12.8} km; chiều rộng đáy kênh {n:4-12} m, cao trình đáy -{d:1.5-3.0} m; đắp bờ kênh kết hợp giao thông',
        cost: [3_500, 26_000],
      },
      {
        name: 'Đê bao kết hợp giao thông khu vực {proper}, {commune}',
        scale:
          'Chiều dài {d:3.2-14.5} km; mặt đê rộng {n:4-6} m; {n:6-24} cống tiêu; phục vụ {n:240-1650} ha đất sản xuất',
        cost: [11_000, 64_000],
      },
      {
        name: 'Cống điều tiết nước {proper}, {commune}',
        scale:
          'Cống hở bê tông cốt thép {n:1-3} cửa, khẩu độ {d:3.0-8.0} m; cửa van thép không gỉ; nhà quản lý vận hành',
        cost: [6_500, 42_000],
      },
      {
        name: 'Trạm bơm điện {proper}, {commune}',
        scale:
          'Lưu lượng {n:1800-7200} m³/giờ; {n:2-5} tổ máy; kênh dẫn dài {n:220-1400} m; phục vụ {n:150-820} ha',
        cost: [2_800, 15_500],
      },
    ],
  },
  {
    key: 'education',
    name: 'Giáo dục, đào tạo và giáo dục nghề nghiệp',
    projects: 286,
    provincialInvestor: 'Sở Giáo dục và Đào tạo',
    templates: [
      {
        name: 'Trường Mẫu giáo {proper}, {commune}',
        scale:
          'Xây dựng mới {n:6-14} phòng học, khối hành chính quản trị, bếp ăn, sân chơi; đạt chuẩn quốc gia mức độ 1',
        cost: [8_500, 36_000],
      },
      {
        name: 'Trường Tiểu học {proper}, {commune}',
        scale:
          'Xây dựng mới {n:10-24} phòng học, khối phục vụ học tập, nhà đa năng; sửa chữa {n:4-10} phòng hiện hữu',
        cost: [12_000, 54_000],
      },
      {
        name: 'Trường Trung học cơ sở {proper}, {commune}',
        scale:
          'Khối {n:12-26} phòng học và phòng bộ môn, thư viện, nhà đa năng {n:450-900} m²; trang thiết bị dạy học',
        cost: [16_000, 72_000],
      },
      {
        name: 'Sửa chữa, nâng cấp Trường Tiểu học và Trung học cơ sở {proper}, {commune}',
        scale:
          'Cải tạo {n:8-20} phòng học; hệ thống phòng cháy, chữa cháy; sân đường nội bộ {n:900-3600} m²; cổng, hàng rào',
        cost: [4_200, 18_500],
      },
    ],
  },
  {
    key: 'health',
    name: 'Y tế, dân số và gia đình',
    projects: 74,
    provincialInvestor: 'Sở Y tế',
    templates: [
      {
        name: 'Trạm Y tế {commune}',
        scale:
          'Nhà trạm {n:1-2} tầng, diện tích sàn {n:320-680} m²; sân vườn, nhà để xe; trang thiết bị theo Bộ tiêu chí quốc gia về y tế xã',
        cost: [4_500, 11_500],
      },
      {
        name: 'Cải tạo, mở rộng Trung tâm Y tế huyện, khối {proper}, {commune}',
        scale:
          'Bổ sung {n:40-120} giường bệnh; diện tích sàn {n:1800-5200} m²; hệ thống khí y tế, xử lý nước thải',
        cost: [22_000, 118_000],
      },
    ],
  },
  {
    key: 'culture',
    name: 'Văn hóa, thông tin, thể dục, thể thao',
    projects: 118,
    provincialInvestor: 'Sở Văn hóa, Thể thao và Du lịch',
    templates: [
      {
        name: 'Trung tâm Văn hóa – Thể thao và Học tập cộng đồng {commune}, khu {proper}',
        scale:
          'Hội trường {n:200-350} chỗ, phòng chức năng, sân bóng đá mini, khu vui chơi trẻ em; khuôn viên {n:2500-6800} m²',
        cost: [5_200, 16_500],
      },
      {
        name: 'Tu bổ, tôn tạo di tích {proper}, {commune}',
        scale:
          'Tu bổ các hạng mục chính, nhà trưng bày {n:120-380} m², sân lễ, cây xanh, hệ thống chiếu sáng',
        cost: [3_800, 24_000],
      },
      {
        name: 'Sân vận động và khu thể thao {proper}, {commune}',
        scale:
          'Sân bóng đá cỏ nhân tạo, đường chạy {n:6-8} làn, khán đài {n:600-2500} chỗ; bãi đậu xe {n:800-2400} m²',
        cost: [9_500, 46_000],
      },
    ],
  },
  {
    key: 'environment',
    name: 'Cấp nước, thoát nước, bảo vệ môi trường',
    projects: 96,
    provincialInvestor: 'Sở Tài nguyên và Môi trường',
    templates: [
      {
        name: 'Hệ thống cấp nước tập trung {proper}, {commune}',
        scale:
          'Công suất {n:600-3200} m³/ngày đêm; tuyến ống truyền tải, phân phối dài {d:8.5-34.0} km; phục vụ {n:900-4200} hộ',
        cost: [8_800, 48_000],
      },
      {
        name: 'Hệ thống thoát nước và vỉa hè khu dân cư {proper}, {commune}',
        scale: 'Cống tròn D600–D1200 dài {d:1.4-6.8} km; {n:60-240} hố ga; vỉa hè lát gạch {n:3200-14500} m²',
        cost: [7_400, 39_000],
      },
    ],
  },
  {
    key: 'technology',
    name: 'Công nghệ thông tin',
    projects: 22,
    provincialInvestor: 'Sở Thông tin và Truyền thông',
    templates: [
      {
        name: 'Hạ tầng số phục vụ chính quyền điện tử khu vực {proper}, {commune}',
        scale:
          'Mạng truyền số liệu chuyên dùng {n:12-40} điểm; thiết bị phòng họp trực tuyến; đào tạo {n:120-480} lượt cán bộ',
        cost: [4_800, 28_000],
      },
    ],
  },
  {
    key: 'administration',
    name: 'Hoạt động của các cơ quan quản lý nhà nước',
    projects: 52,
    provincialInvestor: 'Văn phòng UBND tỉnh',
    templates: [
      {
        name: 'Trụ sở làm việc UBND {commune}, khu {proper}',
        scale:
          'Nhà làm việc {n:2-3} tầng, diện tích sàn {n:950-1900} m²; bộ phận tiếp nhận và trả kết quả; kho lưu trữ, nhà xe',
        cost: [9_200, 26_500],
      },
    ],
  },
  {
    key: 'urban',
    name: 'Hạ tầng đô thị, khu tái định cư',
    projects: 40,
    provincialInvestor: 'Ban QLDA ĐTXD công trình dân dụng và công nghiệp tỉnh',
    templates: [
      {
        name: 'Hạ tầng kỹ thuật khu tái định cư {proper}, {commune}',
        scale:
          'Diện tích {d:2.4-12.6} ha; {n:90-420} nền; đường nội bộ, cấp điện, cấp nước, thoát nước, cây xanh, chiếu sáng',
        cost: [18_000, 124_000],
      },
    ],
  },
];
