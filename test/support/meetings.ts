import { randomUUID } from 'node:crypto';
import type { Db } from '@hopso/server/platform/database';
import type { Accepted, EventLog, NewMeetingRow } from '@hopso/server/platform/event-log';
import type { EventData, Json } from '@hopso/shared/kernel';

/** The committee that meets in tests. */
export const HOST_UNIT = 'unit-long-an';

/** Adds the host unit, which every meeting refers to. */
export async function addHostUnit(db: Db): Promise<void> {
  await db.write(async (q) => {
    await q.insert(db.t.units).values({
      id: HOST_UNIT,
      code: '80',
      name: 'UBND tỉnh Long An',
      level: 'province',
      validFrom: '1976-01-01',
      sortKey: '80',
    });
  });
}

export function newMeeting(id: string = randomUUID()): NewMeetingRow {
  return {
    id,
    unitId: HOST_UNIT,
    kind: 'regular',
    title: 'Phiên họp thường kỳ tháng 4',
    place: 'Phòng họp số 1',
    startsAt: Date.UTC(2021, 3, 28, 0, 30),
    createdBy: 'secretary',
    createdAt: Date.UTC(2021, 3, 20),
  };
}

/** A new preparation; returns its id. */
export async function createMeeting(log: EventLog): Promise<string> {
  const meeting = newMeeting();
  await log.create(meeting);
  return meeting.id;
}

/** A meeting whose record has its first event; returns its id. */
export async function createPublished(log: EventLog): Promise<string> {
  const meeting = await createMeeting(log);
  await log.transact(meeting, 0, ['publish'], () => ({
    accepted: [accepted('publish', { type: 'MeetingPublished', title: 'Phiên họp thường kỳ tháng 4' })],
    meeting: { phase: 'published' },
    publishes: true,
  }));
  return meeting;
}

/** An accepted command of the secretary with its events. */
export function accepted(id: string, ...data: EventData[]): Accepted {
  return answered(id, null, ...data);
}

export function answered(id: string, answer: Json, ...data: EventData[]): Accepted {
  return {
    command: { id, actorId: 'secretary', bodyHash: `hash of ${id}`, answer },
    events: data.map((one, index) => ({ at: Date.UTC(2021, 3, 28) + index, data: one })),
  };
}
