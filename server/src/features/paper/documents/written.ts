import type { PDFDocument } from 'pdf-lib';

/**
 * The bytes of a document. Objects are written out one by one: packed into streams the file is a twentieth smaller,
 * and writing it takes twice as long.
 */
export const written = (doc: PDFDocument): Promise<Uint8Array> =>
  doc.save({ addDefaultPage: false, useObjectStreams: false, objectsPerTick: Number.POSITIVE_INFINITY });
