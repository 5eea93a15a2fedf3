import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isDiskFull, openSqlite, type SqliteDatabase } from '#platform/database';
import type { Batch, EventLog } from './event-log.ts';
import { openSqliteEventLog } from './sqlite-event-log.ts';

const MEETINGS = ['m1', 'm2', 'm3', 'm4'] as const;

let dataDir: string;
let database: SqliteDatabase;
let log: EventLog;
let commits = 0;
let beforeCommit: () => void;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'hopso-'));
  database = openSqlite(dataDir, { logger: { warn() {} } });
  beforeCommit = () => {};
  log = openSqliteEventLog({
    database,
    beforeCommit: () => {
      commits += 1;
      beforeCommit();
    },
  });
  const { db } = database;
  await db.write(async (q) => {
    await q
      .insert(db.t.units)
      .values({ id: 'u', code: 'u', name: 'UBND', level: 'province', validFrom: '2000-01-01', sortKey: 'u' });
  });
  for (const id of MEETINGS) {
    await log.create({
      id,
      unitId: 'u',
      kind: 'regular',
      title: '',
      place: '',
      startsAt: 0,
      createdBy: 'p',
      createdAt: 0,
    });
  }
  commits = 0;
});
afterEach(async () => {
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const batch = (id: string, note = ''): Batch => ({
  accepted: [
    {
      command: { id, actorId: 'p', bodyHash: '', answer: null },
      events: [{ at: 1, data: { type: 'Noted', note } }],
    },
  ],
});
const append = (meeting: string, id: string, note?: string) =>
  log.transact(meeting, 0, [id], () => batch(id, note));

test('batches of several meetings that wait together share one COMMIT', async () => {
  await Promise.all(MEETINGS.map((meeting) => append(meeting, 'a')));
  expect(commits).toBe(1);
});

test('a storm is committed in groups of 128 commands', async () => {
  await Promise.all(Array.from({ length: 300 }, (_, index) => append('m1', `c${index}`)));
  expect(commits).toBe(3);
});

test('an answer comes after COMMIT only', async () => {
  let answered = false;
  beforeCommit = () => expect(answered).toBe(false);
  await append('m1', 'a').then(() => {
    answered = true;
  });
  expect([answered, commits]).toEqual([true, 1]);
});

test('a COMMIT that fails fails everyone in it with its cause, keeps nothing, and the next one works', async () => {
  const cause = new Error('the disk went away');
  beforeCommit = () => {
    throw cause;
  };
  const outcomes = await Promise.allSettled(MEETINGS.map((meeting) => append(meeting, 'a')));
  expect(outcomes).toEqual(MEETINGS.map(() => ({ status: 'rejected', reason: cause })));
  for (const meeting of MEETINGS) expect((await log.head(meeting))?.seq).toBe(0);
  beforeCommit = () => {};
  expect((await append('m1', 'a')).headSeq).toBe(1);
});

test('a full disk is told as such, reading goes on, and writing goes on when there is room', async () => {
  await append('m1', 'a');
  const pages = database.writer.pragma('page_count', { simple: true });
  database.writer.pragma(`max_page_count = ${pages}`);
  const outcomes = await Promise.allSettled([
    append('m2', 'large', 'x'.repeat(2_000_000)),
    append('m3', 'large', 'x'.repeat(2_000_000)),
  ]);
  for (const outcome of outcomes) {
    expect(outcome.status === 'rejected' && isDiskFull(outcome.reason)).toBe(true);
  }
  expect((await log.since('m1', 0, 10)).length).toBe(1);
  expect((await log.head('m2'))?.seq).toBe(0);
  database.writer.pragma('max_page_count = 1000000');
  expect((await append('m2', 'large', 'x'.repeat(2_000_000))).headSeq).toBe(1);
});

test('the log goes before feature writes that wait for the same writer', async () => {
  const order: string[] = [];
  const { db } = database;
  const write = (name: string) =>
    db.write(async () => {
      order.push(name);
      // Long enough for the log's turn to come up while others wait.
      await new Promise((resolve) => setImmediate(resolve));
      await new Promise((resolve) => setImmediate(resolve));
    });
  const writes = [write('first'), write('second'), write('third')];
  const appended = log.transact('m1', 0, ['a'], () => {
    order.push('log');
    return batch('a');
  });
  await Promise.all([...writes, appended]);
  expect(order).toEqual(['first', 'log', 'second', 'third']);
});
