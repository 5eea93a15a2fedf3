import { join } from 'node:path';
import { type BlobReading, readBlobFolder } from '#platform/blobs';
import { loadConfig } from '#platform/config';
import type { DatabaseConfig } from '#platform/database';
import { createLogger, type Logger } from '#platform/telemetry';
import type { Terminal } from './terminal.ts';
import { type Texts, textsFor } from './texts.ts';

/** What every command works with: the same installation that a server started here would serve. */
export interface Operation {
  readonly terminal: Terminal;
  readonly texts: Texts;
  readonly dataDir: string;
  readonly database: DatabaseConfig;
  readonly blobs: BlobReading;
  readonly logger: Logger;
}

/** @throws ConfigError */
export function operationOf(terminal: Terminal): Operation {
  const { dataDir, databaseUrl } = loadConfig(terminal.environment);
  return {
    terminal,
    texts: textsFor(terminal.environment),
    dataDir,
    database:
      databaseUrl === undefined ? { engine: 'sqlite', dataDir } : { engine: 'postgres', url: databaseUrl },
    blobs: readBlobFolder(join(dataDir, 'blobs')),
    // Standard output is for the answer; what only delays a server is nothing to tell an operator.
    logger: createLogger({ level: 'error', destination: { write: (line) => terminal.note(line.trimEnd()) } }),
  };
}
