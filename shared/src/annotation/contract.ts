import { z } from 'zod';
import { route } from '#kernel';
import { id, visibleText } from '#meeting';
import { annotationActSchema, annotationSchema } from './annotation.ts';
import { annotationLimits, remarkStates } from './limits.ts';

const meetingParams = z.object({ meeting: id });

export const saveAnnotations = route({
  method: 'post',
  path: '/api/meetings/:meeting/annotations',
  summary:
    "Takes the caller's own acts in their order; each is accepted, was known already, or is refused with a code. " +
    'Nothing is lost by one refusal: the others count',
  permission: 'signed-in',
  params: meetingParams,
  body: z.strictObject({ acts: z.array(annotationActSchema).min(1).max(annotationLimits.acts) }),
  responses: {
    200: z.object({
      results: z.array(
        z.object({
          actId: z.string(),
          /** Null when taken, or known already, or overtaken by a later act; otherwise the code of the refusal. */
          problem: z.string().nullable(),
          /** The place of the note as it is kept now; null when the act was refused. */
          seq: z.int().nullable(),
        }),
      ),
    }),
  },
});

export const getAnnotations = route({
  method: 'get',
  path: '/api/meetings/:meeting/annotations',
  summary:
    'The notes the caller may see that changed after `after`: own ones and shared ones, at most 2,000 at once. ' +
    'A note that was deleted or is no longer shared comes without body; of papers that are not named in the answer ' +
    'nothing may be kept',
  permission: 'signed-in',
  params: meetingParams,
  query: z.object({
    after: z.coerce.number().int().min(0),
    /** Only the notes of this paper, for one that has just become readable. */
    paper: id.optional(),
  }),
  responses: {
    200: z.object({
      annotations: z.array(annotationSchema),
      /** Ask again after this one. */
      seq: z.int(),
      hasMore: z.boolean(),
      /** Papers whose notes the caller may have: all that are shared, or (withdrawn papers) the own ones only. */
      papers: z.record(z.string(), z.enum(['all', 'own'])),
    }),
  },
});

const remarkSchema = z
  .object({
    note: annotationSchema,
    state: z.enum(remarkStates),
    answer: z.string(),
    /** Who treated it last; null while it is open and untouched. */
    treatedBy: z.string().nullable(),
    treatedAt: z.int().nullable(),
    /** The owner has changed the note since: the treatment was of other words. */
    isChangedSince: z.boolean(),
    /** 0 while untouched; name it to treat the remark. */
    rev: z.int(),
  })
  .meta({ id: 'Remark' });
export type Remark = z.output<typeof remarkSchema>;

export const getRemarks = route({
  method: 'get',
  path: '/api/meetings/:meeting/remarks',
  summary:
    'The notes shared with all, of one paper or of all papers the caller may read, by paper, page and time',
  permission: 'desk',
  params: meetingParams,
  query: z.object({ paper: id.optional() }),
  responses: { 200: z.object({ remarks: z.array(remarkSchema) }) },
});

export const treatRemark = route({
  method: 'put',
  path: '/api/meetings/:meeting/remarks/:annotation',
  summary: 'Treats a note shared with all when `rev` is the stored one; else `stale` with what is stored',
  permission: 'desk',
  params: z.object({ meeting: id, annotation: id }),
  body: z.strictObject({
    state: z.enum(remarkStates),
    answer: visibleText().max(annotationLimits.answer),
    rev: z.int().min(0),
  }),
  responses: { 200: remarkSchema },
});

export const settlePresentedInk = route({
  method: 'post',
  path: '/api/meetings/:meeting/presented-ink',
  summary:
    'Keeps or drops what presenters have drawn on a version of a paper while leading pages (X22). A stroke that is ' +
    'still being drawn, or that was refused (`annotation/too-many`), is left waiting',
  permission: 'desk',
  params: meetingParams,
  body: z.strictObject({ paper: id, version: z.int().min(1), keep: z.boolean() }),
  responses: { 200: z.object({ settled: z.int().min(0), waiting: z.int().min(0) }) },
});
