/** Small PDFs with Vietnamese words, set as office programs set them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import { degrees, PDFDocument, type PDFFont, PDFHexString, type PDFPage } from 'pdf-lib';

const require = createRequire(import.meta.url);
const tinos = readFileSync(require.resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf'));

export interface SamplePage {
  /** Lines below one another. */
  readonly lines: readonly string[];
  /** Printed in the middle of the lower edge. */
  readonly number?: string;
  readonly rotate?: 0 | 90 | 180 | 270;
  readonly cropFrom?: readonly [x: number, y: number];
}

export interface SampleOptions {
  /** Names of the pages in the file itself, given as one prefix for all: "TL1-" → "TL1-1". */
  readonly labelPrefix?: string;
}

/** A paper of these pages; words stand upright as the page is shown, whichever way it is turned. */
export async function wordsPdf(pages: readonly SamplePage[], options: SampleOptions = {}): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.registerFontkit(fontkit as never);
  const font = await document.embedFont(tinos, { subset: true });
  for (const sample of pages) setPage(document.addPage([595, 842]), sample, font);
  if (options.labelPrefix !== undefined) {
    const { context, catalog } = document;
    const style = context.obj({ S: 'D', P: PDFHexString.fromText(options.labelPrefix) });
    catalog.set(context.obj('PageLabels') as never, context.obj({ Nums: [0, style] }));
  }
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

function setPage(
  page: PDFPage,
  { lines, number, rotate = 0, cropFrom = [0, 0] }: SamplePage,
  font: PDFFont,
): void {
  page.setRotation(degrees(rotate));
  if (cropFrom[0] !== 0) page.setCropBox(cropFrom[0], cropFrom[1], 500, 700);
  const isLying = rotate % 180 !== 0;
  const draw = (text: string, x: number, y: number) => {
    const [left, bottom] = placeOf(x, y, rotate);
    page.drawText(text, { x: left, y: bottom, size: 13, font, rotate: degrees(rotate) });
  };
  lines.forEach((line, index) => {
    draw(line.normalize('NFC'), 72, (isLying ? 480 : 700) - 20 * index);
  });
  if (number !== undefined) draw(number, 290, 30);
}

/** Where a point of the page as it is shown lies in its own space. */
function placeOf(x: number, y: number, rotate: number): readonly [number, number] {
  const places = { 0: [x, y], 90: [595 - y, x], 180: [595 - x, 842 - y], 270: [y, 842 - x] } as const;
  return places[rotate as keyof typeof places];
}
