import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { numberedItems } from '@hopso/shared/agenda';
import type { Actor } from '@hopso/shared/meeting';
import { includesRight, paperNumber } from '@hopso/shared/paper';
import {
  type Audience,
  audienceOf,
  isRestrictedPaper,
  papersFor,
  projectPack,
  rightOf,
} from '@hopso/shared/session';
import { annotationsOfRooms } from '#annotation';
import { createCheckpoints } from '#audit';
import { ConclusionDrafts, mountDecisions } from '#decision';
import { createIdentity, type Identity } from '#identity';
import {
  factLookUp,
  isInRunningMeeting,
  mountMeetings,
  openHallCode,
  ParticipantsProjection,
  secretaryUnitsOf,
} from '#meeting';
import { createOrganisation, type Organisation } from '#organisation';
import { createPapers, type Papers, type PapersOptions } from '#paper';
import { type BlobStore, openBlobFolder } from '#platform/blobs';
import { type Clock, systemClock } from '#platform/clock';
import type { Config } from '#platform/config';
import { type Database, openDatabase } from '#platform/database';
import { type EventLog, openEventLog } from '#platform/event-log';
import { createHttpApp, createWebServer, listen } from '#platform/http';
import { LiveRooms, type LiveSockets, openSockets, socketBells, socketDelivery } from '#platform/live';
import { createMetrics, type Logger } from '#platform/telemetry';
import { Actors } from './actors.ts';
import { mountInstallation } from './installation.ts';

const clientDir = fileURLToPath(new URL('../../../client/dist', import.meta.url));
/** In-flight work gets this long at the end; then the process goes (security.md row 3). */
const DRAIN_MS = 10_000;

export interface ApplicationOptions {
  readonly config: Config;
  readonly logger: Logger;
  /** The meetings' clock; the demonstration lives on another day. Sign-ins always run on the machine's. */
  readonly clock?: Clock;
  readonly isDemo?: boolean;
  readonly version: string;
  /** Puts something into an opened installation before it is served. */
  readonly prepare?: (application: Core) => Promise<void>;
}

/** The parts that commands go through, without any door to the network. */
export interface Core {
  readonly database: Database;
  readonly log: EventLog;
  readonly clock: Clock;
  readonly rooms: LiveRooms;
  readonly identity: Identity;
  readonly organisation: Organisation;
  readonly papers: Papers;
  readonly drafts: ConclusionDrafts;
  readonly blobs: BlobStore;
  readonly actorOf: (personId: string) => Promise<Actor | null>;
}

export interface Application extends Core {
  readonly port: number;
  /** Refuses new work, finishes what is under way, and lets go of the data folder. */
  close(): Promise<void>;
}

/**
 * Puts the parts together and serves. The only place that knows every part.
 * @throws what opening the database or listening throws: a locked folder, a port in use.
 */
export async function startApplication(options: ApplicationOptions): Promise<Application> {
  const { config, logger, version } = options;
  const clock = options.clock ?? systemClock;
  const metrics = createMetrics();
  const database = await openDatabase(databaseOf(config), { logger });
  const { db } = database;
  const log = openEventLog(database);
  const blobs = await openBlobFolder(join(config.dataDir, 'blobs'));
  const held: { sockets: LiveSockets | null; identity: Identity | null } = { sockets: null, identity: null };
  let isServing = false;

  const organisation: Organisation = createOrganisation({
    db,
    clock,
    afterDeactivation: async (personId) => {
      actors.forget(personId);
      await held.identity?.endSignIns(SYSTEM, personId);
    },
  });
  const actors = new Actors({
    clock: systemClock,
    cards: (personIds) => organisation.personCards(personIds),
    secretaryOfUnits: (personIds) => secretaryUnitsOf(db, personIds),
  });
  const actorOf = (personId: string) => actors.of(personId);
  const projection = new ParticipantsProjection(db, (cause) => {
    metrics.faults.inc({ part: 'projection' });
    logger.error({ err: cause }, 'projection failed');
  });
  const checkpoints = createCheckpoints({ database, clock, logger, dir: config.dataDir });
  const drafts = new ConclusionDrafts({
    db,
    clock,
    nameOf: async (personId) => (await actorOf(personId))?.name ?? '',
  });
  const hallCode = await openHallCode(db, clock);
  const rooms: LiveRooms = new LiveRooms({
    log,
    clock,
    lookUpFacts: factLookUp({
      seatsOn: (unitId, day) => organisation.seatsOn(unitId, day),
      personCards: (ids) => organisation.personCards(ids),
      uploadFact: (uploadId, meetingId) => papers.uploadFact(uploadId, meetingId),
      conclusionDraft: (meetingId, itemId) => drafts.stored(meetingId, itemId),
      hallCode,
      now: () => clock.now(),
    }),
    delivery: (meetingId) => socketDelivery(() => held.sockets, meetingId),
    onCommitted: (meetingId, events, state) => {
      projection.follow(meetingId, events, state);
      checkpoints.note(meetingId, events);
      annotations.carrying.follow(meetingId, events);
    },
    onAnswered: (outcome) => metrics.commands.inc({ outcome }),
    onFault: (meetingId, cause) => {
      metrics.faults.inc({ part: 'live' });
      logger.error({ err: cause, meeting: meetingId }, 'meeting not carried to its screens');
    },
  });
  const access = {
    isParticipant: async (meetingId: string, personId: string) =>
      (await audienceIn(rooms, actorOf, meetingId, personId)) !== null,
    isDesk: async (meetingId: string, personId: string) =>
      (await audienceIn(rooms, actorOf, meetingId, personId)) === 'desk',
  };
  const identity = createIdentity({
    db,
    clock: systemClock,
    logger,
    secure: config.secure,
    meetings: { ...access, isInRunningMeeting: (personId) => isInRunningMeeting(db, personId) },
  });
  held.identity = identity;
  const papers: Papers = createPapers({
    db,
    blobs,
    clock,
    logger,
    meetings: paperAccess(rooms, actorOf, (token) => identity.resolveScreen(token)),
    notesOn: (reader, files) => annotations.notesOn(reader, files),
    documentFolder: join(config.dataDir, 'tmp', 'documents'),
  });
  const bells = socketBells(() => held.sockets);
  const annotations = annotationsOfRooms({ db, clock, logger, rooms, actorOf, bells, papers });
  const core: Core = { database, log, clock, rooms, identity, organisation, papers, drafts, blobs, actorOf };
  for (const meetingId of await projection.behind()) {
    await rooms.read(meetingId, (state) => projection.rebuild(meetingId, state));
  }
  await options.prepare?.(core);
  await projection.settled();
  await identity.start();
  await annotations.carrying.resume();

  const http = createHttpApp({
    config,
    logger,
    metrics,
    authenticate: identity.authenticate,
    access,
    version,
    isReady: () => isServing,
    clientDir,
  });
  identity.mountRoutes(http.mount);
  organisation.mountRoutes(http.mount);
  papers.mountRoutes(http.mount);
  annotations.mountRoutes(http.mount);
  mountMeetings(http.mount, {
    db,
    clock,
    rooms,
    projection,
    hallCode,
    actorOf,
    resolveScreen: (token) => identity.resolveScreen(token),
    preparation: {
      db,
      log,
      clock,
      unitName: async (unitId) => (await organisation.unit(unitId))?.name ?? null,
    },
  });
  mountDecisions(http.mount, { rooms, drafts, actorOf });
  mountInstallation(http.mount, {
    clock,
    isDemo: options.isDemo ?? false,
    config,
    hasAdministrator: () => identity.hasAdministrator(),
  });

  const webServer = createWebServer(http.express, config);
  const sockets = openSockets({
    webServer,
    publicUrl: config.publicUrl,
    authenticate: identity.authenticate,
    actorOf,
    resolveScreen: (token) => identity.resolveScreen(token),
    onUse: (sessionId) => identity.touch(sessionId),
    rooms,
    clock,
    logger,
    metrics,
  });
  held.sockets = sockets;
  identity.onRevoked(({ sessionIds, personId }) => {
    actors.forget(personId);
    for (const sessionId of sessionIds) sockets.disconnectSession(sessionId);
  });
  identity.onScreenRevoked((meetingId) => sockets.disconnectScreens(meetingId));
  const close = async () => {
    isServing = false;
    await sockets.close();
    webServer.closeIdleConnections();
    await within(DRAIN_MS, new Promise<void>((resolve) => webServer.close(() => resolve())));
    webServer.closeAllConnections();
    await projection.settled();
    bells.close();
    rooms.close();
    await annotations.carrying.close();
    await papers.close();
    await identity.close();
    await checkpoints.close();
    await database.close();
  };
  try {
    const port = await listen(webServer, config);
    isServing = true;
    papers
      .readMissingTexts()
      .catch((err: unknown) => logger.error({ err }, 'words of papers not looked for'));
    return { ...core, port, close };
  } catch (cause) {
    await close();
    throw cause;
  }
}

/** What the papers ask of the meetings: who may lay one, and which one a person may open. */
function paperAccess(
  rooms: LiveRooms,
  actorOf: Core['actorOf'],
  resolveScreen: Identity['resolveScreen'],
): PapersOptions['meetings'] {
  return {
    standing: async (meetingId, personId) => {
      const audience = await audienceIn(rooms, actorOf, meetingId, personId);
      return audience === 'screen' ? null : audience;
    },
    paper: async (meetingId, paperId, personId) => {
      const actor = await actorOf(personId);
      if (actor === null) return null;
      return rooms.read(meetingId, (state) => {
        const paper = state.paper.papers.get(paperId);
        if (paper === undefined || paper.withdrawn !== null) return null;
        const right = rightOf(state, paper, actor);
        if (!includesRight(right, 'view')) return null;
        return { ...paper, right, isRestricted: isRestrictedPaper(state, paper) };
      });
    },
    readable: async (meetingId, personId) => {
      const actor = await actorOf(personId);
      if (actor === null) return null;
      return rooms.read(meetingId, (state) => {
        if (audienceOf(state, actor) === null) return null;
        return numberedItems(state.agenda).flatMap(({ item, number }) =>
          papersFor(state, item.id, actor).map((paper) => ({
            ...paper,
            right: rightOf(state, paper, actor),
            isRestricted: isRestrictedPaper(state, paper),
            itemNumber: number,
            number: paperNumber(state.paper, paper),
          })),
        );
      });
    },
    pack: async (meetingId, personId) => {
      const actor = await actorOf(personId);
      return actor === null ? null : rooms.read(meetingId, (state) => projectPack(state, meetingId, actor));
    },
    reader: (personId) => actorOf(personId),
    onWall: async (meetingId, screenToken) => {
      if ((await resolveScreen(screenToken)) !== meetingId) return null;
      return rooms.read(meetingId, (state) => {
        const place = rooms.feedOf(meetingId)?.pages.onWall ?? null;
        const paper = place === null ? undefined : state.paper.papers.get(place.paper);
        if (place === null || paper === undefined || paper.withdrawn !== null) return null;
        // Asked once more: the item or the paper may have been closed to some since the wall was led there.
        if (isRestrictedPaper(state, paper)) return null;
        return { paper, version: place.version };
      });
    },
  };
}

/** Who acts where no person does. */
const SYSTEM = 'system';

const databaseOf = (config: Config) =>
  config.databaseUrl === undefined
    ? ({ engine: 'sqlite', dataDir: config.dataDir } as const)
    : ({ engine: 'postgres', url: config.databaseUrl } as const);

/** The audience a person is of in a meeting; unknown meetings and foreign ones answer null alike. */
async function audienceIn(
  rooms: LiveRooms,
  actorOf: Core['actorOf'],
  meetingId: string,
  personId: string,
): Promise<Audience | null> {
  const actor = await actorOf(personId);
  return actor === null ? null : rooms.read(meetingId, (state) => audienceOf(state, actor));
}

async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, limit]);
  clearTimeout(timer);
}
