import { ok, type Result, type RouteBody, refuse } from '@hopso/shared/kernel';
import {
  type AppointmentEffect,
  addChairSeat,
  appoint,
  type createSeat,
  type Day,
  endOn,
  isValidOn,
  outlasts,
  type Seat,
} from '@hopso/shared/organisation';
import { and, eq } from 'drizzle-orm';
import { recordAudit } from '#identity';
import type { Q, Row, Schema } from '#platform/database';
import type { Changes } from './changes.ts';
import { holdingsOfCommittee, personById, seatRow, seatWithHolder, unitRow } from './queries.ts';

/** [O3] Refuses `not-found` (unit), `organisation/unit-not-valid`, `organisation/second-chair`. */
export async function addSeat(
  { db, now, newId }: Changes,
  actorId: string,
  unitId: string,
  seat: RouteBody<typeof createSeat>,
): Promise<Result<Seat>> {
  const { t } = db;
  return db.write(async (q) => {
    const unit = await unitRow(q, t, unitId);
    if (unit === undefined) return refuse('not-found');
    if (!isValidOn(unit, seat.validFrom)) return refuse('organisation/unit-not-valid');
    const row = { id: newId(), unitId, ...seat, validTo: unit.validTo };
    if (seat.isChair) {
      const others = await q.select().from(t.committeeSeats).where(eq(t.committeeSeats.unitId, unitId));
      const only = addChairSeat(row, others);
      if (!only.ok) return only;
    }
    await q.insert(t.committeeSeats).values(row);
    await recordAudit(q, t, {
      at: now(),
      actorId,
      action: 'organisation.seat-added',
      object: row.id,
      detail: seat,
    });
    return ok({ ...row, holder: null });
  });
}

/** [O6] Refuses `not-found`, `organisation/ends-before-start`, `organisation/later-holding`. */
export async function endSeat(
  { db, now }: Changes,
  actorId: string,
  id: string,
  lastDay: Day,
): Promise<Result<Seat>> {
  const { t } = db;
  return db.write(async (q) => {
    const seat = await seatRow(q, t, id);
    if (seat === undefined) return refuse('not-found');
    const end = endOn(seat, lastDay);
    if (!end.ok) return end;
    const holdings = await q.select().from(t.seatHoldings).where(eq(t.seatHoldings.seatId, id));
    if (holdings.some(({ validFrom }) => validFrom > lastDay)) return refuse('organisation/later-holding');
    await q.update(t.committeeSeats).set({ validTo: lastDay }).where(eq(t.committeeSeats.id, id));
    for (const holding of holdings.filter((one) => outlasts(one, lastDay))) {
      await q.update(t.seatHoldings).set({ validTo: lastDay }).where(eq(t.seatHoldings.id, holding.id));
    }
    const detail = { lastDay };
    await recordAudit(q, t, { at: now(), actorId, action: 'organisation.seat-ended', object: id, detail });
    return ok(await seatWithHolder(q, t, { ...seat, validTo: lastDay }, lastDay));
  });
}

/** [O4] [O5] Refuses `not-found` (seat or person) and what `appoint` refuses. */
export async function appointHolder(
  { db, now, newId }: Changes,
  actorId: string,
  seatId: string,
  { personId, from }: { readonly personId: string; readonly from: Day },
): Promise<Result<Seat>> {
  const { t } = db;
  return db.write(async (q) => {
    const seat = await seatRow(q, t, seatId);
    const person = await personById(q, t, personId);
    if (seat === undefined || person === undefined || !person.active) return refuse('not-found');
    const holdings = await holdingsOfCommittee(q, t, seat.unitId);
    const effect = appoint(seat, holdings, { seatId, personId, from });
    if (!effect.ok) return effect;
    await applyEnd(q, t, effect.value.ends);
    await q.insert(t.seatHoldings).values({ id: newId(), seatId, personId, ...effect.value.begins });
    const detail = { personId, from };
    await recordAudit(q, t, {
      at: now(),
      actorId,
      action: 'organisation.holder-appointed',
      object: seatId,
      detail,
    });
    return ok(await seatWithHolder(q, t, seat, from));
  });
}

async function applyEnd(q: Q, t: Schema, ends: AppointmentEffect['ends']): Promise<void> {
  if (ends === null) return;
  const ended = eq(t.seatHoldings.id, ends.id);
  if (ends.validTo === null) await q.delete(t.seatHoldings).where(ended);
  else await q.update(t.seatHoldings).set({ validTo: ends.validTo }).where(ended);
}

/** Refuses `not-found` when the seat is unknown or vacant on that day. */
export async function vacateSeat(
  { db, now }: Changes,
  actorId: string,
  seatId: string,
  lastDay: Day,
): Promise<Result<Seat>> {
  const { t } = db;
  return db.write(async (q) => {
    const seat = await seatRow(q, t, seatId);
    const holding = seat === undefined ? undefined : await holdingOn(q, t, seatId, lastDay);
    if (seat === undefined || holding === undefined) return refuse('not-found');
    await q.update(t.seatHoldings).set({ validTo: lastDay }).where(eq(t.seatHoldings.id, holding.id));
    const detail = { personId: holding.personId, lastDay };
    await recordAudit(q, t, {
      at: now(),
      actorId,
      action: 'organisation.seat-vacated',
      object: seatId,
      detail,
    });
    return ok(await seatWithHolder(q, t, seat, lastDay));
  });
}

async function holdingOn(
  q: Q,
  t: Schema,
  seatId: string,
  day: Day,
): Promise<Row<'seatHoldings'> | undefined> {
  const holdings = await q
    .select()
    .from(t.seatHoldings)
    .where(and(eq(t.seatHoldings.seatId, seatId)));
  return holdings.find((holding) => isValidOn(holding, day));
}
