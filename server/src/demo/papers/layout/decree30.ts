import { type FaceName, textWidth } from './font-faces.ts';
import { breakLines, type Line, parseRuns, wordsOf } from './line-breaking.ts';
import type { SignatureKind } from './marks.ts';
import type { PageFlow } from './page-flow.ts';
import { baselineOffset, CENTERED, paragraph } from './paragraph.ts';
import { drawLine } from './text-line.ts';

// Form and sizes: Decree 30/2020/NĐ-CP, Annex I.

const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
const LEFT_SHARE = 0.42;
const RULE = 0.75;

/** The head of page 1. `issuer` may take several lines; `parent` is the superior body, if it is printed. */
export interface Letterhead {
  parent?: string[];
  issuer: string[];
  /** Number and code, e.g. `05/TTr-UBND`; blanks stay for văn thư when only the code is known. */
  number?: string;
  /** Official date line, e.g. `Long An, ngày 05 tháng 02 năm 2021`; minutes carry none. */
  placeAndDate?: string;
  /** Boxed note such as `DỰ THẢO` or `LƯU HÀNH NỘI BỘ`. */
  note?: string;
}

interface Column {
  x: number;
  width: number;
}

/** Draws the two-column head: issuing body and number on the left, national name, motto, place and date right. */
export function letterhead(flow: PageFlow, head: Letterhead): void {
  const leftWidth = flow.textWidth * LEFT_SHARE;
  const left = { x: flow.left - 6, width: leftWidth };
  const right = { x: flow.left + leftWidth, width: flow.textWidth - leftWidth + 6 };
  const top = flow.y;
  const rightEnd = drawNation(flow, right, top);
  const leftEnd = drawIssuer(flow, left, top, head);
  let row = Math.max(leftEnd, rightEnd) + 5;
  if (head.number) centered(flow, left, row, `Số: ${head.number}`, 13, 'regular');
  if (head.placeAndDate) centered(flow, right, row, head.placeAndDate, 13, 'italic');
  if (head.number || head.placeAndDate) row += 17;
  if (head.note) row = drawNote(flow, left, row + 6, head.note);
  flow.y = row + 14;
}

function drawNation(flow: PageFlow, column: Column, top: number): number {
  centered(flow, column, top, NATION, 12, 'bold');
  centered(flow, column, top + 16, MOTTO, 13, 'bold');
  ruleUnder(flow, column, top + 35, textWidth('bold', MOTTO, 13));
  return top + 38;
}

function drawIssuer(flow: PageFlow, column: Column, top: number, head: Letterhead): number {
  let y = top;
  for (const line of head.parent ?? []) {
    centered(flow, column, y, line, 12, 'regular');
    y += 16;
  }
  for (const line of head.issuer) {
    centered(flow, column, y, line, 12, 'bold');
    y += 16;
  }
  const widest = Math.max(...head.issuer.map((line) => textWidth('bold', line, 12)));
  ruleUnder(flow, column, y + 2, widest * 0.42);
  return y + 6;
}

function drawNote(flow: PageFlow, column: Column, y: number, note: string): number {
  const width = textWidth('bold', note, 12) + 16;
  const x = column.x + (column.width - width) / 2;
  box(flow, x, y, width, 20);
  centered(flow, column, y + 2.5, note, 12, 'bold');
  return y + 22;
}

function box(flow: PageFlow, x: number, y: number, width: number, height: number): void {
  const corners = [
    [x, y, x + width, y],
    [x, y + height, x + width, y + height],
    [x, y, x, y + height],
    [x + width, y, x + width, y + height],
  ] as const;
  for (const [x1, y1, x2, y2] of corners) flow.put({ kind: 'rule', x1, y1, x2, y2, thickness: RULE });
}

function centered(
  flow: PageFlow,
  column: Column,
  top: number,
  text: string,
  size: number,
  face: FaceName,
): void {
  const [line] = breakLines(wordsOf(parseRuns(text, face), size), size, () => Number.POSITIVE_INFINITY);
  if (!line) return;
  const baseline = top + baselineOffset(size, size * 1.2);
  flow.put(...drawLine(line, { x: column.x, width: column.width, baseline, size, align: 'center' }));
}

function ruleUnder(flow: PageFlow, column: Column, y: number, length: number): void {
  const middle = column.x + column.width / 2;
  flow.put({ kind: 'rule', x1: middle - length / 2, x2: middle + length / 2, y1: y, y2: y, thickness: RULE });
}

/** Draws the type of document, its subject lines and the rule below them. */
export function documentTitle(flow: PageFlow, type: string, subject: readonly string[]): void {
  paragraph(flow, type, { ...CENTERED, face: 'bold', after: 1 });
  for (const line of subject) paragraph(flow, line, { ...CENTERED, face: 'bold', after: 0 });
  const widest = Math.max(60, ...subject.map((line) => textWidth('bold', line, 14)));
  flow.y += 3;
  ruleUnder(flow, { x: flow.left, width: flow.textWidth }, flow.y, Math.min(widest * 0.4, 150));
  flow.y += 12;
}

/** Draws the head of an annex: "Phụ lục" with its Roman numeral, title in capitals, the document it belongs to. */
export function annexTitle(flow: PageFlow, name: string, title: readonly string[], belongsTo: string): void {
  flow.bookmark(`${name} – ${title.join(' ')}`, 1);
  paragraph(flow, name, { ...CENTERED, face: 'bold', after: 1 });
  for (const line of title) paragraph(flow, line, { ...CENTERED, face: 'bold', size: 13, after: 0 });
  paragraph(flow, `(${belongsTo})`, { ...CENTERED, face: 'italic', size: 13, after: 3 });
  ruleUnder(flow, { x: flow.left, width: flow.textWidth }, flow.y, 110);
  flow.y += 12;
}

export interface Signature {
  /** Authority and post, e.g. `TM. ỦY BAN NHÂN DÂN`, `CHỦ TỊCH`. */
  lines: string[];
  /** Left out in a draft. */
  name?: string;
  /** Writes `(Đã ký)` where the hand signature would be. */
  signed?: SignatureKind;
}

const SIGNING_SPACE = 66;
const RECIPIENT_LEADING = 13.5;

/**
 * Sets the last paragraph, then recipients on the left and the signing block on the right.
 * All of it stays on one page: a signature may not stand alone, away from the text it signs.
 */
export function closeAndSign(
  flow: PageFlow,
  lastParagraph: string,
  recipients: readonly string[],
  signature: Signature,
): void {
  const leftWidth = flow.textWidth * LEFT_SHARE;
  const height = Math.max(recipientsHeight(recipients, leftWidth), signatureHeight(signature)) + 8;
  paragraph(flow, lastParagraph, { keepWith: height });
  flow.y += 8;
  const top = flow.y;
  const leftEnd = drawRecipients(flow, { x: flow.left, width: leftWidth }, top, recipients);
  const rightEnd = drawSignature(
    flow,
    { x: flow.left + leftWidth, width: flow.textWidth - leftWidth },
    top,
    signature,
  );
  flow.y = Math.max(leftEnd, rightEnd) + 6;
}

/** Draws two signing blocks side by side, as minutes have them: secretary left, chair right. */
export function twoSignatures(flow: PageFlow, left: Signature, right: Signature): void {
  flow.need(Math.max(signatureHeight(left), signatureHeight(right)) + 8);
  flow.y += 8;
  const top = flow.y;
  const half = flow.textWidth / 2;
  const leftEnd = drawSignature(flow, { x: flow.left, width: half }, top, left);
  const rightEnd = drawSignature(flow, { x: flow.left + half, width: half }, top, right);
  flow.y = Math.max(leftEnd, rightEnd) + 6;
}

/** Draws the list of recipients alone, where the signatures stand elsewhere. */
export function recipientsBlock(flow: PageFlow, recipients: readonly string[]): void {
  flow.need(recipientsHeight(recipients, flow.textWidth));
  flow.y = drawRecipients(flow, { x: flow.left, width: flow.textWidth }, flow.y, recipients) + 6;
}

function signatureHeight(signature: Signature): number {
  return signature.lines.length * 17.5 + SIGNING_SPACE + 18;
}

function recipientLines(recipients: readonly string[], width: number): Line[] {
  return recipients.flatMap((recipient, index) => {
    const end = index === recipients.length - 1 ? '.' : ';';
    return breakLines(wordsOf(parseRuns(`- ${recipient}${end}`), 11), 11, () => width);
  });
}

function recipientsHeight(recipients: readonly string[], width: number): number {
  return 16 + recipientLines(recipients, width).length * RECIPIENT_LEADING;
}

function drawRecipients(flow: PageFlow, column: Column, top: number, recipients: readonly string[]): number {
  const label = breakLines(wordsOf(parseRuns('Nơi nhận:', 'boldItalic'), 12), 12, () => column.width)[0];
  if (label) flow.put(...drawLine(label, { ...column, baseline: top + 12, size: 12, align: 'left' }));
  let y = top + 16;
  for (const line of recipientLines(recipients, column.width)) {
    flow.put(...drawLine(line, { ...column, baseline: y + 10.5, size: 11, align: 'left' }));
    y += RECIPIENT_LEADING;
  }
  return y;
}

function drawSignature(flow: PageFlow, column: Column, top: number, signature: Signature): number {
  let y = top;
  for (const line of signature.lines) {
    centered(flow, column, y, line, 14, 'bold');
    y += 17.5;
  }
  if (signature.signed) drawSigned(flow, column, y + SIGNING_SPACE / 2 - 10, signature.signed);
  y += SIGNING_SPACE;
  if (signature.name) centered(flow, column, y, signature.name, 14, 'bold');
  return y + 18;
}

function drawSigned(flow: PageFlow, column: Column, top: number, signature: SignatureKind): void {
  const text = '(Đã ký)';
  const x = column.x + (column.width - textWidth('italic', text, 13)) / 2;
  const y = top + baselineOffset(13, 13 * 1.2);
  flow.put({ kind: 'text', x, y, size: 13, face: 'italic', text, gap: 0, gray: 0, signature });
}
