import { describe, expect, test } from 'vitest';
import { dayBefore, dayOf } from './day.ts';
import { addChairSeat, appoint, endOn, endUnit, type Holding, isValidOn } from './validity.ts';

const since = (validFrom: string, validTo: string | null = null) => ({ validFrom, validTo });
const holding = (
  seatId: string,
  personId: string,
  validFrom: string,
  validTo: string | null = null,
): Holding => ({
  id: `${seatId}-${personId}`,
  seatId,
  personId,
  validFrom,
  validTo,
});

describe('days', () => {
  test('[O8] a day begins at midnight in Việt Nam', () => {
    expect(dayOf(Date.UTC(2021, 3, 27, 16, 59, 59, 999))).toBe('2021-04-27');
    expect(dayOf(Date.UTC(2021, 3, 27, 17))).toBe('2021-04-28');
  });

  test('days agree with the calendar from 1900 to 2200, leap days included', () => {
    for (let at = Date.UTC(1900, 0, 2); at < Date.UTC(2200, 0, 1); at += 86_400_000) {
      const day = new Date(at).toISOString().slice(0, 10);
      if (dayOf(at) !== day) expect(dayOf(at)).toBe(day);
      const before = new Date(at - 86_400_000).toISOString().slice(0, 10);
      if (dayBefore(day) !== before) expect(dayBefore(day)).toBe(before);
    }
  });
});

describe('validity', () => {
  test('[O1] first and last day both belong to it', () => {
    const old = since('2016-06-20', '2025-06-30');
    expect(
      ['2016-06-19', '2016-06-20', '2025-06-30', '2025-07-01'].map((day) => isValidOn(old, day)),
    ).toEqual([false, true, true, false]);
    expect(isValidOn(since('2025-07-01'), '2999-01-01')).toBe(true);
  });

  test('[O1] nothing ends before it began', () => {
    expect(endOn(since('2021-01-02'), '2021-01-01')).toMatchObject({
      error: { code: 'organisation/ends-before-start' },
    });
    expect(endOn(since('2021-01-02'), '2021-01-02')).toMatchObject({ ok: true });
  });

  test('[O2] a unit ends when nothing under it outlasts it', () => {
    const province = since('1996-01-01');
    const districts = [
      { id: 'd1', ...since('1996-01-01', '2025-06-30') },
      { id: 'd2', ...since('1996-01-01') },
    ];
    expect(endUnit(province, districts, '2025-06-30')).toMatchObject({
      error: { code: 'organisation/still-in-use', params: { ids: ['d2'] } },
    });
    expect(endUnit(province, districts.slice(0, 1), '2025-06-30')).toMatchObject({
      value: { validTo: '2025-06-30' },
    });
  });

  test('[O3] one seat of the chair at a time', () => {
    const former = { isChair: true, ...since('2016-06-20', '2021-06-20') };
    expect(addChairSeat(since('2021-06-20'), [former])).toMatchObject({
      error: { code: 'organisation/second-chair' },
    });
    expect(addChairSeat(since('2021-06-21'), [former])).toMatchObject({ ok: true });
  });
});

describe('appointing the holder of a seat', () => {
  const seat = since('2016-06-20');

  test('[O4] a vacant seat is filled', () => {
    expect(appoint(seat, [], { seatId: 's1', personId: 'an', from: '2021-06-21' })).toEqual({
      ok: true,
      value: { begins: since('2021-06-21'), ends: null },
    });
  });

  test('[O5] the holder before ends on the day before', () => {
    const effect = appoint(seat, [holding('s1', 'an', '2016-06-20')], {
      seatId: 's1',
      personId: 'binh',
      from: '2021-06-21',
    });
    expect(effect).toMatchObject({ value: { ends: { id: 's1-an', validTo: '2021-06-20' } } });
  });

  test('[O5] a holding of the same first day was a mistake and is withdrawn', () => {
    const effect = appoint(seat, [holding('s1', 'an', '2021-06-21')], {
      seatId: 's1',
      personId: 'binh',
      from: '2021-06-21',
    });
    expect(effect).toMatchObject({ value: { ends: { id: 's1-an', validTo: null } } });
  });

  test('[O5] an appointment does not reach behind a later one, even an ended one', () => {
    const later = holding('s1', 'an', '2021-06-21', '2022-01-01');
    expect(appoint(seat, [later], { seatId: 's1', personId: 'binh', from: '2020-01-01' })).toMatchObject({
      error: { code: 'organisation/later-holding' },
    });
  });

  test('[O4] nobody holds two seats of one committee on one day', () => {
    const elsewhere = holding('s2', 'an', '2020-01-01');
    expect(appoint(seat, [elsewhere], { seatId: 's1', personId: 'an', from: '2021-06-21' })).toMatchObject({
      error: { code: 'organisation/holds-another-seat', params: { seat: 's2' } },
    });
    const before = holding('s2', 'an', '2020-01-01', '2021-06-20');
    expect(appoint(seat, [before], { seatId: 's1', personId: 'an', from: '2021-06-21' })).toMatchObject({
      ok: true,
    });
  });

  test('[O6] a seat is held only while it exists', () => {
    const closed = since('2016-06-20', '2021-06-20');
    for (const from of ['2016-06-19', '2021-06-21']) {
      expect(appoint(closed, [], { seatId: 's1', personId: 'an', from })).toMatchObject({
        error: { code: 'organisation/seat-not-valid' },
      });
    }
    expect(appoint(closed, [], { seatId: 's1', personId: 'an', from: '2021-06-20' })).toMatchObject({
      value: { begins: { validTo: '2021-06-20' } },
    });
  });
});
