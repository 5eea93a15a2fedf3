import { z } from 'zod';
import { id } from '#meeting';

const copy = z.int().min(1).max(999);

export const copyCommandSchemas = {
  HandOutCopies: z.strictObject({
    type: z.literal('HandOutCopies'),
    item: id,
    copies: z
      .array(z.strictObject({ copy, to: id }))
      .min(1)
      .max(500),
  }),
  CollectCopies: z.strictObject({
    type: z.literal('CollectCopies'),
    item: id,
    copies: z
      .array(z.strictObject({ copy, from: id }))
      .min(1)
      .max(500),
  }),
  /** Takes back the last entry of a copy, which was made by mistake (RULES H5). */
  CorrectCopy: z.strictObject({
    type: z.literal('CorrectCopy'),
    item: id,
    copy,
    holder: id,
    entry: z.enum(['handedOut', 'collected']),
  }),
} as const;

type Schemas = typeof copyCommandSchemas;
export type CopyCommand = z.infer<Schemas[keyof Schemas]>;
