/** One of the fourteen targets: what is measured, this province's own aim for 2021, the invented result. */
export interface Target {
  name: string;
  aim: string;
  result: string;
  figures: string;
  met: boolean;
}

export const PROVINCIAL_MEETINGS = { through: 12, all: 21 } as const;
export const DISTRICT_MEETINGS = { through: 5, all: 15 } as const;

/** The six unmet targets come first, in the order of the steering committee's list. */
export const TARGETS: readonly Target[] = [
  {
    name: 'Tỷ lệ dịch vụ công trực tuyến mức độ 3, 4 phổ biến, liên quan nhiều tới người dân, doanh nghiệp được tích hợp lên Cổng Dịch vụ công quốc gia',
    aim: '80%',
    result: '62,5%',
    figures: '25/40 dịch vụ',
    met: false,
  },
  {
    name: 'Tỷ lệ dịch vụ công trực tuyến mức độ 3, 4 được tích hợp với Cổng Dịch vụ công quốc gia',
    aim: '30%',
    result: '18,9%',
    figures: '142/752 dịch vụ',
    met: false,
  },
  {
    name: 'Tỷ lệ hồ sơ giải quyết theo dịch vụ công trực tuyến mức độ 3, 4 trên tổng số hồ sơ',
    aim: '20%',
    result: '13,6%',
    figures: '24.871/182.874 hồ sơ',
    met: false,
  },
  {
    name: 'Tỷ lệ hệ thống thông tin của tỉnh có liên quan đến người dân, doanh nghiệp đã đưa vào vận hành được kết nối, liên thông qua nền tảng tích hợp, chia sẻ dữ liệu; thông tin đã số hóa tại cơ sở dữ liệu quốc gia không phải cung cấp lại',
    aim: '60%',
    result: '41,7%',
    figures: '10/24 hệ thống',
    met: false,
  },
  {
    name: 'Ủy ban nhân dân tỉnh và các cơ quan chuyên môn cấp tỉnh thực hiện họp thông qua Hệ thống tại các cuộc họp của Ủy ban nhân dân',
    aim: '80%',
    result: '57,1%',
    figures: '12/21 cơ quan',
    met: false,
  },
  {
    name: 'Tỷ lệ đơn vị cấp huyện thực hiện họp thông qua Hệ thống tại các cuộc họp của Ủy ban nhân dân',
    aim: '50%',
    result: '33,3%',
    figures: '5/15 đơn vị',
    met: false,
  },
  {
    name: 'Tỷ lệ văn bản trao đổi giữa các cơ quan nhà nước dưới dạng điện tử (trừ văn bản mật)',
    aim: '90%',
    result: '98,7%',
    figures: '412.630/418.065 văn bản',
    met: true,
  },
  {
    name: 'Tỷ lệ hồ sơ công việc tại cấp tỉnh được xử lý trên môi trường mạng',
    aim: '80%',
    result: '86,4%',
    figures: '52.114/60.317 hồ sơ',
    met: true,
  },
  {
    name: 'Tỷ lệ hồ sơ công việc tại cấp huyện được xử lý trên môi trường mạng',
    aim: '60%',
    result: '71,2%',
    figures: '64.870/91.110 hồ sơ',
    met: true,
  },
  {
    name: 'Tỷ lệ hồ sơ công việc tại cấp xã được xử lý trên môi trường mạng',
    aim: '30%',
    result: '44,5%',
    figures: '38.725/87.022 hồ sơ',
    met: true,
  },
  {
    name: 'Tỷ lệ hồ sơ thủ tục hành chính được tiếp nhận, theo dõi trên Hệ thống một cửa điện tử',
    aim: '100%',
    result: '100%',
    figures: '182.874/182.874 hồ sơ',
    met: true,
  },
  {
    name: 'Tỷ lệ dịch vụ công trực tuyến thực hiện ở mức độ 4',
    aim: '30%',
    result: '34,6%',
    figures: '682/1.972 thủ tục',
    met: true,
  },
  {
    name: 'Tỷ lệ báo cáo định kỳ được thực hiện trên Hệ thống thông tin báo cáo',
    aim: '30%',
    result: '52,0%',
    figures: '26/50 chế độ báo cáo',
    met: true,
  },
  {
    name: 'Tỷ lệ cổng, trang thông tin điện tử công khai đầy đủ thông tin theo quy định',
    aim: '100%',
    result: '100%',
    figures: '35/35 cổng, trang',
    met: true,
  },
];

/** Meetings of each district's People's Committee in the first quarter: all, and those held through the System. */
export const DISTRICT_USE: readonly (readonly [unit: string, meetings: number, through: number])[] = [
  ['Thành phố Tân An', 24, 11],
  ['Thị xã Kiến Tường', 17, 4],
  ['Huyện Tân Hưng', 15, 0],
  ['Huyện Vĩnh Hưng', 14, 0],
  ['Huyện Mộc Hóa', 13, 0],
  ['Huyện Tân Thạnh', 16, 0],
  ['Huyện Thạnh Hóa', 15, 0],
  ['Huyện Đức Huệ', 14, 0],
  ['Huyện Đức Hòa', 22, 6],
  ['Huyện Bến Lức', 21, 9],
  ['Huyện Thủ Thừa', 18, 0],
  ['Huyện Tân Trụ', 15, 0],
  ['Huyện Cần Đước', 19, 0],
  ['Huyện Cần Giuộc', 20, 3],
  ['Huyện Châu Thành', 16, 0],
];

/** What is to be done about each unmet target, by whom, by when; numbered like the targets. */
export const REMEDIES: readonly (readonly [solution: string, lead: string, due: string])[] = [
  [
    'Tích hợp 15 dịch vụ phổ biến còn lại; rà soát biểu mẫu điện tử',
    'Văn phòng UBND tỉnh, các sở có thủ tục',
    '30/6/2021',
  ],
  ['Tích hợp thêm ít nhất 90 dịch vụ mức độ 3, 4 theo danh mục', 'Sở Thông tin và Truyền thông', '30/9/2021'],
  [
    'Giao chỉ tiêu hồ sơ trực tuyến cho từng cơ quan, UBND cấp huyện; tổ hướng dẫn tại bộ phận một cửa',
    'Sở Nội vụ',
    '31/5/2021',
  ],
  [
    'Kết nối 14 hệ thống còn lại qua nền tảng tích hợp, chia sẻ dữ liệu',
    'Sở Thông tin và Truyền thông',
    '31/12/2021',
  ],
  [
    '09 cơ quan cấp tỉnh còn lại họp thông qua Hệ thống; tập huấn đầu mối; gửi tài liệu trước 03 ngày làm việc',
    'Văn phòng UBND tỉnh',
    '31/5/2021',
  ],
  [
    '10 đơn vị cấp huyện còn lại họp thử, sau đó họp thông qua Hệ thống; bổ sung thiết bị, đường truyền',
    'UBND cấp huyện, Sở Thông tin và Truyền thông',
    '30/6/2021',
  ],
];
