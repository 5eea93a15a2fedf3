import { ASCENT, DESCENT, type FaceName } from './font-faces.ts';
import { breakLines, type Line, parseRuns, wordsOf } from './line-breaking.ts';
import { MM } from './marks.ts';
import type { PageFlow } from './page-flow.ts';
import { type Align, drawLine } from './text-line.ts';

const BODY_SIZE = 14;
const LEADING = 1.25;
const PARAGRAPH_GAP = 6;

export interface ParagraphStyle {
  face: FaceName;
  size: number;
  align: Align;
  firstIndent: number;
  leftIndent: number;
  rightIndent: number;
  /** Space above, dropped at the top of a page. */
  before: number;
  after: number;
  leading: number;
  /** Further points that must fit below the paragraph on its page: keeps a heading with its text. */
  keepWith: number;
}

const BODY_STYLE: ParagraphStyle = {
  face: 'regular',
  size: BODY_SIZE,
  align: 'justify',
  firstIndent: 12.7 * MM,
  leftIndent: 0,
  rightIndent: 0,
  before: 0,
  after: PARAGRAPH_GAP,
  leading: LEADING,
  keepWith: 0,
};

export const CENTERED: Partial<ParagraphStyle> = { align: 'center', firstIndent: 0 };

/** Sets one paragraph at the cursor, over as many pages as it needs, never leaving a single line behind. */
export function paragraph(flow: PageFlow, markup: string, style: Partial<ParagraphStyle> = {}): void {
  const s = { ...BODY_STYLE, ...style };
  const width = flow.textWidth - s.leftIndent - s.rightIndent;
  const indentOf = (index: number) => (index === 0 ? s.firstIndent : 0);
  const lines = breakLines(
    wordsOf(parseRuns(markup, s.face), s.size),
    s.size,
    (index) => width - indentOf(index),
  );
  const lineHeight = s.size * s.leading;
  if (!flow.atTop) flow.y += s.before;
  if (s.keepWith > 0) flow.need(lines.length * lineHeight + s.keepWith);
  let next = 0;
  while (next < lines.length) {
    const count = linesForThisPage(flow, lines.length - next, lineHeight);
    if (count === 0) {
      flow.newPage();
      continue;
    }
    for (const line of lines.slice(next, next + count)) {
      placeLine(flow, line, s, indentOf(next), width);
      next += 1;
    }
  }
  flow.y += s.after;
}

/** How many of the remaining lines go on this page; keeps at least two together at a page break. */
function linesForThisPage(flow: PageFlow, remaining: number, lineHeight: number): number {
  const fitting = Math.floor((flow.room + 0.01) / lineHeight);
  if (fitting >= remaining) return remaining;
  if (flow.atTop) return Math.max(1, fitting);
  const kept = remaining - fitting === 1 ? fitting - 1 : fitting;
  return kept >= 2 ? kept : 0;
}

function placeLine(flow: PageFlow, line: Line, s: ParagraphStyle, indent: number, width: number): void {
  const lineHeight = s.size * s.leading;
  const baseline = flow.y + baselineOffset(s.size, lineHeight);
  const box = {
    x: flow.left + s.leftIndent + indent,
    width: width - indent,
    baseline,
    size: s.size,
    align: s.align,
  };
  flow.put(...drawLine(line, box));
  flow.y += lineHeight;
}

/** Distance from the top of a line box to its baseline, the glyphs centred in the box. */
export function baselineOffset(size: number, lineHeight: number): number {
  return (lineHeight - (ASCENT + DESCENT) * size) / 2 + ASCENT * size;
}
