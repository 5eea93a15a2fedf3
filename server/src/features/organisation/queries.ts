import type { PersonCard, SeatFact } from '@hopso/shared/meeting';
import type { Day, Person, Seat, Unit } from '@hopso/shared/organisation';
import { and, asc, eq, gte, inArray, isNull, lte, or, type SQL } from 'drizzle-orm';
import type { Q, Row, Schema } from '#platform/database';

type Dated = Schema['units'] | Schema['committeeSeats'] | Schema['seatHoldings'];

/** [O1] Text of the form YYYY-MM-DD sorts as time does. */
const validOn = (table: Dated, day: Day) =>
  and(lte(table.validFrom, day), or(isNull(table.validTo), gte(table.validTo, day)));

export function unitOf(row: Row<'units'>): Unit {
  const { id, code, name, level, parentId, validFrom, validTo } = row;
  return { id, code, name, level, parentId, validFrom, validTo };
}

export async function unitRowsOn(q: Q, t: Schema, day: Day): Promise<Row<'units'>[]> {
  return q.select().from(t.units).where(validOn(t.units, day));
}

export async function unitRow(q: Q, t: Schema, id: string): Promise<Row<'units'> | undefined> {
  const [row] = await q.select().from(t.units).where(eq(t.units.id, id));
  return row;
}

/** Seats that were filled on that day with their holders, in the committee's order: the facts a session copies. */
export async function filledSeatsOn(q: Q, t: Schema, unitId: string, day: Day): Promise<SeatFact[]> {
  return q
    .select({
      seatId: t.committeeSeats.id,
      title: t.committeeSeats.title,
      isChair: t.committeeSeats.isChair,
      personId: t.persons.id,
      name: t.persons.name,
      post: t.persons.post,
      unit: t.units.name,
    })
    .from(t.committeeSeats)
    .innerJoin(
      t.seatHoldings,
      and(eq(t.seatHoldings.seatId, t.committeeSeats.id), validOn(t.seatHoldings, day)),
    )
    .innerJoin(t.persons, eq(t.persons.id, t.seatHoldings.personId))
    .innerJoin(t.units, eq(t.units.id, t.persons.unitId))
    .where(and(eq(t.committeeSeats.unitId, unitId), validOn(t.committeeSeats, day)))
    .orderBy(asc(t.committeeSeats.sort), asc(t.committeeSeats.id));
}

/** Seats valid on that day, filled or vacant, in the committee's order. */
export async function seatsWithHoldersOn(q: Q, t: Schema, unitId: string, day: Day): Promise<Seat[]> {
  const inCommittee = eq(t.committeeSeats.unitId, unitId);
  const seats = await q
    .select()
    .from(t.committeeSeats)
    .where(and(inCommittee, validOn(t.committeeSeats, day)))
    .orderBy(asc(t.committeeSeats.sort), asc(t.committeeSeats.id));
  const holders = await holdersOn(q, t, day, inCommittee);
  return seats.map((seat) => seatOf(seat, holders));
}

/** A seat with who holds it on that day. */
export async function seatWithHolder(q: Q, t: Schema, seat: Row<'committeeSeats'>, day: Day): Promise<Seat> {
  return seatOf(seat, await holdersOn(q, t, day, eq(t.committeeSeats.id, seat.id)));
}

type Holder = Awaited<ReturnType<typeof holdersOn>>[number];

async function holdersOn(q: Q, t: Schema, day: Day, seats: SQL) {
  return q
    .select({
      seatId: t.seatHoldings.seatId,
      holder: { ...cardColumns(t), validFrom: t.seatHoldings.validFrom, validTo: t.seatHoldings.validTo },
    })
    .from(t.seatHoldings)
    .innerJoin(t.committeeSeats, eq(t.committeeSeats.id, t.seatHoldings.seatId))
    .innerJoin(t.persons, eq(t.persons.id, t.seatHoldings.personId))
    .innerJoin(t.units, eq(t.units.id, t.persons.unitId))
    .where(and(seats, validOn(t.seatHoldings, day)));
}

function seatOf(seat: Row<'committeeSeats'>, holders: readonly Holder[]): Seat {
  const { id, unitId, title, isChair, sort, validFrom, validTo } = seat;
  const holder = holders.find(({ seatId }) => seatId === id)?.holder ?? null;
  return { id, unitId, title, isChair, sort, validFrom, validTo, holder };
}

export async function seatRow(q: Q, t: Schema, id: string): Promise<Row<'committeeSeats'> | undefined> {
  const [row] = await q.select().from(t.committeeSeats).where(eq(t.committeeSeats.id, id));
  return row;
}

/** Every holding there ever was of any seat of this committee. */
export async function holdingsOfCommittee(q: Q, t: Schema, unitId: string): Promise<Row<'seatHoldings'>[]> {
  const rows = await q
    .select({ holding: t.seatHoldings })
    .from(t.seatHoldings)
    .innerJoin(t.committeeSeats, eq(t.committeeSeats.id, t.seatHoldings.seatId))
    .where(eq(t.committeeSeats.unitId, unitId));
  return rows.map(({ holding }) => holding);
}

/** What a person holds on that day, in any committee. */
export async function heldSeatIds(q: Q, t: Schema, personId: string, day: Day): Promise<string[]> {
  const rows = await q
    .select({ seatId: t.seatHoldings.seatId })
    .from(t.seatHoldings)
    .where(and(eq(t.seatHoldings.personId, personId), validOn(t.seatHoldings, day)));
  return rows.map(({ seatId }) => seatId);
}

const cardColumns = (t: Schema) => ({
  personId: t.persons.id,
  name: t.persons.name,
  post: t.persons.post,
  unitId: t.persons.unitId,
  unit: t.units.name,
});

export async function activePersonCards(q: Q, t: Schema) {
  return q
    .select(cardColumns(t))
    .from(t.persons)
    .innerJoin(t.units, eq(t.units.id, t.persons.unitId))
    .where(eq(t.persons.active, true));
}

export async function personById(q: Q, t: Schema, id: string): Promise<Person | undefined> {
  const [row] = await q
    .select({ ...cardColumns(t), phone: t.persons.phone, active: t.persons.active })
    .from(t.persons)
    .innerJoin(t.units, eq(t.units.id, t.persons.unitId))
    .where(eq(t.persons.id, id));
  return row;
}

/** How these persons are named today, by id; unknown ids are left out. */
export async function personCardsById(
  q: Q,
  t: Schema,
  ids: readonly string[],
): Promise<Record<string, PersonCard>> {
  const cards: Record<string, PersonCard> = {};
  // Far below the bind limits of both engines.
  for (let start = 0; start < ids.length; start += 500) {
    const rows = await q
      .select(cardColumns(t))
      .from(t.persons)
      .innerJoin(t.units, eq(t.units.id, t.persons.unitId))
      .where(inArray(t.persons.id, ids.slice(start, start + 500)));
    for (const { personId, name, post, unit } of rows) cards[personId] = { personId, name, post, unit };
  }
  return cards;
}
