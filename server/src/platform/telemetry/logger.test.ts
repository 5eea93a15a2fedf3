import { expect, test } from 'vitest';
import { withCorrelation } from './correlation.ts';
import { createLogger } from './logger.ts';

function capturingLogger() {
  const lines: string[] = [];
  const logger = createLogger({ level: 'debug', destination: { write: (line) => void lines.push(line) } });
  return { logger, lines };
}

test('secrets do not reach the log, at the top or one level down', () => {
  const { logger, lines } = capturingLogger();
  logger.info({ password: 'p-1', user: { password: 'p-2', token: 'p-3' }, choice: 'p-4' }, 'signed in');
  logger.info({ req: { headers: { cookie: 'p-5', authorization: 'p-6' } } }, 'request');
  expect(lines.join('')).not.toMatch(/p-\d/);
  expect(lines).toHaveLength(2);
});

test('values of a failed query do not reach the log', () => {
  const { logger, lines } = capturingLogger();
  const failed = Object.assign(new Error('Failed query: insert\nparams: hash-of-a-password'), {
    query: 'insert into users values (?)',
    params: ['hash-of-a-password'],
    cause: Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR', detail: 'hash-of-a-password' }),
  });
  logger.error({ err: new Error('not stored', { cause: failed }) }, 'failed');
  expect(lines.join('')).not.toContain('hash-of-a-password');
  expect(JSON.parse(lines[0] ?? '').err.cause.cause).toMatchObject({
    message: 'disk I/O error',
    errorCode: 'SQLITE_IOERR',
  });
});

test('a name with line breaks and terminal codes stays inside its line', () => {
  const { logger, lines } = capturingLogger();
  logger.warn({ name: 'An\r\n{"level":"fatal"}\u001b[31m' }, 'odd name');
  expect(lines).toHaveLength(1);
  for (const broken of ['\r', '\n', '\u001b']) expect(lines[0]?.trimEnd()).not.toContain(broken);
});

test('lines written while handling a request carry its id, also after an await', async () => {
  const { logger, lines } = capturingLogger();
  await withCorrelation('c-1', async () => {
    await Promise.resolve();
    logger.info('inside');
  });
  logger.info('outside');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'info', correlationId: 'c-1' });
  expect(JSON.parse(lines[1] ?? '')).not.toHaveProperty('correlationId');
});
