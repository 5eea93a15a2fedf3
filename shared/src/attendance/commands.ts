import { z } from 'zod';
import { id, line, prose } from '#meeting';
import { capacities, presentModes } from './attendance.ts';

const mode = z.enum(presentModes);
const site = line(120).nullable();

export const attendanceCommandSchemas = {
  AddParticipants: z.strictObject({
    type: z.literal('AddParticipants'),
    participants: z
      .array(
        z.strictObject({
          personId: id,
          capacity: z.enum(capacities),
          site: site.optional(),
          substitutesFor: id.optional(),
        }),
      )
      .min(1)
      .max(500),
  }),
  /** Everybody who holds a seat of the host committee on the day of the session. */
  AddCommittee: z.strictObject({ type: z.literal('AddCommittee') }),
  RemoveParticipant: z.strictObject({ type: z.literal('RemoveParticipant'), person: id }),
  ChangeCapacity: z.strictObject({
    type: z.literal('ChangeCapacity'),
    person: id,
    from: z.enum(capacities),
    to: z.enum(capacities),
  }),
  AnswerInvitation: z.strictObject({
    type: z.literal('AnswerInvitation'),
    answer: z.enum(['accepted', 'declined']),
    reason: prose(1000).nullable(),
  }),
  CheckIn: z.strictObject({
    type: z.literal('CheckIn'),
    mode,
    site: site.optional(),
    /** The hall's rotating code; needed for presence in the room (RULES T4). */
    hallCode: z
      .string()
      .regex(/^\d{6}$/)
      .optional(),
  }),
  RecordAttendance: z.strictObject({
    type: z.literal('RecordAttendance'),
    person: id,
    from: z.enum([...presentModes, 'unknown', 'left', 'excused', 'unexcused']),
    to: z.enum([...presentModes, 'unknown', 'excused', 'unexcused']),
    site: site.optional(),
  }),
  RecordLeft: z.strictObject({ type: z.literal('RecordLeft'), person: id }),
  RecordReturned: z.strictObject({ type: z.literal('RecordReturned'), person: id, mode }),
  JoinOnDevice: z.strictObject({ type: z.literal('JoinOnDevice'), device: line(60) }),
} as const;

type Schemas = typeof attendanceCommandSchemas;
export type AttendanceCommand = z.infer<Schemas[keyof Schemas]>;
