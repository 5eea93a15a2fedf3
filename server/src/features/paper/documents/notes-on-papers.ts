import type { AnnotationBody, AnnotationType } from '@hopso/shared/annotation';
import { and, eq, inArray, isNotNull, or } from 'drizzle-orm';
import type { Db } from '#platform/database';
import type { DrawnNote } from './document-order.ts';

/** The notes on a paper, in the order they were made. */
export type NotesOf = (paperId: string) => readonly DrawnNote[];

interface NoteReader {
  readonly meetingId: string;
  readonly personId: string;
}

/**
 * The notes that this reader sees on these papers, which the reader may read: own ones, those shared with all, and
 * those shared with the reader by name (N1, N5). Nobody's private notes but the reader's own are ever read.
 */
export async function notesOn(
  { read, t }: Db,
  { meetingId, personId }: NoteReader,
  papers: readonly { readonly paperId: string; readonly version: number }[],
): Promise<NotesOf> {
  const { annotations, annotationShares, persons } = t;
  const versions = new Map(papers.map(({ paperId, version }) => [paperId, version]));
  const sharedByName = read
    .select({ id: annotationShares.annotationId })
    .from(annotationShares)
    .where(and(eq(annotationShares.personId, personId), eq(annotationShares.isActive, true)));
  const isVisible = or(
    eq(annotations.ownerId, personId),
    eq(annotations.sharing, 'all'),
    and(eq(annotations.sharing, 'named'), inArray(annotations.id, sharedByName)),
  );
  const rows = await read
    .select({ note: annotations, ownerName: persons.name })
    .from(annotations)
    .innerJoin(persons, eq(persons.id, annotations.ownerId))
    .where(
      and(
        eq(annotations.meetingId, meetingId),
        inArray(annotations.paperId, [...versions.keys()]),
        isNotNull(annotations.body),
        isVisible,
      ),
    )
    .orderBy(annotations.createdAt, annotations.id);
  const notes = rows
    .filter(({ note }) => note.version === versions.get(note.paperId))
    .map(({ note, ownerName }) => ({
      paperId: note.paperId,
      page: note.page,
      type: note.type as AnnotationType,
      body: note.body as unknown as AnnotationBody,
      by: note.ownerId === personId ? null : ownerName,
    }))
    // A bookmark is the reader's own mark, also where somebody shared one.
    .filter(({ type, by }) => type !== 'bookmark' || by === null);
  const byPaper = Map.groupBy(notes, ({ paperId }) => paperId);
  return (paperId) => byPaper.get(paperId) ?? [];
}
