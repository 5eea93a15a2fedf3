import { z } from 'zod';
import { meetingForms, meetingKinds } from './meeting.ts';

/**
 * Characters that nobody sees: they come with pasted text, make two names of what looks like one, and turn the
 * direction of writing, so that a title reads as another one (security.md §2.6 no. 130).
 */
const invisible = /[\p{Cf}\p{Co}\u0080-\u009f\u2028\u2029]|[^\P{Cc}\t\n\r]/gu;
const inLine = /[\p{Cf}\p{Co}\u0080-\u009f\u2028\u2029]/gu;

/** Text of several lines, without characters that nobody sees. */
export const visibleText = () => z.string().overwrite((given) => given.replace(invisible, ''));
/** Human text on one line, possibly empty: trimmed, no control characters, none that nobody sees. */
export const optionalLine = (max: number) =>
  z
    .string()
    .overwrite((given) => given.replace(inLine, ''))
    .trim()
    .max(max)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
    .regex(/^[^\u0000-\u001f\u007f]*$/u);
/** Short human text: not empty. */
export const line = (max: number) => optionalLine(max).min(1);
export const prose = (max: number) => visibleText().trim().min(1).max(max);
export const id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9_-]+$/);
export const instant = z.int().min(0).max(8_640_000_000_000_000);

const info = z.strictObject({
  title: line(300),
  kind: z.enum(meetingKinds),
  form: z.enum(meetingForms),
  place: line(300),
  startsAt: instant,
  endsAt: instant.nullable(),
  sites: z.array(line(120)).max(400),
});

export const meetingCommandSchemas = {
  EditMeeting: z.strictObject({
    type: z.literal('EditMeeting'),
    rev: z.int(),
    changes: info.partial().refine((changes) => Object.keys(changes).length > 0),
  }),
  PublishMeeting: z.strictObject({ type: z.literal('PublishMeeting') }),
  StartMeeting: z.strictObject({ type: z.literal('StartMeeting') }),
  PauseMeeting: z.strictObject({ type: z.literal('PauseMeeting') }),
  ResumeMeeting: z.strictObject({ type: z.literal('ResumeMeeting') }),
  EndMeeting: z.strictObject({ type: z.literal('EndMeeting') }),
  PostponeMeeting: z.strictObject({
    type: z.literal('PostponeMeeting'),
    reason: prose(1000),
    startsAt: instant.nullable(),
  }),
  ConvertToDiscussion: z.strictObject({ type: z.literal('ConvertToDiscussion'), reason: prose(1000) }),
  HandOverChair: z.strictObject({ type: z.literal('HandOverChair'), from: id, to: id }),
  TakeOverDesk: z.strictObject({ type: z.literal('TakeOverDesk'), from: id.nullable() }),
} as const;

/** What a secretary states to open a preparation; the host body's name is looked up by the server. */
export const newMeetingSchema = info
  .extend({ hostUnitId: id })
  .refine(({ startsAt, endsAt }) => endsAt === null || endsAt > startsAt, { path: ['endsAt'] });
export type NewMeeting = z.infer<typeof newMeetingSchema>;

type Schemas = typeof meetingCommandSchemas;
export type MeetingCommand = z.infer<Schemas[keyof Schemas]>;
