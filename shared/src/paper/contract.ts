import { z } from 'zod';
import { route } from '#kernel';
import { id } from '#meeting';
import { paperLimits } from './limits.ts';

const pdf = { mediaType: 'application/pdf' } as const;
const paperParams = z.object({ meeting: id, paper: id });

export const uploadSchema = z
  .object({
    id,
    fileName: z.string(),
    /** A suggestion, taken from the file's name. */
    title: z.string(),
    pages: z.int(),
    bytes: z.int(),
    /** False for a scan without a text layer. */
    hasText: z.boolean(),
  })
  .meta({ id: 'Upload' });
export type Upload = z.output<typeof uploadSchema>;

const placeSchema = z
  .strictObject({
    page: z.int().min(1).max(paperLimits.pages),
    /** Per cent of the width that fits the screen, so that it carries from one device to another. */
    zoom: z.int().min(10).max(1_000),
  })
  .meta({ id: 'ReadingPlace' });
export type ReadingPlace = z.output<typeof placeSchema>;

/**
 * Why a file is not taken; each is the code of a problem.
 * `paper/active-content` says in `params.kinds` what was found: `javascript`, `launch`, `embedded-file`,
 * `rich-media`, `xfa`.
 */
export const paperRefusals = [
  'paper/not-pdf',
  'paper/broken',
  'paper/encrypted',
  'paper/no-pages',
  'paper/too-many-pages',
  'paper/too-large',
  'paper/too-complex',
  'paper/active-content',
  'upload/secret-marking',
] as const;
export type PaperRefusal = (typeof paperRefusals)[number];

export const uploadPaper = route({
  method: 'post',
  path: '/api/meetings/:meeting/uploads',
  summary:
    'Examines and stores a PDF; its name comes percent-encoded in the header x-file-name. ' +
    'The same bytes under the same name give the same upload. The command AddPaper then lays it on an item, AddPaperVersion in the place of a paper',
  permission: 'desk',
  params: z.object({ meeting: id }),
  body: pdf,
  responses: { 201: z.object({ upload: uploadSchema }) },
});

export const getPaperFile = route({
  method: 'get',
  path: '/api/meetings/:meeting/papers/:paper/file',
  summary: 'The file of a paper, its newest version unless one is named, whole or one range of it; also HEAD',
  // Who may see the paper's item may read it; a secretary who prepares the meeting need not take part in it.
  permission: 'signed-in',
  params: paperParams,
  query: z.object({ version: z.coerce.number().int().min(1).optional() }),
  responses: { 200: pdf, 206: pdf, 304: null },
});

export const getWallFile = route({
  method: 'get',
  path: '/api/meetings/:meeting/papers/:paper/wall-file',
  summary:
    "The file of the paper the wall is led to now, for the wall's link in `x-hopso-screen`, whole or one range of it",
  permission: 'public',
  params: paperParams,
  query: z.object({ version: z.coerce.number().int().min(1) }),
  responses: { 200: pdf, 206: pdf, 304: null },
});

export const getReadingPlace = route({
  method: 'get',
  path: '/api/meetings/:meeting/papers/:paper/place',
  summary: 'Where the caller stopped reading; null when the paper was never opened',
  permission: 'signed-in',
  params: paperParams,
  responses: { 200: placeSchema.nullable() },
});

export const saveReadingPlace = route({
  method: 'put',
  path: '/api/meetings/:meeting/papers/:paper/place',
  summary: 'Remembers where the caller stopped reading',
  permission: 'signed-in',
  params: paperParams,
  body: placeSchema,
  responses: { 204: null },
});
