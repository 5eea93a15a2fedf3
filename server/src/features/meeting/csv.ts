/** A cell that a spreadsheet would run as a formula gets an apostrophe (OWASP ASVS 1.2.10, full-width signs too). */
const formula = /^[=+\-@\t\r＝＋－＠]/u;

/** CSV for a Vietnamese Excel: UTF-8 with BOM, semicolons, CRLF (RFC 4180 but for the separator). */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
