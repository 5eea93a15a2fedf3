import { type PDFDocument, PDFName, type PDFPage, PDFRawStream } from 'pdf-lib';
import type { LaidOutDocument } from '../layout/marks.ts';
import { emptyPdf } from '../pdf/text-pdf.ts';
import type { ScannedPage } from './scan-pages.ts';

/** Returns a PDF whose pages are photographs and nothing else: no text layer, as scanners deliver it. */
export async function scannedPdf(
  laidOut: LaidOutDocument,
  scans: readonly ScannedPage[],
  createdAt: Date,
): Promise<Uint8Array> {
  const doc = await emptyPdf(laidOut, createdAt);
  // All page objects before the first image: a reader that loads ranges finds a page without fetching the others.
  const pages = laidOut.pages.map(({ width, height }) => doc.addPage([rounded(width), rounded(height)]));
  for (const [index, page] of pages.entries()) {
    const scan = scans[index];
    if (!scan) throw new Error(`Page ${index + 1} was not scanned.`);
    layScan(doc, page, scan);
  }
  return doc.save({ addDefaultPage: false });
}

const rounded = (length: number): number => Math.round(length * 100) / 100;

function layScan({ context }: PDFDocument, page: PDFPage, scan: ScannedPage): void {
  const dict = context.obj({
    Type: 'XObject',
    Subtype: 'Image',
    Width: scan.width,
    Height: scan.height,
    ColorSpace: 'DeviceGray',
    BitsPerComponent: 8,
    Filter: 'DCTDecode',
    Length: scan.jpeg.length,
  });
  const image = context.register(PDFRawStream.of(dict, scan.jpeg));
  const { width, height } = page.getSize();
  page.node.set(PDFName.of('Resources'), context.obj({ XObject: { Im0: image } }));
  page.node.set(
    PDFName.of('Contents'),
    context.register(context.stream(`q ${width} 0 0 ${height} 0 0 cm /Im0 Do Q`)),
  );
}
