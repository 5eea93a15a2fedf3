import type { Q, Row } from '@hopso/server/platform/database';
import { type EventLog, openEventLog, type RecordRow, verifyRecord } from '@hopso/server/platform/event-log';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OpenEngine, TestEngine } from '../support/engines.ts';
import { liftGuard } from '../support/guard.ts';
import { accepted, addHostUnit, createPublished } from '../support/meetings.ts';

/** That whoever changes a stored record behind the log's back is found out, and where. */
export function recordContract(engine: TestEngine): void {
  describe(`record on ${engine.name}`, () => {
    let open: OpenEngine;
    let log: EventLog;
    let meeting: string;

    beforeAll(async () => {
      open = await engine.open();
      log = openEventLog(open.database);
      await addHostUnit(open.database.db);
      await liftGuard(open.database);
    });
    afterAll(() => open.dispose());

    beforeEach(async () => {
      meeting = await createPublished(log);
      const ids = ['a', 'b', 'c', 'd', 'e'];
      await log.transact(meeting, 1, ids, () => ({
        accepted: ids.map((id) => accepted(id, { type: 'BallotCast', person: id, choice: 'tán thành' })),
      }));
    });

    const rows = (): Promise<RecordRow[]> => {
      const { read, t } = open.database.db;
      return read
        .select()
        .from(t.meetingEvents)
        .where(eq(t.meetingEvents.meetingId, meeting))
        .orderBy(t.meetingEvents.seq)
        .then((found) => found);
    };
    const verify = async () => verifyRecord(meeting, await rows(), (await log.head(meeting)) ?? undefined);

    const change = async (seq: number, set: Partial<Row<'meetingEvents'>>) => {
      const { db } = open.database;
      const { meetingEvents } = db.t;
      await db.write(async (q) => {
        await q
          .update(meetingEvents)
          .set(set)
          .where(and(eq(meetingEvents.meetingId, meeting), eq(meetingEvents.seq, seq)));
      });
    };
    const remove = async (q: Q, seq: number) => {
      const { meetingEvents } = open.database.db.t;
      await q
        .delete(meetingEvents)
        .where(and(eq(meetingEvents.meetingId, meeting), eq(meetingEvents.seq, seq)));
    };

    test('is whole as it was written', async () => {
      const head = await log.head(meeting);
      expect(await verify()).toEqual({ ok: true, events: 6, chain: head?.chain });
    });

    test('does not show two equal events as equal', async () => {
      const heads = (await rows()).slice(1).map(({ head }) => JSON.parse(head).detail);
      expect(new Set(heads).size).toBe(5);
    });

    test.each([
      ['another actor', { actorId: 'somebody' }],
      ['another time', { at: 5 }],
      ['another type', { type: 'BallotWithdrawn' }],
      ['another command', { commandId: 'z' }],
      ['a head of other words', { head: '{}' }],
    ])('shows a row that was given %s', async (_, set) => {
      await change(3, set);
      expect(await verify()).toEqual({ ok: false, seq: 3, fault: 'head' });
    });

    test('shows a row whose columns and head were changed together', async () => {
      const [, , third] = await rows();
      const head = third?.head.replace('"actorId":"secretary"', '"actorId":"somebody"') ?? '';
      await change(3, { actorId: 'somebody', head });
      expect(await verify()).toEqual({ ok: false, seq: 3, fault: 'chain' });
    });

    test('shows details that were edited', async () => {
      await change(4, { details: '{"choice":"không tán thành","person":"c","type":"BallotCast"}' });
      expect(await verify()).toEqual({ ok: false, seq: 4, fault: 'details' });
    });

    test('shows details that were removed while their salt stayed', async () => {
      await change(4, { details: null });
      expect(await verify()).toEqual({ ok: false, seq: 4, fault: 'details' });
    });

    test('stays whole when details are erased together with their salt, and reads them as null', async () => {
      await change(4, { details: null, salt: null });
      expect(await verify()).toMatchObject({ ok: true, events: 6 });
      expect((await log.since(meeting, 3, 1))[0]).toMatchObject({ seq: 4, type: 'BallotCast', data: null });
    });

    test('shows a link that was changed', async () => {
      await change(2, { chain: 'f'.repeat(64) });
      expect(await verify()).toEqual({ ok: false, seq: 2, fault: 'chain' });
    });

    test('shows a row that was taken out', async () => {
      await open.database.db.write((q) => remove(q, 3));
      expect(await verify()).toEqual({ ok: false, seq: 3, fault: 'order' });
    });

    test('shows a tail that was cut', async () => {
      await open.database.db.write((q) => remove(q, 6));
      expect(await verify()).toEqual({ ok: false, seq: 6, fault: 'tail' });
    });

    test('shows a row that was put in', async () => {
      const { db } = open.database;
      const last = (await rows()).at(-1);
      if (!last) throw new Error('The record is empty.');
      await db.write(async (q) => {
        await q
          .insert(db.t.meetingEvents)
          .values({ ...last, seq: 7, head: last.head.replace('"seq":6', '"seq":7') });
      });
      expect(await verify()).toEqual({ ok: false, seq: 7, fault: 'chain' });
    });

    test('shows two rows that changed places', async () => {
      for (const [from, to] of [
        [3, 99],
        [4, 3],
        [99, 4],
      ] as const) {
        await change(from, { seq: to });
      }
      expect(await verify()).toEqual({ ok: false, seq: 3, fault: 'head' });
    });

    test('shows rows that belong to another meeting', async () => {
      const other = await createPublished(log);
      expect(verifyRecord(other, await rows())).toEqual({ ok: false, seq: 1, fault: 'head' });
    });
  });
}
