import { type Random, seededRandom } from '../random.ts';
import { DISTRICTS } from './districts.ts';
import { type LandLine, proposedPrice, RESETTLEMENT_LAND } from './land-prices.ts';
import { vn } from './numbers.ts';

/** How many survey forms the dossier holds; its report quotes the number. */
export const SURVEY_FORM_COUNT = 52;

const FAMILY_NAMES = [
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
  'Phan',
  'Trương',
];
const MIDDLE_NAMES = ['Văn', 'Thị', 'Hữu', 'Ngọc', 'Minh', 'Thanh', 'Kim', 'Công', 'Mỹ', 'Quốc'];
const GIVEN_NAMES = [
  'An',
  'Bảy',
  'Cẩm',
  'Diệu',
  'Em',
  'Giàu',
  'Hưng',
  'Kiệt',
  'Liễu',
  'Mười',
  'Năm',
  'Oanh',
  'Phước',
  'Quới',
  'Rạng',
  'Sáu',
  'Tám',
  'Út',
  'Vinh',
  'Xuyến',
];
const SURVEYORS = ['Bùi Gia Lộc', 'Phan Thị Yến Nhi', 'Đỗ Hoài Nam'];

/** One filled form about a plot sold on the market. All persons and figures are invented. */
export interface SurveyForm {
  number: number;
  owner: string;
  address: string;
  landUse: string;
  position: string;
  sheet: number;
  plot: number;
  area: number;
  frontage: number;
  soldIn: string;
  /** Price of the whole plot and of what stands on it, million đồng. */
  price: number;
  buildings: number;
  building: string;
  surveyor: string;
  surveyedOn: string;
}

/** Returns the forms in order, always the same. */
export function surveyForms(): SurveyForm[] {
  const random = seededRandom(52);
  const plots = RESETTLEMENT_LAND.flatMap((group) =>
    group.lines.map((entry) => ({ landUse: group.name, entry })),
  );
  return Array.from({ length: SURVEY_FORM_COUNT }, (_, index) => {
    const { landUse, entry } = random.pick(plots);
    return fillForm(index + 1, landUse, entry, random);
  });
}

function fillForm(number: number, landUse: string, entry: LandLine, random: Random): SurveyForm {
  const residential = landUse.startsWith('Đất ở');
  const area = residential ? random.integer(90, 420) : random.integer(600, 4_200);
  const perMetre = proposedPrice(entry) * (0.93 + random.next() * 0.14);
  const built = residential && random.next() < 0.6;
  const buildings = built ? random.integer(12, 64) * 10 : residential ? 0 : random.integer(0, 45);
  return {
    number,
    owner: `${random.pick(FAMILY_NAMES)} ${random.pick(MIDDLE_NAMES)} ${random.pick(GIVEN_NAMES)}`,
    address: `ấp ${random.integer(1, 7)}, ${random.pick(communesNearby())}, huyện Bến Lức, tỉnh Long An`,
    landUse,
    position: entry.name,
    sheet: random.integer(4, 28),
    plot: random.integer(17, 986),
    area,
    frontage: residential ? random.integer(45, 140) / 10 : random.integer(120, 460) / 10,
    soldIn: saleMonth(random),
    price: Math.round((perMetre * area) / 1_000_000) + buildings,
    buildings,
    building: built
      ? `Nhà cấp 4, diện tích xây dựng ${random.integer(48, 130)} m², xây dựng năm ${random.integer(2005, 2018)}`
      : 'Không có nhà, công trình',
    surveyor: random.pick(SURVEYORS),
    surveyedOn: `ngày ${random.integer(10, 26)} tháng 02 năm 2021`,
  };
}

function communesNearby(): readonly string[] {
  const communes = DISTRICTS.find((district) => district.name === 'Bến Lức')?.communes ?? [];
  return communes.filter((name) => name === 'xã Mỹ Yên' || name === 'xã Tân Bửu' || name === 'xã Long Hiệp');
}

function saleMonth(random: Random): string {
  const month = random.integer(1, 12);
  return `tháng ${month < 3 ? `0${month}` : month} năm ${random.pick([2019, 2020])}`;
}

/** Returns the price of the bare land of a form, million đồng per square metre. */
export function landPricePerMetre(form: SurveyForm): string {
  return vn((form.price - form.buildings) / form.area, 3);
}
