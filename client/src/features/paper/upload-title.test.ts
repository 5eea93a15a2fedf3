import { expect, test } from 'vitest';
import { titleFromFileName } from './upload-title.ts';

test.each([
  ['03_Tờ trình số 412.pdf', 'Tờ trình số 412'],
  ['1. Báo_cáo  kinh tế.PDF', 'Báo cáo kinh tế'],
  ['02 - Phụ lục.pdf', 'Phụ lục'],
  ['412-TTr-STC.pdf', '412-TTr-STC'],
  ['12-NQ-HĐND.pdf', '12-NQ-HĐND'],
  ['2021.pdf', '2021'],
  [`${'Tờ trình'.normalize('NFD')}.pdf`, 'Tờ trình'],
])('%s becomes %s', (fileName, title) => {
  expect(titleFromFileName(fileName)).toBe(title);
});
