import { expect, test } from 'vitest';
import { presidingTerms } from './presiding-terms.ts';

const an = { personId: 'an', name: 'Nguyễn Văn An' };
const binh = { personId: 'binh', name: 'Trần Thị Bình' };

test('one who presided throughout has no times', () => {
  expect(presidingTerms({ presided: [{ ...an, since: 10 }], startedAt: 100 })).toEqual([
    { ...an, from: null, to: null },
  ]);
});

test('[M10] each who presided stands with the time of the handing over', () => {
  const presided = [
    { ...an, since: 10 },
    { ...binh, since: 150 },
    { ...an, since: 180 },
  ];
  expect(presidingTerms({ presided, startedAt: 100 })).toEqual([
    { ...an, from: null, to: 150 },
    { ...binh, from: 150, to: 180 },
    { ...an, from: 180, to: null },
  ]);
});

test('who handed over before the opening is not named', () => {
  const presided = [
    { ...an, since: 10 },
    { ...binh, since: 90 },
  ];
  expect(presidingTerms({ presided, startedAt: 100 })).toEqual([{ ...binh, from: null, to: null }]);
});
