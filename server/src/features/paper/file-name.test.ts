import { describe, expect, test } from 'vitest';
import { announcedFileName, inlineDisposition, titleFrom } from './file-name.ts';

describe('the announced name', () => {
  const announced = (name: string) => announcedFileName(encodeURIComponent(name));

  test.each([
    ['Tờ trình về kế hoạch đầu tư công.pdf', 'Tờ trình về kế hoạch đầu tư công.pdf'],
    ['Dự thảo Nghị quyết.pdf'.normalize('NFD'), 'Dự thảo Nghị quyết.pdf'],
    ['C:\\Users\\an\\Báo cáo.pdf', 'Báo cáo.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['a\r\nSet-Cookie: x=1.pdf', 'aSet-Cookie: x=1.pdf'],
    ['Báo cáo\u202Efdp.exe', 'Báo cáofdp.exe'],
    ['  Báo   cáo .pdf', 'Báo cáo .pdf'],
  ])('%j is kept as %j', (given, kept) => {
    expect(announced(given)).toEqual({ ok: true, value: kept });
  });

  test('a very long name keeps its beginning and its extension', () => {
    const name = announced(`${'Kế hoạch '.repeat(60)}.pdf`);
    expect(name.ok && [...name.value].length).toBeLessThanOrEqual(200);
    expect(name.ok && name.value).toMatch(/^Kế hoạch .*hoạch?.*\.pdf$/);
  });

  test.each([undefined, '', '%E0%A4%A', encodeURIComponent('\u200B'), encodeURIComponent('a/')])(
    '%j is no name',
    (header) => {
      expect(announcedFileName(header)).toMatchObject({ ok: false, error: { code: 'input/invalid' } });
    },
  );
});

test.each([
  ['03_Du thao NQ.pdf', 'Du thao NQ'],
  ['1. Tờ trình.pdf', 'Tờ trình'],
  ['2.1. Phụ lục.PDF', 'Phụ lục'],
  ['(2) Báo cáo thẩm tra.pdf', 'Báo cáo thẩm tra'],
  ['4) Biên bản.pdf', 'Biên bản'],
  ['02 - Báo cáo KT-XH_quý I.pdf', 'Báo cáo KT-XH quý I'],
  ['01-To trinh.pdf', 'To trinh'],
  ['04 Phụ lục.pdf', 'Phụ lục'],
  ['Tờ trình'.normalize('NFD'), 'Tờ trình'],
  ['12-NQ-HĐND.pdf', '12-NQ-HĐND'],
  ['45-TTr-UBND_ký số.pdf', '45-TTr-UBND ký số'],
  ['28.4.2021 Báo cáo.pdf', '28.4.2021 Báo cáo'],
  ['15 huyện.pdf', '15 huyện'],
  ['2021_Bao cao.pdf', '2021 Bao cao'],
  ['01.pdf', '01'],
  ['_.pdf', '_.pdf'],
])('the title of %j is %j', (fileName, title) => {
  expect(titleFrom(fileName)).toBe(title);
});

test('a name goes into a header in ASCII, and in full for those who can read it', () => {
  expect(inlineDisposition('Đề án "số 5".pdf')).toBe(
    'inline; filename="De an _so 5_.pdf"; ' +
      "filename*=UTF-8''%C4%90%E1%BB%81%20%C3%A1n%20%22s%E1%BB%91%205%22.pdf",
  );
  expect(inlineDisposition("a'(b)*.pdf")).toContain("filename*=UTF-8''a%27%28b%29%2A.pdf");
});
