import { z } from 'zod';
import { route } from '#kernel';
import { id, visibleText } from '#meeting';

const params = z.object({ meeting: id, item: id });

const draftSchema = z
  .object({
    /** 0 while nothing was written. */
    rev: z.int(),
    text: z.string(),
    /** Who holds the pen now; null when nobody does or the lease ran out. */
    writer: z.object({ personId: id, name: z.string() }).nullable(),
    /** Epoch ms; the pen falls back when it is not renewed. */
    leaseUntil: z.int().nullable(),
  })
  .meta({ id: 'ConclusionDraft' });
export type ConclusionDraft = z.output<typeof draftSchema>;

export const getConclusionDraft = route({
  method: 'get',
  path: '/api/meetings/:meeting/items/:item/draft',
  summary: 'The conclusion in work and who is writing it',
  permission: 'desk',
  params,
  responses: { 200: draftSchema },
});

export const takeConclusionPen = route({
  method: 'post',
  path: '/api/meetings/:meeting/items/:item/draft/pen',
  summary: 'Takes or renews the pen for 60 s; with `from` another writer is relieved',
  permission: 'desk',
  params,
  body: z.strictObject({ from: id.nullable() }),
  responses: { 200: draftSchema },
});

export const saveConclusionDraft = route({
  method: 'put',
  path: '/api/meetings/:meeting/items/:item/draft',
  summary: 'Stores the text when `rev` is the stored one; else `stale` with what is stored',
  permission: 'desk',
  params,
  body: z.strictObject({ rev: z.int().min(0), text: visibleText().max(20_000) }),
  responses: { 200: draftSchema },
});
