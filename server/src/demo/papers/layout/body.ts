import { MM } from './marks.ts';
import type { PageFlow } from './page-flow.ts';
import { CENTERED, paragraph } from './paragraph.ts';

const KEEP_TWO_LINES = 42;

/**
 * Sets the running text of a paper. Each line of `markup` is one block, told by how it begins:
 * `#` part, `##` section, `###` clause heading, `>` legal basis in italics, `=` centred line, else a paragraph.
 * Headings enter the outline. `**bold**` and `//italic//` work everywhere.
 */
export function body(flow: PageFlow, markup: string): void {
  for (const line of markup.split('\n').map((text) => text.trim())) {
    if (line === '') continue;
    if (line.startsWith('### ')) heading(flow, line.slice(4), 3);
    else if (line.startsWith('## ')) heading(flow, line.slice(3), 2);
    else if (line.startsWith('# ')) heading(flow, line.slice(2), 1);
    else if (line.startsWith('> ')) paragraph(flow, line.slice(2), { face: 'italic' });
    else if (line.startsWith('= ')) paragraph(flow, line.slice(2), CENTERED);
    else paragraph(flow, line);
  }
}

/** Sets a numbered heading: parts and sections bold, clauses bold italic, kept with the text that follows. */
export function heading(flow: PageFlow, text: string, level: 1 | 2 | 3): void {
  const face = level === 3 ? 'boldItalic' : 'bold';
  const before = level === 1 ? 4 : 0;
  flow.need(KEEP_TWO_LINES + 24);
  flow.bookmark(text, level);
  paragraph(flow, text, { face, before, keepWith: KEEP_TWO_LINES });
}

/** Sets a caption above a table, with its unit of measure on the right below it. */
export function tableCaption(flow: PageFlow, title: string, unit?: string): void {
  paragraph(flow, title, { ...CENTERED, face: 'bold', size: 13, before: 4, after: 2, keepWith: 90 });
  if (unit) {
    paragraph(flow, `Đơn vị tính: ${unit}`, {
      face: 'italic',
      size: 12,
      align: 'right',
      firstIndent: 0,
      after: 3,
      keepWith: 70,
    });
  }
}

/** Sets the places a paper is addressed to: one on the line itself, several as a list below it. */
export function addressees(flow: PageFlow, names: readonly string[]): void {
  const [only] = names;
  if (names.length === 1 && only) {
    paragraph(flow, `Kính gửi: ${only}.`, { ...CENTERED, before: 4, after: 10 });
    return;
  }
  paragraph(flow, 'Kính gửi:', { firstIndent: 45 * MM, after: 0, before: 4 });
  names.forEach((name, index) => {
    const end = index === names.length - 1 ? '.' : ';';
    paragraph(flow, `- ${name}${end}`, {
      firstIndent: 0,
      leftIndent: 62 * MM,
      align: 'left',
      after: index === names.length - 1 ? 10 : 0,
    });
  });
}
