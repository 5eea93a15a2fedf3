import { z } from 'zod';
import { route } from '#kernel';
import { id } from '#meeting';

/** Which kinds of PDF are made for their reader. */
export const documentKinds = ['watermarked', 'annotated', 'pack'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/**
 * Why a document is not made, or not yet; each is the code of a problem.
 * `document/too-many`: two are being made for this person; `document/busy`: too many wait in all;
 * `document/not-ready`: its file was asked for too early; the others say why making it failed.
 */
export const documentRefusals = [
  'document/too-many',
  'document/busy',
  'document/not-ready',
  'document/broken',
  'document/encrypted',
  'document/too-complex',
  'document/failed',
] as const;
export type DocumentRefusal = (typeof documentRefusals)[number];

const ofPaper = { paper: id, version: z.int().min(1).optional() };
const orderSchema = z
  .discriminatedUnion('kind', [
    /** One paper with the reader's name on every page. */
    z.strictObject({ kind: z.literal('watermarked'), ...ofPaper }),
    /** The same with the notes that the reader sees on it. */
    z.strictObject({ kind: z.literal('annotated'), ...ofPaper }),
    /** All papers of the meeting that the reader may see, behind one cover. */
    z.strictObject({ kind: z.literal('pack'), withNotes: z.boolean() }),
  ])
  .meta({ id: 'DocumentOrder' });
export type DocumentOrder = z.output<typeof orderSchema>;

const jobSchema = z
  .object({
    id,
    kind: z.enum(documentKinds),
    state: z.enum(['queued', 'working', 'ready', 'failed']),
    percent: z.int().min(0).max(100),
    fileName: z.string(),
    /** Once it is ready. */
    bytes: z.int().nullable(),
    /** The reader may print it (P12); else viewers are told not to. */
    isPrintable: z.boolean(),
    /** Why it failed. */
    problem: z.string().nullable(),
  })
  .meta({ id: 'DocumentJob' });
export type DocumentJob = z.output<typeof jobSchema>;

const jobParams = z.object({ meeting: id, job: id });

export const makeDocument = route({
  method: 'post',
  path: '/api/meetings/:meeting/documents',
  summary:
    "Begins to make a PDF for the caller, with the caller's name, unit and the time on every page. " +
    'Ask for its progress: a job that nobody asks about is given up',
  permission: 'signed-in',
  params: z.object({ meeting: id }),
  body: orderSchema,
  responses: { 202: jobSchema },
});

export const getDocument = route({
  method: 'get',
  path: '/api/meetings/:meeting/documents/:job',
  summary: "How far one of the caller's own documents has got; kept for ten minutes at most",
  permission: 'signed-in',
  params: jobParams,
  responses: { 200: jobSchema },
});

export const cancelDocument = route({
  method: 'delete',
  path: '/api/meetings/:meeting/documents/:job',
  summary: 'Gives the making up, or removes what was made',
  permission: 'signed-in',
  params: jobParams,
  responses: { 204: null },
});

export const getDocumentFile = route({
  method: 'get',
  path: '/api/meetings/:meeting/documents/:job/file',
  summary:
    'The PDF that was made, to be saved; with `open` to be looked at and printed by the browser. ' +
    'What it holds must still be for the caller',
  permission: 'signed-in',
  params: jobParams,
  query: z.strictObject({ open: z.literal('print').optional() }),
  responses: { 200: { mediaType: 'application/pdf' } },
});
