/**
 * Text for finding and comparing: without marks, `đ` as `d`, lower case.
 * No database does this for Vietnamese: `đ` has no decomposition, so it must be named.
 */
export function foldText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}
