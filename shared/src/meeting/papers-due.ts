import { type Day, dayAfter, dayOf, endOfDay } from '#organisation';
import type { MeetingInfo } from './meeting.ts';
import type { RuleProfile } from './profile.ts';
import { daysOffBetween, workingDays, workingDaysBefore } from './working-days.ts';

/** How a paper that came after its day is told to its readers, with the arithmetic. */
export type Lateness = {
  /** The last instant of the day on which papers were due, epoch ms. */
  readonly dueAt: number;
  readonly arrivedAt: number;
  /** Working days after the due day, with that of the arrival; 0 when it came on a day off right after. */
  readonly workingDaysLate: number;
  /** Public holidays, `YYYY-MM-DD`, that the counting left out between the due day and the meeting or the arrival. */
  readonly daysOff: readonly Day[];
};

const none = { daysOff: [], madeUp: [] } as const;

/** [M12] The last day on which papers are on time. */
export function papersDueOn(
  { kind, startsAt }: Pick<MeetingInfo, 'kind' | 'startsAt'>,
  profile: RuleProfile,
): Day {
  const day = dayOf(startsAt);
  const calendarDays = profile.papersLeadDays?.[kind];
  if (calendarDays !== undefined) return dayAfter(day, -calendarDays);
  return workingDaysBefore(day, profile.papersLeadWorkingDays, profile.calendar ?? none);
}

/** [M12] Null for what arrived (epoch ms) in time. */
export function latenessOf(
  info: Pick<MeetingInfo, 'kind' | 'startsAt'>,
  profile: RuleProfile,
  arrivedAt: number,
): Lateness | null {
  const due = papersDueOn(info, profile);
  const arrived = dayOf(arrivedAt);
  if (arrived <= due) return null;
  const calendar = profile.calendar ?? none;
  const meetingDay = dayOf(info.startsAt);
  return {
    dueAt: endOfDay(due),
    arrivedAt,
    workingDaysLate: workingDays(due, arrived, calendar),
    daysOff: daysOffBetween(due, arrived > meetingDay ? dayAfter(arrived, 1) : meetingDay, calendar),
  };
}
