import { ok, type Result, refuse } from '#kernel';
import { type Day, dayBefore } from './day.ts';

/** [O1] Both days belong to it; `validTo` null = until further notice. */
export interface Validity {
  readonly validFrom: Day;
  readonly validTo: Day | null;
}

/** [O1] */
export function isValidOn({ validFrom, validTo }: Validity, day: Day): boolean {
  return validFrom <= day && (validTo === null || day <= validTo);
}

/** True when `inner` begins and ends within `outer`. */
export function liesWithin(inner: Validity, outer: Validity): boolean {
  if (inner.validFrom < outer.validFrom) return false;
  return outer.validTo === null || (inner.validTo !== null && inner.validTo <= outer.validTo);
}

/** True when there is a day on which both are valid. */
export function overlaps(a: Validity, b: Validity): boolean {
  return (b.validTo === null || a.validFrom <= b.validTo) && (a.validTo === null || b.validFrom <= a.validTo);
}

/** True when it is still valid after `day`. */
export function outlasts({ validTo }: Validity, day: Day): boolean {
  return validTo === null || validTo > day;
}

/** [O1] An end cannot lie before the beginning. Refuses `organisation/ends-before-start`. */
export function endOn(span: Validity, lastDay: Day): Result<Validity> {
  if (lastDay < span.validFrom)
    return refuse('organisation/ends-before-start', { validFrom: span.validFrom });
  return ok({ validFrom: span.validFrom, validTo: lastDay });
}

/** [O2] Refuses `organisation/still-in-use` with the ids of what outlasts the unit. */
export function endUnit(
  unit: Validity,
  dependants: readonly (Validity & { readonly id: string })[],
  lastDay: Day,
): Result<Validity> {
  const left = dependants.filter((dependant) => outlasts(dependant, lastDay)).map(({ id }) => id);
  if (left.length > 0) return refuse('organisation/still-in-use', { ids: left });
  return endOn(unit, lastDay);
}

export interface Holding extends Validity {
  readonly id: string;
  readonly seatId: string;
  readonly personId: string;
}

export interface Appointment {
  readonly seatId: string;
  readonly personId: string;
  readonly from: Day;
}

/** What an appointment changes: the holding it begins, and the one it ends (`validTo` null there = withdrawn whole). */
export interface AppointmentEffect {
  readonly begins: Validity;
  readonly ends: { readonly id: string; readonly validTo: Day | null } | null;
}

/**
 * [O4] [O5] [O6] May this person hold this seat from that day?
 * `holdings` are those of every seat of the committee.
 * Refuses `organisation/seat-not-valid`, `organisation/later-holding`, `organisation/holds-another-seat`.
 */
export function appoint(
  seat: Validity,
  holdings: readonly Holding[],
  { seatId, personId, from }: Appointment,
): Result<AppointmentEffect> {
  const begins: Validity = { validFrom: from, validTo: seat.validTo };
  if (!liesWithin(begins, seat) || (seat.validTo !== null && from > seat.validTo)) {
    return refuse('organisation/seat-not-valid');
  }
  const ofSeat = holdings.filter((holding) => holding.seatId === seatId);
  if (ofSeat.some(({ validFrom }) => validFrom > from)) return refuse('organisation/later-holding');
  const other = holdings.find(
    (holding) => holding.seatId !== seatId && holding.personId === personId && overlaps(holding, begins),
  );
  if (other !== undefined) return refuse('organisation/holds-another-seat', { seat: other.seatId });
  const current = ofSeat.find((holding) => isValidOn(holding, from));
  if (current === undefined) return ok({ begins, ends: null });
  // A holding that would end before it began was entered by mistake.
  const validTo = current.validFrom === from ? null : dayBefore(from);
  return ok({ begins, ends: { id: current.id, validTo } });
}

/** [O3] Refuses `organisation/second-chair`. */
export function addChairSeat(
  seat: Validity,
  others: readonly (Validity & { readonly isChair: boolean })[],
): Result<undefined> {
  const clash = others.some((other) => other.isChair && overlaps(other, seat));
  return clash ? refuse('organisation/second-chair') : ok(undefined);
}
