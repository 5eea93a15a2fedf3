import { expect, test } from 'vitest';
import { pageAddressText, pageLabelText } from './page-address.ts';

test('[P9] names item, paper and sheet', () => {
  const address = { item: '2.1', paper: 3, page: 40 };
  expect(pageAddressText(address)).toBe('Nội dung 2.1 · Tài liệu 3 · trang 40');
  expect(pageLabelText(address)).toBe('ND 2.1 · TL 3 · 40');
});
