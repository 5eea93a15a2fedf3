import { z } from 'zod';
import { id, line, prose } from '#meeting';

export const paperCommandSchemas = {
  /** `upload` names a file that was examined and stored before (its facts come from there). */
  AddPaper: z.strictObject({ type: z.literal('AddPaper'), item: id, upload: id, title: line(400) }),
  RetitlePaper: z.strictObject({
    type: z.literal('RetitlePaper'),
    paper: id,
    rev: z.int(),
    title: line(400),
  }),
  WithdrawPaper: z.strictObject({
    type: z.literal('WithdrawPaper'),
    paper: id,
    rev: z.int(),
    reason: prose(1000),
  }),
} as const;

type Schemas = typeof paperCommandSchemas;
export type PaperCommand = z.infer<Schemas[keyof Schemas]>;
