import type {
  Annotation,
  AnnotationBody,
  AnnotationType,
  Sharing,
  Treatment,
} from '@hopso/shared/annotation';
import { and, eq, inArray } from 'drizzle-orm';
import { type Db, forUpdate, type Q, type Row } from '#platform/database';

export type NoteRow = Row<'annotations'>;

/** Names of the persons a note is shared with, by note. */
export type Named = ReadonlyMap<string, readonly string[]>;

export async function namedOf(db: Db, q: Q, noteIds: readonly string[]): Promise<Map<string, string[]>> {
  const { annotationShares: shares } = db.t;
  const named = new Map<string, string[]>();
  if (noteIds.length === 0) return named;
  const rows = await q
    .select({ noteId: shares.annotationId, personId: shares.personId })
    .from(shares)
    .where(and(inArray(shares.annotationId, [...noteIds]), eq(shares.isActive, true)))
    .orderBy(shares.personId);
  for (const { noteId, personId } of rows) named.set(noteId, [...(named.get(noteId) ?? []), personId]);
  return named;
}

/** Whom a kept note is shared with. */
export function sharingOf({ id, sharing }: NoteRow, named: Named): Sharing {
  if (sharing === 'all') return 'all';
  const names = named.get(id) ?? [];
  return sharing === 'named' && names.length > 0 ? [...names] : 'private';
}

/** The last place of a meeting's notes, the caller's until the `write` ends: places are given in the order of COMMITs. */
export async function takeHead(db: Db, q: Q, meetingId: string): Promise<number> {
  const { annotationHeads: heads } = db.t;
  await q.insert(heads).values({ meetingId, seq: 0 }).onConflictDoNothing();
  const [head] = await forUpdate(db, q.select().from(heads).where(eq(heads.meetingId, meetingId)));
  if (head === undefined) throw new Error('A head that was just written is not there.');
  return head.seq;
}

export async function setHead(db: Db, q: Q, meetingId: string, seq: number): Promise<void> {
  const { annotationHeads: heads } = db.t;
  await q.update(heads).set({ seq }).where(eq(heads.meetingId, meetingId));
}

export interface Seen {
  readonly sharing: Sharing;
  readonly ownerName: string;
  readonly remark: Treatment | null;
}

/** A note as somebody who may see it gets it; a deleted one as its owner does. */
export function noteOf(row: NoteRow, seen: Seen): Annotation {
  const { id, paperId, version, page, type, ownerId, body, updatedAt, actId, createdAt, seq } = row;
  return {
    id,
    paperId,
    version,
    page,
    // Written by this feature alone, from what its contract had checked.
    type: type as AnnotationType,
    body: body as unknown as AnnotationBody | null,
    ownerId,
    updatedAt,
    actId,
    createdAt,
    seq,
    ...seen,
  };
}

/** The word to others that a note is gone since this place: nothing in it says what has become of it. */
export function goneNote({ id, paperId, type, ownerId, createdAt }: NoteRow, seq: number): Annotation {
  const when = { updatedAt: createdAt, createdAt, actId: '', seq };
  const who = { ownerId, ownerName: '', sharing: 'private', remark: null } as const;
  return { id, paperId, version: 1, page: 1, type: type as AnnotationType, body: null, ...who, ...when };
}
