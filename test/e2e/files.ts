import { randomBytes } from 'node:crypto';

/** A file as a person chooses it. */
export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const file = (name: string, buffer: Buffer): ChosenFile => ({ name, mimeType: 'application/pdf', buffer });

/** A paper of some pages of one line each. */
export const paper = (name: string, pages = 1): ChosenFile => file(name, pdf(pages));

/** A paper of such pages: lines in ASCII from the top down, 24 points apart, the first one 700 points high. */
export function written(name: string, pages: ReadonlyArray<readonly string[]>): ChosenFile {
  const contents = pages.map((lines) => {
    const shown = lines.map((line, index) => `BT /F1 16 Tf 72 ${700 - index * 24} Td (${line}) Tj ET`);
    return shown.join('\n');
  });
  return file(name, pdfOf(contents));
}

/** A text document that somebody renamed. */
export const renamed = (name: string): ChosenFile =>
  file(name, Buffer.concat([Buffer.from('PK\u0003\u0004word/document.xml', 'latin1'), randomBytes(2_000)]));

/** A paper under a password. */
export function locked(name: string): ChosenFile {
  const key = '00'.repeat(32);
  const id = '00112233445566778899aabbccddeeff';
  return file(
    name,
    pdf(
      1,
      `<</Filter/Standard/V 1/R 2/O<${key}>/U<${key}>/P -44>>`,
      (entry) => `/Encrypt ${entry} 0 R/ID[<${id}><${id}>]`,
    ),
  );
}

/** A paper whose second half was lost on the way. */
export function torn(name: string): ChosenFile {
  const whole = pdf(3);
  return file(name, whole.subarray(0, Math.floor(whole.length / 3)));
}

const pdf = (pages: number, more?: string, trailer?: (moreAt: number) => string): Buffer =>
  pdfOf(Array<string>(pages).fill('BT /F1 24 Tf 72 700 Td (Van ban cua phien hop) Tj ET'), more, trailer);

/** Objects: 1 catalogue, 2 pages, 3 font, then each page with its content, then one more where given. */
function pdfOf(
  pages: readonly string[],
  more?: string,
  trailer: (moreAt: number) => string = () => '',
): Buffer {
  const numbers = pages.map((_, index) => 4 + 2 * index);
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${numbers.map((number) => `${number} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...pages.flatMap((text, index) => [
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>' +
        `/Contents ${5 + 2 * index} 0 R>>`,
      `<</Length ${text.length}>>\nstream\n${text}\nendstream`,
    ]),
    ...(more === undefined ? [] : [more]),
  ];
  let body = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = body.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  body += `xref\n0 ${size}\n0000000000 65535 f \n${entries}`;
  body += `trailer\n<</Size ${size}/Root 1 0 R${trailer(objects.length)}>>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(body, 'latin1');
}
