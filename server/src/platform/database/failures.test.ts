import { expect, test } from 'vitest';
import { isDiskFull, isUniqueViolation } from './failures.ts';

const failure = (code: string, cause?: Error) => Object.assign(new Error(code, { cause }), { code });

test.each(['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'ENOSPC', '53100'])(
  '%s means that the disk is full',
  (code) => {
    expect(isDiskFull(failure(code))).toBe(true);
    expect(isDiskFull(new Error('Failed query', { cause: failure(code) }))).toBe(true);
    expect(isUniqueViolation(failure(code))).toBe(false);
  },
);

test.each(['SQLITE_CONSTRAINT_PRIMARYKEY', 'SQLITE_CONSTRAINT_UNIQUE', '23505'])(
  '%s means a taken key',
  (code) => {
    expect(isUniqueViolation(new Error('Failed query', { cause: failure(code) }))).toBe(true);
    expect(isDiskFull(failure(code))).toBe(false);
  },
);

test('other failures, and what is no error at all, mean neither', () => {
  for (const other of [new Error('x'), failure('SQLITE_BUSY'), 'SQLITE_FULL', null, { code: 'ENOSPC' }]) {
    expect([isDiskFull(other), isUniqueViolation(other)]).toEqual([false, false]);
  }
});
