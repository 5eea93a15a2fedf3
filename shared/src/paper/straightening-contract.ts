import { z } from 'zod';
import { route } from '#kernel';
import { id } from '#meeting';
import { uploadSchema } from './contract.ts';

const straighteningSchema = z
  .object({
    state: z.enum(['working', 'ready', 'failed']),
    /** The straightened file, ready for AddPaperVersion. */
    upload: uploadSchema.nullable(),
    /** Why it failed: `straightening/failed`, or what the file was refused with. */
    problem: z.string().nullable(),
  })
  .meta({ id: 'Straightening' });
export type Straightening = z.output<typeof straighteningSchema>;

const params = z.object({ meeting: id, paper: id });

export const straightenPaper = route({
  method: 'post',
  path: '/api/meetings/:meeting/papers/:paper/straightening',
  summary:
    'Begins to make an upright, straight copy of a scan (P18), or tells how far it is when it was begun before. ' +
    'Refuses `straightening/not-scan`, and `straightening/unavailable` where the programs for it are not installed',
  permission: 'desk',
  params,
  responses: { 202: straighteningSchema },
});

export const getStraightening = route({
  method: 'get',
  path: '/api/meetings/:meeting/papers/:paper/straightening',
  summary: 'How far the straightening of the newest version of a paper is',
  permission: 'desk',
  params,
  responses: { 200: straighteningSchema },
});
