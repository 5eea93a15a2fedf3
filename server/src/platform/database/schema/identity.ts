import type { Kit } from '../kit.ts';
import type { MeetingTables } from './meeting.ts';
import type { OrganisationTables } from './organisation.ts';

export type SystemRole = 'administrator' | 'unitSecretary' | 'member' | 'viewer';

/** Accounts, roles, sign-ins and the two short ways in: a meeting's code and a screen's link. Secrets are stored hashed. */
export function identityTables(k: Kit, { units, persons }: OrganisationTables, { meetings }: MeetingTables) {
  const personId = () =>
    k
      .str('person_id')
      .notNull()
      .references(() => persons.id, { onDelete: 'restrict' });

  const users = k.table('users', {
    personId: k
      .str('person_id')
      .primaryKey()
      .references(() => persons.id, { onDelete: 'restrict' }),
    username: k.str('username').notNull().unique('users_username_unique'),
    passwordHash: k.str('password_hash').notNull(),
    mustChange: k.bool('must_change').notNull(),
    disabled: k.bool('disabled').notNull(),
    failedCount: k.int('failed_count').notNull().default(0),
    failedAt: k.ms('failed_at'),
    lockedUntil: k.ms('locked_until'),
    createdAt: k.ms('created_at').notNull(),
    updatedAt: k.ms('updated_at').notNull(),
  });
  const systemRoles = k.table(
    'system_roles',
    {
      id: k.str('id').primaryKey(),
      personId: personId(),
      role: k.str<SystemRole>('role').notNull(),
      /** Null: the whole installation. */
      unitId: k.str('unit_id').references(() => units.id, { onDelete: 'restrict' }),
    },
    (t) => [k.index('system_roles_by_person').on(t.personId)],
  );
  const loginSessions = k.table(
    'login_sessions',
    {
      tokenHash: k.str('token_hash').primaryKey(),
      personId: personId(),
      /** Set when the person signed in with a meeting's code: the session then opens that meeting only. */
      meetingId: k.str('meeting_id').references(() => meetings.id, { onDelete: 'restrict' }),
      createdAt: k.ms('created_at').notNull(),
      lastSeenAt: k.ms('last_seen_at').notNull(),
      expiresAt: k.ms('expires_at').notNull(),
      userAgent: k.str('user_agent').notNull(),
      address: k.str('address').notNull(),
    },
    (t) => [
      k.index('login_sessions_by_person').on(t.personId),
      k.index('login_sessions_by_expiry').on(t.expiresAt),
    ],
  );
  const meetingCodes = k.table(
    'meeting_codes',
    {
      id: k.str('id').primaryKey(),
      codeHash: k.str('code_hash').notNull(),
      meetingId: k
        .str('meeting_id')
        .notNull()
        .references(() => meetings.id, { onDelete: 'restrict' }),
      personId: personId(),
      issuedBy: k.str('issued_by').notNull(),
      issuedAt: k.ms('issued_at').notNull(),
      expiresAt: k.ms('expires_at').notNull(),
      usedAt: k.ms('used_at'),
    },
    (t) => [
      k.index('meeting_codes_by_hash').on(t.codeHash),
      k.index('meeting_codes_by_meeting').on(t.meetingId, t.personId),
    ],
  );
  const screenLinks = k.table(
    'screen_links',
    {
      tokenHash: k.str('token_hash').primaryKey(),
      /** The last characters of the token, so that the desk can tell its links apart. */
      tokenHint: k.str('token_hint').notNull(),
      meetingId: k
        .str('meeting_id')
        .notNull()
        .references(() => meetings.id, { onDelete: 'restrict' }),
      createdBy: k.str('created_by').notNull(),
      createdAt: k.ms('created_at').notNull(),
      revokedAt: k.ms('revoked_at'),
    },
    (t) => [k.index('screen_links_by_meeting').on(t.meetingId)],
  );
  return { users, systemRoles, loginSessions, meetingCodes, screenLinks };
}
