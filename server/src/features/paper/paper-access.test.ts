import { afterEach, beforeEach, expect, test } from 'vitest';
import { manualClock } from '#platform/clock';
import type { Db } from '#platform/database';
import { createLogger } from '#platform/telemetry';
import { PaperAccess } from './paper-access.ts';
import { NOW, type ServedPapers, servePapers } from './served-papers.test-support.ts';

let served: ServedPapers;
beforeEach(async () => {
  served = await servePapers();
});
afterEach(() => served.close());

const opened = (loginSession: string) => ({
  meetingId: 'm1',
  personId: 'an',
  paperId: 'p1',
  sha256: 'a'.repeat(64),
  loginSession,
});
const newAccess = (db: Db = served.db) =>
  new PaperAccess({ db, clock: manualClock(NOW), logger: createLogger({ level: 'silent' }) });
const sessions = async () => {
  const rows = await served.db.read.select().from(served.db.t.paperAccess);
  return rows.map(({ loginSession }) => loginSession).toSorted();
};

test('a hall that opens its papers at once is written in a few steps', async () => {
  const access = newAccess();
  for (let tablet = 0; tablet < 1_000; tablet += 1) access.note(opened(`s${tablet}`));
  await access.flush();
  expect(await sessions()).toHaveLength(1_000);
});

test('what another process or an earlier run has written already is no fault', async () => {
  for (const access of [newAccess(), newAccess()]) {
    access.note(opened('s1'));
    access.note(opened('s1'));
    await access.flush();
  }
  expect(await sessions()).toEqual(['s1']);
});

test('what cannot be written stays until it can', async () => {
  let isFull = true;
  const db: Db = {
    ...served.db,
    write: (fn) => (isFull ? Promise.reject(new Error('full')) : served.db.write(fn)),
  };
  const access = newAccess(db);
  access.note(opened('s1'));
  await access.flush();
  expect(await sessions()).toEqual([]);
  isFull = false;
  access.note(opened('s2'));
  await access.flush();
  expect(await sessions()).toEqual(['s1', 's2']);
});
