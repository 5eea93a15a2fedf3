import { z } from 'zod';
import { id, prose } from '#meeting';
import { outcomes } from './decision.ts';

export const decisionCommandSchemas = {
  /** Takes the text in work, at the revision the secretary saw, into the record. */
  RecordConclusion: z.strictObject({
    type: z.literal('RecordConclusion'),
    item: id,
    draftRev: z.int().min(1),
    text: prose(20_000),
  }),
  SetItemOutcome: z.strictObject({
    type: z.literal('SetItemOutcome'),
    item: id,
    from: z.enum(outcomes).nullable(),
    outcome: z.enum(outcomes),
  }),
} as const;

type Schemas = typeof decisionCommandSchemas;
export type DecisionCommand = z.infer<Schemas[keyof Schemas]>;
