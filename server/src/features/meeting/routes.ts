import { gunzipSync } from 'node:zlib';
import { ok, type Result, refuse } from '@hopso/shared/kernel';
import {
  type Actor,
  createMeeting,
  deleteMeeting,
  getHallCode,
  getListedItem,
  getResult,
  getResultTable,
  getScreen,
  getSeenBy,
  getSnapshot,
  listMeetings,
  postCommand,
} from '@hopso/shared/meeting';
import { SCREEN_HEADER } from '@hopso/shared/protocol';
import { type Audience, audienceOf, projectAs, projectListedItem } from '@hopso/shared/session';
import type { Request, Response } from 'express';
import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import { answered, type Mount, type Principal } from '#platform/http';
import type { LiveRooms } from '#platform/live';
import { csvOf } from './csv.ts';
import type { HallCode } from './hall-code.ts';
import type { ParticipantsProjection } from './participants-projection.ts';
import { deletePreparation, type PreparationOptions, prepareMeeting } from './preparation.ts';
import { meetingsOf } from './queries.ts';
import { resultFor, resultRows } from './result.ts';

export interface MeetingRoutesOptions {
  readonly db: Db;
  readonly clock: Clock;
  readonly rooms: LiveRooms;
  readonly preparation: PreparationOptions;
  readonly projection: ParticipantsProjection;
  readonly hallCode: HallCode;
  readonly actorOf: (personId: string) => Promise<Actor | null>;
  readonly resolveScreen: (token: string) => Promise<string | null>;
}

/** Puts the meetings' routes into service. */
export function mountMeetings(mount: Mount, options: MeetingRoutesOptions): void {
  mountLists(mount, options);
  mountScreens(mount, options);
  mountRecord(mount, options);
}

function mountLists(mount: Mount, options: MeetingRoutesOptions): void {
  const { db, clock, rooms, preparation, projection } = options;

  mount(listMeetings, async ({ principal }) => {
    const actor = await options.actorOf(principal.personId);
    await projection.settled();
    const units = actor?.secretaryOfUnits ?? [];
    const meetings = await meetingsOf(db, principal.personId, units, principal.meetingScope);
    return ok({ now: clock.now(), meetings });
  });

  mount(createMeeting, async ({ body, principal }) => {
    const actor = await options.actorOf(principal.personId);
    if (actor === null) return refuse('not-found');
    const created = await prepareMeeting(preparation, actor, body);
    if (!created.ok) return created;
    // The list is read right after: its rows must be there.
    await rooms.read(created.value, (state) => projection.rebuild(created.value, state));
    return ok({ id: created.value });
  });

  mount(deleteMeeting, async ({ params }) => {
    await projection.settled();
    const deleted = await deletePreparation(db, params.meeting);
    if (deleted.ok) rooms.forget(params.meeting);
    return deleted;
  });
}

function mountScreens(
  mount: Mount,
  { clock, rooms, hallCode, actorOf, resolveScreen }: MeetingRoutesOptions,
): void {
  const seat = (req: Request, principal: Principal | null, meeting: string) =>
    seatOf({ rooms, actorOf, resolveScreen }, req, principal, meeting);

  mount(getSnapshot, async ({ params, principal, req, res }) => {
    // Public for the walls' sake; a person whose session has ended is told so, as by every other route.
    if (principal === null && req.get(SCREEN_HEADER) === undefined) return refuse('auth/required');
    const audience = await seat(req, principal, params.meeting);
    const opened = audience === null ? null : await rooms.open(params.meeting);
    if (audience === null || opened === null) return refuse('not-found');
    const { etag, gzip } = await opened.room.read((state) => opened.feed.snapshot(audience, state));
    sendPacked(req, res, etag, gzip);
    return ok(answered);
  });

  mount(getHallCode, async ({ params, principal, req }) => {
    const audience = await seat(req, principal, params.meeting);
    if (audience !== 'desk' && audience !== 'screen') return refuse('not-found');
    const { code, validUntil } = hallCode.code(params.meeting);
    return ok({ code, validUntil: Math.max(validUntil, clock.now()) });
  });

  mount(getScreen, async ({ req }) => {
    const token = req.get(SCREEN_HEADER);
    const meeting = token === undefined ? null : await resolveScreen(token);
    return meeting === null ? refuse('not-found') : ok({ meeting });
  });
}

function mountRecord(mount: Mount, { rooms, actorOf }: MeetingRoutesOptions): void {
  mount(postCommand, async ({ params, body, principal }) => {
    const actor = await actorOf(principal.personId);
    if (actor === null) return refuse('not-found');
    const answer = await rooms.submit(params.meeting, actor, body.id, body.command);
    if (!answer.ok) return { ok: false, error: answer.problem };
    return ok({ ...answer, created: [...answer.created] });
  });

  mount(getListedItem, async ({ params, principal, res }) => {
    const actor = await actorOf(principal.personId);
    const content =
      actor === null
        ? null
        : await rooms.read(params.meeting, (s) => projectListedItem(s, actor, params.item));
    return content === null ? refuse('not-found') : asJson(res, content);
  });

  mount(getSeenBy, async ({ params, principal, res }) => {
    const [reader, person] = await Promise.all([actorOf(principal.personId), actorOf(params.person)]);
    const seen =
      reader === null || person === null
        ? null
        : await rooms.read(params.meeting, (s) => projectAs(s, reader, person));
    return seen === null ? refuse('not-found') : asJson(res, seen);
  });

  mount(getResult, async ({ params, principal, res }) => {
    const actor = await actorOf(principal.personId);
    const result =
      actor === null ? null : await rooms.read(params.meeting, (s) => resultFor(s, params.meeting, actor));
    return result === null ? refuse('not-found') : asJson(res, result);
  });

  mount(getResultTable, async ({ params, query, principal, res }) => {
    const actor = await actorOf(principal.personId);
    const result =
      actor === null ? null : await rooms.read(params.meeting, (s) => resultFor(s, params.meeting, actor));
    if (result === null) return refuse('not-found');
    res.set('Content-Type', 'text/csv; charset=utf-8');
    res.set('Content-Disposition', `attachment; filename="${query.table}.csv"`);
    return ok(csvOf(resultRows(result, query.table)));
  });
}

function asJson(res: Response, value: object): Result<typeof answered> {
  res.type('application/json').send(JSON.stringify(value));
  return ok(answered);
}

/** Which audience the caller is of: by the wall's link when one is named, else by the sign-in. */
async function seatOf(
  options: Pick<MeetingRoutesOptions, 'rooms' | 'actorOf' | 'resolveScreen'>,
  req: Request,
  principal: Principal | null,
  meeting: string,
): Promise<Audience | null> {
  const token = req.get(SCREEN_HEADER);
  if (token !== undefined) {
    const isShown = (await options.resolveScreen(token)) === meeting;
    if (!isShown) return null;
    const phase = await options.rooms.read(meeting, (state) => state.meeting.phase);
    return phase === null || phase === 'draft' ? null : 'screen';
  }
  if (principal === null || principal.passwordChangeRequired) return null;
  if (principal.meetingScope !== null && principal.meetingScope !== meeting) return null;
  const actor = await options.actorOf(principal.personId);
  return actor === null ? null : options.rooms.read(meeting, (state) => audienceOf(state, actor));
}

/** One compressed answer for a whole audience; whoever has it already is told so. */
function sendPacked(req: Request, res: Response, etag: string, gzip: Buffer): void {
  res.set({ ETag: etag, 'Cache-Control': 'private, no-cache', Vary: 'Cookie, Accept-Encoding' });
  if (req.get('if-none-match') === etag) {
    res.status(304).end();
    return;
  }
  res.type('application/json');
  if (req.acceptsEncodings('gzip') === false) {
    res.end(gunzipSync(gzip));
    return;
  }
  res.set('Content-Encoding', 'gzip');
  res.end(gzip);
}
