/** Small PDFs made for tests: whole ones, and each way of being wrong. */
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

type Part = string | Buffer;

/** A PDF of these objects, numbered from 1, the first being the catalogue, with a right cross-reference table. */
export function pdfOf(objects: readonly Part[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  let length = parts[0]?.length ?? 0;
  const add = (part: Part) => {
    const bytes = Buffer.from(part as string, 'latin1');
    parts.push(bytes);
    length += bytes.length;
  };
  const offsets = objects.map((object, index) => {
    const offset = length;
    add(`${index + 1} 0 obj\n`);
    add(object);
    add('\nendobj\n');
    return offset;
  });
  const table = length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  add(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`);
  add(`trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${table}\n%%EOF\n`);
  return Buffer.concat(parts);
}

export function stream(data: Part, entries = ''): Buffer {
  const bytes = Buffer.from(data as string, 'latin1');
  return Buffer.concat([
    Buffer.from(`<</Length ${bytes.length}${entries}>>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);
}

export const deflated = (data: Part, entries = '') =>
  stream(deflateSync(Buffer.from(data as string, 'latin1'), { level: 9 }), `/Filter/FlateDecode${entries}`);

const FONT = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';
const words = (text: string) => `BT /F1 14 Tf 72 700 Td (${text}) Tj ET`;

export interface PaperSample {
  readonly pages?: number;
  /** Null: pages that show a picture only, as a scanner makes them. */
  readonly text?: string | null;
  /** Added to the catalogue. */
  readonly catalogue?: string;
  /** Replaces the content of every page. */
  readonly content?: Part;
  /** Added to every page. */
  readonly page?: string;
  /** Objects of their own, numbered from 6. */
  readonly more?: readonly Part[];
  readonly trailer?: string;
}

/** A paper of A4 pages. Objects: 1 catalogue, 2 pages, 3 font, 4 content, 5 picture, then `more`, then the pages. */
export function paperPdf(sample: PaperSample = {}): Buffer {
  const { pages = 1, text = 'To trinh', catalogue = '', page = '', more = [] } = sample;
  const first = 6 + more.length;
  const numbers = Array.from({ length: pages }, (_, index) => `${first + index} 0 R`);
  const shown = text === null ? 'q 595 0 0 842 0 0 cm /P Do Q' : words(text);
  const picture = '/Type/XObject/Subtype/Image/Width 8/Height 8/BitsPerComponent 8/ColorSpace/DeviceGray';
  return pdfOf(
    [
      `<</Type/Catalog/Pages 2 0 R${catalogue}>>`,
      `<</Type/Pages/Count ${pages}/Kids[${numbers.join(' ')}]>>`,
      FONT,
      sample.content ?? stream(shown),
      deflated(Buffer.alloc(64, 200), picture),
      ...more,
      ...numbers.map(
        () =>
          '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R' +
          `/Resources<</Font<</F1 3 0 R>>/XObject<</P 5 0 R>>>>${page}>>`,
      ),
    ],
    sample.trailer,
  );
}

/** A stream of objects: `[number, object]` packed as PDF 1.5 does. */
export function objectStream(objects: readonly (readonly [number, string])[]): Buffer {
  const body = objects.map(([, object]) => object);
  const starts = body.map((_, index) => body.slice(0, index).join(' ').length + (index === 0 ? 0 : 1));
  const index = objects.map(([number], at) => `${number} ${starts[at]}`).join(' ');
  return deflated(`${index} ${body.join(' ')}`, `/Type/ObjStm/N ${objects.length}/First ${index.length + 1}`);
}

/** Zero bytes packed twice: two kilobytes that unfold to `bytes`. */
export const doublyDeflatedZeros = (bytes: number) =>
  stream(
    deflateSync(deflateSync(Buffer.alloc(bytes), { level: 9 }), { level: 9 }),
    '/Filter[/FlateDecode/FlateDecode]',
  );

const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

/** Locked with RC4 and 40 bits under a password that the reader must type. */
export function lockedPdf(): Buffer {
  const id = '00112233445566778899aabbccddeeff';
  const owner = createHash('sha256').update('owner').digest('hex');
  const user = createHash('sha256').update(PADDING).digest('hex');
  return paperPdf({
    more: [`<</Filter/Standard/V 1/R 2/O<${owner}>/U<${user}>/P -44>>`],
    trailer: `/Encrypt 6 0 R/ID[<${id}><${id}>]`,
  });
}
