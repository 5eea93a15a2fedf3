import { z } from 'zod';
import { route } from '#kernel';

const id = z.string().min(1).max(64);
const day = z.iso.date();
/** One line of human text. */
const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cf}]*$/u);

const validity = { validFrom: day, validTo: day.nullable() };
const unitLevels = ['province', 'district', 'commune', 'agency'] as const;

const unitSchema = z
  .object({
    id,
    code: z.string(),
    name: z.string(),
    level: z.enum(unitLevels),
    parentId: id.nullable(),
    ...validity,
  })
  .meta({ id: 'Unit' });
export type Unit = z.output<typeof unitSchema>;

const personCardSchema = z
  .object({ personId: id, name: z.string(), post: z.string(), unitId: id, unit: z.string() })
  .meta({ id: 'PersonCard' });

const personSchema = personCardSchema
  .extend({ phone: z.string().nullable(), active: z.boolean() })
  .meta({ id: 'Person' });
export type Person = z.output<typeof personSchema>;

const seatSchema = z
  .object({
    id,
    unitId: id,
    title: z.string(),
    isChair: z.boolean(),
    sort: z.int(),
    ...validity,
    holder: personCardSchema.extend(validity).nullable(),
  })
  .meta({ id: 'Seat' });
export type Seat = z.output<typeof seatSchema>;

const readers = ['administrator', 'unitSecretary'] as const;
const writers = ['administrator'] as const;
const onDay = z.strictObject({ on: day.optional() });
const unitParam = z.object({ unit: id });
const seatParam = z.object({ seat: id });
const personParam = z.object({ person: id });
const phone = z
  .string()
  .trim()
  .regex(/^[+0-9 .()-]{3,24}$/);

export const listUnits = route({
  method: 'get',
  path: '/api/units',
  summary: 'Units valid on a day (today when left out), in the order of the tree',
  permission: readers,
  query: onDay,
  responses: { 200: z.object({ units: z.array(unitSchema) }) },
});

export const createUnit = route({
  method: 'post',
  path: '/api/units',
  summary: 'Adds a unit from a day on',
  permission: writers,
  body: z.strictObject({
    code: line(20),
    name: line(200),
    level: z.enum(unitLevels),
    parentId: id.nullable(),
    validFrom: day,
  }),
  responses: { 201: unitSchema },
});

export const renameUnit = route({
  method: 'patch',
  path: '/api/units/:unit',
  summary: 'Changes name or code; past records keep what they said',
  permission: writers,
  params: unitParam,
  body: z.strictObject({ name: line(200).optional(), code: line(20).optional() }),
  responses: { 200: unitSchema },
});

export const endUnitRoute = route({
  method: 'post',
  path: '/api/units/:unit/end',
  summary: 'Ends a unit after its last day',
  permission: writers,
  params: unitParam,
  body: z.strictObject({ lastDay: day }),
  responses: { 200: unitSchema },
});

export const listSeats = route({
  method: 'get',
  path: '/api/units/:unit/seats',
  summary: "Seats of a unit's committee valid on a day (today when left out), with their holders",
  permission: readers,
  params: unitParam,
  query: onDay,
  responses: { 200: z.object({ seats: z.array(seatSchema) }) },
});

export const createSeat = route({
  method: 'post',
  path: '/api/units/:unit/seats',
  summary: "Adds a seat to a unit's committee from a day on",
  permission: writers,
  params: unitParam,
  body: z.strictObject({
    title: line(200),
    isChair: z.boolean(),
    sort: z.int().min(0).max(9999),
    validFrom: day,
  }),
  responses: { 201: seatSchema },
});

export const endSeat = route({
  method: 'post',
  path: '/api/seats/:seat/end',
  summary: 'Ends a seat, and with it its holding, after its last day',
  permission: writers,
  params: seatParam,
  body: z.strictObject({ lastDay: day }),
  responses: { 200: seatSchema },
});

export const appointHolder = route({
  method: 'post',
  path: '/api/seats/:seat/holders',
  summary: 'Gives a seat to a person from a day on; the holder before ends on the day before',
  permission: writers,
  params: seatParam,
  body: z.strictObject({ personId: id, from: day }),
  responses: { 200: seatSchema },
});

export const vacateSeat = route({
  method: 'post',
  path: '/api/seats/:seat/vacate',
  summary: "Ends the current holding after the holder's last day; the seat stays, vacant",
  permission: writers,
  params: seatParam,
  body: z.strictObject({ lastDay: day }),
  responses: { 200: seatSchema },
});

export const findPersons = route({
  method: 'get',
  path: '/api/persons',
  summary: 'Active persons whose name, post or unit contains every word given; marks and đ do not matter',
  permission: readers,
  query: z.strictObject({
    search: z.string().max(100).optional(),
    unit: id.optional(),
    limit: z.coerce.number().int().min(1).max(500).optional(),
  }),
  responses: { 200: z.object({ persons: z.array(personCardSchema), more: z.boolean() }) },
});

export const getPerson = route({
  method: 'get',
  path: '/api/persons/:person',
  summary: 'One person, with telephone',
  permission: writers,
  params: personParam,
  responses: { 200: personSchema },
});

export const createPerson = route({
  method: 'post',
  path: '/api/persons',
  summary: 'Adds a person; an account is given separately',
  permission: writers,
  body: z.strictObject({ name: line(100), post: line(200), unitId: id, phone: phone.nullable() }),
  responses: { 201: personSchema },
});

export const editPerson = route({
  method: 'patch',
  path: '/api/persons/:person',
  summary:
    'Changes name, post, unit or telephone, or takes a person out of the lists; past records keep what they said',
  permission: writers,
  params: personParam,
  body: z.strictObject({
    name: line(100).optional(),
    post: line(200).optional(),
    unitId: id.optional(),
    phone: phone.nullable().optional(),
    active: z.boolean().optional(),
  }),
  responses: { 200: personSchema },
});
