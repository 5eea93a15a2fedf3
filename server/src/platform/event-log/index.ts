export {
  commitment,
  type EnvelopeFields,
  headText,
  leaf,
  link,
  type Sealed,
  seal,
} from './envelope.ts';
export {
  type Accepted,
  type Also,
  type Batch,
  type CommandRecord,
  type Committed,
  type Decide,
  type EventLog,
  KnownSeqAheadError,
  type LogHead,
  type MeetingRowPatch,
  MeetingUnknownError,
  type NewEvent,
  type NewMeetingRow,
  type SeenCommand,
} from './event-log.ts';
export { openEventLog } from './open.ts';
export { openPostgresEventLog } from './postgres-event-log.ts';
export { openSqliteEventLog, type SqliteEventLogOptions } from './sqlite-event-log.ts';
export {
  type Fault,
  RecordCheck,
  type RecordEnd,
  type RecordRow,
  type Verdict,
  verifyRecord,
} from './verify.ts';
