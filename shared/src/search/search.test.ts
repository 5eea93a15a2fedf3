import { describe, expect, test } from 'vitest';
import { type Mark, marksIn, matchPage } from './match.ts';
import { normalFormOf } from './normal-form.ts';
import { parseQuery } from './query.ts';
import { searchPages } from './search-pages.ts';
import { snippetOf } from './snippet.ts';

const PAGE = [
  'ỦY BAN NHÂN DÂN TỈNH LONG AN',
  'Căn cứ Nghị quyết số 12/NQ-HĐND ngày 10/12/2020 của Hội đồng nhân dân tỉnh;',
  'các đại biểu thống nhất ngưỡng chịu tải của đường tỉnh 830.',
].join('\n');

function found(query: string, text = PAGE): string[] {
  const parsed = parseQuery(query);
  return parsed === null ? [] : marksIn(text, parsed).map(([start, end]) => text.slice(start, end));
}
function rankOf(query: string, text = PAGE) {
  const parsed = parseQuery(query);
  return parsed === null ? null : (matchPage(normalFormOf(text), parsed)?.rank ?? null);
}

describe('what finds what', () => {
  test.each([
    ['nguong', ['ngưỡng']],
    ['NGƯỠNG', ['ngưỡng']],
    ['ngưỡng'.normalize('NFD'), ['ngưỡng']],
    ['dai bieu', ['đại biểu']],
    ['đai bieu', ['đại biểu']],
    ['uy ban nhan dan', ['ỦY BAN NHÂN DÂN']],
    ['12 nq hdnd', ['12/NQ-HĐND']],
    ['12/NQ-HĐND', ['12/NQ-HĐND']],
    ['“nhân dân tỉnh”', ['NHÂN DÂN TỈNH', 'nhân dân tỉnh']],
  ])('[F1] %s', (query, places) => expect(found(query)).toEqual(places));

  test('[F1] a text that is not composed, and signs that cannot be seen, are found alike', () => {
    const text = 'các đại biểu, Quốc\u00adhội'.normalize('NFD');
    expect(found('đại biểu', text).map((place) => place.normalize('NFC'))).toEqual(['đại biểu']);
    expect(found('quochoi', text)).toHaveLength(1);
  });

  test('[F2] words are whole; a phrase goes over line ends; a part of a number is no number', () => {
    expect(found('ngu')).toEqual([]);
    expect(found('an can cu')).toEqual(['AN\nCăn cứ']);
    expect(found('83')).toEqual([]);
    expect(found('830')).toEqual(['830']);
  });

  test('[F2] several words stand on one page, together where they can', () => {
    expect(found('nghị quyết đường')).toEqual(['Nghị', 'quyết', 'đường']);
    expect(found('"nghị quyết" đường')).toEqual(['Nghị quyết', 'đường']);
    expect(found('nghị quyết xã')).toEqual([]);
    expect(found('"quyết nghị"')).toEqual([]);
    expect(found('nhân dân')).toEqual(['NHÂN DÂN', 'nhân dân']);
  });

  test('[F2] nothing to look for finds nothing', () => {
    for (const nothing of ['', '  ', '/-.', '""', '“ ”']) expect(parseQuery(nothing)).toBeNull();
  });

  test('[F3] as it is written, then without marks, then apart', () => {
    expect(['đại biểu', 'dai bieu', 'biểu đại', 'bieu dai'].map((query) => rankOf(query))).toEqual([
      0, 1, 2, 3,
    ]);
    expect(rankOf('đai biêu')).toBe(1);
    expect(rankOf('long an')).toBe(0);
  });

  test('[F4] marks do not overlap', () => {
    expect(found('"tỉnh long" "long an"')).toEqual(['TỈNH LONG']);
  });
});

test('[F4] the piece around a place is cut between words and marked', () => {
  const text = `${'một hai ba '.repeat(30)}\nngưỡng chịu tải\n${'bốn năm sáu '.repeat(40)}`;
  const query = parseQuery('nguong chiu');
  if (query === null) throw new Error('Nothing to look for.');
  const [hit] = searchPages([{ page: 4, text }], query);
  expect(hit).toMatchObject({ page: 4, places: 1, rank: 1 });
  const { text: piece, marks } = hit?.snippet ?? { text: '', marks: [] as Mark[] };
  expect(marks.map(([start, end]) => piece.slice(start, end))).toEqual(['ngưỡng chịu']);
  expect(piece).toMatch(/^…(một|hai|ba) [^\n]* (bốn|năm|sáu)…$/);
  expect(piece.length).toBeLessThan(260);
});

test('[F4] a short page is its own piece', () => {
  expect(snippetOf('Tờ trình', [[0, 2]])).toEqual({ text: 'Tờ trình', marks: [[0, 2]] });
  expect(snippetOf('', [])).toEqual({ text: '', marks: [] });
});
