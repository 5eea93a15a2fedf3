import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventData } from '@hopso/shared/kernel';
import { openSqlite, type SqliteDatabase } from '#platform/database';
import { type EventLog, openEventLog } from '#platform/event-log';
import { type Checkpoint, checkpointIn } from './checkpoint.ts';
import { checkpointFile } from './checkpoint-file.ts';

/** An installation in a folder of its own, in which meetings can be recorded. */
export interface Recorded {
  readonly dataDir: string;
  readonly database: SqliteDatabase;
  readonly log: EventLog;
  /** A published meeting; its record has one event. */
  publish(meeting: string): Promise<void>;
  append(meeting: string, ...events: EventData[]): Promise<void>;
  dispose(): Promise<void>;
}

export async function recordedInstallation(): Promise<Recorded> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hopso-'));
  const database = openSqlite(dataDir, { logger: { warn() {} } });
  const log = openEventLog(database);
  const { db } = database;
  await db.write(async (q) => {
    const unit = { id: 'u', code: 'u', name: 'UBND', validFrom: '2000-01-01', sortKey: 'u' };
    await q.insert(db.t.units).values({ ...unit, level: 'province' });
  });
  let commands = 0;
  const transact = async (meeting: string, events: readonly EventData[], publishes: boolean) => {
    commands += 1;
    const id = `c${commands}`;
    const seq = (await log.head(meeting))?.seq ?? 0;
    await log.transact(meeting, seq, [id], () => ({
      accepted: [
        {
          command: { id, actorId: 'clerk', bodyHash: '', answer: null },
          events: events.map((data) => ({ at: 1_619_568_000_000, data })),
        },
      ],
      publishes,
    }));
  };
  return {
    dataDir,
    database,
    log,
    async publish(meeting) {
      const row = {
        unitId: 'u',
        kind: 'regular',
        title: '',
        place: '',
        startsAt: 0,
        createdBy: 'p',
        createdAt: 0,
      };
      await log.create({ id: meeting, ...row });
      await transact(meeting, [{ type: 'MeetingPublished', papers: [] }], true);
    },
    append: (meeting, ...events) => transact(meeting, events, false),
    async dispose() {
      await database.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The lines of the checkpoint file as they stand there. */
export function storedLines(dataDir: string): string[] {
  return readFileSync(checkpointFile(dataDir), 'utf8').split('\n').slice(0, -1);
}

export function storedCheckpoints(dataDir: string): Checkpoint[] {
  return storedLines(dataDir).map((line) => {
    const checkpoint = checkpointIn(line);
    if (checkpoint === null) throw new Error(`Not a checkpoint: ${line}`);
    return checkpoint;
  });
}
