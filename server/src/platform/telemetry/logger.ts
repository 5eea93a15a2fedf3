import { type DestinationStream, type Logger, pino } from 'pino';
import { correlationId } from './correlation.ts';

export type { Logger } from 'pino';

/** Names under which a secret may reach the log by mistake, at the top or one level down. */
const secretNames = [
  'password',
  'currentPassword',
  'newPassword',
  'passwordHash',
  'token',
  'tokenHash',
  'meetingCode',
  'codeHash',
  'cookie',
  'authorization',
  'salt',
  'choice',
  'DATABASE_URL',
  'databaseUrl',
];

const redactedPaths = secretNames
  .flatMap((name) => [name, `*.${name}`])
  .concat(['req.headers.cookie', 'req.headers.authorization', 'res.headers["set-cookie"]']);

export interface LoggerOptions {
  readonly level: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** Where lines go; standard output when left out. */
  readonly destination?: DestinationStream;
}

/** One JSON object per line; secrets are replaced, line breaks in values are escaped, lines carry the correlation id. */
export function createLogger({ level, destination }: LoggerOptions): Logger {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: errorFacts },
    redact: { paths: redactedPaths, censor: '[hidden]' },
    mixin: () => {
      const id = correlationId();
      return id === undefined ? {} : { correlationId: id };
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

type ErrorFacts = {
  readonly type: string;
  readonly message: string;
  readonly stack: string;
  readonly errorCode?: string;
  readonly cause?: ErrorFacts;
};

/**
 * Type, message, stack and causes. All else is dropped: database drivers hang the query's values on their errors,
 * and drizzle even prints them into the message, where a password hash or a ballot would reach the log.
 */
function errorFacts(error: unknown): ErrorFacts {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error), stack: '' };
  const message = 'query' in error && 'params' in error ? `Failed query: ${error.query}` : error.message;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    message,
    stack: frames.join('\n'),
    ...('code' in error && typeof error.code === 'string' ? { errorCode: error.code } : {}),
    ...(error.cause === undefined ? {} : { cause: errorFacts(error.cause) }),
  };
}
