import { randomUUID } from 'node:crypto';
import { prepareMeeting } from '@hopso/server/features/meeting';
import { type ManualClock, manualClock } from '@hopso/server/platform/clock';
import { openSqlite, type SqliteDatabase } from '@hopso/server/platform/database';
import { type EventLog, openSqliteEventLog, verifyRecord } from '@hopso/server/platform/event-log';
import { type Delivery, LiveRooms, type LiveRoomsOptions } from '@hopso/server/platform/live';
import type { Actor } from '@hopso/shared/meeting';
import type { CommandAnswer } from '@hopso/shared/protocol';
import type { Command } from '@hopso/shared/session';
import {
  actorOf,
  committeeFacts,
  everybody,
  itemContent,
  newSession,
  START,
  secretary,
  stranger,
} from './committee.ts';
import { quietLogger, temporaryFolder } from './engines.ts';
import { addHostUnit, HOST_UNIT } from './meetings.ts';

/** Nobody looks. */
export const nobody: Delivery = {
  frame() {},
  mine() {},
  presence() {},
  led() {},
  pointer() {},
  ink() {},
  inkPart() {},
  reset() {},
  resetAll() {},
};

export interface LiveSideOptions {
  readonly delivery?: LiveRoomsOptions['delivery'];
  /** An existing data folder; left out, a new one that goes with the side. */
  readonly dataDir?: string;
  readonly onCommitted?: LiveRoomsOptions['onCommitted'];
}

export type Accepted = Extract<CommandAnswer, { ok: true }>;

/** The product's rooms on a real database, without any door to the network. */
export interface LiveSide {
  readonly database: SqliteDatabase;
  readonly log: EventLog;
  readonly rooms: LiveRooms;
  readonly clock: ManualClock;
  readonly dataDir: string;
  /** What was told as a fault of our own; a test that expects none looks that it is empty. */
  readonly faults: unknown[];
  /** Texts in work by item id, for conclusions. */
  readonly drafts: Map<string, { rev: number; text: string }>;
  /** What runs before every COMMIT: what it throws makes the COMMIT fail. */
  beforeCommit: () => void;
  /** Gives a command and returns the verdict. */
  order(person: string | Actor, meeting: string, command: Command, id?: string): Promise<CommandAnswer>;
  /** The same for a command that must be accepted. */
  must(person: string | Actor, meeting: string, command: Command, id?: string): Promise<Accepted>;
  /** Opens a preparation by the secretary. */
  prepare(meeting?: string): Promise<string>;
  /** Whether the stored record of a meeting is whole. */
  verify(meeting: string): Promise<ReturnType<typeof verifyRecord>>;
  close(): Promise<void>;
}

export async function openLiveSide(options: LiveSideOptions = {}): Promise<LiveSide> {
  const folder = options.dataDir === undefined ? temporaryFolder() : { path: options.dataDir, remove() {} };
  const database = openSqlite(folder.path, { logger: quietLogger });
  const clock = manualClock(START - 30 * 60_000);
  const faults: unknown[] = [];
  const drafts = new Map<string, { rev: number; text: string }>();
  const log = openSqliteEventLog({ database, beforeCommit: () => side.beforeCommit() });
  if (options.dataDir === undefined) await addPeople(database);
  const rooms = new LiveRooms({
    log,
    clock,
    lookUpFacts: committeeFacts(clock.now, async (_meeting, item) => drafts.get(item) ?? null),
    delivery: options.delivery ?? (() => nobody),
    onFault: (_meeting, cause) => faults.push(cause),
    ...(options.onCommitted === undefined ? {} : { onCommitted: options.onCommitted }),
  });
  const order: LiveSide['order'] = (person, meeting, command, id = randomUUID()) =>
    rooms.submit(meeting, typeof person === 'string' ? actorOf(person) : person, id, command);
  const side: LiveSide = {
    database,
    log,
    rooms,
    clock,
    dataDir: folder.path,
    faults,
    drafts,
    beforeCommit: () => {},
    order,
    async must(person, meeting, command, id) {
      const answer = await order(person, meeting, command, id);
      if (answer.ok) return answer;
      throw new Error(`${command.type} was refused: ${JSON.stringify(answer.problem)}`);
    },
    async prepare(meeting = randomUUID()) {
      const unitName = async () => 'UBND tỉnh Long An';
      const prepared = await prepareMeeting(
        { db: database.db, log, clock, unitName },
        actorOf(secretary),
        newSession,
        meeting,
      );
      if (!prepared.ok) throw new Error(prepared.error.code);
      return meeting;
    },
    async verify(meeting) {
      const { read, t } = database.db;
      const rows = await read.select().from(t.meetingEvents).orderBy(t.meetingEvents.seq);
      const own = rows.filter((row) => row.meetingId === meeting);
      return verifyRecord(meeting, own, (await log.head(meeting)) ?? undefined);
    },
    async close() {
      rooms.close();
      await database.close();
      folder.remove();
    },
  };
  return side;
}

/** The host unit and everybody who is named in the tests. */
export async function addPeople({ db }: SqliteDatabase): Promise<void> {
  await addHostUnit(db);
  const persons = [...everybody, stranger].map((id) => ({
    id,
    name: actorOf(id).name,
    post: 'Ủy viên',
    unitId: HOST_UNIT,
    active: true,
    createdAt: 0,
  }));
  await db.write(async (q) => void (await q.insert(db.t.persons).values(persons)));
}

export interface Session {
  readonly meeting: string;
  /** Two items for all; the first is the current one. */
  readonly items: readonly [string, string];
}

/** A published session of the seven with guest, presenter and secretary: nobody has come yet. */
export async function publishSession(side: LiveSide, id?: string): Promise<Session> {
  const meeting = await side.prepare(id);
  const must = (command: Command) => side.must(secretary, meeting, command);
  await must({ type: 'AddCommittee' });
  await must({
    type: 'AddParticipants',
    participants: [
      { personId: 'khach-moi', capacity: 'guest' },
      { personId: 'trinh-bay', capacity: 'presenter' },
    ],
  });
  const add = async (title: string, isCollective: boolean) => {
    const content = itemContent(title, { isCollective });
    const { created } = await must({ type: 'AddItem', parentId: null, before: null, content });
    return created[0] ?? '';
  };
  const items = [await add('Dự thảo Nghị quyết', true), await add('Báo cáo kinh tế', false)] as const;
  await must({ type: 'PublishMeeting' });
  return { meeting, items };
}

/** The same, opened with all seven present, at the first item. */
export async function startSession(side: LiveSide, id?: string): Promise<Session> {
  const session = await publishSession(side, id);
  const { meeting, items } = session;
  const state = await side.rooms.read(meeting, ({ meeting: { seats } }) => seats);
  for (const { personId } of state ?? []) {
    const present = { from: 'unknown', to: 'room' } as const;
    await side.must(secretary, meeting, { type: 'RecordAttendance', person: personId, ...present });
  }
  await side.must(secretary, meeting, { type: 'StartMeeting' });
  await side.must(secretary, meeting, { type: 'GoToItem', from: null, to: items[0] });
  return session;
}

/** Opens the first vote on the session's first item; returns its id. */
export async function openVote(side: LiveSide, { meeting, items }: Session): Promise<string> {
  const { created } = await side.must(secretary, meeting, {
    type: 'OpenVoting',
    item: items[0],
    round: 1,
    question: 'Thông qua Dự thảo Nghị quyết?',
    reason: null,
    durationMs: null,
  });
  return created[0] ?? '';
}
