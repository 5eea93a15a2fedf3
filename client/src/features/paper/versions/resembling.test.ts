import { expect, test } from 'vitest';
import { resembling } from './resembling.ts';

const papers = [
  { title: 'Tờ trình kế hoạch đầu tư công', fileName: '01_To trinh KH dau tu cong.pdf' },
  { title: 'Dự thảo Nghị quyết', fileName: '02_Du thao NQ.pdf' },
];

test.each([
  ['01_To trinh KH dau tu cong.pdf', 0],
  ['Tờ trình kế hoạch đầu tư công (bản 2).pdf', 0],
  ['To trinh ke hoach dau tu cong_v2.pdf', 0],
  ['01_Tờ trình kế hoạch đầu tư công sửa 27.4.2021.pdf', 0],
  ['02_Du thao NQ final.pdf', 1],
  ['Dự thảo nghị quyết lần 3.pdf', 1],
])('%s is a new version', (name, index) => {
  expect(resembling(name, papers)).toBe(papers[index]);
});

test.each(['03_Báo cáo thẩm tra.pdf', 'Phụ lục kèm tờ trình.pdf', 'Dự thảo Quyết định.pdf', '.pdf'])(
  '%s is a paper of its own',
  (name) => {
    expect(resembling(name, papers)).toBeNull();
  },
);
