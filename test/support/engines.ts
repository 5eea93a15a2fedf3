import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Database,
  type DatabaseLogger,
  openPostgres,
  openSqlite,
  postgresPool,
} from '@hopso/server/platform/database';
import { pglitePool } from './pglite.ts';

/** A storage engine that the contract suites run on. */
export interface TestEngine {
  readonly name: string;
  /** False when everything shares one connection: then a read waits for an open write. */
  readonly readsBesideWrites: boolean;
  /** An empty, migrated database of its own. */
  open(): Promise<OpenEngine>;
}

export interface OpenEngine {
  readonly database: Database;
  /** Closes the database and leaves nothing behind. */
  dispose(): Promise<void>;
}

/** Drops what an operator would be warned of: on a busy test machine every write is slow. */
export const quietLogger: DatabaseLogger = { warn() {} };

/** A new empty folder and how to remove it. */
export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'hopso-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

const sqlite: TestEngine = {
  name: 'SQLite',
  readsBesideWrites: true,
  async open() {
    const folder = temporaryFolder();
    const database = openSqlite(folder.path, { logger: quietLogger });
    return {
      database,
      async dispose() {
        await database.close();
        folder.remove();
      },
    };
  },
};

const pglite: TestEngine = {
  name: 'PGlite',
  readsBesideWrites: false,
  async open() {
    const database = await openPostgres(await pglitePool());
    return { database, dispose: () => database.close() };
  },
};

function postgres(serverUrl: string): TestEngine {
  return {
    name: 'PostgreSQL',
    readsBesideWrites: true,
    async open() {
      const name = `hopso_test_${randomBytes(6).toString('hex')}`;
      const server = postgresPool(serverUrl, quietLogger);
      await server.query(`CREATE DATABASE ${name} ENCODING 'UTF8' TEMPLATE template0`, []);
      const url = new URL(serverUrl);
      url.pathname = `/${name}`;
      const database = await openPostgres(postgresPool(url.href, quietLogger));
      return {
        database,
        async dispose() {
          await database.close();
          await server.query(`DROP DATABASE ${name} WITH (FORCE)`, []);
          await server.close();
        },
      };
    },
  };
}

/** The engines of this run: PostgreSQL only on the server that `TEST_DATABASE_URL` names. */
export function testEngines(): TestEngine[] {
  const serverUrl = process.env.TEST_DATABASE_URL;
  return serverUrl ? [sqlite, pglite, postgres(serverUrl)] : [sqlite, pglite];
}
