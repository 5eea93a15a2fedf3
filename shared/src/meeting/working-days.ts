import { type Day, dayAfter, weekdayOf } from '#organisation';

/** Which days are worked on besides Monday to Friday, and which are not. Announced year by year, so they are data. */
export interface WorkingCalendar {
  /** Public holidays and the days given for them, `YYYY-MM-DD`. */
  readonly daysOff: readonly Day[];
  /** Saturdays that are worked to make up for a day off. */
  readonly madeUp: readonly Day[];
}

const isWeekend = (day: Day): boolean => weekdayOf(day) === 0 || weekdayOf(day) === 6;

/** Whether offices work on a day. */
export function isWorkingDay(day: Day, { daysOff, madeUp }: WorkingCalendar): boolean {
  if (madeUp.includes(day)) return true;
  return !isWeekend(day) && !daysOff.includes(day);
}

/** [M12] Working days after one day up to and with another; 0 where the second is not later. */
export function workingDays(after: Day, until: Day, calendar: WorkingCalendar): number {
  let count = 0;
  for (let day = dayAfter(after, 1); day <= until; day = dayAfter(day, 1))
    if (isWorkingDay(day, calendar)) count += 1;
  return count;
}

/** [M12] The working day that lies so many working days before a day; that day itself is not counted. */
export function workingDaysBefore(day: Day, count: number, calendar: WorkingCalendar): Day {
  let at = day;
  for (let left = count; left > 0; ) {
    at = dayAfter(at, -1);
    if (isWorkingDay(at, calendar)) left -= 1;
  }
  return at;
}

/** The days off that fall on Monday to Friday after one day and before another: what the counting left out. */
export const daysOffBetween = (after: Day, before: Day, { daysOff }: WorkingCalendar): readonly Day[] =>
  daysOff.filter((day) => after < day && day < before && !isWeekend(day));
