import { randomUUID } from 'node:crypto';
import { prepareMeeting } from '@hopso/server/features/meeting';
import { manualClock } from '@hopso/server/platform/clock';
import { type EventLog, openEventLog, verifyRecord } from '@hopso/server/platform/event-log';
import { LiveRooms } from '@hopso/server/platform/live';
import { type Command, fold, initialSession, project } from '@hopso/shared/session';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  actorOf,
  committeeFacts,
  itemContent,
  newSession,
  START,
  seatHolders,
  secretary,
} from '../support/committee.ts';
import type { OpenEngine, TestEngine } from '../support/engines.ts';
import { nobody } from '../support/live-side.ts';
import { addHostUnit } from '../support/meetings.ts';

/** That a room decides, commits and answers the same whatever stores its record. */
export function roomContract(engine: TestEngine): void {
  describe(`room on ${engine.name}`, () => {
    let open: OpenEngine;
    let log: EventLog;
    let rooms: LiveRooms;
    let meeting: string;
    let item: string;
    const clock = manualClock(START);
    const faults: unknown[] = [];

    const newRooms = () =>
      new LiveRooms({
        log,
        clock,
        lookUpFacts: committeeFacts(clock.now, async () => null),
        delivery: () => nobody,
        onFault: (_, cause) => faults.push(cause),
      });
    const order = (person: string, command: Command, id: string = randomUUID()) =>
      rooms.submit(meeting, actorOf(person), id, command);
    const must = async (command: Command) => {
      const answer = await order(secretary, command);
      if (!answer.ok) throw new Error(`${command.type}: ${answer.problem.code}`);
      return answer;
    };

    beforeAll(async () => {
      open = await engine.open();
      log = openEventLog(open.database);
      await addHostUnit(open.database.db);
      rooms = newRooms();
      const options = { db: open.database.db, log, clock, unitName: async () => 'UBND tỉnh Long An' };
      const prepared = await prepareMeeting(options, actorOf(secretary), newSession);
      if (!prepared.ok) throw new Error(prepared.error.code);
      meeting = prepared.value;
      await must({ type: 'AddCommittee' });
      const content = itemContent('Dự thảo Nghị quyết');
      const added = await must({ type: 'AddItem', parentId: null, before: null, content });
      item = added.created[0] ?? '';
      await must({ type: 'PublishMeeting' });
      for (const person of seatHolders)
        await must({ type: 'RecordAttendance', person, from: 'unknown', to: 'room' });
      await must({ type: 'StartMeeting' });
      await must({ type: 'GoToItem', from: null, to: item });
    });
    afterAll(async () => {
      rooms.close();
      await open.dispose();
      expect(faults).toEqual([]);
    });

    const head = async () => (await log.head(meeting))?.seq ?? 0;
    const expectStateOfLog = async () => {
      const folded = fold(initialSession(), await log.since(meeting, 0, 10_000));
      await rooms.read(meeting, (state) => {
        expect(state.seq).toBe(folded.seq);
        expect(project(state, meeting, 'desk')).toEqual(project(folded, meeting, 'desk'));
      });
    };

    test('the record began at its first place, and lists see what it says', async () => {
      expect(await log.head(meeting)).toMatchObject({ recordStarted: true, seq: 1 + seatHolders.length + 2 });
      const { read, t } = open.database.db;
      const [row] = await read.select().from(t.meetings).where(eq(t.meetings.id, meeting));
      expect(row).toMatchObject({ phase: 'inSession', title: newSession.title, startedAt: clock.now() });
    });

    test('a storm with retries and refusals in it is answered truly and stored once', async () => {
      const question = { round: 1, question: 'Thông qua?', reason: null, durationMs: null };
      const vote = (await must({ type: 'OpenVoting', item, ...question })).created[0] ?? '';
      const before = await head();
      const cast = { type: 'CastBallot', vote, round: 1, choice: 'approve' } as const;
      const sent = Array.from({ length: 140 }, (_, index) => ({
        id: randomUUID(),
        person: seatHolders[index % seatHolders.length] ?? '',
      }));
      const answers = await Promise.all(
        sent.flatMap(({ id, person }) => [
          order(person, cast, id),
          order(person, cast, id),
          order(person, { ...cast, choice: 'abstain' }, id),
          order(secretary, { type: 'EndMeeting' }),
        ]),
      );
      for (const [index, answer] of answers.entries()) {
        if (index % 4 === 1) expect(answer).toEqual(answers[index - 1]);
        if (index % 4 === 2) expect(answer).toMatchObject({ problem: { code: 'command/id-used' } });
        if (index % 4 === 3) expect(answer).toMatchObject({ problem: { code: 'meeting/vote-open' } });
      }
      const places = answers.filter((_, index) => index % 4 === 0).map((answer) => answer.ok && answer.seq);
      const expected = Array.from({ length: sent.length }, (_, index) => before + 1 + index);
      expect(places.toSorted((a, b) => Number(a) - Number(b))).toEqual(expected);
      expect(await head()).toBe(before + sent.length);
      await expectStateOfLog();
    });

    test('another process that opens the meeting finds the same state and knows the ids', async () => {
      const id = randomUUID();
      const first = await order(secretary, { type: 'TakeOverDesk', from: secretary }, id);
      const joined = await order(seatHolders[0] ?? '', { type: 'JoinOnDevice', device: 'Máy 1' }, id);
      rooms.close();
      rooms = newRooms();
      expect(await order(secretary, { type: 'TakeOverDesk', from: secretary }, id)).toEqual(first);
      expect(joined).toMatchObject({ problem: { code: 'command/id-used' } });
      await expectStateOfLog();
    });

    test('the record is whole', async () => {
      const { read, t } = open.database.db;
      const { meetingEvents } = t;
      const rows = await read
        .select()
        .from(meetingEvents)
        .where(eq(meetingEvents.meetingId, meeting))
        .orderBy(meetingEvents.seq);
      expect(verifyRecord(meeting, rows, (await log.head(meeting)) ?? undefined)).toMatchObject({ ok: true });
    });
  });
}
