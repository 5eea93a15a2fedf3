import {
  type Annotation,
  annotationLimits,
  type getAnnotations,
  isVisibleTo,
  type RemarkState,
  type Treatment,
} from '@hopso/shared/annotation';
import type { RouteAnswer } from '@hopso/shared/kernel';
import { and, asc, eq, gt, inArray, or, sql } from 'drizzle-orm';
import type { Db } from '#platform/database';
import type { NotesStanding } from './meetings.ts';
import { goneNote, type NoteRow, namedOf, noteOf, sharingOf } from './note-rows.ts';

type Changes = RouteAnswer<typeof getAnnotations>;
export type NameOf = (personId: string) => Promise<string>;

export interface Reader {
  readonly meetingId: string;
  readonly personId: string;
  readonly standing: NotesStanding;
  readonly nameOf: NameOf;
}

interface Found {
  readonly note: NoteRow;
  /** The place of the last change that is this reader's to know. */
  readonly seq: number;
  readonly remark: { readonly state: string; readonly answer: string; readonly treatedAt: number } | null;
}

/** Rows read at once, and how large an answer may become: a stroke may have thousands of points. */
const ROWS_AT_ONCE = 250;
const MOST_BYTES = 2 * 1024 * 1024;

/** What changed after a place for this reader: notes, and the word that one is gone (N5). */
export async function readChanges(
  db: Db,
  reader: Reader,
  asked: { readonly after: number; readonly paper?: string | undefined },
): Promise<Changes> {
  const { papers } = reader.standing;
  const named = asked.paper === undefined ? [...papers.keys()] : papers.has(asked.paper) ? [asked.paper] : [];
  const access = Object.fromEntries([...papers].map(([id, paper]) => [id, paper.access]));
  const annotations: Annotation[] = [];
  let { after: seq } = asked;
  let hasMore = named.length > 0;
  let bytes = 0;
  while (hasMore && annotations.length < annotationLimits.changes && bytes < MOST_BYTES) {
    const found = await foundAfter(db, reader, named, seq);
    hasMore = found.length === ROWS_AT_ONCE;
    annotations.push(...(await shownTo(db, reader, found)));
    for (const { note } of found) bytes += weightOf(note);
    seq = found.at(-1)?.seq ?? seq;
  }
  return { annotations, seq, hasMore, papers: access };
}

/**
 * Rows that the reader may see now or might have seen before; others' private notes never leave the database. What is
 * closed to a reader now stands at the place where it was closed: what its owner does later moves it no further (N5).
 */
async function foundAfter(
  { read, t }: Db,
  { meetingId, personId }: Reader,
  papers: readonly string[],
  seq: number,
): Promise<Found[]> {
  const { annotations: notes, annotationShares: shares, remarks } = t;
  const own = and(eq(shares.annotationId, notes.id), eq(shares.personId, personId));
  const mayConcern = or(
    eq(notes.ownerId, personId),
    eq(notes.wasSharedWithAll, true),
    eq(shares.personId, personId),
  );
  const isOpen = or(eq(notes.ownerId, personId), eq(notes.sharing, 'all'), eq(shares.isActive, true));
  const [unshared, left] = [sql`coalesce(${notes.unsharedSeq}, 0)`, sql`coalesce(${shares.leftSeq}, 0)`];
  const closedAt = sql`case when ${unshared} > ${left} then ${unshared} else ${left} end`;
  const place = sql<number>`case when ${isOpen} then ${notes.seq} else ${closedAt} end`.mapWith(Number);
  return read
    .select({
      note: notes,
      seq: place,
      remark: { state: remarks.state, answer: remarks.answer, treatedAt: remarks.treatedAt },
    })
    .from(notes)
    .leftJoin(shares, own)
    .leftJoin(remarks, eq(remarks.annotationId, notes.id))
    .where(
      and(
        eq(notes.meetingId, meetingId),
        // No note stands further on than its own last change: the index leads past what is known.
        gt(notes.seq, seq),
        gt(place, seq),
        inArray(notes.paperId, [...papers]),
        mayConcern,
      ),
    )
    .orderBy(asc(place), asc(notes.seq))
    .limit(ROWS_AT_ONCE);
}

async function shownTo(db: Db, reader: Reader, found: readonly Found[]): Promise<Annotation[]> {
  const { personId, standing, nameOf } = reader;
  const named = await namedOf(
    db,
    db.read,
    found.filter(({ note }) => note.sharing === 'named').map(({ note }) => note.id),
  );
  const shown: Annotation[] = [];
  for (const { note, seq, remark } of found) {
    const sharing = sharingOf(note, named);
    const access = standing.papers.get(note.paperId)?.access;
    const isOwn = note.ownerId === personId;
    if (note.deletedAt !== null || !isVisibleTo({ ...note, sharing }, personId, access)) {
      if (isOwn) shown.push(noteOf(note, { sharing: 'private', ownerName: '', remark: null }));
      else if (access === 'all') shown.push(goneNote(note, seq));
      continue;
    }
    shown.push(
      noteOf(note, {
        sharing: isOwn || sharing === 'all' ? sharing : [personId],
        ownerName: await nameOf(note.ownerId),
        remark: isOwn && sharing === 'all' ? treatmentOf(remark) : null,
      }),
    );
  }
  return shown;
}

const treatmentOf = (remark: Found['remark']): Treatment | null =>
  remark === null
    ? null
    : { state: remark.state as RemarkState, answer: remark.answer, at: remark.treatedAt };

/** About how many bytes a note takes in an answer. */
function weightOf({ body }: NoteRow): number {
  const { points, boxes, text } = (body ?? {}) as { points?: unknown[]; boxes?: unknown[]; text?: string };
  return 500 + 24 * (points?.length ?? 0) + 40 * (boxes?.length ?? 0) + 2 * (text?.length ?? 0);
}
