import { gatheringOf, type ListedMeeting, type MeetingKind } from '@hopso/shared/meeting';
import { and, asc, eq, gt, inArray, isNotNull, or } from 'drizzle-orm';
import type { Db } from '#platform/database';

const deskCapacities: ReadonlySet<string> = new Set(['chair', 'secretary']);

/** A person's meetings by start time: those they take part in, and those their unit prepares. */
export async function meetingsOf(
  db: Db,
  personId: string,
  secretaryOfUnits: readonly string[],
  only: string | null,
): Promise<ListedMeeting[]> {
  const { meetings, meetingParticipants, units } = db.t;
  // A row without a first event is what was left when the process ended in the middle of preparing it.
  const hasBegun = or(eq(meetings.recordStarted, true), gt(meetings.prepSeq, 0));
  const takesPart = isNotNull(meetingParticipants.personId);
  const mine =
    secretaryOfUnits.length === 0
      ? takesPart
      : or(takesPart, inArray(meetings.unitId, [...secretaryOfUnits]));
  const rows = await db.read
    .select({ meeting: meetings, hostName: units.name, capacity: meetingParticipants.capacity })
    .from(meetings)
    .innerJoin(units, eq(units.id, meetings.unitId))
    .leftJoin(
      meetingParticipants,
      and(eq(meetingParticipants.meetingId, meetings.id), eq(meetingParticipants.personId, personId)),
    )
    .where(and(hasBegun, mine, only === null ? undefined : eq(meetings.id, only)))
    .orderBy(asc(meetings.startsAt), asc(meetings.id));
  return rows
    .map(({ meeting, hostName, capacity }) => {
      const atDesk = secretaryOfUnits.includes(meeting.unitId) || deskCapacities.has(capacity ?? '');
      const kind = meeting.kind as MeetingKind;
      const { id, title, phase, place, startsAt, endsAt, startedAt, endedAt } = meeting;
      const times = { startsAt, endsAt, startedAt, endedAt };
      return {
        id,
        title,
        kind,
        gathering: gatheringOf(kind),
        phase,
        place,
        ...times,
        hostName,
        capacity,
        atDesk,
      };
    })
    .filter((meeting) => meeting.phase !== 'draft' || meeting.atDesk);
}

/** Meetings that run now in which a person takes part: a sign-in does not time out meanwhile. */
export async function isInRunningMeeting(db: Db, personId: string): Promise<boolean> {
  const { meetings, meetingParticipants } = db.t;
  const rows = await db.read
    .select({ id: meetings.id })
    .from(meetings)
    .innerJoin(meetingParticipants, eq(meetingParticipants.meetingId, meetings.id))
    .where(and(eq(meetingParticipants.personId, personId), inArray(meetings.phase, ['inSession', 'paused'])))
    .limit(1);
  return rows.length > 0;
}

/** Units whose meetings each of these persons prepares, by their roles; persons without any are left out. */
export async function secretaryUnitsOf(
  db: Db,
  personIds: readonly string[],
): Promise<{ [personId: string]: string[] }> {
  const { systemRoles } = db.t;
  const units: { [personId: string]: string[] } = {};
  for (let start = 0; start < personIds.length; start += 500) {
    const some = personIds.slice(start, start + 500);
    const rows = await db.read
      .select({ personId: systemRoles.personId, unitId: systemRoles.unitId })
      .from(systemRoles)
      .where(and(inArray(systemRoles.personId, some), eq(systemRoles.role, 'unitSecretary')));
    for (const { personId, unitId } of rows) {
      if (unitId === null) continue;
      units[personId] = [...(units[personId] ?? []), unitId];
    }
  }
  return units;
}
