import { randomUUID } from 'node:crypto';
import { type Database, isUniqueViolation, NestedWriteError } from '@hopso/server/platform/database';
import {
  type EventLog,
  KnownSeqAheadError,
  MeetingUnknownError,
  openEventLog,
} from '@hopso/server/platform/event-log';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenEngine, TestEngine } from '../support/engines.ts';
import {
  accepted,
  addHostUnit,
  answered,
  createMeeting,
  createPublished,
  newMeeting,
} from '../support/meetings.ts';

/** What every event log promises, whichever engine keeps it. */
export function eventLogContract(engine: TestEngine): void {
  describe(`event log on ${engine.name}`, () => {
    let open: OpenEngine;
    let database: Database;
    let log: EventLog;

    beforeAll(async () => {
      open = await engine.open();
      database = open.database;
      log = openEventLog(database);
      await addHostUnit(database.db);
    });
    afterAll(() => open.dispose());

    const meetingRow = async (meeting: string) => {
      const { db } = database;
      const [row] = await db.read.select().from(db.t.meetings).where(eq(db.t.meetings.id, meeting));
      return row;
    };

    describe('a preparation', () => {
      test('begins empty, in draft, without a record', async () => {
        const meeting = await createMeeting(log);
        expect(await log.head(meeting)).toEqual({ seq: 0, chain: '0'.repeat(64), recordStarted: false });
        expect(await log.since(meeting, 0, 10)).toEqual([]);
        expect(await meetingRow(meeting)).toMatchObject({ phase: 'draft', endsAt: null, startedAt: null });
        expect(await log.listMeetings()).toContain(meeting);
      });

      test('has an id of its own', async () => {
        const meeting = await createMeeting(log);
        const again = log.create(newMeeting(meeting));
        await expect(again).rejects.toSatisfy(isUniqueViolation);
      });

      test('keeps events in the order of their commands, without a chain', async () => {
        const meeting = await createMeeting(log);
        const { committed, headSeq } = await log.transact(meeting, 0, ['a', 'b'], () => ({
          accepted: [
            accepted('a', { type: 'ItemAdded', title: 'Đầu tư công' }, { type: 'ItemMoved', to: 1 }),
            accepted('b', { type: 'ItemAdded', title: 'Ngân sách' }),
          ],
        }));
        expect(headSeq).toBe(3);
        expect(committed.map(({ seq, type, commandId }) => [seq, type, commandId])).toEqual([
          [1, 'ItemAdded', 'a'],
          [2, 'ItemMoved', 'a'],
          [3, 'ItemAdded', 'b'],
        ]);
        expect(await log.since(meeting, 0, 10)).toEqual(committed);
        expect(await log.head(meeting)).toEqual({ seq: 3, chain: '0'.repeat(64), recordStarted: false });
      });
    });

    describe('a record', () => {
      test('begins at 1 when the meeting is published, and is what readers then follow', async () => {
        const meeting = await createMeeting(log);
        await log.transact(meeting, 0, ['a'], () => ({
          accepted: [accepted('a', { type: 'ItemAdded' }, { type: 'ItemAdded' })],
        }));
        const { committed, headSeq } = await log.transact(meeting, 2, ['publish'], () => ({
          accepted: [accepted('publish', { type: 'MeetingPublished', items: 2 })],
          meeting: { phase: 'published' },
          publishes: true,
        }));
        expect([headSeq, committed[0]?.seq]).toEqual([1, 1]);
        expect(await log.since(meeting, 0, 10)).toEqual(committed);
        expect(await log.head(meeting)).toMatchObject({ seq: 1, recordStarted: true });
        expect(await meetingRow(meeting)).toMatchObject({ phase: 'published', prepSeq: 2, headSeq: 1 });
      });

      test('cannot begin twice, nor without an event', async () => {
        const preparation = await createMeeting(log);
        const empty = log.transact(preparation, 0, ['p'], () => ({
          accepted: [accepted('p')],
          publishes: true,
        }));
        await expect(empty).rejects.toThrow('without an event');
        const published = await createPublished(log);
        const again = log.transact(published, 1, ['p'], () => ({
          accepted: [accepted('p', { type: 'MeetingPublished' })],
          publishes: true,
        }));
        await expect(again).rejects.toThrow('begun already');
      });

      test('gives back what it was given: diacritics, null, numbers, nesting, versions', async () => {
        const meeting = await createPublished(log);
        const data = {
          type: 'ConclusionRecorded',
          typeVersion: 2,
          text: 'Đồng ý thông qua; giao Sở Tài chính "khẩn trương"\n\u2028 thực hiện 𝄞',
          due: null,
          amounts: [0, -1.5, 1e21, 9_007_199_254_740_991],
          by: { 'đơn vị': true, '': false },
        };
        const { committed } = await log.transact(meeting, 1, ['c'], () => ({
          accepted: [accepted('c', data)],
        }));
        const [stored] = await log.since(meeting, 1, 10);
        expect(stored).toEqual(committed[0]);
        expect(stored).toMatchObject({ seq: 2, typeVersion: 2, actorId: 'secretary', data });
      });

      test('is read in pieces', async () => {
        const meeting = await createPublished(log);
        await log.transact(meeting, 1, ['many'], () => ({
          accepted: [accepted('many', ...Array.from({ length: 9 }, () => ({ type: 'Tick' })))],
        }));
        expect((await log.since(meeting, 2, 4)).map(({ seq }) => seq)).toEqual([3, 4, 5, 6]);
        expect((await log.since(meeting, 8, 4)).map(({ seq }) => seq)).toEqual([9, 10]);
      });

      test('takes batches larger than one group', async () => {
        const meeting = await createPublished(log);
        const ids = Array.from({ length: 1_000 }, (_, index) => `c${index}`);
        const { headSeq } = await log.transact(meeting, 1, ids, () => ({
          accepted: ids.map((id) => accepted(id, { type: 'BallotCast', ballot: id })),
        }));
        expect(headSeq).toBe(1_001);
        expect((await log.since(meeting, 0, 2_000)).length).toBe(1_001);
      });
    });

    describe('deciding', () => {
      test('sees what was committed after the place it knows', async () => {
        const meeting = await createPublished(log);
        const first = await log.transact(meeting, 1, ['a'], () => ({
          accepted: [accepted('a', { type: 'ItemOpened', item: 1 })],
        }));
        const seen: unknown[] = [];
        await log.transact(meeting, 1, ['b'], (missed) => {
          seen.push(...missed);
          return { accepted: [] };
        });
        expect(seen).toEqual(first.committed);
      });

      test('is told of commands that were accepted before, with their answer and places', async () => {
        const meeting = await createPublished(log);
        await log.transact(meeting, 1, ['a', 'b'], () => ({
          accepted: [
            answered('a', { vote: 'v1', 'kết quả': null }, { type: 'VotingOpened' }, { type: 'Tick' }),
            answered('b', true),
          ],
        }));
        await log.transact(meeting, 3, ['a', 'b', 'c'], (_, seen) => {
          expect(seen.get('a')).toEqual({
            actorId: 'secretary',
            bodyHash: 'hash of a',
            firstSeq: 2,
            lastSeq: 3,
            answer: { vote: 'v1', 'kết quả': null },
          });
          expect(seen.get('b')).toMatchObject({ firstSeq: 4, lastSeq: 3, answer: true });
          expect(seen.has('c')).toBe(false);
          return { accepted: [] };
        });
        expect.assertions(3);
      });

      test('remembers the commands of a meeting only for that meeting, and across its publication', async () => {
        const [one, two] = [await createPublished(log), await createPublished(log)];
        await log.transact(one, 1, ['x'], () => ({ accepted: [accepted('x', { type: 'Tick' })] }));
        await log.transact(two, 1, ['x', 'publish'], (_, seen) => {
          expect([...seen.keys()]).toEqual(['publish']);
          return { accepted: [accepted('x', { type: 'Tick' })] };
        });
        expect.assertions(1);
      });

      test('that writes nothing leaves nothing', async () => {
        const meeting = await createPublished(log);
        const before = await meetingRow(meeting);
        const answer = await log.transact(meeting, 1, ['a'], () => ({ accepted: [] }));
        expect(answer).toEqual({ committed: [], headSeq: 1 });
        expect(await meetingRow(meeting)).toEqual(before);
      });

      test('that throws leaves nothing and disturbs no other meeting', async () => {
        const meetings = await Promise.all([1, 2, 3, 4, 5].map(() => createPublished(log)));
        const outcomes = await Promise.allSettled(
          meetings.map((meeting, index) =>
            log.transact(meeting, 1, ['a'], () => {
              if (index === 2) throw new Error('no such item');
              return { accepted: [accepted('a', { type: 'Tick' })] };
            }),
          ),
        );
        expect(outcomes.map(({ status }) => status)).toEqual([
          'fulfilled',
          'fulfilled',
          'rejected',
          'fulfilled',
          'fulfilled',
        ]);
        const heads = await Promise.all(meetings.map((meeting) => log.head(meeting)));
        expect(heads.map((head) => head?.seq)).toEqual([2, 2, 1, 2, 2]);
      });

      test('in 200 writers at once on two logs loses no step', async () => {
        const meeting = await createPublished(log);
        const logs = [log, openEventLog(database)];
        await Promise.all(
          Array.from({ length: 200 }, (_, index) =>
            logs[index % 2]?.transact(meeting, 1, [`c${index}`], (missed) => ({
              accepted: [accepted(`c${index}`, { type: 'Counted', count: missed.length + 1 })],
            })),
          ),
        );
        const events = await log.since(meeting, 1, 500);
        expect(events.map(({ data }) => data?.count)).toEqual(events.map((_, index) => index + 1));
        expect(events.length).toBe(200);
        expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 2));
      });

      test('on many meetings at once keeps each one whole', async () => {
        const meetings = await Promise.all(Array.from({ length: 12 }, () => createPublished(log)));
        await Promise.all(
          meetings.flatMap((meeting) =>
            [1, 2, 3, 4].map((step) =>
              log.transact(meeting, 1, [`c${step}`], () => ({
                accepted: [accepted(`c${step}`, { type: 'Tick', meeting })],
              })),
            ),
          ),
        );
        for (const meeting of meetings) {
          const events = await log.since(meeting, 1, 10);
          expect(events.map(({ data }) => data?.meeting)).toEqual(Array(4).fill(meeting));
        }
      });
    });

    describe('refused outright', () => {
      test('a meeting that is not there', async () => {
        const unknown = randomUUID();
        const attempt = log.transact(unknown, 0, [], () => ({ accepted: [] }));
        await expect(attempt).rejects.toBeInstanceOf(MeetingUnknownError);
        expect(await log.head(unknown)).toBeNull();
        expect(await log.since(unknown, 0, 10)).toEqual([]);
      });

      test('a caller that claims to know more than there is', async () => {
        const meeting = await createPublished(log);
        const attempt = log.transact(meeting, 2, [], () => ({ accepted: [] }));
        await expect(attempt).rejects.toBeInstanceOf(KnownSeqAheadError);
      });

      test('a command id that is used twice: none of the batch is kept', async () => {
        const meeting = await createPublished(log);
        await log.transact(meeting, 1, ['a'], () => ({ accepted: [accepted('a', { type: 'Tick' })] }));
        const again = log.transact(meeting, 2, [], () => ({
          accepted: [accepted('b', { type: 'Tick' }), accepted('a', { type: 'Tick' })],
        }));
        await expect(again).rejects.toSatisfy(isUniqueViolation);
        expect((await log.head(meeting))?.seq).toBe(2);
      });

      test('a write that fails half-way, without harm to meetings that commit at the same time', async () => {
        const meetings = await Promise.all([1, 2, 3].map(() => createPublished(log)));
        const outcomes = await Promise.allSettled(
          meetings.map((meeting, index) =>
            log.transact(meeting, 1, [], () => ({
              accepted: [
                accepted('x', { type: 'Tick' }),
                accepted(index === 1 ? 'x' : 'y', { type: 'Tick' }),
              ],
            })),
          ),
        );
        expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
        const lengths = await Promise.all(
          meetings.map(async (meeting) => (await log.since(meeting, 0, 9)).length),
        );
        expect(lengths).toEqual([3, 1, 3]);
      });

      test('data that has no canonical form', async () => {
        const meeting = await createPublished(log);
        const attempt = log.transact(meeting, 1, ['a'], () => ({
          accepted: [accepted('a', { type: 'Tick', broken: Number.NaN })],
        }));
        await expect(attempt).rejects.toThrow();
        expect((await log.head(meeting))?.seq).toBe(1);
      });
    });

    describe("the meeting's row and other writes", () => {
      test('a patch sets what it names, clears with null, and leaves the rest', async () => {
        const meeting = await createPublished(log);
        await log.transact(meeting, 1, ['a'], () => ({
          accepted: [accepted('a', { type: 'SessionStarted' })],
          meeting: { phase: 'inSession', startedAt: 77, endsAt: 99 },
        }));
        await log.transact(meeting, 2, ['b'], () => ({
          accepted: [accepted('b', { type: 'TimeChanged' })],
          meeting: { endsAt: null, title: 'Họp chuyên đề' },
        }));
        expect(await meetingRow(meeting)).toMatchObject({
          phase: 'inSession',
          startedAt: 77,
          endsAt: null,
          title: 'Họp chuyên đề',
          place: 'Phòng họp số 1',
        });
      });

      test('what is written along with the events is kept and lost with them', async () => {
        const { db } = database;
        const meeting = await createPublished(log);
        const cursor = (seq: number) => ({
          name: 'attendance',
          meetingId: meeting,
          stream: 'record' as const,
          seq,
        });
        const batch = (id: string) => () => ({ accepted: [accepted(id, { type: 'Tick' })] });
        await log.transact(meeting, 1, ['a'], batch('a'), async (q) => {
          await q.insert(db.t.projectionCursors).values(cursor(2));
        });
        const failing = log.transact(meeting, 2, ['b'], batch('b'), async (q) => {
          await q
            .update(db.t.projectionCursors)
            .set({ seq: 3 })
            .where(eq(db.t.projectionCursors.meetingId, meeting));
          throw new Error('projection failed');
        });
        await expect(failing).rejects.toThrow('projection failed');
        const rows = await db.read
          .select()
          .from(db.t.projectionCursors)
          .where(eq(db.t.projectionCursors.meetingId, meeting));
        expect(rows).toEqual([cursor(2)]);
        expect((await log.head(meeting))?.seq).toBe(2);
      });

      test('an append inside a write, or a write inside an append, is refused instead of waiting for itself', async () => {
        const { db } = database;
        const meeting = await createPublished(log);
        const inWrite = db.write(() => log.transact(meeting, 1, [], () => ({ accepted: [] })));
        await expect(inWrite).rejects.toBeInstanceOf(NestedWriteError);
        const inAppend = log.transact(
          meeting,
          1,
          [],
          () => ({ accepted: [] }),
          () => db.write(async () => undefined),
        );
        await expect(inAppend).rejects.toBeInstanceOf(NestedWriteError);
      });

      test('appends and feature writes that alternate all succeed', async () => {
        const { db } = database;
        const meeting = await createPublished(log);
        const settings = Array.from({ length: 20 }, (_, index) => `alternating-${index}`);
        await Promise.all(
          settings.flatMap((key) => [
            db.write(async (q) => {
              await q.insert(db.t.settings).values({ key, value: 'đ' });
            }),
            log.transact(meeting, 1, [key], () => ({ accepted: [accepted(key, { type: 'Tick' })] })),
          ]),
        );
        expect((await log.head(meeting))?.seq).toBe(21);
      });
    });
  });
}
