import { setImmediate } from 'node:timers/promises';
import type { Json } from '@hopso/shared/kernel';
import { and, asc, count, eq, gte, inArray, lt, ne } from 'drizzle-orm';
import type { Db, Row } from '#platform/database';
import type { TextLine } from '../examination/examination.ts';

/** What is known of the words of one page. */
export interface PageWords {
  /** From 1. */
  readonly page: number;
  /** The number printed on it. */
  readonly label: string | null;
  /** The lines, one below the other, in NFC. */
  readonly text: string;
  readonly lines: readonly TextLine[];
}

/** The words of a whole file. */
export interface PaperWords {
  readonly pages: readonly PageWords[];
  readonly hasText: boolean;
  /** Read off pictures by a program: they may be wrong. */
  readonly isRecognised: boolean;
}

/** So few that the only writer is free again within some milliseconds: a vote must not wait for an index. */
const ROWS_AT_ONCE = 10;
/** Reading the words of five thousand pages at once would hold everybody up. */
const PAGES_AT_ONCE = 100;

/** How far the reading of a file has got; `version` changes whenever its words do. */
export async function textStateOf(
  db: Db,
  sha256: string,
): Promise<{ readonly isReady: boolean; readonly version: string }> {
  const { paperTexts, uploads } = db.t;
  const [upload] = await db.read
    .select({ pages: uploads.pages })
    .from(uploads)
    .where(eq(uploads.sha256, sha256))
    .limit(1);
  const counted = await db.read
    .select({ isRecognised: paperTexts.isRecognised, pages: count() })
    .from(paperTexts)
    .where(eq(paperTexts.sha256, sha256))
    .groupBy(paperTexts.isRecognised);
  const known = counted.reduce((sum, { pages }) => sum + pages, 0);
  const recognised = counted.find((group) => group.isRecognised)?.pages ?? 0;
  return {
    isReady: upload !== undefined && known >= upload.pages,
    version: `${sha256.slice(0, 32)}-${known}-${recognised}`,
  };
}

/** The words of a file, page by page with the boxes of their lines; null while they are still being read. */
export async function paperTextOf(db: Db, sha256: string): Promise<PaperWords | null> {
  const { isReady } = await textStateOf(db, sha256);
  if (!isReady) return null;
  const pages: PageWords[] = [];
  let isRecognised = false;
  for (let from = 1; ; from += PAGES_AT_ONCE) {
    const rows = await pagesFrom(db, sha256, from);
    if (rows.length === 0) break;
    for (const { page, label, text, lines, ...row } of rows) {
      pages.push({ page, label, text, lines: lines as unknown as TextLine[] });
      isRecognised ||= row.isRecognised;
    }
    await setImmediate();
  }
  return { pages, hasText: pages.some(({ text }) => text !== ''), isRecognised };
}

async function pagesFrom(db: Db, sha256: string, from: number): Promise<Row<'paperTexts'>[]> {
  const { paperTexts } = db.t;
  return db.read
    .select()
    .from(paperTexts)
    .where(groupFrom(db, sha256, from))
    .orderBy(asc(paperTexts.page));
}

/** The words without their places, page by page: what a search needs. */
export async function* wordsOf(
  db: Db,
  sha256: string,
): AsyncGenerator<Pick<Row<'paperTexts'>, 'page' | 'label' | 'text' | 'isRecognised'>> {
  const { page, label, text, isRecognised } = db.t.paperTexts;
  for (let from = 1; ; from += PAGES_AT_ONCE) {
    const rows = await db.read
      .select({ page, label, text, isRecognised })
      .from(db.t.paperTexts)
      .where(groupFrom(db, sha256, from))
      .orderBy(asc(page));
    if (rows.length === 0) return;
    yield* rows;
  }
}

function groupFrom({ t: { paperTexts } }: Db, sha256: string, from: number) {
  const { page } = paperTexts;
  return and(eq(paperTexts.sha256, sha256), gte(page, from), lt(page, from + PAGES_AT_ONCE));
}

/** Puts the words of a file in; what was there of it is replaced. A few pages at a time. */
export async function saveText(
  db: Db,
  sha256: string,
  { pages, isRecognised }: Pick<PaperWords, 'pages' | 'isRecognised'>,
): Promise<void> {
  const { paperTexts } = db.t;
  for (let start = 0; start < pages.length; start += ROWS_AT_ONCE) {
    const rows = pages.slice(start, start + ROWS_AT_ONCE).map(({ page, label, text, lines }) => ({
      ...{ sha256, page, label, text, isRecognised },
      lines: lines as unknown as Json,
    }));
    await db.write(async (q) => {
      const known = rows.map(({ page }) => page);
      await q.delete(paperTexts).where(and(eq(paperTexts.sha256, sha256), inArray(paperTexts.page, known)));
      await q.insert(paperTexts).values(rows);
    });
  }
}

/** A file by its hash, with its number of pages. */
export interface IndexedFile {
  readonly sha256: string;
  readonly pages: number;
}

/** Uploaded files whose words were never read, or not to the end. */
export async function filesWithoutText(db: Db): Promise<IndexedFile[]> {
  const { paperTexts, uploads } = db.t;
  const files = await db.read
    .selectDistinct({ sha256: uploads.sha256, pages: uploads.pages })
    .from(uploads)
    .orderBy(asc(uploads.sha256));
  const known = await db.read
    .select({ sha256: paperTexts.sha256, pages: count() })
    .from(paperTexts)
    .groupBy(paperTexts.sha256);
  const pagesOf = new Map(known.map(({ sha256, pages }) => [sha256, pages]));
  return files.filter(({ sha256, pages }) => (pagesOf.get(sha256) ?? 0) < pages);
}

/** Files that were read to the end and in which no words are known: scans. */
export async function filesOfPictures(db: Db): Promise<IndexedFile[]> {
  const { paperTexts } = db.t;
  const all = await db.read
    .select({ sha256: paperTexts.sha256, pages: count() })
    .from(paperTexts)
    .groupBy(paperTexts.sha256);
  const withText = await db.read
    .selectDistinct({ sha256: paperTexts.sha256 })
    .from(paperTexts)
    .where(ne(paperTexts.text, ''));
  const known = new Set(withText.map(({ sha256 }) => sha256));
  const unfinished = new Set((await filesWithoutText(db)).map(({ sha256 }) => sha256));
  return all.filter(({ sha256 }) => !known.has(sha256) && !unfinished.has(sha256));
}
