import { readFile } from 'node:fs/promises';
import type { DocumentRefusal } from '@hopso/shared/paper';
import { ParseSpeeds, PDFDocument } from 'pdf-lib';

/** Thrown while a document is made: a file it needs is not in order, and how. */
export class NotMade extends Error {
  override readonly name = 'NotMade';
  readonly code: DocumentRefusal;

  constructor(code: DocumentRefusal) {
    super(code);
    this.code = code;
  }
}

/** Parsed without pauses: the process does nothing else. @throws NotMade `document/encrypted`, `document/broken` */
export async function openSource(file: string): Promise<PDFDocument> {
  const bytes = await readFile(file);
  try {
    const parseSpeed = ParseSpeeds.Fastest;
    const doc = await PDFDocument.load(bytes, { updateMetadata: false, password: '', parseSpeed });
    // A damaged file shows it only here.
    if (doc.getPageCount() === 0) throw new NotMade('document/broken');
    return doc;
  } catch (cause) {
    // The library's errors differ from place to place; only this one has a message to go by.
    const isLocked = cause instanceof Error && /password|encrypt/i.test(cause.message);
    throw new NotMade(isLocked ? 'document/encrypted' : 'document/broken');
  }
}
