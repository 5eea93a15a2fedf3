import { randomUUID } from 'node:crypto';
import type { Json } from '@hopso/shared/kernel';
import type { UploadFact } from '@hopso/shared/meeting';
import type { Upload } from '@hopso/shared/paper';
import { and, eq } from 'drizzle-orm';
import type { Db, Q, Row, Schema } from '#platform/database';
import type { PdfFacts } from './examination/examination.ts';
import { titleFrom } from './file-name.ts';

export type UploadRow = Row<'uploads'>;

/** Bytes that were uploaded to a meeting, under a name. */
export interface NamedContent {
  readonly meetingId: string;
  readonly sha256: string;
  readonly fileName: string;
}

/** What is kept of the examination besides the columns. */
type KeptFacts = Pick<PdfFacts, 'sizes' | 'hasText'>;

/** All uploads of these bytes to this meeting, under whatever name. */
export function uploadsOf(q: Q, t: Schema, content: Omit<NamedContent, 'fileName'>): Promise<UploadRow[]> {
  const { meetingId, sha256 } = content;
  return Promise.resolve(
    q
      .select()
      .from(t.uploads)
      .where(and(eq(t.uploads.meetingId, meetingId), eq(t.uploads.sha256, sha256))),
  );
}

/** The row of this content, written unless it was there before. */
export function saveUpload(
  db: Db,
  content: NamedContent & { readonly bytes: number; readonly facts: PdfFacts },
  by: { readonly personId: string; readonly at: number },
): Promise<UploadRow> {
  const { meetingId, sha256, fileName, bytes, facts } = content;
  const kept: KeptFacts = { sizes: facts.sizes, hasText: facts.hasText };
  const row = {
    id: randomUUID(),
    meetingId,
    uploadedBy: by.personId,
    fileName,
    sha256,
    bytes,
    pages: facts.pages,
    facts: kept as unknown as Json,
    createdAt: by.at,
  };
  return db.write(async (q) => {
    const known = (await uploadsOf(q, db.t, content)).find((before) => before.fileName === fileName);
    if (known !== undefined) return known;
    await q.insert(db.t.uploads).values(row);
    return row;
  });
}

/** The facts of a paper laid from this upload; null when the meeting has no such upload. */
export async function uploadFactOf(db: Db, uploadId: string, meetingId: string): Promise<UploadFact | null> {
  const { uploads } = db.t;
  const [row] = await db.read
    .select()
    .from(uploads)
    .where(and(eq(uploads.id, uploadId), eq(uploads.meetingId, meetingId)));
  if (row === undefined) return null;
  const { fileName, sha256, bytes, pages } = row;
  return { uploadId, fileName, sha256, bytes, pages, hasText: factsOf(row).hasText };
}

/** What the examination found, from a row that `saveUpload` wrote. */
export function factsOf(row: UploadRow): PdfFacts {
  return { ...(row.facts as unknown as KeptFacts), pages: row.pages };
}

export function uploadOf(row: UploadRow): Upload {
  const { id, fileName, pages, bytes } = row;
  return { id, fileName, title: titleFrom(fileName), pages, bytes, hasText: factsOf(row).hasText };
}
