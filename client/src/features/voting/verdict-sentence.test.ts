import i18next, { type i18n } from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import english from '../../platform/i18n/en/voting.json' with { type: 'json' };
import vietnamese from '../../platform/i18n/vi/voting.json' with { type: 'json' };
import { type Tally, verdictBasis, verdictSentence } from './verdict-sentence.ts';

let texts: i18n;
beforeAll(async () => {
  texts = i18next.createInstance();
  const resources = { vi: { voting: vietnamese }, en: { voting: english } };
  await texts.init({ lng: 'vi', ns: ['voting'], resources, interpolation: { escapeValue: false } });
});
const tally = (changes: Partial<Tally>): Tally => ({
  total: 22,
  present: 15,
  approve: 11,
  disapprove: 4,
  abstain: 0,
  missing: 0,
  absent: 7,
  needed: 12,
  isAdopted: false,
  reason: 'noMajority',
  ...changes,
});
const say = (changes: Partial<Tally>, language = 'vi') =>
  verdictSentence(texts.getFixedT(language, 'voting'), tally(changes), 'Ủy ban nhân dân tỉnh');

describe('the verdict sentence', () => {
  test('says the arithmetic of a majority of all members that was missed', () => {
    expect(say({})).toBe(
      '22 thành viên, có mặt 15; tán thành 11, không tán thành 4: 11 không quá nửa của 22 — không thông qua',
    );
  });

  test('names those who chose not to vote and those who did not act, apart', () => {
    expect(
      say({ approve: 12, disapprove: 0, abstain: 2, missing: 1, isAdopted: true, reason: 'majority' }),
    ).toBe(
      '22 thành viên, có mặt 15; tán thành 12, không tán thành 0, không biểu quyết 2, chưa biểu quyết 1: ' +
        '12 quá nửa của 22 — thông qua',
    );
  });

  test('a tie is the Chair’s own', () => {
    expect(say({ present: 22, approve: 11, disapprove: 11, isAdopted: true, reason: 'tieByChair' })).toMatch(
      /: số tán thành và không tán thành bằng nhau, theo ý kiến biểu quyết của Chủ tịch Ủy ban nhân dân tỉnh — thông qua$/,
    );
    expect(say({ reason: 'tieNoChair' })).toMatch(/không biểu quyết — không thông qua$/);
  });

  test('is complete in English', () => {
    expect(say({}, 'en')).toBe(
      '22 members, 15 present; 11 for, 4 against: 11 is not more than half of 22 — not adopted',
    );
  });
});

test('an article is printed only where it is given', () => {
  const t = texts.getFixedT('vi', 'voting');
  expect(verdictBasis(t, 'khoản 3 Điều 117')).toBe('Căn cứ khoản 3 Điều 117.');
  expect(verdictBasis(t, null)).toBe('Theo quy chế làm việc đã cấu hình.');
});
