import { createHash, type Hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFRawStream } from 'pdf-lib';

/** Pictures within drawings within drawings; deeper ones do not tell pages apart any better. */
const DEEPEST = 3;

/**
 * A hash of what each page is painted with: its drawing orders and the pictures they use, as stored. Two pages with the
 * same hash look the same; a picture packed anew is another one. Null for a file that cannot be opened.
 */
export async function picturesOf(file: string): Promise<ReadonlyMap<number, string> | null> {
  try {
    const document = await PDFDocument.load(await readFile(file), { updateMetadata: false });
    return new Map(
      document.getPages().map(({ node }, index) => {
        const hash = createHash('sha256');
        hash.update(String(node.Rotate() ?? '')).update(String(node.MediaBox()));
        addStreams(hash, node.Contents());
        addPictures(hash, node.Resources(), DEEPEST);
        return [index + 1, hash.digest('base64url')];
      }),
    );
  } catch {
    return null;
  }
}

function addStreams(hash: Hash, object: PDFObject | undefined): void {
  if (object instanceof PDFRawStream) hash.update(object.contents);
  if (!(object instanceof PDFArray)) return;
  for (let index = 0; index < object.size(); index += 1) addStreams(hash, object.lookup(index));
}

function addPictures(hash: Hash, resources: PDFDict | undefined, depth: number): void {
  const pictures = resources?.lookup(PDFName.of('XObject'));
  if (depth === 0 || !(pictures instanceof PDFDict)) return;
  for (const [name] of pictures.entries().sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))) {
    const picture = pictures.lookup(name);
    if (!(picture instanceof PDFRawStream)) continue;
    hash.update(String(name)).update(picture.contents);
    const inner = picture.dict.lookup(PDFName.of('Resources'));
    if (inner instanceof PDFDict) addPictures(hash, inner, depth - 1);
  }
}
