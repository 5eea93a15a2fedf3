import { afterEach, beforeEach, expect, test } from 'vitest';
import { actorOf, members, newSession, secretary } from '../../../../test/support/committee.ts';
import { type LiveSide, openLiveSide, publishSession } from '../../../../test/support/live-side.ts';
import { deletePreparation, prepareMeeting } from './preparation.ts';
import { meetingsOf } from './queries.ts';

let side: LiveSide;

beforeEach(async () => {
  side = await openLiveSide();
});
afterEach(() => side.close());

const options = () => ({
  db: side.database.db,
  log: side.log,
  clock: side.clock,
  unitName: async (id: string) => (id === newSession.hostUnitId ? 'UBND tỉnh Long An' : null),
});

test('a secretary of the unit opens a preparation and is its secretary', async () => {
  const prepared = await prepareMeeting(options(), actorOf(secretary), newSession);
  if (!prepared.ok) throw new Error(prepared.error.code);
  await side.rooms.read(prepared.value, (state) => {
    expect(state.meeting).toMatchObject({
      phase: 'draft',
      info: { ...newSession, hostName: 'UBND tỉnh Long An' },
    });
    expect([...state.attendance.participants.values()]).toMatchObject([
      { personId: secretary, capacity: 'secretary', seatId: null },
    ]);
  });
});

test('nobody else may, nor for a unit that is not theirs or does not exist, nor one that ends before it starts', async () => {
  const strange = { ...actorOf(secretary), secretaryOfUnits: ['no-such-unit'] };
  const refusals = [
    await prepareMeeting(options(), actorOf(members[0]), newSession),
    await prepareMeeting(options(), strange, newSession),
    await prepareMeeting(options(), strange, { ...newSession, hostUnitId: 'no-such-unit' }),
    await prepareMeeting(options(), actorOf(secretary), { ...newSession, endsAt: newSession.startsAt }),
  ];
  expect(refusals.map((refusal) => !refusal.ok && refusal.error.code)).toEqual([
    'not-found',
    'not-found',
    'not-found',
    'meeting/ends-before-start',
  ]);
  expect(await side.log.listMeetings()).toEqual([]);
});

test('a preparation is deleted with everything that hangs on it, and nothing of another one', async () => {
  const [meeting, other] = [await side.prepare(), await side.prepare()];
  const { db } = side.database;
  const { t } = db;
  for (const meetingId of [meeting, other]) {
    await side.must(secretary, meetingId, { type: 'AddCommittee' });
    const personId = secretary;
    await db.write(async (q) => {
      await q.insert(t.meetingParticipants).values({ meetingId, personId, capacity: 'secretary' });
      await q
        .insert(t.projectionCursors)
        .values({ name: 'participants', meetingId, stream: 'preparation', seq: 1 });
      await q.insert(t.conclusionDrafts).values({ meetingId, itemId: 'i', rev: 1, text: 'x', updatedAt: 0 });
      await q.insert(t.meetingCodes).values({
        id: `code-${meetingId}`,
        codeHash: meetingId,
        meetingId,
        personId,
        issuedBy: personId,
        issuedAt: 0,
        expiresAt: 0,
      });
      await q.insert(t.loginSessions).values({
        tokenHash: `session-${meetingId}`,
        personId,
        meetingId,
        createdAt: 0,
        lastSeenAt: 0,
        expiresAt: 0,
        userAgent: '',
        address: '',
      });
      await q.insert(t.screenLinks).values({
        tokenHash: `screen-${meetingId}`,
        tokenHint: 'x',
        meetingId,
        createdBy: personId,
        createdAt: 0,
      });
      await q.insert(t.uploads).values({
        id: `upload-${meetingId}`,
        meetingId,
        uploadedBy: personId,
        sha256: 'ab',
        bytes: 1,
        pages: 1,
        fileName: 'a.pdf',
        facts: {},
        createdAt: 0,
      });
      await q.insert(t.paperAccess).values({
        personId,
        meetingId,
        paperId: 'p',
        sha256: 'ab',
        loginSession: 's',
        openedAt: 0,
      });
    });
  }
  const held = async (meetingId: string) => {
    const tables = [
      t.commands,
      t.preparationEvents,
      t.meetingParticipants,
      t.projectionCursors,
      t.conclusionDrafts,
      t.meetingCodes,
      t.loginSessions,
      t.screenLinks,
      t.uploads,
      t.paperAccess,
    ];
    const counts: number[] = [];
    for (const table of tables) {
      const rows = await db.read.select({ meetingId: table.meetingId }).from(table);
      counts.push(rows.filter((row) => row.meetingId === meetingId).length);
    }
    return counts;
  };
  const before = await held(other);
  expect(await held(meeting)).toEqual(before);
  expect(before.every((count) => count > 0)).toBe(true);
  expect(await deletePreparation(db, meeting)).toEqual({ ok: true, value: undefined });
  expect(await held(meeting)).toEqual(before.map(() => 0));
  expect(await held(other)).toEqual(before);
  expect(await side.log.listMeetings()).toEqual([other]);
  expect(await deletePreparation(db, meeting)).toMatchObject({ error: { code: 'not-found' } });
});

test('a meeting with a record is not deleted', async () => {
  const { meeting } = await publishSession(side);
  expect(await deletePreparation(side.database.db, meeting)).toMatchObject({
    error: { code: 'meeting/already-published' },
  });
  expect(await side.log.head(meeting)).toMatchObject({ recordStarted: true });
});

test('what a process left behind that ended while preparing is in nobody’s list', async () => {
  const { db } = side.database;
  await side.log.create({
    id: 'half',
    unitId: newSession.hostUnitId,
    kind: 'regular',
    title: '',
    place: '',
    startsAt: 0,
    createdBy: secretary,
    createdAt: 0,
  });
  const whole = await side.prepare();
  const listed = await meetingsOf(db, secretary, [newSession.hostUnitId], null);
  expect(listed.map(({ id }) => id)).toEqual([whole]);
});
