/** A calendar day in Việt Nam, `YYYY-MM-DD`. Text of this form sorts as time does. */
export type Day = string;

const msPerDay = 86_400_000;
/** Việt Nam has one zone and no summer time. */
const vietnamOffsetMs = 7 * 3_600_000;

/** [O8] The day in Việt Nam at an instant (epoch ms). */
export function dayOf(instant: number): Day {
  return dayOfNumber(Math.floor((instant + vietnamOffsetMs) / msPerDay));
}

/** The day before. */
export function dayBefore(day: Day): Day {
  return dayAfter(day, -1);
}

/** The day so many calendar days later; earlier for a negative number. */
export function dayAfter(day: Day, days: number): Day {
  return dayOfNumber(numberOfDay(day) + days);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: Day): number {
  // 1970-01-01 was a Thursday.
  return (((numberOfDay(day) + 4) % 7) + 7) % 7;
}

/** The last instant of a day in Việt Nam, epoch ms. */
export function endOfDay(day: Day): number {
  return (numberOfDay(day) + 1) * msPerDay - vietnamOffsetMs - 1;
}

// Days counted from 1970-01-01 in the Gregorian calendar, with years that begin in March, so that the leap day comes last.
function dayOfNumber(days: number): Day {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(date).padStart(2, '0')].join(
    '-',
  );
}

function numberOfDay(day: Day): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}
