import { afterEach, beforeEach, expect, test } from 'vitest';
import { chair, guest, members, secretary } from '../../../../test/support/committee.ts';
import { type LiveSide, openLiveSide, publishSession } from '../../../../test/support/live-side.ts';
import { ParticipantsProjection } from './participants-projection.ts';
import { isInRunningMeeting, meetingsOf } from './queries.ts';

let side: LiveSide;
let projection: ParticipantsProjection;
let faults: unknown[];

beforeEach(async () => {
  faults = [];
  side = await openLiveSide({ onCommitted: (...committed) => projection.follow(...committed) });
  projection = new ParticipantsProjection(side.database.db, (cause) => faults.push(cause));
});
afterEach(async () => {
  await projection.settled();
  await side.close();
});

const meetingsFor = async (personId: string, only: string | null = null) => {
  await projection.settled();
  return (await meetingsOf(side.database.db, personId, [], only)).map(({ id, capacity }) => [id, capacity]);
};

test('a person’s list follows who is added, removed and changed, in the preparation and in the record', async () => {
  const { meeting } = await publishSession(side);
  expect(await meetingsFor(guest)).toEqual([[meeting, 'guest']]);
  expect(await meetingsFor(members[0])).toEqual([[meeting, 'member']]);
  const change = { type: 'ChangeCapacity', person: members[0], from: 'member', to: 'secretary' } as const;
  await side.must(secretary, meeting, change);
  await side.must(secretary, meeting, { type: 'RemoveParticipant', person: guest });
  expect(await meetingsFor(members[0])).toEqual([[meeting, 'secretary']]);
  expect(await meetingsFor(guest)).toEqual([]);
  expect(await meetingsFor(members[0], 'another')).toEqual([]);
});

test('a preparation is in the list of its desk only', async () => {
  const draft = await side.prepare();
  await side.must(secretary, draft, { type: 'AddCommittee' });
  expect(await meetingsFor(chair)).toEqual([[draft, 'chair']]);
  expect(await meetingsFor(members[0])).toEqual([]);
});

test('whoever takes part in a meeting that runs is known to be in it, during its breaks too', async () => {
  const { meeting } = await publishSession(side);
  await projection.settled();
  const { db } = side.database;
  expect(await isInRunningMeeting(db, guest)).toBe(false);
  for (const person of [chair, ...members])
    await side.must(secretary, meeting, { type: 'RecordAttendance', person, from: 'unknown', to: 'room' });
  await side.must(secretary, meeting, { type: 'StartMeeting' });
  expect(await isInRunningMeeting(db, guest)).toBe(true);
  await side.must(secretary, meeting, { type: 'PauseMeeting' });
  expect(await isInRunningMeeting(db, guest)).toBe(true);
  expect(await isInRunningMeeting(db, 'nguoi-la')).toBe(false);
  await side.must(secretary, meeting, { type: 'EndMeeting' });
  expect(await isInRunningMeeting(db, guest)).toBe(false);
});

test('what it did not come to write is found at the next start and written then', async () => {
  const idle = { follow() {} };
  const missed = projection;
  projection = idle as unknown as ParticipantsProjection;
  const neverSeen = await publishSession(side);
  projection = missed;
  const seen = await publishSession(side);
  await projection.settled();
  projection = idle as unknown as ParticipantsProjection;
  await side.must(secretary, seen.meeting, { type: 'RemoveParticipant', person: guest });
  const draft = await side.prepare();
  projection = missed;

  const behind = await projection.behind();
  expect(behind.toSorted()).toEqual([neverSeen.meeting, seen.meeting, draft].toSorted());
  for (const meeting of behind) await side.rooms.read(meeting, (state) => projection.rebuild(meeting, state));
  expect(await projection.behind()).toEqual([]);
  expect(await meetingsFor(guest)).toEqual([[neverSeen.meeting, 'guest']]);
});

test('a write that fails is told, and the next one is not lost for it', async () => {
  const { meeting } = await publishSession(side);
  await projection.settled();
  const { write } = side.database.db;
  const broken = Object.assign(side.database.db, {
    write: async () => {
      throw new Error('the disk went away');
    },
  });
  await side.must(secretary, meeting, { type: 'RemoveParticipant', person: guest });
  await projection.settled();
  expect(faults).toMatchObject([{ message: 'the disk went away' }]);
  Object.assign(broken, { write });
  expect(await projection.behind()).toEqual([meeting]);
  await side.must(secretary, meeting, { type: 'RemoveParticipant', person: members[0] });
  expect(await meetingsFor(guest)).toEqual([]);
  expect(await meetingsFor(members[0])).toEqual([]);
});
