import { describe, expect, test } from 'vitest';
import { presidingTerms } from './presiding.ts';

const an = 'an';
const binh = 'binh';

describe('[M10] who presided', () => {
  test('nobody before the session begins', () => {
    expect(presidingTerms({ presided: [{ personId: an, since: 10 }], startedAt: null })).toEqual([]);
  });

  test('one who presided throughout has no times', () => {
    expect(presidingTerms({ presided: [{ personId: an, since: 10 }], startedAt: 100 })).toEqual([
      { personId: an, from: null, to: null },
    ]);
  });

  test('each stands with the time of the handing over', () => {
    const presided = [
      { personId: an, since: 10 },
      { personId: binh, since: 150 },
      { personId: an, since: 180 },
    ];
    expect(presidingTerms({ presided, startedAt: 100 })).toEqual([
      { personId: an, from: null, to: 150 },
      { personId: binh, from: 150, to: 180 },
      { personId: an, from: 180, to: null },
    ]);
  });

  test('who handed over before the opening is not named', () => {
    const presided = [
      { personId: an, since: 10 },
      { personId: binh, since: 90 },
    ];
    expect(presidingTerms({ presided, startedAt: 100 })).toEqual([{ personId: binh, from: null, to: null }]);
  });
});
