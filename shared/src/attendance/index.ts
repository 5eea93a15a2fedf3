export {
  type AttendanceEvent,
  type AttendanceState,
  type AttendanceStatus,
  type Capacity,
  capacities,
  evolveAttendance,
  type InvitationAnswer,
  initialAttendance,
  isDeskCapacity,
  isPresent,
  type Participant,
  type ParticipantRecord,
  type PresentMode,
  presentHolders,
  presentModes,
  type Quorum,
  quorumOf,
  sitsAsMember,
} from './attendance.ts';
export { type AttendanceCommand, attendanceCommandSchemas } from './commands.ts';
export { type AttendanceReads, attendanceGuards, CHECK_IN_OPENS_MS, decideAttendance } from './decide.ts';
