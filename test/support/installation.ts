import { dirname } from 'node:path';
import {
  type Checkpoints,
  createCheckpoints,
  type Verification,
  verifyInstallation,
} from '@hopso/server/features/audit';
import { type BlobStore, openBlobFolder, type StoredBlob } from '@hopso/server/platform/blobs';
import { manualClock } from '@hopso/server/platform/clock';
import {
  type Database,
  type ReadSnapshot,
  readPostgresSnapshot,
  snapshotsOf,
} from '@hopso/server/platform/database';
import { type EventLog, openEventLog } from '@hopso/server/platform/event-log';
import { createLogger } from '@hopso/server/platform/telemetry';
import type { EventData } from '@hopso/shared/kernel';
import { quietLogger, type TestEngine, temporaryFolder } from './engines.ts';
import { accepted, addHostUnit, newMeeting } from './meetings.ts';

/** The data of an installation as a server leaves it: database, stored files, checkpoints. */
export interface Installation {
  readonly database: Database;
  readonly dataDir: string;
  readonly log: EventLog;
  readonly blobs: BlobStore;
  readonly checkpoints: Checkpoints;
  readonly snapshot: ReadSnapshot;
  /** Stores a file and its upload. */
  upload(meeting: string, text: string): Promise<StoredBlob>;
  /** A published meeting whose first event names `papers`. */
  publish(meeting: string, papers?: readonly StoredBlob[]): Promise<void>;
  /** One accepted command with these events. */
  append(meeting: string, ...events: EventData[]): Promise<void>;
  verify(): Promise<Verification>;
  dispose(): Promise<void>;
}

export async function openInstallation(engine: TestEngine): Promise<Installation> {
  const open = await engine.open();
  const { database } = open;
  const folder = temporaryFolder();
  const dataDir = database.engine === 'sqlite' ? dirname(database.file) : folder.path;
  const log = openEventLog(database);
  const blobs = await openBlobFolder(`${dataDir}/blobs`);
  const clock = manualClock(Date.UTC(2021, 3, 28, 1));
  const logger = createLogger({ level: 'silent' });
  const checkpoints = createCheckpoints({ database, clock, logger, dir: dataDir });
  const snapshot: ReadSnapshot =
    database.engine === 'sqlite'
      ? snapshotsOf({ engine: 'sqlite', dataDir }, quietLogger)
      : (fn) => readPostgresSnapshot(database.pool, fn);
  await addHostUnit(database.db);
  await checkpoints.flush();
  let commands = 0;
  const transact = async (meeting: string, events: readonly EventData[], publishes: boolean) => {
    commands += 1;
    const id = `command-${commands}`;
    const seq = (await log.head(meeting))?.seq ?? 0;
    await log.transact(meeting, seq, [id], () => ({ accepted: [accepted(id, ...events)], publishes }));
    checkpoints.note(meeting, []);
  };
  return {
    database,
    dataDir,
    log,
    blobs,
    checkpoints,
    snapshot,
    async upload(meeting, text) {
      const blob = await blobs.put(
        (async function* () {
          yield Buffer.from(text);
        })(),
      );
      const { db } = database;
      await db.write(async (q) => {
        const upload = {
          id: `upload of ${blob.sha256}`,
          meetingId: meeting,
          uploadedBy: 'secretary',
          facts: {},
        };
        await q
          .insert(db.t.uploads)
          .values({ ...upload, ...blob, fileName: 'a.pdf', pages: 1, createdAt: 1 });
      });
      return blob;
    },
    async publish(meeting, papers = []) {
      await log.create(newMeeting(meeting));
      const records = papers.map(({ sha256 }, index) => ({ id: `${meeting} paper ${index}`, sha256 }));
      await transact(meeting, [{ type: 'MeetingPublished', papers: records }], true);
    },
    append: (meeting, ...events) => transact(meeting, events, false),
    verify: () => verifyInstallation({ snapshot, dataDir, blobs }),
    async dispose() {
      await checkpoints.close();
      await open.dispose();
      folder.remove();
    },
  };
}
