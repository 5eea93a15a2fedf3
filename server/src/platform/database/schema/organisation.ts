import type { AnyColumn, Kit } from '../kit.ts';

export type UnitLevel = 'province' | 'district' | 'commune' | 'agency';

/**
 * Units as a dated tree, persons, and the committee's dated seats. Dates are 'YYYY-MM-DD';
 * `validTo` is the first day on which it no longer holds, null while it holds.
 */
export function organisationTables(k: Kit) {
  const units = k.table(
    'units',
    {
      id: k.str('id').primaryKey(),
      code: k.str('code').notNull(),
      name: k.str('name').notNull(),
      level: k.str<UnitLevel>('level').notNull(),
      parentId: k.str('parent_id').references((): AnyColumn => units.id, { onDelete: 'restrict' }),
      validFrom: k.str('valid_from').notNull(),
      validTo: k.str('valid_to'),
      sortKey: k.str('sort_key').notNull(),
    },
    (t) => [k.index('units_by_parent').on(t.parentId), k.index('units_by_code').on(t.code)],
  );
  const persons = k.table(
    'persons',
    {
      id: k.str('id').primaryKey(),
      name: k.str('name').notNull(),
      post: k.str('post').notNull(),
      unitId: k
        .str('unit_id')
        .notNull()
        .references(() => units.id, { onDelete: 'restrict' }),
      phone: k.str('phone'),
      active: k.bool('active').notNull(),
      createdAt: k.ms('created_at').notNull(),
    },
    (t) => [k.index('persons_by_unit').on(t.unitId)],
  );
  const committeeSeats = k.table(
    'committee_seats',
    {
      id: k.str('id').primaryKey(),
      unitId: k
        .str('unit_id')
        .notNull()
        .references(() => units.id, { onDelete: 'restrict' }),
      title: k.str('title').notNull(),
      isChair: k.bool('is_chair').notNull(),
      sort: k.int('sort').notNull(),
      validFrom: k.str('valid_from').notNull(),
      validTo: k.str('valid_to'),
    },
    (t) => [k.index('committee_seats_by_unit').on(t.unitId)],
  );
  const seatHoldings = k.table(
    'seat_holdings',
    {
      id: k.str('id').primaryKey(),
      seatId: k
        .str('seat_id')
        .notNull()
        .references(() => committeeSeats.id, { onDelete: 'restrict' }),
      personId: k
        .str('person_id')
        .notNull()
        .references(() => persons.id, { onDelete: 'restrict' }),
      validFrom: k.str('valid_from').notNull(),
      validTo: k.str('valid_to'),
    },
    (t) => [k.index('seat_holdings_by_seat').on(t.seatId), k.index('seat_holdings_by_person').on(t.personId)],
  );
  return { units, persons, committeeSeats, seatHoldings };
}

export type OrganisationTables = ReturnType<typeof organisationTables>;
