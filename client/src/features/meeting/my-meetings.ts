import type { ListedMeeting, listMeetings } from '@hopso/shared/meeting';
import { queryOptions } from '@tanstack/react-query';
import { asProblem, call, endpoint } from '#platform/api';
import { setServerNow } from '#platform/clock';
import { keepList, keptList } from './kept-list.ts';

const listMeetingsEndpoint = endpoint<typeof listMeetings>('get', '/api/meetings');

/** The person's meetings; read again every half minute, so that a session that begins appears by itself.
 * Without network it is what this device keeps. */
export const myMeetingsQuery = queryOptions({
  queryKey: ['meetings'],
  queryFn: async ({ signal }) => {
    try {
      const { now, meetings } = await call(listMeetingsEndpoint, {}, { signal });
      setServerNow(now);
      void keepList(meetings);
      return meetings;
    } catch (thrown) {
      const kept = asProblem(thrown).isPassing ? await keptList() : null;
      if (kept === null) throw thrown;
      return kept;
    }
  },
  refetchInterval: 30_000,
});

export const isLive = ({ phase }: ListedMeeting): boolean => phase === 'inSession' || phase === 'paused';
/** A session that should long have begun is no longer what comes next. */
const forgottenAfterMs = 12 * 3_600_000;

export interface Schedule {
  /** What a person most probably came for: the session that runs, else the next one. */
  readonly lead: ListedMeeting | null;
  readonly upcoming: readonly ListedMeeting[];
  readonly past: readonly ListedMeeting[];
}

/** Sorts the meetings into what is on, what comes (soonest first) and what was (latest first). */
export function scheduleOf(meetings: readonly ListedMeeting[], now: number): Schedule {
  const bySoonest = meetings.toSorted((a, b) => a.startsAt - b.startsAt);
  const open = bySoonest.filter(({ phase }) => phase !== 'ended');
  const next = open.find(({ phase, startsAt }) => phase === 'published' && startsAt > now - forgottenAfterMs);
  const lead = open.find(isLive) ?? next ?? null;
  return {
    lead,
    upcoming: open.filter((meeting) => meeting !== lead),
    past: bySoonest.filter(({ phase }) => phase === 'ended').toReversed(),
  };
}

/** Runs of meetings that begin on the same day, in the order given. */
export function byDay(
  meetings: readonly ListedMeeting[],
  dayOf: (instant: number) => string,
): ReadonlyArray<{ readonly day: string; readonly meetings: readonly ListedMeeting[] }> {
  const days: Array<{ day: string; meetings: ListedMeeting[] }> = [];
  for (const meeting of meetings) {
    const day = dayOf(meeting.startsAt);
    const last = days.at(-1);
    if (last?.day === day) last.meetings.push(meeting);
    else days.push({ day, meetings: [meeting] });
  }
  return days;
}
