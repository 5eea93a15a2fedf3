/** The grades of a state secret as they are stamped on a paper. */
const markings: ReadonlySet<string> = new Set(['MẬT', 'TỐI MẬT', 'TUYỆT MẬT']);

/**
 * Whether a line of the first page is nothing but the marking of a state secret: in capitals, standing alone, as the
 * form of papers asks. A sentence that speaks of secrets is none.
 */
export const isSecretMarking = (line: string): boolean =>
  markings.has(line.normalize('NFC').replace(/\s+/gu, ' ').trim());
