/** "03_Tờ trình số 412.pdf" is number 3 on the secretary's disk; "12-NQ-HĐND.pdf" is part of the document's number. */
const diskNumber = /^\d{1,2}(?:\s*[.)]\s*|\s*_\s*|\s+-\s+)(?=\p{L})/u;

/** A title out of a file name: without extension and leading disk number, with spaces, in composed letters. */
export function titleFromFileName(fileName: string): string {
  const name = fileName.normalize('NFC').replace(/\.pdf$/iu, '');
  const words = name.replace(diskNumber, '').replace(/_+/g, ' ').replace(/\s+/g, ' ').trim();
  return words === '' ? name.trim() : words;
}
