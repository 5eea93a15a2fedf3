/** Vietnam has kept UTC+7 without summer time since 1975, so the offset is a constant. */
const offset = '+07:00';
const offsetMs = 7 * 3_600_000;

/** A day `YYYY-MM-DD` and a time `HH:mm` as read from a wall clock in Vietnam; either may be missing. */
export interface WallClock {
  readonly date: string | null;
  readonly time: string;
}

export function wallClockOf(instant: number | null): WallClock {
  if (instant === null) return { date: null, time: '' };
  const shifted = new Date(instant + offsetMs).toISOString();
  return { date: shifted.slice(0, 10), time: shifted.slice(11, 16) };
}

/** Epoch milliseconds, or null while a half is missing or not a time. */
export function instantOf({ date, time }: WallClock): number | null {
  if (date === null || !/^\d{2}:\d{2}/.test(time)) return null;
  const instant = Date.parse(`${date}T${time.slice(0, 5)}:00${offset}`);
  return Number.isNaN(instant) ? null : instant;
}
