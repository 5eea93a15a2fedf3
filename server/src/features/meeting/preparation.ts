import { randomUUID } from 'node:crypto';
import { type Json, ok, type Result, refuse } from '@hopso/shared/kernel';
import type { Actor, NewMeeting } from '@hopso/shared/meeting';
import type { SessionEvent } from '@hopso/shared/session';
import { eq } from 'drizzle-orm';
import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import type { EventLog } from '#platform/event-log';

export interface PreparationOptions {
  readonly db: Db;
  readonly log: EventLog;
  readonly clock: Clock;
  /** A unit's name as of now; null when there is no such unit. */
  readonly unitName: (unitId: string) => Promise<string | null>;
}

/**
 * Opens a preparation; its author is its first secretary and may hand that on.
 * Returns the meeting's id, or `not-found` for a unit the actor does not prepare meetings for.
 */
export async function prepareMeeting(
  { log, clock, unitName }: PreparationOptions,
  actor: Actor,
  given: NewMeeting,
  id: string = randomUUID(),
): Promise<Result<string>> {
  const hostName = actor.secretaryOfUnits.includes(given.hostUnitId)
    ? await unitName(given.hostUnitId)
    : null;
  if (hostName === null) return refuse('not-found');
  if (given.endsAt !== null && given.endsAt <= given.startsAt) return refuse('meeting/ends-before-start');
  const { hostUnitId: unitId, kind, title, place, startsAt, endsAt } = given;
  const at = clock.now();
  await log.create({
    id,
    unitId,
    kind,
    title,
    place,
    startsAt,
    endsAt,
    createdBy: actor.personId,
    createdAt: at,
  });
  await log.transact(id, 0, [id], () => ({
    accepted: [
      {
        command: { id, actorId: actor.personId, bodyHash: '', answer: null },
        events: firstEvents(actor, given, hostName).map((event) => ({
          at,
          data: event as unknown as { type: string; [key: string]: Json },
        })),
      },
    ],
  }));
  return ok(id);
}

function firstEvents(actor: Actor, given: NewMeeting, hostName: string): SessionEvent[] {
  const { personId, name, post, unit } = actor;
  const secretary = { personId, name, post, unit, capacity: 'secretary' as const };
  return [
    { type: 'MeetingPrepared', info: { ...given, hostName } },
    {
      type: 'ParticipantsAdded',
      participants: [{ ...secretary, seatId: null, site: null, substitutesFor: null }],
    },
  ];
}

/** Deletes a preparation with everything in it. A meeting with a record is never deleted. */
export async function deletePreparation(db: Db, meetingId: string): Promise<Result<undefined>> {
  const { t } = db;
  return db.write(async (q): Promise<Result<undefined>> => {
    const [row] = await q
      .select({ recordStarted: t.meetings.recordStarted })
      .from(t.meetings)
      .where(eq(t.meetings.id, meetingId));
    if (row === undefined) return refuse('not-found');
    if (row.recordStarted) return refuse('meeting/already-published');
    const belonging = [
      t.commands,
      t.preparationEvents,
      t.meetingParticipants,
      t.projectionCursors,
      t.uploads,
      t.conclusionDrafts,
      t.meetingCodes,
      // Those of who came in by a code of this meeting, which opens nothing else.
      t.loginSessions,
      t.screenLinks,
      t.paperAccess,
    ];
    for (const table of belonging) await q.delete(table).where(eq(table.meetingId, meetingId));
    await q.delete(t.meetings).where(eq(t.meetings.id, meetingId));
    return ok(undefined);
  });
}
