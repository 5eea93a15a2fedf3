import type { Phase } from '@hopso/shared/meeting';
import type { Kit } from '../kit.ts';
import type { OrganisationTables } from './organisation.ts';

export type MeetingPhase = Phase;
/** The kind's identifier as the meeting feature defines it; the database does not judge it. */
export type MeetingKind = string;
export type MeetingStream = 'preparation' | 'record';

/** `chain` of a record that has no event yet. */
export const GENESIS_CHAIN = '0'.repeat(64);

/**
 * A meeting, its two streams, the commands that were accepted, and what is projected from them.
 * `head_*` belong to the record, `prep_seq` to the preparation; only the event log writes these.
 */
export function meetingTables(k: Kit, { units, persons }: OrganisationTables) {
  const meetings = k.table(
    'meetings',
    {
      id: k.str('id').primaryKey(),
      unitId: k
        .str('unit_id')
        .notNull()
        .references(() => units.id, { onDelete: 'restrict' }),
      phase: k.str<MeetingPhase>('phase').notNull(),
      kind: k.str<MeetingKind>('kind').notNull(),
      title: k.str('title').notNull(),
      place: k.str('place').notNull(),
      startsAt: k.ms('starts_at').notNull(),
      endsAt: k.ms('ends_at'),
      recordStarted: k.bool('record_started').notNull().default(false),
      headSeq: k.int('head_seq').notNull().default(0),
      headChain: k.str('head_chain').notNull().default(GENESIS_CHAIN),
      prepSeq: k.int('prep_seq').notNull().default(0),
      startedAt: k.ms('started_at'),
      endedAt: k.ms('ended_at'),
      createdBy: k.str('created_by').notNull(),
      createdAt: k.ms('created_at').notNull(),
      updatedAt: k.ms('updated_at').notNull(),
    },
    (t) => [
      k.index('meetings_by_phase').on(t.phase, t.startsAt),
      k.index('meetings_by_start').on(t.startsAt),
      k.index('meetings_by_unit').on(t.unitId, t.startsAt),
    ],
  );
  const meetingId = () =>
    k
      .str('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'restrict' });

  const preparationEvents = k.table(
    'preparation_events',
    {
      meetingId: meetingId(),
      seq: k.int('seq').notNull(),
      at: k.ms('at').notNull(),
      actorId: k.str('actor_id').notNull(),
      commandId: k.str('command_id').notNull(),
      type: k.str('type').notNull(),
      typeVersion: k.int('type_version').notNull(),
      details: k.str('details').notNull(),
    },
    (t) => [k.pk({ columns: [t.meetingId, t.seq] })],
  );
  const meetingEvents = k.table(
    'meeting_events',
    {
      meetingId: meetingId(),
      seq: k.int('seq').notNull(),
      type: k.str('type').notNull(),
      at: k.ms('at').notNull(),
      actorId: k.str('actor_id').notNull(),
      commandId: k.str('command_id').notNull(),
      typeVersion: k.int('type_version').notNull(),
      /** Canonical JSON that is hashed; it holds no names and no choices. */
      head: k.str('head').notNull(),
      /** Names, titles, choices. Null together with `salt` once erased. */
      details: k.str('details'),
      salt: k.str('salt'),
      chain: k.str('chain').notNull(),
    },
    (t) => [k.pk({ columns: [t.meetingId, t.seq] })],
  );
  const commands = k.table(
    'commands',
    {
      meetingId: meetingId(),
      id: k.str('id').notNull(),
      actorId: k.str('actor_id').notNull(),
      bodyHash: k.str('body_hash').notNull(),
      firstSeq: k.int('first_seq').notNull(),
      lastSeq: k.int('last_seq').notNull(),
      answer: k.str('answer').notNull(),
      stream: k.str<MeetingStream>('stream').notNull(),
    },
    (t) => [k.pk({ columns: [t.meetingId, t.id] })],
  );
  const meetingParticipants = k.table(
    'meeting_participants',
    {
      meetingId: meetingId(),
      personId: k
        .str('person_id')
        .notNull()
        .references(() => persons.id, { onDelete: 'restrict' }),
      capacity: k.str('capacity').notNull(),
    },
    (t) => [
      k.pk({ columns: [t.meetingId, t.personId] }),
      k.index('meeting_participants_by_person').on(t.personId, t.meetingId),
    ],
  );
  const projectionCursors = k.table(
    'projection_cursors',
    {
      name: k.str('name').notNull(),
      meetingId: meetingId(),
      stream: k.str<MeetingStream>('stream').notNull(),
      seq: k.int('seq').notNull(),
    },
    (t) => [k.pk({ columns: [t.name, t.meetingId] })],
  );
  return { meetings, preparationEvents, meetingEvents, commands, meetingParticipants, projectionCursors };
}

export type MeetingTables = ReturnType<typeof meetingTables>;
