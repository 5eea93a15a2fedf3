import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ManualClock, manualClock } from '#platform/clock';
import { openSqlite, type SqliteDatabase } from '#platform/database';
import { quietLogger, temporaryFolder } from '../../../../test/support/engines.ts';
import { type HallCode, openHallCode } from './hall-code.ts';

const MINUTE = 60_000;

let folder: ReturnType<typeof temporaryFolder>;
let database: SqliteDatabase;
let clock: ManualClock;
let hall: HallCode;

beforeEach(async () => {
  folder = temporaryFolder();
  database = openSqlite(folder.path, { logger: quietLogger });
  clock = manualClock(Date.UTC(2021, 3, 28, 1));
  hall = await openHallCode(database.db, clock);
});
afterEach(async () => {
  await database.close();
  folder.remove();
});

/** Six digits that are not the code. */
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

test('the code on the wall lets in for its minute and the one after', () => {
  const { code, validUntil } = hall.code('m');
  expect(code).toMatch(/^\d{6}$/);
  expect(validUntil - clock.now()).toBe(MINUTE);
  expect(hall.check('m', 'p', code)).toBe(true);
  clock.advance(2 * MINUTE - 1);
  expect(hall.check('m', 'p', code)).toBe(true);
  clock.advance(1);
  expect(hall.check('m', 'p', code)).toBe(false);
});

test('is not that of another meeting, and is known again after a restart', async () => {
  const { code } = hall.code('m');
  expect(hall.code('other').code).not.toBe(code);
  expect(hall.check('other', 'p', code)).toBe(false);
  expect((await openHallCode(database.db, clock)).code('m').code).toBe(code);
});

test('who guesses gets nowhere: after eight wrong codes even the right one waits for five minutes', () => {
  const { code } = hall.code('m');
  for (let guess = 0; guess < 8; guess += 1) expect(hall.check('m', 'guesser', wrong(code))).toBe(false);
  expect(hall.check('m', 'guesser', code)).toBe(false);
  expect(hall.check('m', 'neighbour', code)).toBe(true);
  clock.advance(5 * MINUTE);
  expect(hall.check('m', 'guesser', hall.code('m').code)).toBe(true);
});

test('a right code takes back the slips before it', () => {
  const { code } = hall.code('m');
  for (let round = 0; round < 3; round += 1) {
    for (let guess = 0; guess < 7; guess += 1) hall.check('m', 'p', wrong(code));
    expect(hall.check('m', 'p', code)).toBe(true);
  }
});

test('digits of another script are no code, and no fault', () => {
  expect(hall.check('m', 'p', '１２３４５６')).toBe(false);
});
