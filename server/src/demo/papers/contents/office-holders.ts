/** A post of the invented People's Committee and the invented person in it. */
export interface OfficeHolder {
  key: string;
  name: string;
  post: string;
  unit: string;
}

/** The 22 seats of the committee of the demo, the holder of the seat "Chủ tịch UBND" first. Nobody here is real. */
export const COMMITTEE = [
  { key: 'chair', name: 'Đoàn Vĩnh Khang', post: 'Chủ tịch', unit: 'UBND tỉnh' },
  { key: 'standingViceChair', name: 'Tạ Thị Hồng Nhạn', post: 'Phó Chủ tịch Thường trực', unit: 'UBND tỉnh' },
  { key: 'viceChair', name: 'Phùng Đức Hiển', post: 'Phó Chủ tịch', unit: 'UBND tỉnh' },
  { key: 'chiefOfOffice', name: 'Lương Thế Bảo', post: 'Chánh Văn phòng', unit: 'Văn phòng UBND tỉnh' },
  { key: 'homeAffairs', name: 'Quách Thị Minh Nguyệt', post: 'Giám đốc', unit: 'Sở Nội vụ' },
  { key: 'justice', name: 'Thái Bá Kiên', post: 'Giám đốc', unit: 'Sở Tư pháp' },
  { key: 'planning', name: 'Hà Vĩnh Tường', post: 'Giám đốc', unit: 'Sở Kế hoạch và Đầu tư' },
  { key: 'finance', name: 'Nghiêm Thị Lan Phương', post: 'Giám đốc', unit: 'Sở Tài chính' },
  { key: 'trade', name: 'Bạch Công Danh', post: 'Giám đốc', unit: 'Sở Công Thương' },
  {
    key: 'agriculture',
    name: 'Mai Đình Sang',
    post: 'Giám đốc',
    unit: 'Sở Nông nghiệp và Phát triển nông thôn',
  },
  { key: 'transport', name: 'Khuất Duy Tín', post: 'Giám đốc', unit: 'Sở Giao thông vận tải' },
  { key: 'construction', name: 'Lục Văn Thịnh', post: 'Giám đốc', unit: 'Sở Xây dựng' },
  { key: 'environment', name: 'Vương Thị Tuyết Hạnh', post: 'Giám đốc', unit: 'Sở Tài nguyên và Môi trường' },
  { key: 'information', name: 'Ngô Viết Thuận', post: 'Giám đốc', unit: 'Sở Thông tin và Truyền thông' },
  { key: 'labour', name: 'Chu Thị Kim Thoa', post: 'Giám đốc', unit: 'Sở Lao động – Thương binh và Xã hội' },
  { key: 'culture', name: 'Trịnh Hoài Đăng', post: 'Giám đốc', unit: 'Sở Văn hóa, Thể thao và Du lịch' },
  { key: 'science', name: 'Kiều Minh Triết', post: 'Giám đốc', unit: 'Sở Khoa học và Công nghệ' },
  { key: 'education', name: 'Tôn Thị Bích Diệp', post: 'Giám đốc', unit: 'Sở Giáo dục và Đào tạo' },
  { key: 'health', name: 'Cao Hữu Nghị', post: 'Giám đốc', unit: 'Sở Y tế' },
  { key: 'inspectorate', name: 'Giang Thế Vinh', post: 'Chánh Thanh tra', unit: 'Thanh tra tỉnh' },
  { key: 'police', name: 'Lâm Trung Chính', post: 'Giám đốc', unit: 'Công an tỉnh' },
  { key: 'military', name: 'Doãn Quốc Bình', post: 'Chỉ huy trưởng', unit: 'Bộ Chỉ huy Quân sự tỉnh' },
] as const satisfies readonly OfficeHolder[];

export type SeatKey = (typeof COMMITTEE)[number]['key'];

/** Returns the name of the person who holds that seat. */
export function holderOf(key: SeatKey): string {
  const holder = COMMITTEE.find((seat) => seat.key === key);
  if (!holder) throw new Error(`No seat ${key}.`);
  return holder.name;
}
