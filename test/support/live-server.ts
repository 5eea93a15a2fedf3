import type { AddressInfo } from 'node:net';
import { annotationsOfRooms } from '@hopso/server/features/annotation';
import { ConclusionDrafts, mountDecisions } from '@hopso/server/features/decision';
import { mountMeetings, openHallCode, ParticipantsProjection } from '@hopso/server/features/meeting';
import { createHttpApp, createWebServer, listen, type Principal } from '@hopso/server/platform/http';
import { type LiveSockets, openSockets, socketBells, socketDelivery } from '@hopso/server/platform/live';
import { createLogger, createMetrics, type Metrics } from '@hopso/server/platform/telemetry';
import { actorOf } from './committee.ts';
import { type LiveSide, openLiveSide } from './live-side.ts';

/** The product's rooms behind real sockets and routes on a port of this machine. A sign-in is a name in a cookie. */
export interface LiveServer extends LiveSide {
  readonly port: number;
  readonly url: string;
  readonly sockets: LiveSockets;
  readonly metrics: Metrics;
  readonly projection: ParticipantsProjection;
  /** Sign-ins other than that of the person the cookie names. */
  readonly signIns: Map<string, Principal>;
  /** Tokens of walls, with their meeting. */
  readonly screens: Map<string, string>;
  /** What was logged as a warning or worse. */
  readonly warnings: string[];
  /** What every handshake waits for after its sign-in was found to be in force. */
  duringHandshake: () => Promise<void>;
}

export const principalOf = (personId: string, rest: Partial<Principal> = {}): Principal => ({
  sessionId: personId,
  personId,
  roles: [],
  meetingScope: null,
  passwordChangeRequired: false,
  expiresAt: Number.MAX_SAFE_INTEGER,
  ...rest,
});

export async function serveLiveSide(): Promise<LiveServer> {
  const held: { sockets: LiveSockets | null } = { sockets: null };
  const signIns = new Map<string, Principal>();
  const screens = new Map<string, string>();
  const warnings: string[] = [];
  const logger = createLogger({ level: 'warn', destination: { write: (line) => void warnings.push(line) } });
  const metrics = createMetrics();
  const side = await openLiveSide({
    delivery: (meetingId) => socketDelivery(() => held.sockets, meetingId),
    onCommitted: (...committed) => projection.follow(...committed),
  });
  const { rooms, clock, log, database } = side;
  const { db } = database;
  const projection = new ParticipantsProjection(db, (cause) => side.faults.push(cause));
  const authenticate = async (cookie: string | undefined) => {
    const name = /hopso=([\w-]+)/.exec(cookie ?? '')?.[1];
    return name === undefined ? null : (signIns.get(name) ?? principalOf(name));
  };
  const resolveScreen = async (token: string) => screens.get(token) ?? null;
  const access = {
    isParticipant: async (meeting: string, person: string) =>
      (await rooms.standing(meeting, actorOf(person))) !== null,
    isDesk: async (meeting: string, person: string) =>
      (await rooms.standing(meeting, actorOf(person))) === 'desk',
  };
  const config = {
    mode: 'test',
    publicUrl: undefined,
    trustProxy: false,
    secure: false,
    metricsToken: undefined,
  } as const;
  const app = createHttpApp({
    config,
    logger,
    metrics,
    authenticate,
    access,
    version: '0',
    isReady: () => true,
  });
  const people = async (personId: string) => actorOf(personId);
  mountMeetings(app.mount, {
    db,
    clock,
    rooms,
    projection,
    hallCode: await openHallCode(db, clock),
    actorOf: people,
    resolveScreen,
    preparation: { db, log, clock, unitName: async () => 'UBND tỉnh Long An' },
  });
  const drafts = new ConclusionDrafts({ db, clock, nameOf: async (id) => actorOf(id).name });
  mountDecisions(app.mount, { rooms, drafts, actorOf: people });
  const bells = socketBells(() => held.sockets);
  // No file lies behind the papers of these meetings, so there are no words to carry notes along by.
  const papers = { comparisonOf: async () => null, wordsOf: async () => null };
  annotationsOfRooms({ db, clock, logger, rooms, actorOf: people, bells, papers }).mountRoutes(app.mount);
  const webServer = createWebServer(app.express, { tls: undefined });
  held.sockets = openSockets({
    webServer,
    publicUrl: undefined,
    authenticate,
    actorOf: async (personId) => {
      await server.duringHandshake();
      return actorOf(personId);
    },
    resolveScreen,
    rooms,
    // Floods and slow readers are measured in real time, whatever day the meeting is on.
    clock: { now: clock.now, monotonic: () => performance.now() },
    logger,
    metrics,
  });
  const sockets = held.sockets;
  await listen(webServer, { host: '127.0.0.1', port: 0 });
  const { port } = webServer.address() as AddressInfo;
  const server: LiveServer = Object.assign(side, {
    port,
    url: `http://127.0.0.1:${port}`,
    sockets,
    metrics,
    projection,
    signIns,
    screens,
    warnings,
    duringHandshake: async () => {},
    close: ((closeSide) => async () => {
      sockets.close();
      bells.close();
      webServer.closeAllConnections();
      await new Promise((resolve) => webServer.close(resolve));
      await projection.settled();
      await closeSide();
    })(side.close),
  });
  return server;
}
