import { readdirSync, readFileSync } from 'node:fs';
import { doorProblems } from '@hopso/shared/kernel';
import { refusalCodes } from '@hopso/shared/session';
import { describe, expect, test } from 'vitest';

type Texts = { readonly [key: string]: string | Texts };

const folder = (language: string) => new URL(`./${language}/`, import.meta.url);
const areasOf = (language: string) =>
  readdirSync(folder(language))
    .filter((name) => name.endsWith('.json'))
    .sort();
const textsOf = (language: string, area: string): Map<string, string> =>
  new Map(flat(JSON.parse(readFileSync(new URL(area, folder(language)), 'utf8')) as Texts));

function flat(texts: Texts, path = ''): Array<[string, string]> {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`),
  );
}
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

test('both languages have the same areas', () => {
  expect(areasOf('en')).toEqual(areasOf('vi'));
});

describe.each(areasOf('vi'))('%s', (area) => {
  const vi = textsOf('vi', area);
  const en = textsOf('en', area);

  test('both languages have the same keys, none empty', () => {
    expect([...en.keys()].sort()).toEqual([...vi.keys()].sort());
    expect([...vi, ...en].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('a text takes the same parameters in both languages', () => {
    const named = (texts: Map<string, string>) =>
      Object.fromEntries([...texts].map(([key, text]) => [key, placeholders(text)]));
    expect(named(en)).toEqual(named(vi));
  });

  test('Vietnamese keeps the house wording', () => {
    const banned = /(?<!\p{L})(bạn|OK|thư mời|nháp|thành công!)(?!\p{L})|!/iu;
    expect([...vi].filter(([, text]) => banned.test(text))).toEqual([]);
  });

  test('who presides, and what is held, are parameters wherever a meeting is known', () => {
    const typed = /phiên họp|hội nghị|chủ tọa|chủ trì(?! nội dung)/iu;
    const fixed = /^(title|words\.|productPurpose|kind\.)/;
    expect([...vi].filter(([key, text]) => typed.test(text) && !fixed.test(key))).toEqual([]);
  });
});

test('every problem of the door and every refusal of a meeting has its own words', () => {
  const texts = textsOf('vi', 'problem.json');
  const codes = [...Object.keys(doorProblems), ...refusalCodes];
  const missing = codes.filter((code) => !texts.has(code.replace('/', '.')));
  expect(missing).toEqual([]);
});
