import { randomBytes } from 'node:crypto';
import type { PDFDocument } from 'pdf-lib';

/**
 * Has viewers refuse to print the document and change nothing else about it: it opens without a password, and nobody
 * keeps the one that lifts this. A viewer that does not care prints all the same (ISO 32000-2, 7.6.4).
 */
export function forbidPrinting(doc: PDFDocument): void {
  doc.encrypt({
    ownerPassword: randomBytes(24).toString('base64'),
    userPassword: '',
    permissions: {
      printing: false,
      ...{ modifying: true, copying: true, annotating: true, fillingForms: true },
      ...{ contentAccessibility: true, documentAssembly: true },
    },
  });
}

/**
 * The bytes of a document. Objects are written out one by one: packed into streams the file is a twentieth smaller,
 * and writing it takes twice as long.
 */
export const written = (doc: PDFDocument): Promise<Uint8Array> =>
  doc.save({ addDefaultPage: false, useObjectStreams: false, objectsPerTick: Number.POSITIVE_INFINITY });
