import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayAfter, weekdayOf } from '#organisation';
import { publicHolidays } from './holidays.ts';
import { latenessOf, papersDueOn } from './papers-due.ts';
import { committeeProfiles, discussionProfile } from './profile.ts';
import { isWorkingDay, workingDays, workingDaysBefore } from './working-days.ts';

const profile = committeeProfiles[0] ?? discussionProfile;
const regular = (day: string) => ({
  kind: 'regular' as const,
  startsAt: Date.parse(`${day}T07:30:00+07:00`),
});
const noon = (day: string) => Date.parse(`${day}T12:00:00+07:00`);

describe('[M12] when papers are due', () => {
  test.each([
    ['an ordinary week', '2021-04-28', '2021-04-23'],
    ['a weekend and Reunification Day with the Monday given for May Day', '2021-05-05', '2021-04-28'],
    ['the whole of Tết', '2021-02-18', '2021-02-08'],
    ['a Saturday that is made up for', '2024-05-06', '2024-05-02'],
  ])('%s', (_, day, due) => {
    expect(papersDueOn(regular(day), profile)).toBe(due);
  });

  test('a thematic or urgent session: the day before, whatever day that is', () => {
    const monday = Date.parse('2021-05-03T07:30:00+07:00');
    for (const kind of ['thematic', 'urgent'] as const)
      expect(papersDueOn({ kind, startsAt: monday }, profile)).toBe('2021-05-02');
  });

  test('a profile of before the calendar knows weekends alone', () => {
    const { calendar: _, papersLeadDays: __, ...old } = profile;
    expect(papersDueOn(regular('2021-05-05'), old)).toBe('2021-04-30');
  });
});

describe('[M12] how late a paper is', () => {
  test('until the end of the due day it is in time', () => {
    const last = Date.parse('2021-04-23T23:59:59.999+07:00');
    expect(latenessOf(regular('2021-04-28'), profile, last)).toBeNull();
    expect(latenessOf(regular('2021-04-28'), profile, last + 1)).toMatchObject({
      dueAt: last,
      workingDaysLate: 0,
    });
  });

  test('by working days, and which days off were left out', () => {
    expect(latenessOf(regular('2021-05-05'), profile, noon('2021-05-04'))).toEqual({
      dueAt: Date.parse('2021-04-28T23:59:59.999+07:00'),
      arrivedAt: noon('2021-05-04'),
      workingDaysLate: 2,
      daysOff: ['2021-04-30', '2021-05-03'],
    });
  });
});

describe('[M12] laws of the counting', () => {
  const day = fc.integer({ min: 0, max: 2_200 }).map((offset) => dayAfter('2021-01-01', offset));

  test('going back so many working days and counting them again agree', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 15 }), (end, count) => {
        const from = workingDaysBefore(end, count, publicHolidays);
        expect(isWorkingDay(from, publicHolidays)).toBe(true);
        const between = workingDays(dayAfter(from, -1), dayAfter(end, -1), publicHolidays);
        expect(between).toBe(count);
      }),
    );
  });

  test('working days of two spans add up', () => {
    fc.assert(
      fc.property(day, day, day, (...days) => {
        const [a = '', b = '', c = ''] = days.sort();
        const parts = workingDays(a, b, publicHolidays) + workingDays(b, c, publicHolidays);
        expect(parts).toBe(workingDays(a, c, publicHolidays));
      }),
    );
  });

  test('every listed day off is one that would be worked on, every day made up for a Saturday', () => {
    expect(publicHolidays.daysOff.filter((day) => [0, 6].includes(weekdayOf(day)))).toEqual([]);
    expect(publicHolidays.madeUp.filter((day) => weekdayOf(day) !== 6)).toEqual([]);
    expect([...publicHolidays.daysOff]).toEqual([...new Set(publicHolidays.daysOff)].sort());
  });
});
