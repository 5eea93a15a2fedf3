import { z } from 'zod';
import { route } from '#kernel';
import { id } from '#meeting';

const pageSchema = z.object({
  /** From 1, in the newer version. */
  page: z.int(),
  /** The page of the older version it answers to; null for a new one. */
  from: z.int().nullable(),
  /** `same` words or picture; `changed`; `moved`: the same, at another place among the pages; `new`. */
  kind: z.enum(['same', 'changed', 'moved', 'new']),
});

const comparisonSchema = z
  .object({
    /** `pending`: the words of one of the files are still being read. */
    status: z.enum(['ready', 'pending']),
    /** The versions compared: this one and the one before it. */
    version: z.int(),
    older: z.int(),
    pages: z.array(pageSchema),
    /** Pages of the older version that the newer one has no more. */
    gone: z.array(z.int()),
  })
  .meta({ id: 'PaperComparison' });
export type PaperComparison = z.output<typeof comparisonSchema>;

export const getPaperComparison = route({
  method: 'get',
  path: '/api/meetings/:meeting/papers/:paper/versions/:version/comparison',
  summary: 'Which pages of a version differ from those of the version before it',
  permission: 'signed-in',
  params: z.object({ meeting: id, paper: id, version: z.coerce.number().int().min(2) }),
  responses: { 200: comparisonSchema },
});
