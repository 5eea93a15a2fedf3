import { z } from 'zod';
import { route } from '#kernel';
import { id } from '#meeting';
import { annotationActSchema, annotationSchema } from './annotation.ts';
import { annotationLimits } from './limits.ts';

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
          /** Null when taken; otherwise the code of the refusal. */
          problem: z.string().nullable(),
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
    'The notes the caller may see that changed after `after`: own ones and shared ones, at most 2,000 at once',
  permission: 'signed-in',
  params: meetingParams,
  query: z.object({ after: z.coerce.number().int().min(0) }),
  responses: {
    200: z.object({
      annotations: z.array(annotationSchema),
      /** Ask again after this one. */
      seq: z.int(),
      hasMore: z.boolean(),
    }),
  },
});
