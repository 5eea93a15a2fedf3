import { z } from 'zod';
import { route } from '#kernel';
import { id } from '#meeting';

export type PageText = {
  /** From 1: the sheet of the file. */
  readonly page: number;
  /** The number printed on it; null where none was found. */
  readonly label: string | null;
  /** The words in reading order, a line for each line of the page, in NFC. */
  readonly text: string;
  /** For each line of `text` its left, bottom, right and top edge in the PDF's user space. */
  readonly boxes: readonly (readonly [left: number, bottom: number, right: number, top: number])[];
};

export type PaperText = {
  /** `pending`: the words are still being read, and there are no pages yet. */
  readonly status: 'ready' | 'pending';
  /** False for a scan in which no words are known. */
  readonly hasText: boolean;
  /** Words read off a picture by a program: they may be wrong. */
  readonly isRecognised: boolean;
  /** Only some may read the paper: no copy of its words stays on a device. */
  readonly isRestricted: boolean;
  readonly pages: readonly PageText[];
};

export const getPaperText = route({
  method: 'get',
  path: '/api/meetings/:meeting/papers/:paper/text',
  summary:
    'The words of a paper page by page, with the printed page numbers (`PaperText`); ' +
    'of its newest version unless one is named',
  permission: 'signed-in',
  params: z.object({ meeting: id, paper: id }),
  query: z.object({ version: z.coerce.number().int().min(1).optional() }),
  responses: { 200: { mediaType: 'application/json' }, 304: null },
});
