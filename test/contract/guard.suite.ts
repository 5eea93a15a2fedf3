import type { Row } from '@hopso/server/platform/database';
import { openEventLog, type RecordRow, verifyRecord } from '@hopso/server/platform/event-log';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenEngine, TestEngine } from '../support/engines.ts';
import { addHostUnit, createPublished } from '../support/meetings.ts';

/** That a mistaken query cannot change or delete what was recorded. Rebuilding the table must bring the guard back. */
export function guardContract(engine: TestEngine): void {
  describe(`guard of the record on ${engine.name}`, () => {
    let open: OpenEngine;
    let meeting: string;
    let before: RecordRow[];

    beforeAll(async () => {
      open = await engine.open();
      await addHostUnit(open.database.db);
      meeting = await createPublished(openEventLog(open.database));
      before = await rows();
    });
    afterAll(() => open.dispose());

    const rows = async (): Promise<RecordRow[]> => {
      const { read, t } = open.database.db;
      return read.select().from(t.meetingEvents).where(eq(t.meetingEvents.meetingId, meeting));
    };
    const change = (set: Partial<Row<'meetingEvents'>>) => {
      const { db } = open.database;
      const { meetingEvents } = db.t;
      const first = and(eq(meetingEvents.meetingId, meeting), eq(meetingEvents.seq, 1));
      return db.write(async (q) => {
        await q.update(meetingEvents).set(set).where(first);
      });
    };
    const causeOf = (error: unknown): string =>
      error instanceof Error ? `${error.message} ${causeOf(error.cause)}` : '';

    test.each<[string, Partial<Row<'meetingEvents'>>]>([
      ['another meeting', { meetingId: 'm' }],
      ['another place', { seq: 7 }],
      ['another type', { type: 'MeetingEnded' }],
      ['another time', { at: 1 }],
      ['another actor', { actorId: 'somebody' }],
      ['another command', { commandId: 'z' }],
      ['another version', { typeVersion: 2 }],
      ['another head', { head: '{}' }],
      ['another link', { chain: 'f'.repeat(64) }],
      ['other details', { details: '{}' }],
      ['another salt', { salt: 'a'.repeat(32) }],
      ['no details but a salt', { details: null }],
      ['no salt but details', { salt: null }],
    ])('refuses to give a row %s', async (_, set) => {
      await expect(change(set)).rejects.toSatisfy((error) => /cannot be changed/.test(causeOf(error)));
      expect(await rows()).toEqual(before);
    });

    test('refuses to delete a row', async () => {
      const { db } = open.database;
      const removal = db.write(async (q) => {
        await q.delete(db.t.meetingEvents).where(eq(db.t.meetingEvents.meetingId, meeting));
      });
      await expect(removal).rejects.toSatisfy((error) => /cannot be deleted/.test(causeOf(error)));
      expect(await rows()).toEqual(before);
    });

    test('lets details be erased together with their salt, and never come back', async () => {
      await change({ details: null, salt: null });
      expect(verifyRecord(meeting, await rows())).toMatchObject({ ok: true, events: 1 });
      await expect(change({ details: '{}' })).rejects.toThrow();
      await expect(change({ details: '{}', salt: 'a'.repeat(32) })).rejects.toThrow();
    });
  });
}
