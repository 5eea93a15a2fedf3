import { z } from 'zod';
import { id, line, prose } from '#meeting';
import { paperGroups, paperRights } from './access.ts';

const right = z.enum(paperRights);

export const paperCommandSchemas = {
  /** `upload` names a file that was examined and stored before (its facts come from there). */
  AddPaper: z.strictObject({ type: z.literal('AddPaper'), item: id, upload: id, title: line(400) }),
  /** The examined file takes the place of the newest version, which stays readable (P5). */
  AddPaperVersion: z.strictObject({
    type: z.literal('AddPaperVersion'),
    paper: id,
    rev: z.int(),
    upload: id,
  }),
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
  /** The whole of the rights on a paper, in the place of what was given before; null: every right to all (P13). */
  SetPaperAccess: z.strictObject({
    type: z.literal('SetPaperAccess'),
    paper: id,
    rev: z.int(),
    access: z
      .strictObject({ groups: z.record(z.enum(paperGroups), right), exceptions: z.record(id, right) })
      .nullable(),
  }),
} as const;

type Schemas = typeof paperCommandSchemas;
export type PaperCommand = z.infer<Schemas[keyof Schemas]>;
