import { COMMITTEE } from '#demo/papers';
import { committeeOf, DISTRICTS } from './districts.ts';

/** Invented people with posts of the time; nobody here is real. `unit` names a unit of `units.ts`. */
export interface DemoPerson {
  readonly key: string;
  readonly name: string;
  readonly post: string;
  readonly unit: string;
}

export const PROVINCE = 'UBND tỉnh Long An';
export const OFFICE = 'Văn phòng UBND tỉnh';
export const DEMO_DISTRICT = 'UBND huyện Đức Hòa';

/** Members of the provincial committee; the papers write "UBND tỉnh" for its unit. */
export const MEMBERS: readonly DemoPerson[] = COMMITTEE.map(({ key, name, post, unit }) => ({
  key,
  name,
  post: post.startsWith('Chủ tịch') || post.startsWith('Phó Chủ tịch') ? `${post} UBND tỉnh` : post,
  unit: unit === 'UBND tỉnh' ? PROVINCE : unit,
}));

export const STAFF: readonly DemoPerson[] = [
  { key: 'secretary', name: 'Huỳnh Thị Ngọc Lan', post: 'Chuyên viên phòng Tổng hợp', unit: OFFICE },
  {
    key: 'secondSecretary',
    name: 'Đặng Hoàng Phúc',
    post: 'Chuyên viên phòng Hành chính – Tổ chức',
    unit: OFFICE,
  },
  { key: 'administrator', name: 'Trần Quốc Hưng', post: 'Quản trị hệ thống', unit: OFFICE },
  { key: 'deputyTrade', name: 'Lại Thị Cẩm Tú', post: 'Phó Giám đốc', unit: 'Sở Công Thương' },
  { key: 'deputyHealth', name: 'Âu Dương Minh', post: 'Phó Giám đốc', unit: 'Sở Y tế' },
  { key: 'deputyTransport', name: 'Phan Nhật Minh', post: 'Phó Giám đốc', unit: 'Sở Giao thông vận tải' },
];

export const GUESTS: readonly DemoPerson[] = [
  {
    key: 'council',
    name: 'Nguyễn Thị Thanh Tâm',
    post: 'Phó Chủ tịch Thường trực HĐND tỉnh',
    unit: 'Hội đồng nhân dân tỉnh',
  },
  {
    key: 'front',
    name: 'Lê Hữu Phước',
    post: 'Phó Chủ tịch Ủy ban MTTQ Việt Nam tỉnh',
    unit: 'Ủy ban MTTQ Việt Nam tỉnh',
  },
  { key: 'economicZone', name: 'Võ Minh Khôi', post: 'Trưởng ban', unit: 'Ban Quản lý Khu kinh tế' },
  {
    key: 'borderGuard',
    name: 'Hồ Sỹ Long',
    post: 'Chỉ huy trưởng',
    unit: 'Bộ Chỉ huy Bộ đội Biên phòng tỉnh',
  },
];

/** The committee of one district, whose leader also reviews its past sessions. */
export const DISTRICT_MEMBERS: readonly DemoPerson[] = [
  { key: 'districtChair', name: 'Tăng Thị Thu Hà', post: 'Chủ tịch UBND huyện', unit: DEMO_DISTRICT },
  { key: 'districtViceChair', name: 'Lưu Văn Đạt', post: 'Phó Chủ tịch UBND huyện', unit: DEMO_DISTRICT },
  {
    key: 'districtOffice',
    name: 'Châu Ngọc Ánh',
    post: 'Chánh Văn phòng HĐND và UBND huyện',
    unit: DEMO_DISTRICT,
  },
  {
    key: 'districtFinance',
    name: 'Đinh Công Thành',
    post: 'Trưởng phòng Tài chính – Kế hoạch',
    unit: DEMO_DISTRICT,
  },
  {
    key: 'districtEnvironment',
    name: 'Ông Thị Mỹ Dung',
    post: 'Trưởng phòng Tài nguyên và Môi trường',
    unit: DEMO_DISTRICT,
  },
  { key: 'districtPolice', name: 'Triệu Quang Vũ', post: 'Trưởng Công an huyện', unit: DEMO_DISTRICT },
  {
    key: 'districtMilitary',
    name: 'Tiêu Minh Hoàng',
    post: 'Chỉ huy trưởng Ban Chỉ huy Quân sự huyện',
    unit: DEMO_DISTRICT,
  },
];

export const DISTRICT_STAFF: DemoPerson = {
  key: 'districtSecretary',
  name: 'Từ Gia Hân',
  post: 'Chuyên viên Văn phòng HĐND và UBND huyện',
  unit: DEMO_DISTRICT,
};

const familyNames = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Huỳnh',
  'Võ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lý',
  'Phan',
];
const givenNames = [
  'Thanh Bình',
  'Hữu Tài',
  'Thị Kim Liên',
  'Văn Thuận',
  'Minh Tuấn',
  'Thị Ngọc Bích',
  'Quốc Thắng',
  'Văn Hậu',
  'Thị Phương Mai',
  'Đức Trọng',
  'Hoàng Nam',
  'Thị Hồng Vân',
  'Công Lý',
  'Thế Hùng',
];

/** The chairs of the other fourteen districts. */
export const DISTRICT_LEADERS: readonly DemoPerson[] = DISTRICTS.filter(
  ({ name }) => committeeOf(name) !== DEMO_DISTRICT,
).map(({ code, name }, index) => ({
  key: `leader${code}`,
  name: `${familyNames[index]} ${givenNames[index]}`,
  post: `Chủ tịch ${committeeOf(name)}`,
  unit: committeeOf(name),
}));

/** Everybody of the demonstration. */
export const PEOPLE: readonly DemoPerson[] = [
  ...MEMBERS,
  ...STAFF,
  ...GUESTS,
  ...DISTRICT_MEMBERS,
  DISTRICT_STAFF,
  ...DISTRICT_LEADERS,
];
