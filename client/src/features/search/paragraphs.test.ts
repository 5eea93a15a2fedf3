import { expect, test } from 'vitest';
import { paragraphsOf } from './paragraphs.ts';

const line = (text: string, right: number) => ({ text, box: [70, 0, right, 12] as const });
const pageOf = (lines: readonly ReturnType<typeof line>[]) => ({
  text: lines.map(({ text }) => text).join('\n'),
  boxes: lines.map(({ box }) => box),
});

test('full lines go on, short ones end', () => {
  const page = pageOf([
    line('Căn cứ Luật Tổ chức chính quyền địa phương ngày 19', 520),
    line('tháng 6 năm 2015;', 200),
    line('QUYẾT NGHỊ:', 300),
  ]);
  expect(paragraphsOf(page)).toEqual([
    'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;',
    'QUYẾT NGHỊ:',
  ]);
});

test('numbers, letters and dashes begin anew even after a full line', () => {
  const lines = ['Nội dung như sau', '1. Thu ngân sách', 'a) Thu nội địa', '- Thu thuế', 'Điều 2. Tổ chức'];
  expect(paragraphsOf(pageOf(lines.map((text) => line(text, 520))))).toEqual(lines);
});

test('an empty page has no paragraphs', () => {
  expect(paragraphsOf({ text: '', boxes: [] })).toEqual([]);
});

test('what stands in the middle or in another column is no part of the line before it', () => {
  const page = {
    text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nUBND TỈNH LONG AN',
    boxes: [
      [280, 0, 520, 12],
      [310, 0, 490, 12],
      [70, 0, 200, 12],
    ] as const,
  };
  expect(paragraphsOf(page)).toEqual(page.text.split('\n'));
});
