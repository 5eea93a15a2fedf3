import {
  type AnnotationBody,
  annotationLimits,
  type Remark,
  type RemarkState,
  type treatRemark,
} from '@hopso/shared/annotation';
import { ok, type Result, type RouteBody, refuse, stale } from '@hopso/shared/kernel';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Db, Q, Row } from '#platform/database';
import { type NoteRow, noteOf, setHead, takeHead } from './note-rows.ts';
import type { Reader } from './read-changes.ts';
import type { Told } from './save-acts.ts';

type RemarkRow = Row<'remarks'>;
type Treatment = RouteBody<typeof treatRemark>;

/** Notes shared with all on papers the reader may see, by paper, page and time; one paper's, or every paper's. */
export async function remarksOf(db: Db, reader: Reader, paper?: string): Promise<Remark[]> {
  const readable = readablePapers(reader).filter((id) => paper === undefined || id === paper);
  if (readable.length === 0) return [];
  const { annotations: notes, remarks } = db.t;
  const rows = await db.read
    .select({ note: notes, remark: remarks })
    .from(notes)
    .leftJoin(remarks, eq(remarks.annotationId, notes.id))
    .where(and(shared(db, reader.meetingId), inArray(notes.paperId, readable)))
    .orderBy(asc(notes.paperId), asc(notes.version), asc(notes.page), asc(notes.createdAt), asc(notes.id))
    .limit(annotationLimits.changes);
  const listed = new Set(rows.map(({ note }) => note.id));
  return Promise.all(
    rows
      .filter(({ note }) => !isPresented(note) && !listed.has(originOf(note) ?? ''))
      .map(({ note, remark }) => shownRemark(reader, note, remark)),
  );
}

/** What was carried over to a newer version is the same remark (N8): it is treated where it was made. */
const originOf = ({ body }: NoteRow): string | undefined =>
  (body as unknown as AnnotationBody | null)?.origin?.id;

/** What was drawn while leading pages asks for no treatment (N14). */
const isPresented = ({ body }: NoteRow): boolean =>
  (body as unknown as AnnotationBody | null)?.isPresented === true;

/**
 * Treats a remark as the caller saw it.
 * Refuses: `not-found`, `annotation/answer-missing`, `stale` with what is stored.
 */
export async function treat(
  db: Db,
  reader: Reader,
  noteId: string,
  given: Treatment,
  now: number,
): Promise<Result<{ readonly remark: Remark; readonly told: Told }>> {
  const answer = given.answer.trim();
  const treated = await db.write(async (q): Promise<Result<{ note: NoteRow; remark: RemarkRow }>> => {
    const head = await takeHead(db, q, reader.meetingId);
    const found = await remarkRow(db, q, reader, noteId);
    if (found === null) return refuse('not-found');
    if (given.state === 'answered' && answer === '') return refuse('annotation/answer-missing');
    const rev = found.remark?.rev ?? 0;
    if (rev !== given.rev) {
      const { state = 'open', answer: kept = '' } = found.remark ?? {};
      return stale({ state, answer: kept, rev });
    }
    const set = {
      state: given.state,
      answer,
      treatedBy: reader.personId,
      treatedAt: now,
      rev: rev + 1,
    };
    const remark = { annotationId: noteId, ...set };
    const { annotations: notes, remarks } = db.t;
    await q.insert(remarks).values(remark).onConflictDoUpdate({ target: remarks.annotationId, set });
    // The owner learns of it as of any change of the note.
    const seq = head + 1;
    await q.update(notes).set({ seq }).where(eq(notes.id, noteId));
    await setHead(db, q, reader.meetingId, seq);
    return ok({ note: { ...found.note, seq }, remark });
  });
  if (!treated.ok) return treated;
  const { note, remark } = treated.value;
  const told = { seq: note.seq, persons: new Set([note.ownerId]), papers: new Set([note.paperId]) };
  return ok({ remark: await shownRemark(reader, note, remark), told });
}

async function remarkRow(db: Db, q: Q, reader: Reader, noteId: string) {
  const { annotations: notes, remarks } = db.t;
  const [note] = await q
    .select()
    .from(notes)
    .where(and(shared(db, reader.meetingId), eq(notes.id, noteId)));
  if (note === undefined || isPresented(note) || !readablePapers(reader).includes(note.paperId)) return null;
  const [remark] = await q.select().from(remarks).where(eq(remarks.annotationId, noteId));
  return { note, remark: remark ?? null };
}

function shared({ t: { annotations: notes } }: Db, meetingId: string) {
  return and(eq(notes.meetingId, meetingId), eq(notes.sharing, 'all'), isNull(notes.deletedAt));
}

const readablePapers = ({ standing }: Reader): string[] =>
  [...standing.papers].filter(([, { access }]) => access === 'all').map(([id]) => id);

async function shownRemark({ nameOf }: Reader, note: NoteRow, remark: RemarkRow | null): Promise<Remark> {
  const seen = { sharing: 'all', ownerName: await nameOf(note.ownerId), remark: null } as const;
  return {
    note: noteOf(note, seen),
    state: (remark?.state ?? 'open') as RemarkState,
    answer: remark?.answer ?? '',
    treatedBy: remark === null ? null : await nameOf(remark.treatedBy),
    treatedAt: remark?.treatedAt ?? null,
    isChangedSince: remark !== null && note.updatedAt > remark.treatedAt,
    rev: remark?.rev ?? 0,
  };
}
