import { expect, test } from 'vitest';
import { askedRange, isKnownTag } from './byte-range.ts';

test.each([
  [undefined, 'whole'],
  ['bytes=0-', { first: 0, last: 99 }],
  ['bytes=10-19', { first: 10, last: 19 }],
  ['bytes= 10-19', { first: 10, last: 19 }],
  ['bytes=90-500', { first: 90, last: 99 }],
  ['bytes=99-99', { first: 99, last: 99 }],
  ['bytes=-10', { first: 90, last: 99 }],
  ['bytes=-500', { first: 0, last: 99 }],
  ['bytes=100-', 'unsatisfiable'],
  ['bytes=100000000000000000000000-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=20-10', 'whole'],
  ['bytes=0-1,5-9', 'whole'],
  ['bytes=-', 'whole'],
  ['bytes=a-b', 'whole'],
  ['pages=1-2', 'whole'],
])('of 100 bytes, %j is %o', (header, range) => {
  expect(askedRange(header, 100)).toEqual(range);
});

test('nothing has no part', () => {
  expect([askedRange('bytes=0-', 0), askedRange('bytes=-5', 0)]).toEqual(['unsatisfiable', 'unsatisfiable']);
});

test.each([
  ['"a"', true],
  ['W/"a"', true],
  ['"x", "a"', true],
  ['*', true],
  ['"b"', false],
  [undefined, false],
])('the tag "a" is named by %j: %s', (header, isKnown) => {
  expect(isKnownTag(header, '"a"')).toBe(isKnown);
});
