import { postgresSchema } from './schema.ts';

/** The tables of PostgreSQL by name, as the migration generator wants them; a test keeps the list complete. */
export const {
  auditEntries,
  commands,
  committeeSeats,
  conclusionDrafts,
  loginSessions,
  meetingCodes,
  meetingEvents,
  meetingParticipants,
  meetings,
  paperAccess,
  persons,
  preparationEvents,
  projectionCursors,
  readingPlaces,
  screenLinks,
  seatHoldings,
  settings,
  systemRoles,
  units,
  uploads,
  users,
} = postgresSchema;
