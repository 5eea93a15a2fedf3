import type { Table } from '../layout/table.ts';
import { DISBURSEMENT, ECONOMY, INDICATORS } from './economic-figures.ts';
import { percent, vn } from './numbers.ts';

/** Table 1 of the economic report. */
export function indicatorTable(): Table {
  return {
    size: 12,
    columns: [
      { share: 6, align: 'center' },
      { share: 40, align: 'left' },
      { share: 15, align: 'center' },
      { share: 12, align: 'right' },
      { share: 13, align: 'right' },
      { share: 14, align: 'right' },
    ],
    header: [
      [
        { text: 'TT' },
        { text: 'Chỉ tiêu' },
        { text: 'Đơn vị tính' },
        { text: 'Tháng 4' },
        { text: '4 tháng' },
        { text: '4 tháng so với cùng kỳ' },
      ],
    ],
    rows: INDICATORS.map((line, index) => ({ cells: [String(index + 1), ...line] })),
  };
}

/** Table 2: disbursement by investor, with its total. */
export function disbursementTable(): Table {
  const line = (index: string, name: string, plan: number, disbursed: number) => [
    index,
    name,
    vn(plan, 1),
    vn(disbursed, 1),
    percent(disbursed, plan),
  ];
  const { publicInvestmentPlan, publicInvestmentDisbursed } = ECONOMY;
  return {
    size: 12,
    columns: [
      { share: 6, align: 'center' },
      { share: 50, align: 'left' },
      { share: 15, align: 'right' },
      { share: 15, align: 'right' },
      { share: 14, align: 'right' },
    ],
    header: [
      [
        { text: 'TT' },
        { text: 'Chủ đầu tư' },
        { text: 'Kế hoạch' },
        { text: 'Giải ngân' },
        { text: 'Tỷ lệ' },
      ],
    ],
    rows: [
      ...DISBURSEMENT.map(([name, plan, disbursed], index) => ({
        cells: line(String(index + 1), name, plan, disbursed),
      })),
      { cells: line('', 'TỔNG CỘNG', publicInvestmentPlan, publicInvestmentDisbursed), face: 'bold' },
    ],
  };
}

const MAY_TASKS: readonly (readonly [task: string, lead: string, with_: string, due: string])[] = [
  [
    'Hoàn chỉnh hồ sơ điều chỉnh kế hoạch đầu tư công trung hạn giai đoạn 2021–2025 trình HĐND tỉnh',
    'Sở Kế hoạch và Đầu tư',
    'Sở Tài chính, Sở Tư pháp',
    '07/5/2021',
  ],
  [
    'Rà soát, cắt giảm, điều chuyển vốn của dự án giải ngân dưới 20%',
    'Sở Kế hoạch và Đầu tư',
    'Các chủ đầu tư',
    '20/5/2021',
  ],
  [
    'Ban hành Quyết định về giá đất bồi thường các dự án đã được UBND tỉnh thông qua',
    'Sở Tài nguyên và Môi trường',
    'Sở Tài chính, UBND huyện Tân Trụ, UBND huyện Bến Lức',
    '14/5/2021',
  ],
  [
    'Kế hoạch hoàn thành 06 chỉ tiêu Chính phủ điện tử chưa đạt',
    'Sở Thông tin và Truyền thông',
    'Văn phòng UBND tỉnh, các sở, ngành, UBND cấp huyện',
    '20/5/2021',
  ],
  [
    'Phương án chống thất thu ngân sách đối với chuyển nhượng bất động sản',
    'Cục Thuế',
    'Sở Tài nguyên và Môi trường, Công an tỉnh',
    '25/5/2021',
  ],
  [
    'Kịch bản phòng, chống hạn, mặn và bảo đảm nước sinh hoạt đến cuối mùa khô',
    'Sở Nông nghiệp và Phát triển nông thôn',
    'UBND các huyện vùng hạ',
    '10/5/2021',
  ],
  [
    'Bảo đảm điều kiện phục vụ bầu cử đại biểu Quốc hội khóa XV và đại biểu HĐND các cấp',
    'Sở Nội vụ',
    'Công an tỉnh, Sở Thông tin và Truyền thông, UBND cấp huyện',
    '22/5/2021',
  ],
  ['Tổ chức tiêm vắc xin phòng COVID-19 đợt 2', 'Sở Y tế', 'UBND cấp huyện', '31/5/2021'],
  [
    'Chuẩn bị kỳ thi tuyển sinh lớp 10 và thi tốt nghiệp trung học phổ thông',
    'Sở Giáo dục và Đào tạo',
    'Công an tỉnh, Sở Y tế',
    '31/5/2021',
  ],
];

/** Table 3: who does what by when in May. */
export function maySchedule(): Table {
  return {
    size: 12,
    columns: [
      { share: 6, align: 'center' },
      { share: 40, align: 'left' },
      { share: 20, align: 'left' },
      { share: 22, align: 'left' },
      { share: 12, align: 'center' },
    ],
    header: [
      [
        { text: 'TT' },
        { text: 'Nhiệm vụ' },
        { text: 'Cơ quan chủ trì' },
        { text: 'Cơ quan phối hợp' },
        { text: 'Thời hạn' },
      ],
    ],
    rows: MAY_TASKS.map((task, index) => ({ cells: [String(index + 1), ...task] })),
  };
}
