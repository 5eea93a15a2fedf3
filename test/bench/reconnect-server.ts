// The whole product on a prepared data folder: a thousand people signed in, their session running.
import { createHash, randomBytes } from 'node:crypto';
import { startApplication } from '@hopso/server/main/application';
import { loadConfig } from '@hopso/server/platform/config';
import { openDatabase } from '@hopso/server/platform/database';
import { openEventLog } from '@hopso/server/platform/event-log';
import { createLogger } from '@hopso/server/platform/telemetry';
import { answerAsks } from './child.ts';
import { personOf, SECRETARY, seatHall, storeUnit } from './hall.ts';

const DAY_MS = 86_400_000;

async function prepare({ dataDir, count }: { dataDir: string; count: number }): Promise<string[]> {
  const database = await openDatabase({ engine: 'sqlite', dataDir }, { logger: { warn() {} } });
  const { db } = database;
  await storeUnit(database);
  const now = Date.now();
  const people = [SECRETARY, ...Array.from({ length: count }, (_, index) => personOf(index))];
  const tokens = people.map(() => randomBytes(32).toString('base64url'));
  await db.write(async (q) => {
    for (const [index, id] of people.entries()) {
      const token = tokens[index] ?? '';
      await q
        .insert(db.t.persons)
        .values({ id, name: id, post: 'Ủy viên', unitId: 'unit', active: true, createdAt: now });
      await q.insert(db.t.users).values({
        personId: id,
        username: id,
        passwordHash: '-',
        mustChange: false,
        disabled: false,
        createdAt: now,
        updatedAt: now,
      });
      await q.insert(db.t.loginSessions).values({
        tokenHash: createHash('sha256').update(token).digest('hex'),
        personId: id,
        createdAt: now,
        lastSeenAt: now,
        expiresAt: now + DAY_MS,
        userAgent: 'bench',
        address: '127.0.0.1',
      });
    }
  });
  await seatHall(openEventLog(database), 'hall', count);
  await database.close();
  return tokens.slice(1);
}

async function listen(dataDir: string): Promise<number> {
  const config = loadConfig({ NODE_ENV: 'production', DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error' });
  const application = await startApplication({
    config,
    logger: createLogger({ level: 'error' }),
    version: 'bench',
  });
  return application.port;
}

const api = { prepare, listen };
export type ReconnectServerApi = typeof api;
answerAsks(api);
