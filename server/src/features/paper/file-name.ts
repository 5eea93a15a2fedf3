import { ok, type Result, refuse } from '@hopso/shared/kernel';

const LONGEST = 200;
/** Invisible characters, among them those that turn the direction of writing: `fdp.exe` could be read `exe.pdf`. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;

/**
 * The file name a client announced, percent-encoded UTF-8: the last part of a path, visible characters only, NFC.
 * Refuses `input/invalid` when there is none.
 */
export function announcedFileName(header: string | undefined): Result<string> {
  const name = cleanFileName(decoded(header ?? '') ?? '');
  if (name !== '') return ok(name);
  return refuse('input/invalid', { issues: [{ at: '/headers/x-file-name', problem: 'invalid_format' }] });
}

function decoded(header: string): string | null {
  try {
    return decodeURIComponent(header);
  } catch {
    return null;
  }
}

/** The name as it is kept: it names, it is never a path. */
export function cleanFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const visible = last.replace(INVISIBLE, '').normalize('NFC').replace(/\s+/gu, ' ').trim();
  return [...visible].length <= LONGEST ? visible : shortened(visible);
}

function shortened(name: string): string {
  const extension = /\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? '';
  return (
    [...name]
      .slice(0, LONGEST - extension.length)
      .join('')
      .trimEnd() + extension
  );
}

/**
 * Numbers by which files are kept in order: `03_`, `1. `, `(2) `, `02 - `, `04 `. Numbers that say something stay:
 * those of a document (`12-NQ-HĐND`), a date (`28.4.2021`), a count (`15 huyện`).
 */
const ORDERING =
  /^(?:\(\d{1,2}\)\s*|\d{1,2}(?:\.\d{1,2})?\s*[_.)](?!\d)\s*|\d{1,2}\s+[-–—]\s+|0\d\s*[-–—\s]\s*)/u;

/** A paper's title as its file's name suggests it. */
export function titleFrom(fileName: string): string {
  const stem = fileName.replace(/\.pdf$/i, '').normalize('NFC');
  const spaced = (text: string) => text.replace(/[_\s]+/gu, ' ').trim();
  return spaced(stem.replace(ORDERING, '')) || spaced(stem) || fileName;
}

export const inlineDisposition = (fileName: string): string => `inline; ${namedFile(fileName)}`;
export const attachmentDisposition = (fileName: string): string => `attachment; ${namedFile(fileName)}`;

/** RFC 6266: the name itself in UTF-8, and beside it what clients from before 2010 can show. */
function namedFile(fileName: string): string {
  const plain = fileName
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^\w .()-]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `filename="${plain}"; filename*=UTF-8''${encoded}`;
}
