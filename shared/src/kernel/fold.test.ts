import { expect, test } from 'vitest';
import { foldText } from './fold.ts';

test('marks and đ do not matter when a name is looked for', () => {
  for (const typed of [
    'ĐẶNG THỊ HƯỜNG',
    'đặng thị hường',
    'Đặng Thị Hường'.normalize('NFD'),
    'dang thi huong',
  ]) {
    expect(foldText(typed)).toBe('dang thi huong');
  }
});
