/** Invented figures of April 2021 that more than one paper quotes. Money in billion đồng unless named otherwise. */
export const ECONOMY = {
  revenueApril: 1_890,
  revenueFourMonths: 7_486.5,
  revenueEstimate: 17_410,
  spendingFourMonths: 3_984.2,
  spendingEstimate: 15_265,
  publicInvestmentPlan: 4_268.7,
  publicInvestmentDisbursed: 1_152.5,
} as const;

/** One line of the table of main figures: name, unit, value of April, value of four months, change on last year. */
export type IndicatorLine = readonly [
  name: string,
  unit: string,
  april: string,
  fourMonths: string,
  change: string,
];

export const INDICATORS: readonly IndicatorLine[] = [
  ['Chỉ số sản xuất công nghiệp (so với cùng kỳ)', '%', '112,4', '107,1', '+7,1%'],
  ['Diện tích lúa đông xuân đã thu hoạch', 'ha', '38.460', '221.350', '+0,6%'],
  ['Sản lượng lúa đông xuân', 'nghìn tấn', '254,6', '1.465,3', '+2,3%'],
  ['Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ', 'tỷ đồng', '7.865', '32.418', '+6,8%'],
  ['Kim ngạch xuất khẩu', 'triệu USD', '545', '2.086', '+9,3%'],
  ['Kim ngạch nhập khẩu', 'triệu USD', '462', '1.742', '+15,2%'],
  ['Thu ngân sách nhà nước', 'tỷ đồng', '1.890', '7.486,5', '+8,9%'],
  ['Chi ngân sách địa phương', 'tỷ đồng', '1.046,8', '3.984,2', '+4,1%'],
  ['Giải ngân vốn đầu tư công (đến 20/4)', 'tỷ đồng', '410,7', '1.152,5', '+11,6%'],
  ['Doanh nghiệp thành lập mới', 'doanh nghiệp', '148', '512', '+6,2%'],
  ['Vốn đăng ký doanh nghiệp thành lập mới', 'tỷ đồng', '1.925', '6.842', '+18,4%'],
  ['Vốn FDI đăng ký cấp mới', 'triệu USD', '31,5', '118,6', '-7,4%'],
  ['Lao động được giải quyết việc làm', 'người', '3.120', '10.250', '+3,5%'],
  ['Tỷ lệ bao phủ bảo hiểm y tế', '%', '–', '90,2', '+0,8 điểm %'],
];

/** Disbursement of the plan of 2021 by investor, billion đồng: plan and disbursed up to 20 April. */
export const DISBURSEMENT: readonly (readonly [investor: string, plan: number, disbursed: number])[] = [
  ['Ban QLDA ĐTXD công trình giao thông tỉnh', 1_086.4, 318.2],
  ['Ban QLDA ĐTXD công trình dân dụng và công nghiệp tỉnh', 462.5, 141.6],
  ['Sở Nông nghiệp và Phát triển nông thôn', 388.2, 96.4],
  ['Sở Giáo dục và Đào tạo', 214.6, 72.8],
  ['Sở Y tế', 126.3, 21.5],
  ['Sở Văn hóa, Thể thao và Du lịch', 84.7, 19.3],
  ['Các chủ đầu tư cấp tỉnh khác', 298.1, 64.9],
  ['UBND các huyện, thị xã, thành phố', 1_607.9, 417.8],
];
