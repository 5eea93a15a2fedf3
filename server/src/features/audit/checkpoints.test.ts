import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { manualClock } from '#platform/clock';
import { createLogger } from '#platform/telemetry';
import { checkCheckpoints } from './check-checkpoints.ts';
import { lineHash } from './checkpoint.ts';
import { checkpointFile, readCheckpoints } from './checkpoint-file.ts';
import { type Checkpoints, createCheckpoints } from './checkpoints.ts';
import {
  type Recorded,
  recordedInstallation,
  storedCheckpoints,
  storedLines,
} from './recorded.test-support.ts';

let installation: Recorded;
let opened: Checkpoints[] = [];
let logged: string[] = [];

beforeEach(async () => {
  installation = await recordedInstallation();
  opened = [];
  logged = [];
});
afterEach(async () => {
  vi.useRealTimers();
  for (const checkpoints of opened) await checkpoints.close();
  await installation.dispose();
});

function open(): Checkpoints {
  const logger = createLogger({ level: 'warn', destination: { write: (line) => logged.push(line) } });
  const { database, dataDir: dir } = installation;
  const checkpoints = createCheckpoints({ database, clock: manualClock(1_619_568_000_000), logger, dir });
  opened.push(checkpoints);
  return checkpoints;
}
const file = () => checkpointFile(installation.dataDir);
const lines = () => (existsSync(file()) ? storedCheckpoints(installation.dataDir) : []);
/** Notes, then ends as a server does. */
const recordedBefore = async (...meetings: string[]) => {
  const before = open();
  for (const meeting of meetings) before.note(meeting, []);
  await before.close();
};
const noteAndFlush = async (checkpoints: Checkpoints, ...meetings: string[]) => {
  for (const meeting of meetings) checkpoints.note(meeting, []);
  await checkpoints.flush();
};

test('a line names the heads that changed, the root over all, and the line before', async () => {
  const checkpoints = open();
  await installation.publish('m1');
  await noteAndFlush(checkpoints, 'm1');
  await installation.publish('m2');
  await installation.append('m2', { type: 'ItemOpened' });
  await noteAndFlush(checkpoints, 'm1', 'm2');
  const [first, second] = lines();
  const head = async (meeting: string) => ({ meeting, chain: (await installation.log.head(meeting))?.chain });
  expect(first).toMatchObject({
    v: 1,
    at: 1_619_568_000_000,
    size: 1,
    heads: [{ ...(await head('m1')), seq: 1 }],
  });
  expect(second).toMatchObject({ size: 2, heads: [{ ...(await head('m2')), seq: 2 }] });
  expect(second?.prev).toBe(lineHash(storedLines(installation.dataDir)[0] ?? ''));
  const found = await readCheckpoints(file());
  expect(found && checkCheckpoints(found).faults).toEqual([]);
});

test('nothing new makes no line, and a preparation is no record', async () => {
  const checkpoints = open();
  await installation.publish('m1');
  await noteAndFlush(checkpoints, 'm1');
  await noteAndFlush(checkpoints, 'm1', 'unknown');
  expect(lines()).toHaveLength(1);
});

test('a boundary is written within a second, with what came together with it', async () => {
  const checkpoints = open();
  await checkpoints.flush();
  await installation.publish('m1');
  await installation.publish('m2');
  checkpoints.note('m1', [{ type: 'MeetingPublished' }]);
  checkpoints.note('m2', [{ type: 'MeetingPublished' }]);
  await vi.waitFor(() => expect(lines()).toHaveLength(1), { timeout: 1_000, interval: 20 });
  expect(lines()[0]?.heads).toHaveLength(2);
});

test('what is no boundary waits for the fifth minute', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'] });
  const checkpoints = open();
  await checkpoints.flush();
  await installation.publish('m1');
  checkpoints.note('m1', [{ type: 'BallotCast' }]);
  vi.advanceTimersByTime(5 * 60_000 - 1);
  expect(lines()).toEqual([]);
  vi.advanceTimersByTime(1);
  vi.useRealTimers();
  await vi.waitFor(() => expect(lines()).toHaveLength(1));
});

test('what was recorded just before the server died is taken up at its next start', async () => {
  await installation.publish('m1');
  await recordedBefore('m1');
  await installation.append('m1', { type: 'BallotCast' });
  await installation.publish('m2');
  await open().flush();
  expect(lines().map(({ heads }) => heads.map(({ meeting, seq }) => [meeting, seq]))).toEqual([
    [['m1', 1]],
    [
      ['m1', 2],
      ['m2', 1],
    ],
  ]);
  expect(logged).toEqual([]);
});

test('a line that was not finished is reported and written anew', async () => {
  await installation.publish('m1');
  await recordedBefore('m1');
  appendFileSync(file(), '{"at":161956');
  await installation.append('m1', { type: 'BallotCast' });
  await open().flush();
  expect(lines().map(({ heads }) => heads[0]?.seq)).toEqual([1, 2]);
  expect(logged).toEqual([expect.stringContaining('not finished')]);
});

test('a disk that refuses is reported; the next checkpoint has all of it', async () => {
  writeFileSync(dirname(file()), 'in the way');
  const checkpoints = open();
  await installation.publish('m1');
  await noteAndFlush(checkpoints, 'm1');
  expect(logged[0]).toContain('could not be written');
  rmSync(dirname(file()));
  await installation.publish('m2');
  await noteAndFlush(checkpoints, 'm2');
  expect(lines().map(({ size }) => size)).toEqual([2]);
});

test('a checkpoint is not taken back when a record ends before it: that is reported', async () => {
  await installation.publish('m1');
  await installation.append('m1', { type: 'BallotCast' });
  await recordedBefore('m1');
  installation.database.writer.exec("UPDATE meetings SET head_seq = 1 WHERE id = 'm1'");
  await open().flush();
  expect(lines()).toHaveLength(1);
  expect(logged).toEqual([expect.stringContaining('"meeting":"m1","seq":1,"checkpointSeq":2')]);
});

test('a meeting that is gone is reported', async () => {
  await installation.publish('m1');
  await recordedBefore('m1');
  const { writer } = installation.database;
  writer.exec("UPDATE meetings SET record_started = 0 WHERE id = 'm1'");
  await open().flush();
  expect(logged).toEqual([expect.stringContaining('"meeting":"m1","seq":0')]);
});

test('somebody who cut the file while the server ran is not covered up', async () => {
  const checkpoints = open();
  await installation.publish('m1');
  await noteAndFlush(checkpoints, 'm1');
  await installation.publish('m2');
  await noteAndFlush(checkpoints, 'm2');
  writeFileSync(file(), readFileSync(file(), 'utf8').split('\n').slice(1).join('\n'));
  await installation.publish('m3');
  await noteAndFlush(checkpoints, 'm3');
  const found = await readCheckpoints(file());
  expect(found && checkCheckpoints(found).faults[0]).toEqual({ kind: 'checkpoint-chain', line: 1 });
});
