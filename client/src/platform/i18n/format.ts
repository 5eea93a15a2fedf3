import { currentLanguage } from './language.ts';

/** Meetings are held on Vietnamese time, wherever the reader's device thinks it is. */
const timeZone = 'Asia/Ho_Chi_Minh';

const dayParts = new Intl.DateTimeFormat('en-GB', {
  timeZone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});
const clockParts = new Intl.DateTimeFormat('en-GB', {
  timeZone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const clockWithSeconds = new Intl.DateTimeFormat('en-GB', {
  timeZone,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const weekdays = {
  vi: new Intl.DateTimeFormat('vi', { timeZone, weekday: 'long' }),
  en: new Intl.DateTimeFormat('en', { timeZone, weekday: 'long' }),
};
const numbers = { vi: new Intl.NumberFormat('vi'), en: new Intl.NumberFormat('en') };

/** `28/4/2021`, `06/5/2021`, `15/02/2021`: a zero before days under 10 and months 1 and 2, as official documents write. */
export const formatDate = (instant: number): string =>
  dayParts.format(instant).replace(/\/0([3-9])\//, '/$1/');
/** `08:00` */
export const formatTime = (instant: number): string => clockParts.format(instant);
/** `08:00:07`: for receipts. */
export const formatTimeWithSeconds = (instant: number): string => clockWithSeconds.format(instant);
/** `28/4/2021 08:00` */
export const formatDateTime = (instant: number): string => `${formatDate(instant)} ${formatTime(instant)}`;
/** `Thứ Tư, 28/4/2021` */
export const formatDay = (instant: number): string =>
  `${weekdays[currentLanguage()].format(instant)}, ${formatDate(instant)}`;
/** `1.284,5` in Vietnamese. */
export const formatNumber = (value: number): string => numbers[currentLanguage()].format(value);

/** The day an instant falls on in Vietnam, as a key to group and compare by. */
export const dayOf = (instant: number): string => dayParts.format(instant).split('/').reverse().join('-');

/** A running clock: `1:42`, `1:22:05`. Whole seconds, never negative. */
export function formatClock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor((seconds % 3_600) / 60);
  const rest = two(seconds % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${two(minutes)}:${rest}`;
}

const collator = new Intl.Collator('vi', { numeric: true });
export const compareVietnamese = (a: string, b: string): number => collator.compare(a, b);

/** By the given name, which is the last word of a Vietnamese name; then by the whole. */
export function compareNames(a: string, b: string): number {
  const given = (name: string) => name.slice(name.lastIndexOf(' ') + 1);
  return collator.compare(given(a), given(b)) || collator.compare(a, b);
}
