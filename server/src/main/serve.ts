import { ConfigError, loadConfig } from '#platform/config';
import { DatabaseNewerError, DataDirLockedError, UnsafeDatabaseError } from '#platform/database';
import { createLogger, type Logger } from '#platform/telemetry';
import { type Application, startApplication } from './application.ts';
import { version } from './version.ts';

/** Runs the production server until it is told to end. Faults an operator can mend are said in one sentence. */
export async function serve(): Promise<void> {
  try {
    const config = loadConfig(process.env);
    const logger = createLogger({ level: config.logLevel });
    const application = await startApplication({ config, logger, version });
    endOnSignal(application, logger);
    const scheme = config.tls === undefined ? 'http' : 'https';
    logger.info(
      { url: config.publicUrl?.origin ?? `${scheme}://${config.host}:${application.port}` },
      'serving',
    );
    if (!(await application.identity.hasAdministrator())) {
      logger.warn('No administrator yet: run "npm run hopso -- create-admin" on this machine.');
    }
  } catch (cause) {
    const sentence = sentenceFor(cause);
    if (sentence === undefined) throw cause;
    console.error(sentence);
    process.exit(1);
  }
}

/** SIGTERM and SIGINT drain; a second one does not wait. */
export function endOnSignal(application: Application, logger: Logger): void {
  let isEnding = false;
  const end = (signal: string) => {
    if (isEnding) process.exit(1);
    isEnding = true;
    logger.info({ signal }, 'ending');
    application.close().then(
      () => process.exit(0),
      (cause: unknown) => {
        logger.error({ err: cause }, 'did not end cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => end('SIGTERM'));
  process.on('SIGINT', () => end('SIGINT'));
}

/** What to tell the operator; undefined for faults of our own. */
export function sentenceFor(cause: unknown): string | undefined {
  if (cause instanceof ConfigError) return `The settings cannot be used:\n${cause.message}`;
  const known = [DataDirLockedError, DatabaseNewerError, UnsafeDatabaseError];
  if (known.some((type) => cause instanceof type)) return (cause as Error).message;
  if (cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE')
    return 'The port is in use: set PORT to another one.';
  return undefined;
}
