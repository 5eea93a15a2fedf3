import { and, asc, eq, gt, isNull, lt, lte, ne, or } from 'drizzle-orm';
import type { Q, Schema } from '#platform/database';
import type { IntegrityFault } from './fault.ts';

/** More would only say the same again. */
const MOST = 100;

/** Checks that remembered commands and events point at each other. */
export async function checkCommands(q: Q, t: Schema): Promise<IntegrityFault[]> {
  const first = await commandsWithout(q, t, 'firstSeq');
  const last = await commandsWithout(q, t, 'lastSeq');
  const broken = new Map([...first, ...last].map((row) => [`${row.meeting} ${row.command}`, row]));
  const unclaimed = await unclaimedEvents(q, t);
  return [
    ...[...broken.values()].map((row): IntegrityFault => ({ kind: 'command-places', ...row })),
    ...unclaimed.map((row): IntegrityFault => ({ kind: 'event-unclaimed', ...row })),
  ];
}

/** Commands of the record whose first or last place holds no event of theirs. */
async function commandsWithout(q: Q, t: Schema, place: 'firstSeq' | 'lastSeq') {
  const { commands, meetingEvents } = t;
  return q
    .select({ meeting: commands.meetingId, command: commands.id, seq: commands[place] })
    .from(commands)
    .leftJoin(
      meetingEvents,
      and(eq(meetingEvents.meetingId, commands.meetingId), eq(meetingEvents.seq, commands[place])),
    )
    .where(
      and(
        eq(commands.stream, 'record'),
        lte(commands.firstSeq, commands.lastSeq),
        or(isNull(meetingEvents.seq), ne(meetingEvents.commandId, commands.id)),
      ),
    )
    .orderBy(asc(commands.meetingId), asc(commands.firstSeq))
    .limit(MOST);
}

async function unclaimedEvents(q: Q, t: Schema) {
  const { commands, meetingEvents } = t;
  return q
    .select({ meeting: meetingEvents.meetingId, seq: meetingEvents.seq, command: meetingEvents.commandId })
    .from(meetingEvents)
    .leftJoin(
      commands,
      and(eq(commands.meetingId, meetingEvents.meetingId), eq(commands.id, meetingEvents.commandId)),
    )
    .where(
      or(
        isNull(commands.id),
        ne(commands.stream, 'record'),
        lt(meetingEvents.seq, commands.firstSeq),
        gt(meetingEvents.seq, commands.lastSeq),
        ne(commands.actorId, meetingEvents.actorId),
      ),
    )
    .orderBy(asc(meetingEvents.meetingId), asc(meetingEvents.seq))
    .limit(MOST);
}
