import { expect, test } from 'vitest';
import { compareNames, dayOf, formatClock, formatDate, formatDateTime, formatTime } from './format.ts';

const opening = Date.UTC(2021, 3, 28, 1, 0, 7);

test('dates and times are Vietnamese, on Vietnamese time', () => {
  expect(formatDate(opening)).toBe('28/4/2021');
  expect(formatDate(Date.UTC(2021, 1, 6))).toBe('06/02/2021');
  expect(formatTime(opening)).toBe('08:00');
  expect(formatDateTime(opening)).toBe('28/4/2021 08:00');
  expect(formatTime(Date.UTC(2021, 3, 27, 17, 5))).toBe('00:05');
  expect(dayOf(Date.UTC(2021, 3, 27, 18, 0))).toBe('2021-04-28');
});

test('a running clock shows hours only when there are some', () => {
  expect(formatClock(102_000)).toBe('01:42');
  expect(formatClock(4_925_000)).toBe('1:22:05');
  expect(formatClock(-5)).toBe('00:00');
});

test('names are sorted by the given name, with Vietnamese letters in their order', () => {
  const names = ['Trần Thị Hòa', 'Nguyễn Văn Đức', 'Lê Văn An', 'Phạm Duy', 'Bùi Văn An'];
  expect(names.toSorted(compareNames)).toEqual([
    'Bùi Văn An',
    'Lê Văn An',
    'Phạm Duy',
    'Nguyễn Văn Đức',
    'Trần Thị Hòa',
  ]);
});
