import type { PDFPage } from 'pdf-lib';
import type { DrawnNote, Source } from '../document-order.ts';
import { addressStamp } from './address-stamp.ts';
import type { Typeface } from './letters.ts';
import { noteMarks } from './note-marks.ts';
import type { PageLayer } from './page-layer.ts';
import { pageSpaceOf } from './page-space.ts';
import type { Watermark } from './watermark.ts';

export interface OverlayParts {
  readonly layer: PageLayer;
  readonly typeface: Typeface;
  readonly watermark: Watermark;
}

/**
 * Draws over all pages of a paper: its notes, each page's address, and the watermark. `numbers`: of the notes that
 * stand in the list at the end.
 */
export function drawOver(
  { layer, typeface, watermark }: OverlayParts,
  pages: readonly PDFPage[],
  { notes, address, lines }: Pick<Source, 'notes' | 'address' | 'lines'>,
  numbers: ReadonlyMap<DrawnNote, number>,
): void {
  const byPage = Map.groupBy(notes, ({ page }) => page);
  for (const [index, page] of pages.entries()) {
    const number = index + 1;
    const space = pageSpaceOf(page);
    const stamp = { address: { ...address, page: number }, lines: lines[number] ?? [] };
    const own = [
      ...(byPage.get(number) ?? [])
        // A note that waits for its place is on no page yet.
        .filter(({ body }) => body.placement !== 'tray')
        .map((note) => noteMarks(layer, typeface, space, { note, number: numbers.get(note) ?? null })),
      addressStamp(layer, typeface, space, stamp),
    ];
    layer.put(page, [layer.stream(own.join('')), watermark.over(space)]);
  }
}
