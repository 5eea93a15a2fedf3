import { expect, test } from 'vitest';
import { isOwnOrigin, isValidHost } from './origin.ts';

const asked = (origin?: string, secFetchSite?: string) => ({ origin, secFetchSite, host: 'hop.vn' });
const publicUrl = new URL('https://phonghop.gov.vn');

test('the host asked and PUBLIC_URL are our own', () => {
  expect(isOwnOrigin(asked('https://hop.vn', 'same-origin'), undefined)).toBe(true);
  expect(isOwnOrigin(asked('https://phonghop.gov.vn'), publicUrl)).toBe(true);
  expect(isOwnOrigin({ ...asked('http://HOP.vn'), host: 'hop.vn:80' }, undefined)).toBe(true);
  expect(isOwnOrigin(asked(), undefined)).toBe(true);
});

test.each([
  asked('https://hop.vn.evil.example'),
  asked('https://evil.example/hop.vn'),
  asked('https://hop.vn:8443'),
  asked('null'),
  asked('file://hop.vn'),
  asked('http://phonghop.gov.vn'),
  asked(undefined, 'cross-site'),
  asked('https://hop.vn', 'same-site'),
])('%o is foreign', (request) => {
  expect(isOwnOrigin(request, publicUrl)).toBe(false);
});

test('a host that could break out of a header or link is no host', () => {
  for (const host of ['hop.vn', 'hop.vn:3000', '10.0.0.7', '[::1]:3000'])
    expect(isValidHost(host)).toBe(true);
  for (const host of ['a b', 'a/b', 'a"', 'a:b', '', 'a@b', undefined]) expect(isValidHost(host)).toBe(false);
});
