import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

test('a table reads right in a Vietnamese spreadsheet', () => {
  expect(
    csvOf([
      ['STT', 'Họ và tên'],
      ['1', 'Nguyễn Văn Được'],
    ]),
  ).toBe('\uFEFFSTT;Họ và tên\r\n1;Nguyễn Văn Được\r\n');
});

test('separators, quotes and line breaks stay inside their cell', () => {
  expect(csvOf([['a;b', 'nói "đồng ý"', 'hai\ndòng']])).toBe('\uFEFF"a;b";"nói ""đồng ý""";"hai\ndòng"\r\n');
});

test('what a spreadsheet would run is text', () => {
  for (const start of ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
    const cell = csvOf([[`${start}HYPERLINK(1)`]]).slice(1);
    expect(cell.replace(/^"/, '').startsWith(`'${start}`)).toBe(true);
  }
  expect(csvOf([['2 - 1', 'a=b']])).toBe('\uFEFF2 - 1;a=b\r\n');
});
