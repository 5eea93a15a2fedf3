import type { Json } from '@hopso/shared/kernel';
import type { Kit } from '../kit.ts';
import type { MeetingTables } from './meeting.ts';
import type { OrganisationTables } from './organisation.ts';

/** Uploaded files, who opened which version, where a reader stopped, and conclusions still being written. */
export function paperTables(k: Kit, { persons }: OrganisationTables, { meetings }: MeetingTables) {
  const meetingId = () =>
    k
      .str('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'restrict' });
  const personId = () =>
    k
      .str('person_id')
      .notNull()
      .references(() => persons.id, { onDelete: 'restrict' });

  const uploads = k.table(
    'uploads',
    {
      id: k.str('id').primaryKey(),
      meetingId: meetingId(),
      uploadedBy: k.str('uploaded_by').notNull(),
      fileName: k.str('file_name').notNull(),
      sha256: k.str('sha256').notNull(),
      bytes: k.int('bytes').notNull(),
      pages: k.int('pages').notNull(),
      /** What the examination of the file found: page sizes, printed page numbers. */
      facts: k.json<Json>('facts').notNull(),
      createdAt: k.ms('created_at').notNull(),
    },
    (t) => [k.index('uploads_by_meeting').on(t.meetingId), k.index('uploads_by_sha256').on(t.sha256)],
  );
  const paperAccess = k.table(
    'paper_access',
    {
      personId: personId(),
      meetingId: meetingId(),
      paperId: k.str('paper_id').notNull(),
      sha256: k.str('sha256').notNull(),
      /** Hash of the login session's token, so that one sign-in counts once. */
      loginSession: k.str('login_session').notNull(),
      openedAt: k.ms('opened_at').notNull(),
    },
    (t) => [
      k.pk({ columns: [t.meetingId, t.personId, t.paperId, t.sha256, t.loginSession] }),
      k.index('paper_access_by_person').on(t.personId),
    ],
  );
  const readingPlaces = k.table(
    'reading_places',
    {
      personId: personId(),
      paperId: k.str('paper_id').notNull(),
      page: k.int('page').notNull(),
      /** Per cent of the width that fits the screen. */
      zoom: k.int('zoom').notNull(),
      updatedAt: k.ms('updated_at').notNull(),
    },
    (t) => [k.pk({ columns: [t.personId, t.paperId] })],
  );
  const conclusionDrafts = k.table(
    'conclusion_drafts',
    {
      meetingId: meetingId(),
      itemId: k.str('item_id').notNull(),
      rev: k.int('rev').notNull(),
      text: k.str('text').notNull(),
      writerId: k.str('writer_id'),
      writerLeaseUntil: k.ms('writer_lease_until'),
      updatedAt: k.ms('updated_at').notNull(),
    },
    (t) => [k.pk({ columns: [t.meetingId, t.itemId] })],
  );
  return { uploads, paperAccess, readingPlaces, conclusionDrafts };
}
