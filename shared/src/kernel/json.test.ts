import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, type Json } from './json.ts';
import { doorProblems, problemOf } from './problem.ts';
import { ok, refuse, stale } from './result.ts';

describe('the one text form of a value', () => {
  test('keys stand in the order of their UTF-16 units, numbers as ECMAScript writes them', () => {
    const value = { đ: 1, b: [3, { z: 1e21, a: 0.000001 }], a: -0, é: '\u0007"', '1': null, A: true };
    expect(canonicalJson(value)).toBe(
      '{"1":null,"A":true,"a":0,"b":[3,{"a":0.000001,"z":1e+21}],"é":"\\u0007\\"","đ":1}',
    );
  });

  test('is the same however the keys were put in, and means the same when read', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value as Json);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text) as Json)).toBe(text);
        expect(canonicalJson(turned(value as Json))).toBe(text);
      }),
    );
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('%s has none', (value) => {
    expect(() => canonicalJson({ value })).toThrow();
    expect(() => canonicalJson(undefined as unknown as Json)).toThrow(TypeError);
  });
});

/** The same value with the keys of every object put in backwards. */
function turned(value: Json): Json {
  if (Array.isArray(value)) return value.map(turned);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, turned(part)]),
  );
}

describe('refusals', () => {
  test('are data: a code, and particulars where there are any', () => {
    expect(ok(1)).toEqual({ ok: true, value: 1 });
    expect(refuse('voting/closed')).toEqual({ ok: false, error: { code: 'voting/closed' } });
    expect(stale({ rev: 2 })).toEqual({
      ok: false,
      error: { code: 'stale', params: { current: { rev: 2 } } },
    });
  });

  test('of the door have their own status, refusals of a rule answer 409', () => {
    expect(problemOf('auth/required')).toMatchObject({ status: 401, code: 'auth/required' });
    expect(problemOf('quorum/short', { missing: 1 }, 'c-1')).toEqual({
      type: 'urn:hopso:problem:quorum/short',
      title: 'Refused by a rule; the code says which.',
      status: 409,
      code: 'quorum/short',
      params: { missing: 1 },
      correlationId: 'c-1',
    });
    expect(problemOf('toString').status).toBe(409);
    for (const { status } of Object.values(doorProblems)) expect(status).toBeGreaterThanOrEqual(400);
  });
});
