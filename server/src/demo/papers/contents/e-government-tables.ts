import type { Table } from '../layout/table.ts';
import { DISTRICT_USE, REMEDIES, TARGETS } from './e-government-targets.ts';
import { percent, sum, vn } from './numbers.ts';

/** Table 1: the fourteen targets. */
export function targetTable(): Table {
  return {
    size: 12,
    padding: 3,
    columns: [
      { share: 6, align: 'center' },
      { share: 43, align: 'left' },
      { share: 11, align: 'center' },
      { share: 11, align: 'center' },
      { share: 22, align: 'center' },
      { share: 11, align: 'center' },
    ],
    header: [
      [
        { text: 'TT' },
        { text: 'Chỉ tiêu' },
        { text: 'Mức phấn đấu' },
        { text: 'Kết quả' },
        { text: 'Cách tính, số liệu' },
        { text: 'Đánh giá' },
      ],
    ],
    rows: TARGETS.map((target, index) => ({
      cells: [
        String(index + 1),
        target.name,
        target.aim,
        target.result,
        target.figures.replace(' ', '\n'),
        { text: target.met ? 'Đạt' : 'Chưa đạt', face: target.met ? 'regular' : 'bold' },
      ],
    })),
  };
}

/** Table 2: how the districts meet. */
export function unitTable(): Table {
  const meetings = sum(DISTRICT_USE, ([, all]) => all);
  const through = sum(DISTRICT_USE, ([, , held]) => held);
  const line = (index: string, unit: string, all: number, held: number) => [
    index,
    unit,
    vn(all),
    vn(held),
    percent(held, all),
    held > 0 ? 'Có thực hiện' : 'Chưa thực hiện',
  ];
  return {
    size: 12,
    columns: [
      { share: 7, align: 'center' },
      { share: 33, align: 'left' },
      { share: 16, align: 'center' },
      { share: 18, align: 'center' },
      { share: 12, align: 'center' },
      { share: 18, align: 'center' },
    ],
    header: [
      [
        { text: 'TT' },
        { text: 'Đơn vị' },
        { text: 'Số cuộc họp của UBND' },
        { text: 'Họp thông qua Hệ thống' },
        { text: 'Tỷ lệ' },
        { text: 'Ghi chú' },
      ],
    ],
    rows: [
      ...DISTRICT_USE.map(([unit, all, held], index) => ({
        cells: line(String(index + 1), unit, all, held),
      })),
      {
        cells: ['', 'TỔNG CỘNG', vn(meetings), vn(through), percent(through, meetings), '05/15 đơn vị'],
        face: 'bold',
      },
    ],
  };
}

/** Table 3: remedies for the unmet targets. */
export function remedyTable(): Table {
  return {
    size: 12,
    padding: 3,
    columns: [
      { share: 12, align: 'center' },
      { share: 46, align: 'left' },
      { share: 28, align: 'left' },
      { share: 14, align: 'center' },
    ],
    header: [
      [
        { text: 'Chỉ tiêu số' },
        { text: 'Giải pháp' },
        { text: 'Đơn vị chủ trì' },
        { text: 'Thời hạn hoàn thành' },
      ],
    ],
    rows: REMEDIES.map((remedy, index) => ({ cells: [String(index + 1), ...remedy] })),
  };
}
