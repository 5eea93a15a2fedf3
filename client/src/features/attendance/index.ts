export { BelowQuorumDialog, Postpone } from './below-quorum-dialog.tsx';
export { QuorumPill } from './quorum-pill.tsx';
export {
  isPresentStatus,
  listed,
  matches,
  sitsAsMember,
} from './roster.ts';
export { RosterPanel } from './roster-panel.tsx';
export { AttendanceStatement } from './statement.tsx';
