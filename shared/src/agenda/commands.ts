import { z } from 'zod';
import { id, line, optionalLine, prose } from '#meeting';
import { itemKinds } from './agenda.ts';

const content = z.strictObject({
  title: line(600),
  kind: z.enum(itemKinds),
  submittingBody: optionalLine(200),
  presenters: z.array(line(200)).max(20),
  presiderId: id.nullable(),
  isCollective: z.boolean(),
  plannedMinutes: z
    .int()
    .min(0)
    .max(24 * 60),
  openTo: z.union([z.literal('all'), z.array(id).min(1).max(500)]),
  isSecret: z.boolean().optional(),
});

export const agendaCommandSchemas = {
  AddItem: z.strictObject({
    type: z.literal('AddItem'),
    parentId: id.nullable(),
    before: id.nullable(),
    content,
    /** The Chair's consent, named, once the agenda is published. */
    consent: prose(500).optional(),
  }),
  EditItem: z.strictObject({
    type: z.literal('EditItem'),
    item: id,
    rev: z.int(),
    changes: content.partial().refine((changes) => Object.keys(changes).length > 0),
  }),
  MoveItem: z.strictObject({
    type: z.literal('MoveItem'),
    item: id,
    rev: z.int(),
    parentId: id.nullable(),
    before: id.nullable(),
    /** As for a new item: once the agenda is published, its order is changed with the Chair's consent. */
    consent: prose(500).optional(),
  }),
  RemoveItem: z.strictObject({ type: z.literal('RemoveItem'), item: id, rev: z.int() }),
  WithdrawItem: z.strictObject({
    type: z.literal('WithdrawItem'),
    item: id,
    rev: z.int(),
    reason: prose(1000),
    consent: prose(500),
  }),
  GoToItem: z.strictObject({ type: z.literal('GoToItem'), from: id.nullable(), to: id }),
  UndoItemMove: z.strictObject({ type: z.literal('UndoItemMove'), of: z.int().min(1) }),
} as const;

type Schemas = typeof agendaCommandSchemas;
export type AgendaCommand = z.infer<Schemas[keyof Schemas]>;
