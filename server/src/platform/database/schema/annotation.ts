import type { Json } from '@hopso/shared/kernel';
import type { Kit } from '../kit.ts';
import type { MeetingTables } from './meeting.ts';
import type { OrganisationTables } from './organisation.ts';

/** Notes on papers, whom they are shared with, remarks under treatment, and the text found in files. */
export function annotationTables(k: Kit, { persons }: OrganisationTables, { meetings }: MeetingTables) {
  const meetingId = () =>
    k
      .str('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'restrict' });
  const personId = (name: string) =>
    k
      .str(name)
      .notNull()
      .references(() => persons.id, { onDelete: 'restrict' });

  /** The last place of a meeting's notes; every accepted change takes the next one. */
  const annotationHeads = k.table('annotation_heads', {
    meetingId: meetingId().primaryKey(),
    seq: k.int('seq').notNull(),
  });
  const annotations = k.table(
    'annotations',
    {
      id: k.str('id').primaryKey(),
      meetingId: meetingId(),
      paperId: k.str('paper_id').notNull(),
      /** Which version of the paper it was drawn on, from 1. */
      version: k.int('version').notNull(),
      page: k.int('page').notNull(),
      type: k.str('type').notNull(),
      ownerId: personId('owner_id'),
      /** `private`, `all` or `named`; the names are rows of `annotation_shares`. */
      sharing: k.str('sharing').notNull(),
      /** Once shared with all: those who saw it must be told when it is gone. */
      wasSharedWithAll: k.bool('was_shared_with_all').notNull(),
      /** The place at which it last ceased to be shared with all: what comes later is none of their business. */
      unsharedSeq: k.int('unshared_seq'),
      /** Geometry, colour, words; null once the note is deleted. */
      body: k.json<Json>('body'),
      /** Last writer wins by this pair: the owner's clock, then the id of the act. */
      updatedAt: k.ms('updated_at').notNull(),
      actId: k.str('act_id').notNull(),
      createdAt: k.ms('created_at').notNull(),
      deletedAt: k.ms('deleted_at'),
      seq: k.int('seq').notNull(),
    },
    (t) => [
      k.index('annotations_by_meeting').on(t.meetingId, t.seq),
      k.index('annotations_by_paper').on(t.meetingId, t.paperId, t.version),
      k.index('annotations_by_owner').on(t.ownerId, t.meetingId, t.seq),
    ],
  );
  /** Persons a note is, or was, shared with by name. */
  const annotationShares = k.table(
    'annotation_shares',
    {
      annotationId: k
        .str('annotation_id')
        .notNull()
        .references(() => annotations.id, { onDelete: 'restrict' }),
      personId: personId('person_id'),
      isActive: k.bool('is_active').notNull(),
      /** The place at which the person last ceased to be named. */
      leftSeq: k.int('left_seq'),
    },
    (t) => [
      k.pk({ columns: [t.annotationId, t.personId] }),
      k.index('annotation_shares_by_person').on(t.personId),
    ],
  );
  /** How the secretary treats a note shared with all: open until there is a row. */
  const remarks = k.table('remarks', {
    annotationId: k
      .str('annotation_id')
      .primaryKey()
      .references(() => annotations.id, { onDelete: 'restrict' }),
    state: k.str('state').notNull(),
    answer: k.str('answer').notNull(),
    treatedBy: personId('treated_by'),
    treatedAt: k.ms('treated_at').notNull(),
    rev: k.int('rev').notNull(),
  });
  /** The words of each page of a file, as found when it was examined. */
  const paperTexts = k.table(
    'paper_texts',
    {
      sha256: k.str('sha256').notNull(),
      page: k.int('page').notNull(),
      /** The number printed on the page, where one was found. */
      label: k.str('label'),
      text: k.str('text').notNull(),
      /** Lines of text with their boxes, in PDF user space. */
      lines: k.json<Json>('lines').notNull(),
      /** True where the words were recognised in a picture. */
      isRecognised: k.bool('is_recognised').notNull(),
    },
    (t) => [k.pk({ columns: [t.sha256, t.page] })],
  );
  /** A file made from another one (straightened, recognised, rendered once for all): asked for by what it is made of. */
  const derivedFiles = k.table(
    'derived_files',
    {
      sourceSha256: k.str('source_sha256').notNull(),
      kind: k.str('kind').notNull(),
      sha256: k.str('sha256'),
      state: k.str('state').notNull(),
      facts: k.json<Json>('facts').notNull(),
      updatedAt: k.ms('updated_at').notNull(),
    },
    (t) => [k.pk({ columns: [t.sourceSha256, t.kind] })],
  );
  /** What the carrying of notes to a new version found: page by page. */
  const versionComparisons = k.table(
    'version_comparisons',
    {
      fromSha256: k.str('from_sha256').notNull(),
      toSha256: k.str('to_sha256').notNull(),
      comparison: k.json<Json>('comparison').notNull(),
      madeAt: k.ms('made_at').notNull(),
    },
    (t) => [k.pk({ columns: [t.fromSha256, t.toSha256] })],
  );
  return {
    annotationHeads,
    annotations,
    annotationShares,
    remarks,
    paperTexts,
    derivedFiles,
    versionComparisons,
  };
}
