import { type PageAddress, pageAddressText } from '@hopso/shared/paper';
import type { DrawnNote } from '../document-order.ts';
import type { Sheets } from './sheets.ts';

/** Notes of a paper that have words which do not stand on the page itself, in reading order, numbered from 1. */
export function listedNotes(notes: readonly DrawnNote[], from = 1): Map<DrawnNote, number> {
  const listed = notes.filter(({ type, body }) => type !== 'text' && (body.text ?? '').trim() !== '');
  listed.sort((a, b) => a.page - b.page || topOf(b) - topOf(a));
  return new Map(listed.map((note, index) => [note, index + from]));
}

/** What is written to pins and highlighted words, below one another. */
export function writeNoteList(
  sheets: Sheets,
  title: string,
  address: Omit<PageAddress, 'page'>,
  notes: ReadonlyMap<DrawnNote, number>,
): void {
  sheets.write({ text: title, size: 13, face: 'bold', above: 12 });
  for (const [{ page, body, by }, number] of notes) {
    const where = `${number}. ${pageAddressText({ ...address, page })}`;
    sheets.write({ text: by === null ? where : `${where} · ${by}`, size: 11, face: 'bold', above: 8 });
    if (body.anchor?.quote) {
      sheets.write({ text: `“${body.anchor.quote}”`, size: 11, columns: [0.03, 1], above: 2 });
    }
    sheets.write({ text: body.text ?? '', size: 12, columns: [0.03, 1], above: 2 });
  }
}

const topOf = ({ body }: DrawnNote): number => body.rect?.[3] ?? body.boxes?.[0]?.[3] ?? 0;
