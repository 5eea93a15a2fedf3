import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparePages } from './compare-pages.ts';
import { type PageWords, withoutPageNumber } from './page-words.ts';

const line = (text: string, index = 0) => ({
  text,
  box: [72, 700 - index * 20, 500, 714 - index * 20] as const,
});
const page = (number: number, ...texts: readonly string[]): PageWords => ({
  page: number,
  lines: texts.map(line),
  picture: null,
});
const scan = (number: number, picture: string | null): PageWords => ({ page: number, lines: [], picture });
const numbered = (pages: ReadonlyArray<readonly string[]>) =>
  pages.map((texts, index) => page(index + 1, ...texts, `- ${index + 1} -`));
const kinds = (older: readonly PageWords[], newer: readonly PageWords[]) =>
  comparePages(older, newer).pages.map(({ from, kind }) => `${kind} ${from ?? '-'}`);

const a = ['Điều 1. Phê duyệt kế hoạch đầu tư công năm 2021', 'Tổng vốn 7.415 tỷ đồng, phân bổ như sau:'];
const b = ['Điều 2. Giao Sở Kế hoạch và Đầu tư chủ trì, phối hợp với các sở ngành', 'theo dõi, đôn đốc'];
const c = [
  'Điều 3. Chánh Văn phòng, Giám đốc các sở chịu trách nhiệm thi hành',
  'quyết định này kể từ ngày ký',
];

describe('[P11] pages of two versions', () => {
  test('the same file: every page is the same', () => {
    expect(kinds(numbered([a, b, c]), numbered([a, b, c]))).toEqual(['same 1', 'same 2', 'same 3']);
  });

  test('an inserted page changes none, though the printed numbers go up', () => {
    expect(kinds(numbered([a, b]), numbered([a, c, b]))).toEqual(['same 1', 'new -', 'same 2']);
  });

  test('another line break is no change of words; another figure is', () => {
    const broken = [`${a[0]} ${a[1]?.slice(0, 8)}`, a[1]?.slice(8) ?? ''];
    expect(kinds([page(1, ...a)], [page(1, ...broken)])).toEqual(['same 1']);
    const changed = [a[0] ?? '', 'Tổng vốn 7.515 tỷ đồng, phân bổ như sau:'];
    expect(kinds(numbered([a, b]), numbered([changed, b]))).toEqual(['changed 1', 'same 2']);
  });

  test('a page that is gone, and one that stands elsewhere', () => {
    expect(comparePages(numbered([a, b, c]), numbered([a, c]))).toMatchObject({ gone: [2] });
    const moved = kinds(numbered([a, b, c]), numbered([c, a, b]));
    expect(moved).toEqual(['moved 3', 'same 1', 'same 2']);
  });

  test('scans by their pictures; unknown pictures equal none', () => {
    const old = [scan(1, 'x'), scan(2, 'y')];
    expect(kinds(old, [scan(1, 'x'), scan(2, 'n'), scan(3, 'y')])).toEqual(['same 1', 'new -', 'same 2']);
    expect(kinds(old, [scan(1, 'x'), scan(2, 'z')])).toEqual(['same 1', 'changed 2']);
    expect(kinds([scan(1, null)], [scan(1, null)])).toEqual(['changed 1']);
  });

  test('a page number is one only at the head or foot', () => {
    const texts = (...given: readonly string[]) => withoutPageNumber(given.map(line)).map(({ text }) => text);
    expect(texts('7', 'Điều 1', '2021', 'Trang 7/12')).toEqual(['Điều 1', '2021']);
    expect(texts('2021')).toEqual(['2021']);
  });
});

const word = fc.stringMatching(/^[a-zăâđêôơư]{3,9}$/);
const text = fc.array(word, { minLength: 6, maxLength: 12 });
const documents = fc.uniqueArray(text, { minLength: 1, maxLength: 12, selector: (words) => words.join('') });

describe('[P11] laws of the comparison', () => {
  test('every page answers at most once, and no page is told twice', () => {
    fc.assert(
      fc.property(documents, documents, (older, newer) => {
        const compared = comparePages(numbered(older), numbered(newer));
        expect(compared.pages.map(({ page: number }) => number)).toEqual(newer.map((_, index) => index + 1));
        const answered = compared.pages.flatMap(({ from }) => from ?? []);
        expect(new Set(answered).size).toBe(answered.length);
        expect([...answered, ...compared.gone].sort((x, y) => x - y)).toEqual(older.map((_, i) => i + 1));
      }),
    );
  });

  test('a supplement that only adds pages changes none', () => {
    fc.assert(
      fc.property(documents, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (pages, isNew) => {
        const older = pages.filter((_, index) => !isNew[index]);
        const compared = comparePages(numbered(older), numbered(pages));
        expect(compared.gone).toEqual([]);
        expect(compared.pages.map(({ kind }) => kind)).toEqual(
          pages.map((_, index) => (isNew[index] ? 'new' : 'same')),
        );
      }),
    );
  });
});
