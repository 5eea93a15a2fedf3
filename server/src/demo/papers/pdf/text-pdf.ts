import { deflateSync } from 'node:zlib';
import * as fontkit from 'fontkit';
import { PDFDocument, type PDFFont, PDFName, PDFRawStream, type PDFRef, PDFString } from 'pdf-lib';
import { type FaceName, fontFace } from '../layout/font-faces.ts';
import type { LaidOutDocument, Page } from '../layout/marks.ts';
import { contentStream, FONT_KEYS, type GlyphCode } from './content-stream.ts';
import { writeOutline, writePageLabels } from './navigation.ts';

const FACES: readonly FaceName[] = ['regular', 'bold', 'italic', 'boldItalic'];
const GENERATOR = 'Họp Số';

/** Returns the PDF of a laid-out document; the same document and `createdAt` give the same bytes. */
export async function textPdf(laidOut: LaidOutDocument, createdAt: Date): Promise<Uint8Array> {
  const doc = await emptyPdf(laidOut, createdAt);
  const fonts = await embedFaces(doc, facesIn(laidOut.pages));
  const glyphCode = cachedGlyphCodes(fonts);
  const fontRefs = Object.fromEntries([...fonts].map(([face, font]) => [FONT_KEYS[face], font.ref]));
  const resources = doc.context.register(doc.context.obj({ Font: fontRefs }));
  const pageRefs = laidOut.pages.map((page) => addPage(doc, page, resources, contentStream(page, glyphCode)));
  writeOutline(doc.context, doc.catalog, laidOut.bookmarks, laidOut.pages, pageRefs);
  writePageLabels(doc.context, doc.catalog, laidOut.pages);
  return doc.save({ addDefaultPage: false });
}

/** Returns a PDF without pages that carries the document's title, author, language and dates. */
export async function emptyPdf(
  laidOut: Pick<LaidOutDocument, 'title' | 'author'>,
  createdAt: Date,
): Promise<PDFDocument> {
  const doc = await PDFDocument.create({ updateMetadata: false });
  doc.setTitle(laidOut.title, { showInWindowTitleBar: true });
  doc.setAuthor(laidOut.author);
  doc.setCreator(GENERATOR);
  doc.setProducer(GENERATOR);
  doc.setCreationDate(createdAt);
  doc.setModificationDate(createdAt);
  doc.catalog.set(PDFName.of('Lang'), PDFString.of('vi-VN'));
  return doc;
}

function facesIn(pages: readonly Page[]): Set<FaceName> {
  const used = new Set<FaceName>();
  for (const page of pages) for (const mark of page.marks) if (mark.kind === 'text') used.add(mark.face);
  return used;
}

async function embedFaces(doc: PDFDocument, used: ReadonlySet<FaceName>): Promise<Map<FaceName, PDFFont>> {
  doc.registerFontkit(fontkit);
  const fonts = new Map<FaceName, PDFFont>();
  for (const face of FACES.filter((name) => used.has(name))) {
    const { bytes, font } = fontFace(face);
    fonts.set(
      face,
      await doc.embedFont(bytes, { subset: true, customName: `HOPSOA+${font.postscriptName}` }),
    );
  }
  return fonts;
}

/** Encoding goes through the shaper each time, so each character of a face is encoded once. */
function cachedGlyphCodes(fonts: ReadonlyMap<FaceName, PDFFont>): GlyphCode {
  const codes = new Map<FaceName, Map<string, string>>([...fonts.keys()].map((face) => [face, new Map()]));
  return (face, character) => {
    const known = codes.get(face)?.get(character);
    if (known) return known;
    const font = fonts.get(face);
    if (!font) throw new Error(`The face ${face} was not embedded.`);
    const code = font.encodeText(character).asString();
    codes.get(face)?.set(character, code);
    return code;
  };
}

function addPage(doc: PDFDocument, page: Page, resources: PDFRef, content: string): PDFRef {
  const added = doc.addPage([Math.round(page.width * 100) / 100, Math.round(page.height * 100) / 100]);
  const compressed = deflateSync(Buffer.from(content, 'latin1'));
  const dict = doc.context.obj({ Filter: 'FlateDecode', Length: compressed.length });
  added.node.set(PDFName.of('Resources'), resources);
  added.node.set(PDFName.of('Contents'), doc.context.register(PDFRawStream.of(dict, compressed)));
  return added.ref;
}
