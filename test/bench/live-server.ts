// The product's live side in a process of its own: log, rooms, feeds and sockets on SQLite; sign-in is a name.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '@hopso/server/platform/clock';
import { openSqlite } from '@hopso/server/platform/database';
import { openSqliteEventLog } from '@hopso/server/platform/event-log';
import { LiveRooms, type LiveSockets, openSockets, socketDelivery } from '@hopso/server/platform/live';
import { createLogger, createMetrics } from '@hopso/server/platform/telemetry';
import { answerAsks } from './child.ts';
import { seatHall, storeUnit } from './hall.ts';

const SLOW_COMMIT_MS = 8;

/** Blocks as a slow disk's flush does: the process can do nothing else meanwhile. */
function block(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

let isDiskSlow = false;
let log: ReturnType<typeof openSqliteEventLog> | null = null;

async function listen(dataDir: string): Promise<number> {
  const database = openSqlite(dataDir, { logger: { warn() {} } });
  await storeUnit(database);
  log = openSqliteEventLog({ database, beforeCommit: () => isDiskSlow && block(SLOW_COMMIT_MS) });
  const webServer = createServer();
  const opened: { sockets: LiveSockets | null } = { sockets: null };
  const rooms = new LiveRooms({
    log,
    clock: systemClock,
    lookUpFacts: () => ({}),
    delivery: (meetingId) => socketDelivery(() => opened.sockets, meetingId),
    onFault: (_, cause) => {
      throw cause;
    },
  });
  opened.sockets = openSockets({
    webServer,
    publicUrl: undefined,
    authenticate: async (cookie) => principalOf(cookie),
    actorOf: async (personId) => ({ personId, name: personId, post: '', unit: '', secretaryOfUnits: [] }),
    resolveScreen: async () => null,
    rooms,
    clock: systemClock,
    logger: createLogger({ level: 'error' }),
    metrics: createMetrics(),
  });
  return new Promise((resolve) => {
    webServer.listen({ host: '127.0.0.1', port: 0, backlog: 4096 }, () =>
      resolve((webServer.address() as AddressInfo).port),
    );
  });
}

function principalOf(cookie: string | undefined) {
  const personId = /hopso=([\w-]+)/.exec(cookie ?? '')?.[1];
  if (personId === undefined) return null;
  const rights = { roles: [], meetingScope: null, passwordChangeRequired: false };
  return { sessionId: personId, personId, ...rights, expiresAt: Number.MAX_SAFE_INTEGER };
}

const api = {
  listen,
  /** A new meeting with all members present; answers the vote's id. */
  seat: async ({ meeting, electors, hasVote }: { meeting: string; electors: number; hasVote: boolean }) => {
    if (log === null) throw new Error('not listening');
    return (await seatHall(log, meeting, electors, hasVote)).voteId;
  },
  slowDisk: (isSlow: boolean) => {
    isDiskSlow = isSlow;
  },
  /** CPU of this process so far, µs. */
  cpu: () => {
    const { user, system } = process.cpuUsage();
    return user + system;
  },
};
export type LiveServerApi = typeof api;
answerAsks(api);
