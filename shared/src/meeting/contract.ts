import { z } from 'zod';
import { route } from '#kernel';
import { id, newMeetingSchema } from './commands.ts';
import { meetingKinds } from './meeting.ts';

const meetingParam = z.object({ meeting: id });
const phases = ['draft', 'published', 'inSession', 'paused', 'ended', 'postponed'] as const;
/** The bytes are JSON, compressed once for a whole audience; shapes in `session/view.ts` and `protocol/messages.ts`. */
const json = { mediaType: 'application/json' } as const;

const listedMeetingSchema = z
  .object({
    id,
    title: z.string(),
    kind: z.enum(meetingKinds),
    gathering: z.enum(['session', 'meeting', 'conference']),
    phase: z.enum(phases),
    place: z.string(),
    startsAt: z.int(),
    endsAt: z.int().nullable(),
    startedAt: z.int().nullable(),
    endedAt: z.int().nullable(),
    hostName: z.string(),
    /** In which capacity the caller takes part; null for somebody who only prepares it. */
    capacity: z.string().nullable(),
    /** Conducts or prepares it. */
    atDesk: z.boolean(),
  })
  .meta({ id: 'ListedMeeting' });
export type ListedMeeting = z.output<typeof listedMeetingSchema>;

export const listMeetings = route({
  method: 'get',
  path: '/api/meetings',
  summary: "The caller's meetings by start time, with the server's clock (`now`, epoch ms)",
  permission: 'signed-in',
  narrowsToMeeting: true,
  responses: { 200: z.object({ now: z.int(), meetings: z.array(listedMeetingSchema) }) },
});

export const createMeeting = route({
  method: 'post',
  path: '/api/meetings',
  summary:
    'Opens a preparation; the caller becomes its secretary. Host units: those the caller is secretary of',
  permission: 'signed-in',
  body: newMeetingSchema,
  responses: { 201: z.object({ id }) },
});

export const deleteMeeting = route({
  method: 'delete',
  path: '/api/meetings/:meeting',
  summary: 'Deletes a preparation that was not published',
  permission: 'desk',
  params: meetingParam,
  responses: { 204: null },
});

export const getSnapshot = route({
  method: 'get',
  path: '/api/meetings/:meeting/snapshot',
  summary:
    "The whole view of the caller's audience (`Snapshot`); the wall names its link in `x-hopso-screen`",
  permission: 'public',
  params: meetingParam,
  responses: { 200: json },
});

export const postCommand = route({
  method: 'post',
  path: '/api/meetings/:meeting/commands',
  summary: 'Gives an order; the same door as the live message `command`. `id` makes a retry harmless',
  permission: 'participant',
  params: meetingParam,
  body: z.strictObject({
    id: z.string().min(8).max(64),
    command: z.looseObject({ type: z.string().max(60) }),
  }),
  responses: {
    200: z.object({
      ok: z.literal(true),
      seq: z.int(),
      at: z.int(),
      events: z.int(),
      created: z.array(z.string()),
    }),
  },
});

export const getListedItem = route({
  method: 'get',
  path: '/api/meetings/:meeting/items/:item',
  summary: 'Content of an item for those who may see it, with the papers they may see (`ListedItemContent`)',
  permission: 'participant',
  params: meetingParam.extend({ item: id }),
  responses: { 200: json },
});

export const getSeenBy = route({
  method: 'get',
  path: '/api/meetings/:meeting/seen-by/:person',
  summary:
    'The agenda and papers as a participant sees them, for the desk; items whose list the caller is not on stay apart (`SeenBy`)',
  permission: 'desk',
  params: meetingParam.extend({ person: id }),
  responses: { 200: json },
});

export const getHallCode = route({
  method: 'get',
  path: '/api/meetings/:meeting/hall-code',
  summary: 'The code of the hall, for the desk and the wall; changes every minute',
  permission: 'public',
  params: meetingParam,
  responses: { 200: z.object({ code: z.string(), validUntil: z.int() }) },
});

export const getScreen = route({
  method: 'get',
  path: '/api/screens/me',
  summary: "Which meeting the wall's link in `x-hopso-screen` is for",
  permission: 'public',
  responses: { 200: z.object({ meeting: id }) },
});

export const getResult = route({
  method: 'get',
  path: '/api/meetings/:meeting/result',
  summary:
    'What the caller may see of the meeting once it began: `{view, listed}` (`MeetingView`, `ListedItemContent[]`)',
  permission: 'participant',
  params: meetingParam,
  responses: { 200: json },
});

export const getResultTable = route({
  method: 'get',
  path: '/api/meetings/:meeting/result.csv',
  summary: 'One table of the result as CSV (UTF-8 with BOM, semicolons)',
  permission: 'participant',
  params: meetingParam,
  query: z.strictObject({ table: z.enum(['attendance', 'items', 'votes']) }),
  responses: { 200: { mediaType: 'text/csv' } },
});
