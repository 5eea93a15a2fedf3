/** One line of a price schedule: area to be recovered and prices, đồng per m2. Invented figures. */
export interface LandLine {
  index: string;
  name: string;
  area: number;
  /** Price in the province's land price table. */
  listed: number;
  /** Adjustment coefficient that gives the proposed price. */
  coefficient: number;
}

export interface LandGroup {
  index: string;
  name: string;
  lines: readonly LandLine[];
}

function line(index: string, name: string, area: number, listed: number, coefficient: number): LandLine {
  return { index, name, area, listed, coefficient };
}

/** Item 5.1: the road through Tân Trụ, 14.86 ha. */
export const ROAD_LAND: readonly LandGroup[] = [
  {
    index: 'I',
    name: 'Đất ở tại nông thôn',
    lines: [
      line('1', 'Tiếp giáp Đường tỉnh 833', 3_215, 1_650_000, 2.8),
      line('2', 'Tiếp giáp đường huyện', 4_840, 900_000, 2.65),
      line('3', 'Tiếp giáp đường giao thông nông thôn rộng từ 3 m trở lên', 2_960, 520_000, 2.5),
      line('4', 'Các vị trí còn lại', 1_785, 360_000, 2.3),
    ],
  },
  {
    index: 'II',
    name: 'Đất trồng cây lâu năm',
    lines: [
      line('1', 'Tiếp giáp Đường tỉnh 833', 18_420, 210_000, 2.5),
      line('2', 'Tiếp giáp đường huyện', 27_350, 165_000, 2.4),
      line('3', 'Các vị trí còn lại', 21_640, 135_000, 2.2),
    ],
  },
  {
    index: 'III',
    name: 'Đất trồng lúa',
    lines: [
      line('1', 'Tiếp giáp Đường tỉnh 833', 12_480, 190_000, 2.4),
      line('2', 'Tiếp giáp đường huyện', 24_610, 150_000, 2.3),
      line('3', 'Các vị trí còn lại', 31_300, 135_000, 2.2),
    ],
  },
];

/** Item 5.2: the resettlement area at Mỹ Yên, 9.42 ha. */
export const RESETTLEMENT_LAND: readonly LandGroup[] = [
  {
    index: 'I',
    name: 'Đất ở tại nông thôn',
    lines: [
      line('1', 'Tiếp giáp Đường tỉnh 832', 4_120, 2_400_000, 2.75),
      line('2', 'Tiếp giáp đường Mỹ Yên – Tân Bửu', 5_680, 1_350_000, 2.6),
      line('3', 'Các vị trí còn lại', 2_350, 620_000, 2.4),
    ],
  },
  {
    index: 'II',
    name: 'Đất trồng cây lâu năm',
    lines: [
      line('1', 'Tiếp giáp Đường tỉnh 832', 16_240, 280_000, 2.6),
      line('2', 'Các vị trí còn lại', 21_910, 190_000, 2.4),
    ],
  },
  {
    index: 'III',
    name: 'Đất trồng lúa',
    lines: [
      line('1', 'Tiếp giáp đường Mỹ Yên – Tân Bửu', 18_600, 240_000, 2.5),
      line('2', 'Các vị trí còn lại', 25_300, 175_000, 2.35),
    ],
  },
];

/** Returns the proposed price, rounded to a thousand đồng as the decision prints it. */
export function proposedPrice(entry: LandLine): number {
  return Math.round((entry.listed * entry.coefficient) / 1000) * 1000;
}

/** Returns area in m2 and cost in đồng over the groups. */
export function landTotals(groups: readonly LandGroup[]): { area: number; cost: number } {
  let area = 0;
  let cost = 0;
  for (const entry of groups.flatMap((group) => group.lines)) {
    area += entry.area;
    cost += entry.area * proposedPrice(entry);
  }
  return { area, cost };
}
