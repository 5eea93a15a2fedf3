import { z } from 'zod';
import { route } from '#kernel';
import { id } from '#meeting';
import { MOST_QUERY_LETTERS } from './query.ts';

const mark = z.tuple([z.int(), z.int()]);

const hitSchema = z
  .object({
    paperId: z.string(),
    version: z.int(),
    title: z.string(),
    itemId: z.string(),
    /** "5.2" */
    itemNumber: z.string(),
    /** From 1: the sheet of the file. */
    page: z.int(),
    /** The number printed on it; null where none was found. */
    label: z.string().nullable(),
    /** Places on this page. */
    places: z.int(),
    isRecognised: z.boolean(),
    snippet: z.object({
      text: z.string(),
      /** From a position of the text up to another one. */
      marks: z.array(mark),
    }),
  })
  .meta({ id: 'SearchHit' });
export type SearchHit = z.output<typeof hitSchema>;

const unsearchedSchema = z.object({
  paperId: z.string(),
  title: z.string(),
  itemNumber: z.string(),
  /** `no-text`: a scan in which no words are known; `pending`: its words are still being read. */
  reason: z.enum(['no-text', 'pending']),
});
export type UnsearchedPaper = z.output<typeof unsearchedSchema>;

export const searchMeeting = route({
  method: 'get',
  path: '/api/meetings/:meeting/search',
  summary:
    'Pages of the papers the caller may read that hold the words, with or without tone marks; ' +
    'the newest version of each paper. Words in quotation marks are looked for as they follow each other',
  permission: 'signed-in',
  params: z.object({ meeting: id }),
  query: z.object({
    q: z.string().max(MOST_QUERY_LETTERS),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  responses: {
    200: z.object({
      hits: z.array(hitSchema),
      /** Pages that answer, also those beyond the limit, and the places on them. */
      total: z.object({ pages: z.int(), places: z.int() }),
      /** Papers that could not be searched (F6). */
      unsearched: z.array(unsearchedSchema),
    }),
  },
});
