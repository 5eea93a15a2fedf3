import type { Annotation, AnnotationBody, AnnotationType } from '@hopso/shared/annotation';
import { and, eq, inArray, isNotNull, or } from 'drizzle-orm';
import type { Db } from '#platform/database';
import type { NameOf } from './read-changes.ts';

/** A note as its reader sees it on a page. */
export type VisibleNote = Pick<Annotation, 'paperId' | 'page' | 'type'> & {
  readonly body: AnnotationBody;
  /** The name of somebody else who shared it; null for one's own. */
  readonly by: string | null;
};

interface NoteSource {
  readonly db: Db;
  readonly nameOf: NameOf;
}

interface NoteReader {
  readonly meetingId: string;
  readonly personId: string;
}

/**
 * The notes that this reader sees on these versions of papers, which the reader may read, in the order they were made:
 * own ones, those shared with all, and those shared with the reader by name (N1, N5). Nobody's private notes but the
 * reader's own are ever read.
 */
export async function notesOnPapers(
  { db: { read, t }, nameOf }: NoteSource,
  { meetingId, personId }: NoteReader,
  papers: readonly { readonly paperId: string; readonly version: number }[],
): Promise<readonly VisibleNote[]> {
  const { annotations: notes, annotationShares: shares } = t;
  const versions = new Map(papers.map(({ paperId, version }) => [paperId, version]));
  const sharedByName = read
    .select({ id: shares.annotationId })
    .from(shares)
    .where(and(eq(shares.personId, personId), eq(shares.isActive, true)));
  const isVisible = or(
    eq(notes.ownerId, personId),
    eq(notes.sharing, 'all'),
    and(eq(notes.sharing, 'named'), inArray(notes.id, sharedByName)),
  );
  const rows = await read
    .select()
    .from(notes)
    .where(
      and(
        eq(notes.meetingId, meetingId),
        inArray(notes.paperId, [...versions.keys()]),
        isNotNull(notes.body),
        isVisible,
      ),
    )
    .orderBy(notes.createdAt, notes.id);
  const shown = rows
    .filter((note) => note.version === versions.get(note.paperId))
    // A bookmark is the reader's own mark, also where somebody shared one.
    .filter(({ type, ownerId }) => type !== 'bookmark' || ownerId === personId);
  const others = new Set(shown.map(({ ownerId }) => ownerId).filter((id) => id !== personId));
  const names = new Map(await Promise.all([...others].map(async (id) => [id, await nameOf(id)] as const)));
  return shown.map(({ paperId, page, type, body, ownerId }) => ({
    paperId,
    page,
    type: type as AnnotationType,
    body: body as unknown as AnnotationBody,
    by: ownerId === personId ? null : (names.get(ownerId) ?? ''),
  }));
}
