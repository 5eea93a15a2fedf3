import type { PackContents, PackItem } from '@hopso/shared/session';
import type { PDFRef } from 'pdf-lib';
import type { Sheets } from './sheets.ts';

const NOUNS = { session: 'PHIÊN HỌP', meeting: 'CUỘC HỌP', conference: 'HỘI NGHỊ' } as const;
/** Says nothing of what is kept back. */
export const CLOSED_ITEM = 'Nội dung này chỉ dành cho thành phần được mời.';
/** Under the title of a paper whose pages are not in the pack. */
export const VIEW_ONLY_PAPER = '(chỉ đọc trên hệ thống, không kèm trong bộ tài liệu này)';

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  ...{ day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  hourCycle: 'h23',
});

/** `08 giờ 00, ngày 28 tháng 4 năm 2021`: a zero before days under 10 and months 1 and 2 (Decree 30/2020). */
export function longTime(instant: number): string {
  const part = Object.fromEntries(clock.formatToParts(instant).map(({ type, value }) => [type, value]));
  const month = Number(part.month) > 2 ? String(Number(part.month)) : part.month;
  return `${part.hour} giờ ${part.minute}, ngày ${part.day} tháng ${month} năm ${part.year}`;
}

/** The cover: heading as on an official document, what is held, when and where, and whose copy this is. */
export function writeCover(sheets: Sheets, { meeting, items }: PackContents, watermark: string): void {
  sheets.beside([
    bodyLines(meeting.hostName).map((text) => ({
      ...{ text, size: 12, face: 'bold', align: 'centre' },
      columns: [0, 0.4],
    })),
    [
      {
        ...{ text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', size: 12, face: 'bold', align: 'centre' },
        columns: [0.42, 1],
      },
      {
        ...{ text: 'Độc lập - Tự do - Hạnh phúc', size: 13, face: 'bold', align: 'centre' },
        columns: [0.42, 1],
      },
    ],
  ]);
  sheets.rule([0.535, 0.885], 2);
  sheets.downTo(230);
  const centred = { align: 'centre', columns: [0.04, 0.96] } as const;
  sheets.write({ text: `TÀI LIỆU ${NOUNS[meeting.gathering]}`, size: 16, face: 'bold', ...centred });
  sheets.write({ text: meeting.title, size: 22, face: 'bold', above: 10, ...centred });
  sheets.rule([0.38, 0.62], 14);
  sheets.write({ text: `Thời gian: ${longTime(meeting.startsAt)}`, size: 14, above: 26, ...centred });
  sheets.write({ text: `Địa điểm: ${meeting.place}`, size: 14, above: 4, ...centred });
  const papers = items
    .flatMap(({ content }) => content?.papers ?? [])
    .filter(({ isViewOnly }) => !isViewOnly);
  const pages = papers.reduce((sum, paper) => sum + paper.pages, 0);
  sheets.downTo(600);
  const count = `${papers.length} tài liệu, ${pages} trang`;
  sheets.write({ text: `Bộ tài liệu gồm ${count}.`, size: 13, ...centred });
  sheets.write({ text: `Bản của: ${watermark}`, size: 13, above: 4, ...centred });
}

/** A heading has no abbreviations. */
const inFull = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/^UBND(?=\s)/, 'Ủy ban nhân dân')
    .replace(/^HĐND(?=\s)/, 'Hội đồng nhân dân');

/** `ỦY BAN NHÂN DÂN` and of where on a line of its own, as official headings have it. */
function bodyLines(name: string): string[] {
  const [, kind, place] = /^(ủy ban nhân dân|hội đồng nhân dân)\s+(.+)$/iu.exec(inFull(name)) ?? [];
  return (kind === undefined || place === undefined ? [name] : [kind, place]).map((line) =>
    line.toUpperCase(),
  );
}

const NUMBER = [0, 0.08] as const;
const SUBJECT = [0.09, 0.86] as const;
const PAGES = [0.88, 1] as const;
const SIZE = 12.5;

/** The agenda as this reader knows it; a paper's row leads to its first page. */
export function writeAgenda(
  sheets: Sheets,
  { items }: PackContents,
  firstPage: (paperId: string) => PDFRef | null,
): void {
  sheets.next();
  sheets.write({ text: 'CHƯƠNG TRÌNH VÀ TÀI LIỆU', size: 14, face: 'bold', align: 'centre' });
  sheets.rule([0, 1], 12);
  row(sheets, { number: 'TT', text: 'Nội dung', pages: 'Số trang', face: 'bold' });
  sheets.rule();
  for (const item of items) {
    writeItem(sheets, item, firstPage);
    sheets.rule();
  }
}

function writeItem(
  sheets: Sheets,
  { number, content }: PackItem,
  firstPage: (paper: string) => PDFRef | null,
) {
  if (content === null) return row(sheets, { number, text: CLOSED_ITEM });
  const { title, isWithdrawn, submittingBody, presenters, papers } = content;
  row(sheets, { number, text: isWithdrawn ? `${title} (rút khỏi chương trình)` : title, face: 'bold' });
  if (submittingBody !== '') row(sheets, { text: `Cơ quan trình: ${submittingBody}` });
  if (presenters.length > 0) row(sheets, { text: `Người trình bày: ${presenters.join(', ')}` });
  for (const paper of papers) {
    const text = `Tài liệu ${paper.number}. ${paper.title}`;
    row(sheets, { text, pages: String(paper.pages), to: firstPage(paper.id) });
    if (paper.isViewOnly) row(sheets, { text: VIEW_ONLY_PAPER });
  }
}

interface Row {
  readonly number?: string;
  readonly text: string;
  readonly pages?: string;
  readonly face?: 'bold';
  readonly to?: PDFRef | null;
}

function row(sheets: Sheets, { number = '', text, pages = '', face, to = null }: Row): void {
  const style = { size: SIZE, above: 3, ...(face && { face }) };
  sheets.beside(
    [
      [{ text: number, columns: NUMBER, align: 'centre', ...style }],
      [{ text, columns: SUBJECT, ...style }],
      [{ text: pages, columns: PAGES, align: 'centre', ...style }],
    ],
    to,
  );
}
